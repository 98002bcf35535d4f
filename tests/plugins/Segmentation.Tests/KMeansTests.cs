using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Tests;

public class KMeansTests
{
    [Fact]
    public void Run_OnThreeBlobs_FindsTheirMeansByRisingGrey()
    {
        Cell[] cells = [new(90, 10, 5), new(10, 90, 1), new(12, 90, 3), new(50, 50, 8), new(50, 54, 8)];
        var clustering = KMeans.Run(cells, 3, seed: 1, restarts: 10);
        Assert.Equal([new Centre(11.5, 90), new Centre(50, 52), new Centre(90, 10)], clustering.Centres);
        Assert.Equal([2, 0, 0, 1, 1], clustering.Clusters);
        // 1 · 1.5² + 3 · 0.5² + 16 · 2²
        Assert.Equal(67, clustering.Inertia, 1e-9);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Run_OnFewCells_IsAsGoodAsTheBestOfAllAssignments(int count)
    {
        var random = new Random(count);
        for (var trial = 0; trial < 10; trial++)
        {
            Cell[] cells = [.. Enumerable.Range(0, 8).Select(_ => new Cell(random.Next(20), random.Next(20), random.Next(1, 50)))];
            var best = Enumerable.Range(0, (int)Math.Pow(count, 8)).Min(code => Inertia(cells, Digits(code, count), count));
            Assert.Equal(best, KMeans.Run(cells, count, seed: trial, restarts: 50).Inertia, 1e-6);
        }
    }

    [Fact]
    public void Run_WithTheSameSeed_GivesTheSameClusters()
    {
        var random = new Random(9);
        Cell[] cells = [.. Enumerable.Range(0, 500).Select(_ => new Cell(random.Next(256), random.Next(256), random.Next(1, 1000)))];
        var (first, second) = (KMeans.Run(cells, 5, 3, 4), KMeans.Run(cells, 5, 3, 4));
        Assert.Equal(first.Centres, second.Centres);
        Assert.Equal(first.Clusters, second.Clusters);
    }

    [Fact]
    public void Run_WithMoreClustersThanCells_SaysHowManyThereAre() =>
        Assert.Contains("only 1 distinct", Assert.Throws<UserException>(() => KMeans.Run([new(1, 1, 9)], 2, 1, 1)).Message);

    [Fact]
    public void Run_WithAsManyClustersAsCells_LeavesNoDistance() =>
        Assert.Equal(0, KMeans.Run([new(1, 1, 9), new(1, 2, 1), new(7, 7, 2), new(0, 3, 4)], 4, 1, 3).Inertia);

    private static int[] Digits(int code, int radix) => [.. Enumerable.Range(0, 8).Select(i => code / (int)Math.Pow(radix, i) % radix)];

    private static double Inertia(Cell[] cells, int[] clusters, int count)
    {
        double inertia = 0;
        for (var k = 0; k < count; k++)
        {
            var members = cells.Where((_, i) => clusters[i] == k).ToList();
            double voxels = members.Sum(cell => cell.Voxels);
            if (voxels == 0)
                continue;
            var centre = new Centre(members.Sum(cell => cell.Grey * cell.Voxels) / voxels, members.Sum(cell => cell.Mean * cell.Voxels) / voxels);
            inertia += members.Sum(cell => cell.Voxels * cell.DistanceTo(centre));
        }
        return inertia;
    }
}
