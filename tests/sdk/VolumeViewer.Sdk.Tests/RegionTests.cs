namespace VolumeViewer.Sdk.Tests;

public sealed class RegionTests
{
    private static readonly Spacing Unequal = new(2, 1, 0.5);

    // Grey = 100 z + 10 y + x, so that every voxel tells where it is.
    private static Volume<float> Grid(VolumeShape shape)
    {
        var volume = new Volume<float>(shape, Unequal);
        for (var z = 0; z < shape.Depth; z++)
        {
            for (var i = 0; i < shape.SliceLength; i++)
                volume.Slice(z)[i] = (100 * z) + (10 * (i / shape.Width)) + (i % shape.Width);
        }
        return volume;
    }

    [Fact]
    public void Box_OfKnownVoxels_GivesTheirStatistics()
    {
        using var volume = Grid(new VolumeShape(4, 5, 6));
        // Slices 1 and 2, rows 1 to 3, columns 2 to 5.
        var region = VoxelRegion.Box(new WorldPoint(2, 1, 1), new WorldPoint(6, 4, 3), Unequal);

        var greys = GreySummary.Of(volume, region);

        var values = (from z in Enumerable.Range(1, 2) from y in Enumerable.Range(1, 3) from x in Enumerable.Range(2, 4) select (100.0 * z) + (10 * y) + x).Order().ToList();
        Assert.Equal((24L, values.Min(), values.Max()), (greys.Count, greys.Minimum, greys.Maximum));
        Assert.Equal(values.Average(), greys.Mean, 10);
        Assert.Equal((values[11] + values[12]) / 2, greys.Median, 10);
        Assert.Equal(Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / 23), greys.StandardDeviation, 10);
    }

    [Theory]
    [InlineData(Axis.Z, 3, 5 * 4)]
    [InlineData(Axis.Y, 2, 2 * 4)]
    [InlineData(Axis.X, 4, 2 * 5)]
    public void Rectangle_OfAPlane_HoldsTheVoxelsOfThatSliceAlone(Axis axis, int slice, int count)
    {
        using var volume = Grid(new VolumeShape(5, 6, 7));
        var at = (slice + 0.5) * Unequal.Along(axis);
        var region = VoxelRegion.Rectangle(axis, new WorldPoint(2, 1, 0.5).With(axis, at), new WorldPoint(6, 6, 2.5).With(axis, at), Unequal);

        // Two slices, five rows and four columns, less those along the axis that is cut.
        var greys = GreySummary.Of(volume, region);
        Assert.Equal(count, greys.Count);
        var index = axis switch { Axis.Z => (int)greys.Minimum / 100, Axis.Y => (int)greys.Minimum / 10 % 10, _ => (int)greys.Minimum % 10 };
        Assert.Equal(slice, index);
    }

    // The circle problem: the count differs from the area by far less than the circumference.
    [Theory]
    [InlineData(Axis.Z)]
    [InlineData(Axis.Y)]
    [InlineData(Axis.X)]
    public void Ellipse_CountedInVoxels_HasTheAreaOfTheClosedForm(Axis axis)
    {
        var shape = new VolumeShape(120, 130, 140);
        using var labels = new LabelVolume(shape, PhaseTable.Named("all"), Unequal);
        var low = new WorldPoint(11.3, 10.7, 5.1).With(axis, 20.2);
        var high = new WorldPoint(201.9, 90.4, 61.6).With(axis, 20.2);
        var ellipse = new Measurement(MeasurementKind.Ellipse, [low, high], axis);

        var counted = RegionPhases.Of(labels, VoxelRegion.Of(ellipse, Unequal)).Labelled;

        var voxel = Unequal.Z * Unequal.Y * Unequal.X / Unequal.Along(axis);
        Assert.Equal(1, counted * voxel / ellipse.Area, tolerance: 0.005);
    }

    [Fact]
    public void Regions_SideBySide_ShareNoVoxelAndLeaveNoneOut()
    {
        using var labels = new LabelVolume(new VolumeShape(1, 10, 10), PhaseTable.Named("all"));
        var total = 0L;
        for (var edge = 0.0; edge < 10; edge += 2.5)
            total += RegionPhases.Of(labels, VoxelRegion.Rectangle(Axis.Z, new WorldPoint(0, 0, edge), new WorldPoint(0, 10, edge + 2.5), labels.Spacing)).Labelled;

        Assert.Equal(100, total);
    }

    [Fact]
    public void Phases_OfARegion_AreCountedAndUnlabelledVoxelsStandApart()
    {
        using var labels = new LabelVolume(new VolumeShape(3, 4, 5), PhaseTable.Named("pore", "solid"));
        labels.Slice(1).Fill(1);
        labels.Slice(2)[0] = LabelVolume.Unlabelled;

        var phases = RegionPhases.Of(labels, VoxelRegion.Box(new WorldPoint(0, 0, 0), new WorldPoint(3, 2, 5), labels.Spacing));

        Assert.Equal([19L, 10L], phases.Counts);
        Assert.Equal(1, phases.Unlabelled);
        Assert.Equal(10 / 29.0, phases.Fraction(1), 12);
    }

    [Fact]
    public void Greys_OfNegativeAndInfiniteValues_HaveAnExactMedianOfTheFiniteOnes()
    {
        using var volume = new Volume<float>(new VolumeShape(1, 1, 6));
        new[] { -3f, float.NaN, -1.5f, 1e-30f, float.PositiveInfinity, -2e9f }.CopyTo(volume.Slice(0));

        var greys = GreySummary.Of(volume, VoxelRegion.Box(default, new WorldPoint(1, 1, 6), volume.Spacing));

        Assert.Equal((4L, 2L, -2e9, -2.25), (greys.Count, greys.NotFinite, greys.Minimum, greys.Median));
    }

    [Fact]
    public void Greys_OutsideOfTheVolume_AreNone()
    {
        using var volume = Grid(new VolumeShape(2, 2, 2));
        var greys = GreySummary.Of(volume, VoxelRegion.Box(new WorldPoint(50, 50, 50), new WorldPoint(60, 60, 60), Unequal));

        Assert.Equal(0, greys.Count);
        Assert.True(double.IsNaN(greys.Mean) && double.IsNaN(greys.Median));
    }
}
