using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Scope;

/// <summary>Labels that are read slice by slice give what labels in memory give.</summary>
public class OnDemandTests
{
    private const int SlicesInMemory = 3;

    private static readonly Runs Plugin = new(new MetricsPlugin());

    private static readonly VolumeShape Shape = new(36, 21, 26);

    private static readonly PhaseTable Phases = PhaseTable.Named("pore", "NMC", "CBD");

    [Theory]
    [InlineData("measure.volume-fractions", "around=z")]
    [InlineData("measure.volume-fractions", "exclude=CBD")]
    [InlineData("measure.surfaces", "interface-layer=true")]
    [InlineData("measure.surfaces", "exclude=CBD smoothing=1.2 smoothing-radius=3")]
    [InlineData("measure.minkowski", "")]
    [InlineData("measure.connectivity", "")]
    [InlineData("measure.connectivity", "neighbours=26 exclude=pore")]
    [InlineData("measure.connectivity", "neighbours=18 class-layer=true intervals=false")]
    [InlineData("measure.chords", "")]
    [InlineData("measure.representativity", "")]
    [InlineData("measure.correlation", "max-lag=6 pairs=true")]
    [InlineData("measure.distance", "")]
    [InlineData("measure.thickness", "phase=NMC")]
    [InlineData("measure.particles", "phase=NMC")]
    [InlineData("measure.coverage", "active=NMC binder=CBD")]
    [InlineData("measure.tortuosity", "phase=pore axis=z interval=false")]
    public async Task Run_OnLabelsReadOnDemand_GivesWhatLabelsInMemoryGive(string operation, string parameters)
    {
        using var whole = Labels(1).Layer();
        using var sliced = OnDemand(whole.Labels).Layer();
        using var expected = await Plugin.Run(operation, parameters, null, ("in", whole));
        using var actual = await Plugin.Run(operation, parameters, null, ("in", sliced));

        AssertEqual(expected, actual);
    }

    [Theory]
    [InlineData("measure.agreement", "reference", "per-slice=true against=NMC")]
    [InlineData("measure.boundary-agreement", "reference", "per-slice=true")]
    [InlineData("measure.errors", "reference", "")]
    [InlineData("compare.labels", "before", "")]
    public async Task Run_OnTwoLabellingsReadOnDemand_GivesWhatThoseInMemoryGive(string operation, string other, string parameters)
    {
        using var whole = Labels(1).Layer();
        using var second = Labels(2).Layer();
        using var sliced = OnDemand(whole.Labels).Layer();
        using var secondSliced = OnDemand(second.Labels).Layer();
        using var expected = await Plugin.Run(operation, parameters, null, ("in", whole), (other, second));
        using var actual = await Plugin.Run(operation, parameters, null, ("in", sliced), (other, secondSliced));

        AssertEqual(expected, actual);
    }

