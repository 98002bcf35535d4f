using VolumeViewer.Plugins.Metrics.Distance;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class DistanceTransformTests
{
    [Theory]
    [InlineData(1, 1, 1, false)]
    [InlineData(1, 1, 1, true)]
    [InlineData(2, 0.5, 0.25, false)]
    [InlineData(0.3, 0.7, 0.4, true)]
    public void Of_RandomLabels_EqualsTheSearchOfAllVoxels(double z, double y, double x, bool facesAreSites)
    {
        var shape = new VolumeShape(7, 9, 19);
        var random = new Random(5);
        // A few voxels only are of another phase or of none, so that distances are long.
        using var labels = LabelVolumes.Filled(shape, PhaseTable.Numbered(2), (_, _, _) => random.Next(150) switch { 0 => 0, 1 => LabelVolumes.None, _ => 1 },
            new Spacing(z, y, x));

        AssertEqual(labels, 1, facesAreSites);
        AssertEqual(labels, 0, facesAreSites);
    }

    // A single site 110 voxels away along each axis: past what is searched step by step, and no multiple of eight columns.
    [Theory]
    [InlineData(3, 5, 117)]
    [InlineData(5, 117, 3)]
    [InlineData(117, 3, 5)]
    public void Of_FarSites_EqualsTheSearchOfAllVoxels(int depth, int height, int width)
    {
        using var labels = LabelVolumes.Filled(new VolumeShape(depth, height, width), PhaseTable.Numbered(2),
            (z, y, x) => z + y + x is 1 or 119 ? (byte)0 : (byte)1);

        AssertEqual(labels, 1, false);
        AssertEqual(labels, 1, true);
    }

    [Fact]
    public void Of_OnePhaseAlone_IsInfinite()
    {
        using var labels = new LabelVolume(new VolumeShape(3, 4, 40), PhaseTable.Numbered(1));

        Assert.All(DistanceTransform.Of(labels, 0), distance => Assert.Equal(float.PositiveInfinity, distance));
        Assert.Equal(2, DistanceTransform.Of(labels, 0, facesAreSites: true).Max());
    }

    // Unlabelled voxels are left out as what lies beyond the faces is: the distance goes on to the next phase, or ends there.
    [Fact]
    public void Of_UnlabelledVoxelsBetween_TreatsThemAsBeyondTheFaces()
    {
        using var labels = LabelVolumes.Row(PhaseTable.Numbered(2), 1, 1, LabelVolumes.None, 0, 0);

        Assert.Equal([3, 2, 0, 0, 0], DistanceTransform.Of(labels, 1));
        Assert.Equal([1, 1, 0, 0, 0], DistanceTransform.Of(labels, 1, facesAreSites: true));
    }

    [Fact]
    public void ToSites_InOneVoxel_IsTheDistanceToIt()
    {
        var distances = DistanceTransform.ToSites(new VolumeShape(5, 5, 9), new Spacing(2, 1, 0.5), (z, isSite) =>
        {
            isSite.Clear();
            if (z == 2)
                isSite[(1 * 9) + 4] = 1;
        });

        Assert.Equal(MathF.Sqrt((4 * 4) + (3 * 3) + (2 * 2)), distances[(((0 * 5) + 4) * 9) + 8], 1e-5f);
        Assert.Equal(0, distances[(((2 * 5) + 1) * 9) + 4]);
    }

    [Fact]
    public void Of_Cancelled_Stops()
    {
        using var labels = new LabelVolume(LabelVolumes.Box, PhaseTable.Numbered(1));

        Assert.ThrowsAny<OperationCanceledException>(() => DistanceTransform.Of(labels, 0, cancellationToken: new CancellationToken(true)));
    }

    // scipy 1.10.1, ndimage.distance_transform_edt, of the 256³ electrode: mean over the phase and the maximum, in voxels.
    [Theory]
    [InlineData(0, 2.25348, 21.3776)]
    [InlineData(1, 3.33191, 16.9115)]
    [InlineData(2, 1.04275, 2.8284)]
    public void Of_AnElectrode_HasTheMeanAndMaximumOfScipy(int phase, double mean, double maximum)
    {
        using var file = VolumeFiles.OpenLabels(Repository.File("samples/data/taufactor-electrode/electrode.tiff"));
        using var labels = new LabelVolume(file.Shape, file.Phases);
        for (var z = 0; z < file.Shape.Depth; z++)
            file.Slice(z).CopyTo(labels.Slice(z));

        var inside = DistanceTransform.Of(labels, phase).Where(distance => distance > 0).ToArray();

        Assert.Equal(mean, inside.Average(distance => (double)distance), 1e-5);
        Assert.Equal(maximum, inside.Max(), 1e-4);
    }

    private static void AssertEqual(LabelVolume labels, int phase, bool facesAreSites)
    {
        var distances = DistanceTransform.Of(labels, phase, facesAreSites);
        var (shape, spacing) = (labels.Shape, labels.Spacing);
        var margin = facesAreSites ? 1 : 0;
        var sites = new List<(int Z, int Y, int X)>();
        for (var z = -margin; z < shape.Depth + margin; z++)
        {
            for (var y = -margin; y < shape.Height + margin; y++)
            {
                for (var x = -margin; x < shape.Width + margin; x++)
                {
                    var isOutside = z < 0 || y < 0 || x < 0 || z == shape.Depth || y == shape.Height || x == shape.Width;
                    if (isOutside || (labels.At(z, y, x) is var label && label != phase && (facesAreSites || label != LabelVolumes.None)))
                        sites.Add((z, y, x));
                }
            }
        }
        for (var i = 0; i < distances.Length; i++)
        {
            var (z, y, x) = (i / shape.SliceLength, i / shape.Width % shape.Height, i % shape.Width);
            var expected = labels.At(z, y, x) != phase ? 0 : Math.Sqrt(sites.Min(site =>
                Square((site.Z - z) * spacing.Z) + Square((site.Y - y) * spacing.Y) + Square((site.X - x) * spacing.X)));
            Assert.Equal(expected, distances[i], 1e-4);
        }
    }

    private static double Square(double value) => value * value;
}
