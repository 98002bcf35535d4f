using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Plugins.Metrics.Surfaces;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Surfaces;

public class CountsTests
{
    // Rows longer than a word of bits, and no multiple of it.
    private static readonly VolumeShape Shape = new(9, 7, 139);

    [Fact]
    public void NeighbourCounts_OfRandomLabels_EqualCountingVoxelByVoxel()
    {
        using var labels = LabelVolumes.Random(Shape, 4, 11);
        var grid = new BlockRows(Shape);
        var counts = NeighbourCounts.Count(labels, grid, LatticeDirections.All);
        for (var direction = 0; direction < counts.Directions.Count; direction++)
        {
            var step = counts.Directions[direction];
            var expected = new long[PhasePairs.Count(4), grid.Count];
            ForEach((z, y, x) =>
            {
                if (!IsInside(z + step.Z, y + step.Y, x + step.X))
                    return;
                var (own, other) = (labels.At(z, y, x), labels.At(z + step.Z, y + step.Y, x + step.X));
                if (own != other && own != LabelVolumes.None && other != LabelVolumes.None)
                    expected[PhasePairs.Index(own, other, 4), grid.FirstOf(z, y) + grid.OfX[x]]++;
            });
            foreach (var (first, second) in PhasePairs.All(4))
            {
                var pair = PhasePairs.Index(first, second, 4);
                Assert.Equal(Enumerable.Range(0, grid.Count).Select(block => expected[pair, block]), counts.Of(direction, first, second).ToArray());
            }
        }
        long voxels = 0, labelled = 0;
        ForEach((z, y, x) =>
        {
            voxels += labels.At(z, y, x) == 2 ? 1 : 0;
            labelled += labels.At(z, y, x) != LabelVolumes.None ? 1 : 0;
        });
        Assert.Equal(voxels, counts.Voxels(2).ToArray().Sum());
        Assert.Equal(labelled, counts.Labelled.ToArray().Sum());
    }

    [Fact]
    public void TripleLines_OfRandomLabels_EqualCountingEdgeByEdge()
    {
        using var labels = LabelVolumes.Random(Shape, 4, 5);
        var grid = new BlockRows(Shape);
        var lines = TripleLines.Count(labels, grid);
        Assert.Equal([(0, 1, 2), (0, 1, 3), (0, 2, 3), (1, 2, 3)], lines.Triples);
        foreach (var axis in Enum.GetValues<Axis>())
        {
            var expected = new long[5, grid.Count];
            ForEach((z, y, x) =>
            {
                var (a, b) = axis switch { Axis.Z => ((0, 1, 0), (0, 0, 1)), Axis.Y => ((1, 0, 0), (0, 0, 1)), _ => ((1, 0, 0), (0, 1, 0)) };
                if (!IsInside(z + a.Item1 + b.Item1, y + a.Item2 + b.Item2, x + a.Item3 + b.Item3))
                    return;
                var around = new[]
                {
                    labels.At(z, y, x), labels.At(z + a.Item1, y + a.Item2, x + a.Item3), labels.At(z + b.Item1, y + b.Item2, x + b.Item3),
                    labels.At(z + a.Item1 + b.Item1, y + a.Item2 + b.Item2, x + a.Item3 + b.Item3),
                }.ToHashSet();
                if (around.Contains(LabelVolumes.None) || around.Count < 3)
                    return;
                var block = grid.FirstOf(z, y) + grid.OfX[x];
                expected[4, block]++;
                for (var triple = 0; triple < 4; triple++)
                {
                    var (first, second, third) = lines.Triples[triple];
                    if (around.Contains((byte)first) && around.Contains((byte)second) && around.Contains((byte)third))
                        expected[triple, block]++;
                }
            });
            for (var triple = 0; triple < 5; triple++)
                Assert.Equal(Enumerable.Range(0, grid.Count).Select(block => expected[triple, block]), lines.Of(axis, triple).ToArray());
        }
    }

    [Fact]
    public void TripleLines_OfThreeLayersThatMeetInALine_IsItsLength()
    {
        // Below y = 5 phase 0, above 1 to one side of x = 7 and 2 to the other: one line along z.
        using var labels = LabelVolumes.Filled(new VolumeShape(8, 10, 14), PhaseTable.Numbered(3), (_, y, x) => y < 5 ? (byte)0 : x < 7 ? (byte)1 : (byte)2,
            new Spacing(0.25, 1, 2));

        var table = Shapes.Report(labels).Tables().Last();

        Assert.Equal("triple lines", table.Title);
        Assert.Equal("line density [1/µm²]", table.Columns[1].Heading);
        Assert.Single(table.Rows);
        Assert.Equal([8L, 2.0], table.Rows[0].Skip(3).Take(2));
        Assert.Equal(2.0 / (8 * 10 * 14 * 0.5), (double)table.Rows[0][1]!, 1e-12);
    }

