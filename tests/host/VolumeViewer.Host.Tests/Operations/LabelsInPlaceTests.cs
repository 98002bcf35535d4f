using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Operations;

public sealed class LabelsInPlaceTests
{
    private static readonly VolumeShape Shape = new(2, 3, 4);

    private static readonly PhaseTable Named = new([new Phase("pore", Rgba.Parse("#112233"), 5), new Phase("NMC", Rgba.Parse("#445566"), 9)]);

    private static OperationResult Made(PhaseTable phases, byte label)
    {
        var labels = new LabelVolume(Shape, phases);
        for (var z = 0; z < Shape.Depth; z++)
            labels.Slice(z).Fill(label);
        return new OperationResult { Layers = [new LabelsLayer("made", labels)] };
    }

    private static LabelsLayer Layer(out UndoHistory history)
    {
        var (viewer, layer) = (new Viewer(), new LabelsLayer("mine", new LabelVolume(Shape, Named)));
        viewer.Layers.Add(layer);
        history = new UndoHistory(viewer, _ => { });
        return layer;
    }

    [Fact]
    public void Apply_WithANewPhase_KeepsNamesAddsItAndIsOneStep()
    {
        using var layer = Layer(out var history);
        using var result = Made(new PhaseTable([.. PhaseTable.Numbered(2), new Phase("NMC", default, 9)]), 2);
        Assert.True(LabelsInPlace.Prepare(layer, result, layer.Edition, new Progress<double>(), CancellationToken.None)!.Apply(history, "Split"));
        Assert.Equal([("pore", 5L), ("NMC", 9L), ("NMC (2)", 10L)], layer.Phases.Select(phase => (phase.Name, phase.FileValue)));
        Assert.Equal(24, layer.Labels.Slice(0).Count((byte)2) + layer.Labels.Slice(1).Count((byte)2));
        Assert.Equal("Split in 'mine'", Assert.Single(history.Steps).Title);
        history.Undo();
        Assert.Equal(Named, layer.Phases);
        Assert.Equal(24, layer.Labels.Slice(0).Count((byte)0) + layer.Labels.Slice(1).Count((byte)0));
        history.Redo();
        Assert.Equal((3, (byte)2), (layer.Phases.Count, layer.Labels.Slice(1)[11]));
    }

    [Fact]
    public void Apply_WithFewerPhases_TakesTheirTable()
    {
        using var layer = Layer(out var history);
        layer.Fill(VoxelBox.Of(Shape), 1);
        using var result = Made(new PhaseTable([Named[1]]), 0);
        Assert.True(LabelsInPlace.Prepare(layer, result, layer.Edition, new Progress<double>(), CancellationToken.None)!.Apply(history, "Merge"));
        Assert.Equal("NMC", Assert.Single(layer.Phases).Name);
        history.Undo();
        Assert.Equal((Named, (byte)1), (layer.Phases, layer.Labels.Slice(0)[0]));
    }

    // What the window's thread does reads no file: neither the labels that go nor those that may be of the phase that goes.
    [Fact]
    public void Apply_WithFewerPhasesOfLabelsOnDemand_ReadsNothing()
    {
        var (shape, reads) = (new VolumeShape(9, 3, 4), 0);
        using var layer = new LabelsLayer("mine", LabelVolume.OnDemand(shape, Named, Spacing.Isotropic(1), (z, slice) =>
        {
            Interlocked.Increment(ref reads);
            slice.Fill((byte)(z % 2));
        }, memoryBytes: 0));
        var viewer = new Viewer();
        viewer.Layers.Add(layer);
        using var history = new UndoHistory(viewer, _ => { });
        using var result = new OperationResult { Layers = [new LabelsLayer("made", new LabelVolume(shape, new PhaseTable([Named[0]])))] };
        var progress = new Shares();
        var change = LabelsInPlace.Prepare(layer, result, layer.Edition, progress, CancellationToken.None)!;
        Assert.Equal(1, progress.Values.Max());
        reads = 0;
        Assert.True(change.Apply(history, "Merge"));
        Assert.Single(layer.Phases);
        history.Undo();
        Assert.Equal(Named, layer.Phases);
        history.Redo();
        Assert.Single(layer.Phases);
        Assert.Equal(0, reads);
        for (var z = 0; z < shape.Depth; z++)
            Assert.Equal(12, layer.Labels.Slice(z).Count((byte)0));
        history.Undo();
        for (var z = 0; z < shape.Depth; z++)
            Assert.Equal(12, layer.Labels.Slice(z).Count((byte)(z % 2)));
    }

    [Fact]
    public void Prepare_AfterTheLayerWasPaintedOn_GivesNothing()
    {
        using var layer = Layer(out _);
        using var result = Made(Named, 1);
        var edition = layer.Edition;
        layer.Fill(VoxelBox.Of(Shape), 1);
        Assert.Null(LabelsInPlace.Prepare(layer, result, edition, new Progress<double>(), CancellationToken.None));
    }

    [Fact]
    public void Apply_AfterTheLayerWasPaintedOn_ChangesNothingNorThePhases()
    {
        using var layer = Layer(out var history);
        using var result = Made(PhaseTable.Numbered(4), 3);
        var change = LabelsInPlace.Prepare(layer, result, layer.Edition, new Progress<double>(), CancellationToken.None)!;
        layer.Fill(new VoxelBox(0, 0, 0, 1, 1, 1), 1);
        Assert.False(change.Apply(history, "x"));
        Assert.Equal(Named, layer.Phases);
    }

    [Fact]
    public void Prepare_WithAnotherShape_GivesNothing()
    {
        using var layer = Layer(out _);
        using var other = new OperationResult { Layers = [new LabelsLayer("made", new LabelVolume(new VolumeShape(1, 1, 1), Named))] };
        Assert.Null(LabelsInPlace.Prepare(layer, other, layer.Edition, new Progress<double>(), CancellationToken.None));
    }

    private sealed class Shares : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value)
        {
            lock (Values)
                Values.Add(value);
        }
    }
}
