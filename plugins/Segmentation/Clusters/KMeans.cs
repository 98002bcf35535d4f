using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>Clusters by rising grey, with the cluster of every cell.</summary>
/// <param name="Centres">By cluster.</param>
/// <param name="Clusters">By cell.</param>
/// <param name="Inertia">Sum over the voxels of the squared distance to their centre, in bins².</param>
internal sealed record Clustering(Centre[] Centres, byte[] Clusters, double Inertia);

/// <summary>k-means on the cells of a histogram, which weigh as much as they hold voxels (Lloyd, IEEE Trans. Inf. Theory 28 (1982) 129).</summary>
internal static class KMeans
{
    private const int MaxIterations = 300;

    /// <summary>Runs from several starts and keeps the one of least inertia. The same arguments give the same clusters.</summary>
    /// <param name="cells">Each of another place.</param>
    /// <param name="count">How many clusters.</param>
    /// <param name="seed">Of the random numbers.</param>
    /// <param name="restarts">How many starts.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="UserException">There are fewer cells than clusters.</exception>
    public static Clustering Run(Cell[] cells, int count, int seed, int restarts, CancellationToken cancellationToken = default)
    {
        if (cells.Length < count)
        {
            throw new UserException($"The volume has only {cells.Length} distinct pairs of grey and local mean, which is too few for {count} phases; "
                + $"ask for at most {cells.Length}, or take more bins.");
        }
        // Each start has random numbers of its own, so that the order in which the cores take them does not matter.
        var runs = new Clustering[restarts];
        Parallel.For(0, restarts, new ParallelOptions { CancellationToken = cancellationToken },
            start => runs[start] = Refine(cells, PickCentres(cells, count, new Random(unchecked(seed + (start * 7919)))), cancellationToken));
        return ByGrey(runs.MinBy(run => run.Inertia)!);
    }

    /// <summary>Centres far from one another: each next one is drawn with a chance that grows with the squared distance to the nearest so far.</summary>
    /// <remarks>k-means++: Arthur and Vassilvitskii, Proc. 18th ACM-SIAM Symp. Discrete Algorithms (2007) 1027.</remarks>
    private static Centre[] PickCentres(Cell[] cells, int count, Random random)
    {
        var centres = new Centre[count];
        var chances = new double[cells.Length];
        for (var i = 0; i < cells.Length; i++)
            chances[i] = cells[i].Voxels;
        for (var k = 0; k < count; k++)
        {
            var drawn = cells[Draw(chances, random)];
            centres[k] = new Centre(drawn.Grey, drawn.Mean);
            for (var i = 0; i < cells.Length; i++)
            {
                var chance = cells[i].Voxels * cells[i].DistanceTo(centres[k]);
                chances[i] = k == 0 ? chance : Math.Min(chances[i], chance);
            }
        }
        return centres;
    }

    private static int Draw(double[] chances, Random random)
    {
        var left = random.NextDouble() * chances.Sum();
        // Rounding may leave a rest at the end; the last that has a chance takes it.
        var last = Array.FindLastIndex(chances, chance => chance > 0);
        for (var i = 0; i < last; i++)
        {
            left -= chances[i];
            if (left < 0)
                return i;
        }
        return last;
    }

    private static Clustering Refine(Cell[] cells, Centre[] centres, CancellationToken cancellationToken)
    {
        var clusters = new byte[cells.Length];
        Array.Fill(clusters, byte.MaxValue);
        var distances = new double[cells.Length];
        for (var iteration = 0; ; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var changed = Assign(cells, centres, clusters, distances);
            if (!changed || iteration == MaxIterations)
                return new Clustering(centres, clusters, cells.Zip(distances, (cell, distance) => cell.Voxels * distance).Sum());
            Move(cells, clusters, distances, centres);
        }
    }

    private static bool Assign(Cell[] cells, Centre[] centres, byte[] clusters, double[] distances)
    {
        var changed = false;
        for (var i = 0; i < cells.Length; i++)
        {
            var (nearest, least) = (0, cells[i].DistanceTo(centres[0]));
            for (var k = 1; k < centres.Length; k++)
            {
                var distance = cells[i].DistanceTo(centres[k]);
                if (distance < least)
                    (nearest, least) = (k, distance);
            }
            changed |= clusters[i] != nearest;
            (clusters[i], distances[i]) = ((byte)nearest, least);
        }
        return changed;
    }

    private static void Move(Cell[] cells, byte[] clusters, double[] distances, Centre[] centres)
    {
        Span<double> weights = stackalloc double[centres.Length];
        Span<Centre> sums = stackalloc Centre[centres.Length];
        weights.Clear();
        sums.Clear();
        for (var i = 0; i < cells.Length; i++)
        {
            var (grey, mean, voxels) = cells[i];
            ref var sum = ref sums[clusters[i]];
            sum = new Centre(sum.Grey + (grey * voxels), sum.Mean + (mean * voxels));
            weights[clusters[i]] += voxels;
        }
        for (var k = 0; k < centres.Length; k++)
        {
            if (weights[k] > 0)
            {
                centres[k] = new Centre(sums[k].Grey / weights[k], sums[k].Mean / weights[k]);
                continue;
            }
            // A cluster that lost all its cells starts anew where the fit is worst.
            var farthest = Array.IndexOf(distances, distances.Max());
            centres[k] = new Centre(cells[farthest].Grey, cells[farthest].Mean);
            distances[farthest] = 0;
        }
    }

    private static Clustering ByGrey(Clustering clustering)
    {
        int[] order = [.. Enumerable.Range(0, clustering.Centres.Length).OrderBy(k => clustering.Centres[k].Grey).ThenBy(k => clustering.Centres[k].Mean)];
        var rank = new byte[order.Length];
        for (var i = 0; i < order.Length; i++)
            rank[order[i]] = (byte)i;
        return clustering with
        {
            Centres = [.. order.Select(k => clustering.Centres[k])],
            Clusters = [.. clustering.Clusters.Select(k => rank[k])],
        };
    }
}
