using VolumeViewer.Plugins.Metrics.Minkowski;
using VolumeViewer.Plugins.Metrics.Surfaces;
using VolumeViewer.Plugins.Metrics.Tests.Surfaces;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Minkowski;

public class MinkowskiTests
{
    private static readonly Runs Plugin = new(new MetricsPlugin());

    [Fact]
    public void Measure_OfABall_GivesItsFunctionals()
    {
        using var ball = Shapes.Ball(40, 16);
        var (volume, surface, breadth, euler6, euler26) = Measure(ball);
        Assert.Equal(4 / 3.0 * Math.PI * 4096, volume, 100.0);
        Assert.Equal(4 * Math.PI * 256, surface, 30.0);
        Assert.Equal(32, breadth, 0.35);
        Assert.Equal((1, 1), (euler6, euler26));
    }

    [Fact]
    public void Measure_OfABallInFlatVoxels_GivesItsFunctionals()
    {
        using var ball = Shapes.Ball(48, 20, new Spacing(1.6, 1, 0.9));
        var (volume, surface, breadth, euler6, euler26) = Measure(ball);
        Assert.Equal(4 / 3.0 * Math.PI * 8000, volume, 150.0);
        Assert.Equal(4 * Math.PI * 400, surface, 80.0);
        Assert.Equal(40, breadth, 0.8);
        Assert.Equal((1, 1), (euler6, euler26));
    }

    // Radii 14 and 5: surface 4π²Rr, mean breadth πR, one hole.
    [Fact]
    public void Measure_OfATorus_HasAHole()
    {
        using var torus = Shapes.Of(new VolumeShape(14, 42, 42), (z, y, x) =>
            Math.Pow(Math.Sqrt(Math.Pow(y - 20.5, 2) + Math.Pow(x - 20.5, 2)) - 14, 2) + Math.Pow(z - 6.5, 2) <= 25);
        var (volume, surface, breadth, euler6, euler26) = Measure(torus);
        Assert.Equal(2 * Math.PI * Math.PI * 14 * 25, volume, 150.0);
        Assert.Equal(4 * Math.PI * Math.PI * 14 * 5, surface, 60.0);
        Assert.Equal(Math.PI * 14, breadth, 1.5);
        Assert.Equal((0, 0), (euler6, euler26));
    }

    // A shell between radii 16 and 8: the inner surface counts as well, and curves the other way.
    [Fact]
    public void Measure_OfAHollowBall_HasACavity()
    {
        using var shell = Shapes.Of(new VolumeShape(40, 40, 40), (z, y, x) =>
            Math.Pow(z - 19.5, 2) + Math.Pow(y - 19.5, 2) + Math.Pow(x - 19.5, 2) is <= 256 and > 64);
        var (_, surface, breadth, euler6, euler26) = Measure(shell);
        Assert.Equal(4 * Math.PI * (256 + 64), surface, 40.0);
        Assert.Equal(2 * (16 - 8), breadth, 0.4);
        Assert.Equal((2, 2), (euler6, euler26));
    }

    [Theory]
    // One voxel; two across an edge; two across a corner: apart with 6 neighbours, one body with 26.
    [InlineData(new[] { 0 }, 1, 1)]
    [InlineData(new[] { 0, 3 }, 2, 1)]
    [InlineData(new[] { 0, 7 }, 2, 1)]
    [InlineData(new[] { 0, 1, 2, 3, 4, 5, 6, 7 }, 1, 1)]
    // Four around a square: a ring with 6 neighbours only if its middle is missing, so a disc.
    [InlineData(new[] { 0, 1, 2, 3 }, 1, 1)]
    public void Measure_OfFewVoxels_CountsBodies(int[] corners, double euler6, double euler26)
    {
        using var labels = Shapes.Of(new VolumeShape(2, 2, 2), (z, y, x) => corners.Contains((4 * z) + (2 * y) + x));
        var (volume, _, _, six, twentySix) = Measure(labels);
        Assert.Equal(corners.Length, volume, 1e-12);
        Assert.Equal((euler6, euler26), (six, twentySix));
    }

    // One voxel meets one plane of each of the 13 kinds: the sum of the planes' weights, with the known shares of directions.
    [Fact]
    public void Measure_OfOneVoxel_HasTheBreadthOfItsPlanes()
    {
        using var labels = Shapes.Of(new VolumeShape(1, 1, 1), (_, _, _) => true);
        var expected = (3 * 2 * 0.04577789120476) + (6 * 2 * 0.03698062787608 / Math.Sqrt(2)) + (4 * 2 * 0.03519563978232 / Math.Sqrt(3));
        Assert.Equal(expected, Measure(labels).Breadth, 1e-10);
    }