    [Fact]
    public async Task GreyByPhase_OnLabelsReadOnDemand_GivesWhatLabelsInMemoryGive()
    {
        using var whole = Labels(1).Layer();
        using var sliced = OnDemand(whole.Labels).Layer();
        var greys = new Volume<float>(Shape);
        var random = new Random(5);
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var i = 0; i < Shape.SliceLength; i++)
                greys.Slice(z)[i] = whole.Labels.Slice(z)[i] + (float)random.NextDouble();
        }
        using var image = new ImageLayer("grey", greys);
        using var expected = await Plugin.Run("measure.grey-by-phase", "", null, ("in", whole), ("image", image));
        using var actual = await Plugin.Run("measure.grey-by-phase", "", null, ("in", sliced), ("image", image));

        AssertEqual(expected, actual);
    }

    [Theory]
    [InlineData("measure.volume-fractions")]
    [InlineData("measure.surfaces")]
    [InlineData("measure.connectivity")]
    [InlineData("measure.chords")]
    public async Task Run_WithAMaskReadOnDemand_GivesWhatTheMaskInMemoryGives(string operation)
    {
        using var whole = Labels(1).Layer();
        using var mask = LabelVolumes.Filled(Shape, PhaseTable.ForFileValues([0, 255]), (z, y, x) => z is > 2 and < 30 && y + x > 6 ? (byte)1 : (byte)0).Layer();
        using var sliced = OnDemand(whole.Labels).Layer();
        using var maskSliced = OnDemand(mask.Labels).Layer();
        using var expected = await Plugin.Run(operation, "exclude=CBD", null, ("in", whole), ("mask", mask));
        using var actual = await Plugin.Run(operation, "exclude=CBD", null, ("in", sliced), ("mask", maskSliced));

        AssertEqual(expected, actual);
    }

    [Fact]
    public async Task Run_OnLabelsReadOnDemandOfWhichNothingIsLeft_SaysSo()
    {
        using var whole = Labels(1).Layer();
        using var sliced = OnDemand(whole.Labels).Layer();

        var refused = await Assert.ThrowsAsync<UserException>(() => Plugin.Run("measure.volume-fractions", "exclude=pore,NMC,CBD", null, ("in", sliced)));

        Assert.Contains("is left to measure", refused.Message, StringComparison.Ordinal);
    }

    // Blocks of one phase, so that there are components and particles of some size, with holes nobody labelled.
    private static LabelVolume Labels(int seed)
    {
        var random = new Random(seed);
        var blocks = new byte[12, 7, 9];
        foreach (ref var block in System.Runtime.InteropServices.MemoryMarshal.CreateSpan(ref blocks[0, 0, 0], blocks.Length))
            block = random.Next(40) == 0 ? LabelVolumes.None : (byte)random.Next(3);
        return LabelVolumes.Filled(Shape, Phases, (z, y, x) => random.Next(60) == 0 ? (byte)2 : blocks[z / 3, y / 3, x / 3], new Spacing(0.5, 0.4, 0.3));
    }

    private static LabelVolume OnDemand(LabelVolume labels)
    {
        var sliced = LabelVolume.OnDemand(labels.Shape, labels.Phases, labels.Spacing, (z, slice) => labels.Slice(z).CopyTo(slice), SlicesInMemory * labels.Shape.SliceLength);
        Assert.True(sliced.IsOnDemand);
        Assert.Equal(SlicesInMemory * labels.Shape.SliceLength, sliced.MemoryBytes);
        return sliced;
    }

    private static void AssertEqual(OperationResult expected, OperationResult actual)
    {
        Assert.Equal(expected.Tables.Select(table => table.Title), actual.Tables.Select(table => table.Title));
        foreach (var (one, other) in expected.Tables.Zip(actual.Tables))
            Assert.Equal(one.Rows, other.Rows);
        Assert.Equal(expected.Plots.Select(plot => plot.Title), actual.Plots.Select(plot => plot.Title));
        foreach (var (one, other) in expected.Plots.SelectMany(plot => plot.Series).Zip(actual.Plots.SelectMany(plot => plot.Series)))
        {
            Assert.Equal(one.X, other.X);
            Assert.Equal(one.Y, other.Y);
        }
        Assert.Equal(expected.Layers.Count, actual.Layers.Count);
        foreach (var (one, other) in expected.Layers.Zip(actual.Layers))
            AssertEqualVoxels(Source(one), Source(other));
    }

    private static IVolumeSource Source(Layer layer) => layer is LabelsLayer labels ? labels.Labels : ((ImageLayer)layer).Volume;

    private static void AssertEqualVoxels(IVolumeSource expected, IVolumeSource actual)
    {
        var (one, other) = (new float[expected.Shape.SliceLength], new float[actual.Shape.SliceLength]);
        for (var z = 0; z < expected.Shape.Depth; z++)
        {
            expected.ReadSlice(z, one);
            actual.ReadSlice(z, other);
            Assert.Equal(one, other);
        }
    }
}
