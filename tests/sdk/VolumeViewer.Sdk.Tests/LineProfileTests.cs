namespace VolumeViewer.Sdk.Tests;

public sealed class LineProfileTests
{
    private static readonly Spacing Unequal = new(2, 1, 0.5);

    private static readonly VolumeShape Shape = new(9, 12, 15);

    // Grey rises linearly in the world: 3 z + 5 y + 7 x of the voxel's centre in µm.
    private static Volume<float> Ramp()
    {
        var volume = new Volume<float>(Shape, Unequal);
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var i = 0; i < Shape.SliceLength; i++)
                volume.Slice(z)[i] = (float)((3 * (z + 0.5) * 2) + (5 * ((i / Shape.Width) + 0.5)) + (7 * ((i % Shape.Width) + 0.5) * 0.5));
        }
        return volume;
    }

    public static TheoryData<bool, int, Axis?> Ways => new() { { true, 1, null }, { false, 1, null }, { true, 5, Axis.Z }, { true, 3, Axis.Y }, { false, 4, Axis.X } };

    [Theory, MemberData(nameof(Ways))]
    public void Profile_OfALinearRamp_IsLinearAtOneVoxelsDistance(bool isInMemory, int width, Axis? across)
    {
        using var ramp = Ramp();
        IVolumeSource source = isInMemory ? ramp : new OnDemand(ramp);
        WorldPoint from = new(6.3, 4.2, 2.1), to = new(9.9, 8.4, 4.6);
        if (across is { } axis)
            to = to.With(axis, from.Along(axis));

        var profile = LineProfile.Of(source, from, to, width, across);

        var (first, last) = ((3 * from.Z) + (5 * from.Y) + (7 * from.X), (3 * to.Z) + (5 * to.Y) + (7 * to.X));
        var ruler = new Measurement(MeasurementKind.Ruler, [from, to], null);
        Assert.Equal((int)Math.Round(ruler.LengthInVoxels(Unequal)) + 1, profile.Values.Count);
        Assert.Equal(ruler.Length, profile.Distances[^1], 12);
        for (var index = 0; index < profile.Values.Count; index++)
            Assert.Equal(first + ((last - first) * index / (profile.Values.Count - 1)), profile.Values[index], tolerance: 1e-4);
    }

    // A band at right angles in the world: across a step along x every lane of a line along y sees another column.
    [Fact]
    public void Profile_OfABand_IsTheMeanOverItsLanes()
    {
        using var volume = new Volume<byte>(new VolumeShape(1, 9, 9), new Spacing(1, 3, 1));
        for (var i = 0; i < 81; i++)
            volume.Slice(0)[i] = (byte)(10 * (i % 9) * (i % 9));
        var (from, to) = (new WorldPoint(0.5, 1.5, 4.5), new WorldPoint(0.5, 25.5, 4.5));

        Assert.All(LineProfile.Of(volume, from, to).Values, value => Assert.Equal(160, value, 9));
        Assert.All(LineProfile.Of(volume, from, to, 3, Axis.Z).Values, value => Assert.Equal((90 + 160 + 250) / 3.0, value, 9));
    }

    [Fact]
    public void Profile_BeyondTheVolume_IsNoNumberThere()
    {
        using var ramp = Ramp();
        var profile = LineProfile.Of(ramp, new WorldPoint(9, 6, -2), new WorldPoint(9, 6, 3));

        Assert.True(double.IsNaN(profile.Values[0]));
        Assert.True(double.IsFinite(profile.Values[^1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LineProfile.Of(ramp, default, default, 0));
    }

    [Fact]
    public void Phases_AlongALine_ChangeAtTheFacesOfVoxels()
    {
        using var labels = new LabelVolume(new VolumeShape(2, 2, 8), PhaseTable.Named("a", "b"), Unequal);
        labels.Slice(0)[3] = 1;
        labels.Slice(0)[4] = 1;
        labels.Slice(0)[6] = LabelVolume.Unlabelled;

        var runs = PhaseRun.Along(labels, new WorldPoint(1, 0.5, 0.25), new WorldPoint(1, 0.5, 5));

        Assert.Equal(new (byte?, double, double)[] { (0, 0, 1.25), (1, 1.25, 2.25), (0, 2.25, 2.75), (255, 2.75, 3.25), (0, 3.25, 3.75), (null, 3.75, 4.75) },
            runs.Select(run => (run.Label, Math.Round(run.From, 9), Math.Round(run.To, 9))));
        Assert.Empty(PhaseRun.Along(labels, new WorldPoint(1, 1, 1), new WorldPoint(1, 1, 1)));
    }

    [Fact]
    public void Phases_AlongADiagonal_CoverItsWholeLength()
    {
        using var labels = new LabelVolume(new VolumeShape(8, 8, 8), PhaseTable.Named("a", "b"));
        for (var z = 4; z < 8; z++)
            labels.Slice(z).Fill(1);

        var runs = PhaseRun.Along(labels, new WorldPoint(8, 8, 8), new WorldPoint(0, 0, 0));

        Assert.Equal([(byte?)1, 0], runs.Select(run => run.Label));
        Assert.All(runs, run => Assert.Equal(4 * Math.Sqrt(3), run.Length, 9));
    }

    // A volume that is read whole slice by whole slice, as those on disk are.
    private sealed class OnDemand(Volume<float> volume) : IVolumeSource
    {
        public VolumeShape Shape => volume.Shape;

        public Spacing Spacing => volume.Spacing;

        public VoxelType VoxelType => volume.VoxelType;

        public void ReadSlice(int z, Span<byte> destination) => volume.ReadSlice(z, destination);

        public void ReadSlice(int z, Span<float> destination) => volume.ReadSlice(z, destination);

        public void Dispose() { }
    }
}