    // The complex of all points, edges, squares and cubes, counted one by one.
    [Fact]
    public void Measure_OfRandomVoxels_HasTheEulerNumbersOfTheComplexes()
    {
        var random = new Random(2);
        var (depth, height, width) = (7, 6, 40);
        using var labels = Shapes.Of(new VolumeShape(depth, height, width), (_, _, _) => random.Next(3) == 0);
        bool Is(int z, int y, int x) => z >= 0 && y >= 0 && x >= 0 && z < depth && y < height && x < width && labels.At(z, y, x) == 1;
        int six = 0, twentySix = 0;
        for (var z = -1; z < depth; z++)
        {
            for (var y = -1; y < height; y++)
            {
                for (var x = -1; x < width; x++)
                {
                    // All boxes of one or two voxels along each axis that begin here.
                    for (var size = 0; size < 8; size++)
                    {
                        var inside = new List<bool>();
                        for (var i = 0; i < 8; i++)
                        {
                            if ((i & ~size) == 0)
                                inside.Add(Is(z + (i >> 2), y + (i >> 1 & 1), x + (i & 1)));
                        }
                        var dimension = int.PopCount(size);
                        six += inside.All(each => each) ? (dimension % 2 == 0 ? 1 : -1) : 0;
                        // The closed cubes' common part is a cube of the dimensions that are left.
                        twentySix += inside.Any(each => each) ? ((3 - dimension) % 2 == 0 ? 1 : -1) : 0;
                    }
                }
            }
        }
        var measured = Measure(labels);
        Assert.Equal(six, measured.Euler6, 1e-9);
        Assert.Equal(twentySix, measured.Euler26, 1e-9);
    }

    // What a phase has and what all others have are the same surface, curved the other way.
    [Fact]
    public async Task Run_OnTwoPhases_CurvesOneAsTheOther()
    {
        using var layer = LabelVolumes.Filled(new VolumeShape(20, 22, 24), PhaseTable.Numbered(2), (z, y, x) => (byte)((z * y / 3) + (x * 7 / 5) & 1), new Spacing(1, 2, 0.5)).Layer();
        using var result = await Plugin.Run("measure.minkowski", "", null, ("in", layer));
        var table = result.Table("densities");
        Assert.Equal(["1/µm", "1/µm²", "1/µm³"], new[] { 3, 5, 7 }.Select(column => table.Columns[column].Unit));
        Assert.Equal(1, (double)table.Cell(0, "volume fraction")! + (double)table.Cell(1, "volume fraction")!, 1e-12);
        Assert.Equal((double)table.Cell(0, "specific surface")!, (double)table.Cell(1, "specific surface")!, 1e-12);
        Assert.Equal((double)table.Cell(0, "curvature density")!, -(double)table.Cell(1, "curvature density")!, 1e-12);
        Assert.NotNull(table.Cell(0, "Euler density, 6 ± 95 %"));
        // With 6 neighbours for one and 26 for the other, the Euler numbers of a volume and of its rest are the same where nothing is cut off.
        Assert.Equal((double)table.Cell(0, "Euler density, 6")!, (double)table.Cell(1, "Euler density, 26")!, 1e-12);
    }

    [Fact]
    public async Task Run_OnAnUnlabelledSlab_MeasuresTheRest()
    {
        using var layer = LabelVolumes.Filled(new VolumeShape(12, 8, 8), PhaseTable.Numbered(2), (z, _, x) => z >= 8 ? LabelVolumes.None : x < 4 ? (byte)0 : (byte)1).Layer();
        using var result = await Plugin.Run("measure.minkowski", "phase=1", null, ("in", layer));
        Assert.Equal(4 / 7.0 - (0.5 / 7), (double)result.Table("densities").Cell(0, "volume fraction")!, 1e-12);
        Assert.Equal(256.0, (double)result.Table("bodies").Cell(0, "volume")!, 1e-9);
        Assert.Equal(1.0, result.Table("bodies").Cell(0, "Euler number, 6"));
    }

    private static (double Volume, double Surface, double Breadth, double Euler6, double Euler26) Measure(LabelVolume labels)
    {
        var (weights, histogram) = (new MinkowskiWeights(labels.Spacing), ConfigurationHistogram.CountPadded(labels, 1));
        return (MinkowskiOperation.Sum(histogram, weights.Volume), MinkowskiOperation.Sum(histogram, weights.Surface), MinkowskiOperation.Sum(histogram, weights.Breadth),
            Math.Round(MinkowskiOperation.Sum(histogram, weights.Euler6), 9), Math.Round(MinkowskiOperation.Sum(histogram, weights.Euler26), 9));
    }
}
