using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class MeasuredVolumeTests
{
    private static readonly PhaseTable Phases = PhaseTable.Named("pore", "NMC", "CBD");

    [Fact]
    public void Of_WithoutMaskOrExcludedPhases_IsTheVolumeItself()
    {
        using var layer = LabelVolumes.Row(Phases, 0, 1, 2).Layer();

        Assert.Same(layer.Labels, MeasuredVolume.Of(Context(layer)));
    }

    [Fact]
    public void Of_WithMaskAndExcludedPhase_LeavesBothOut()
    {
        using var layer = LabelVolumes.Row(Phases, 0, 1, 2, 0, 1, 2, LabelVolumes.None).Layer();
        using var mask = LabelVolumes.Row(PhaseTable.ForFileValues([0, 255]), 1, 1, 1, 0, 0, LabelVolumes.None, 1).Layer();

        using var measured = MeasuredVolume.Of(Context(layer, mask), "CBD");

        const byte None = LabelVolumes.None;
        Assert.Equal([0, 1, None, None, None, None, None], measured.Slice(0).ToArray());
    }

    [Theory]
    [InlineData("pore,NMC,CBD", "Nothing of 'labels' is left")]
    [InlineData("binder", "There is no phase 'binder'; there are: pore (0), NMC (1), CBD (2)")]
    public void Of_WithABadChoiceOfPhases_SaysSo(string exclude, string message)
    {
        using var layer = LabelVolumes.Row(Phases, 0, 1, 2).Layer();

        Assert.Contains(message, Assert.Throws<UserException>(() => MeasuredVolume.Of(Context(layer), exclude)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WithAMaskOfAnotherShape_SaysSo()
    {
        using var layer = LabelVolumes.Row(Phases, 0, 1, 2).Layer();
        using var mask = LabelVolumes.Row(Phases, 0, 1).Layer("inside");

        Assert.Contains("The mask 'inside' has", Assert.Throws<UserException>(() => MeasuredVolume.Of(Context(layer, mask))).Message, StringComparison.Ordinal);
    }

    private static OperationContext Context(LabelsLayer layer, LabelsLayer? mask = null)
    {
        var layers = new Dictionary<string, Layer> { ["in"] = layer };
        if (mask is not null)
            layers[MeasuredVolume.Mask] = mask;
        return new OperationContext(new RecordedJob(), null!, null!) { Layers = layers };
    }
}