    [Fact]
    public void ConfigurationHistogram_OfRandomLabels_EqualsCountingCellByCell()
    {
        using var labels = LabelVolumes.Random(new VolumeShape(6, 7, 75), 3, 8);
        var grid = new BlockRows(labels.Shape);
        var expected = new long[grid.Count * 256];
        var padded = new long[256];
        bool Is(int z, int y, int x, int phase) => z >= 0 && y >= 0 && x >= 0 && z < 6 && y < 7 && x < 75 && labels.At(z, y, x) == phase;
        for (var z = -1; z < 6; z++)
        {
            for (var y = -1; y < 7; y++)
            {
                for (var x = -1; x < 75; x++)
                {
                    var corners = Enumerable.Range(0, 8).Select(bit => (Z: z + (bit >> 2), Y: y + (bit >> 1 & 1), X: x + (bit & 1))).ToArray();
                    padded[corners.Select((at, bit) => Is(at.Z, at.Y, at.X, 2) ? 1 << bit : 0).Sum()]++;
                    if (corners.All(at => at.Z is >= 0 and < 6 && at.Y is >= 0 and < 7 && at.X is >= 0 and < 75 && labels.At(at.Z, at.Y, at.X) != LabelVolumes.None))
                    {
                        var configuration = corners.Select((at, bit) => Is(at.Z, at.Y, at.X, 0) || Is(at.Z, at.Y, at.X, 2) ? 1 << bit : 0).Sum();
                        expected[((grid.FirstOf(z, y) + grid.OfX[x]) * 256) + configuration]++;
                    }
                }
            }
        }
        Assert.Equal(expected, ConfigurationHistogram.Count(labels, (0, 2), grid));
        Assert.Equal(padded, ConfigurationHistogram.CountPadded(labels, 2));
    }

    // The shares of the directions to the 6, 12 and 8 neighbours in cubes: Legland, Kiêu and Devaux (2007), table of the discretised sphere.
    [Fact]
    public void SphericalVoronoi_OfCubes_GivesTheKnownWeights()
    {
        var weights = SphericalVoronoi.Weights([.. LatticeDirections.All.Select(step => ((double)step.Z, (double)step.Y, (double)step.X))]);

        Assert.All(weights[..3], weight => Assert.Equal(2 * 0.04577789120476, weight, 1e-11));
        Assert.All(weights[3..9], weight => Assert.Equal(2 * 0.03698062787608, weight, 1e-11));
        Assert.All(weights[9..], weight => Assert.Equal(2 * 0.03519563978232, weight, 1e-11));
        Assert.Equal(1, weights.Sum(), 1e-12);
    }

    // Points spread over the sphere at random fall to their nearest direction as often as its weight says.
    [Fact]
    public void SphericalVoronoi_OfFlatVoxels_AgreesWithRandomPoints()
    {
        (double Z, double Y, double X)[] directions = [.. LatticeDirections.All.Select(step => (2.0 * step.Z, (double)step.Y, 0.7 * step.X))];
        var hits = new double[13];
        var random = new Random(1);
        const int Points = 60_000;
        for (var i = 0; i < Points; i++)
        {
            var (z, angle) = ((2 * random.NextDouble()) - 1, 2 * Math.PI * random.NextDouble());
            var (y, x) = (Math.Sqrt(1 - (z * z)) * Math.Cos(angle), Math.Sqrt(1 - (z * z)) * Math.Sin(angle));
            var nearest = Enumerable.Range(0, 13).MaxBy(k =>
                Math.Abs((directions[k].Z * z) + (directions[k].Y * y) + (directions[k].X * x))
                / Math.Sqrt(Math.Pow(directions[k].Z, 2) + Math.Pow(directions[k].Y, 2) + Math.Pow(directions[k].X, 2)));
            hits[nearest]++;
        }
        var weights = SphericalVoronoi.Weights(directions);
        Assert.All(Enumerable.Range(0, 13), k => Assert.Equal(hits[k] / Points, weights[k], 5 * Math.Sqrt(weights[k] / Points)));
    }

    private static bool IsInside(int z, int y, int x) => z >= 0 && y >= 0 && x >= 0 && z < Shape.Depth && y < Shape.Height && x < Shape.Width;

    private static void ForEach(Action<int, int, int> action)
    {
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var y = 0; y < Shape.Height; y++)
            {
                for (var x = 0; x < Shape.Width; x++)
                    action(z, y, x);
            }
        }
    }
}
