namespace VolumeViewer.Sdk.Tests;

public sealed class LabelsReplacementTests
{
    private static readonly VolumeShape Shape = new(5, 6, 7);

    private static LabelsLayer Random(int seed)
    {
        var (labels, random) = (new LabelVolume(Shape, PhaseTable.Named("pore", "solid", "binder")), new Random(seed));
        for (var z = 0; z < Shape.Depth; z++)
        {
            foreach (ref var label in labels.Slice(z))
                label = random.Next(4) is var next && next == 3 ? LabelVolume.Unlabelled : (byte)next;
        }
        return new LabelsLayer("labels", labels);
    }

    private static byte[] Bytes(LabelsLayer layer) => [.. Enumerable.Range(0, layer.Shape.Depth).SelectMany(z => layer.Labels.Slice(z).ToArray())];

    [Fact]
    public void Apply_OfOtherLabels_IsOneStepThatIsTakenBackByteByByte()
    {
        using var layer = Random(1);
        using var other = Random(2);
        var viewer = new Viewer();
        viewer.Layers.Add(layer);
        using var history = new UndoHistory(viewer, _ => { });
        var (before, wanted) = (Bytes(layer), Bytes(other));
        var replacement = layer.PrepareReplacement(other.Labels);
        Assert.Equal(before, Bytes(layer));

        Assert.True(replacement.Apply());
        Assert.Equal(wanted, Bytes(layer));
        Assert.Single(history.Steps);
        history.Undo();
        Assert.Equal(before, Bytes(layer));
        history.Redo();
        Assert.Equal(wanted, Bytes(layer));
    }

    [Fact]
    public void Box_OfAFewChanges_HoldsTheseAndNoSlicesOrRowsMore()
    {
        using var layer = Random(1);
        using var other = new LabelsLayer("copy", new LabelVolume(Shape, layer.Phases));
        for (var z = 0; z < Shape.Depth; z++)
            layer.Labels.Slice(z).CopyTo(other.Labels.Slice(z));
        Assert.False(layer.PrepareReplacement(other.Labels).HasChanges);
        Assert.Null(layer.PrepareReplacement(other.Labels).Box);
        other.Labels.Slice(1)[(2 * 7) + 3] = layer.Labels.Slice(1)[(2 * 7) + 3] == 1 ? (byte)2 : (byte)1;
        other.Labels.Slice(3)[(4 * 7) + 1] = layer.Labels.Slice(3)[(4 * 7) + 1] == 1 ? (byte)2 : (byte)1;
        Assert.Equal(new VoxelBox(1, 2, 0, 3, 3, 7), layer.PrepareReplacement(other.Labels).Box);
    }

    [Fact]
    public void Apply_AfterTheLayerChanged_DoesNothing()
    {
        using var layer = Random(1);
        using var other = Random(2);
        var replacement = layer.PrepareReplacement(other.Labels);
        var edition = layer.Edition;
        layer.Fill(new VoxelBox(0, 0, 0, 2, 2, 2), 1);
        Assert.True(layer.Edition > edition);
        var before = Bytes(layer);
        Assert.False(replacement.Apply());
        Assert.Equal(before, Bytes(layer));
    }

    [Fact]
    public void Apply_WithMorePhasesThanTheLayer_IsRefusedUntilItHasThem()
    {
        using var layer = Random(1);
        using var other = new LabelVolume(Shape, PhaseTable.Numbered(5));
        other.Slice(2)[5] = 4;
        var replacement = layer.PrepareReplacement(other);
        Assert.Equal(4, replacement.HighestLabel);
        Assert.Contains("label 4", Assert.Throws<ArgumentException>(() => replacement.Apply()).Message, StringComparison.Ordinal);
        layer.Phases = PhaseTable.Numbered(5);
        Assert.True(replacement.Apply());
    }

    [Theory]
    [InlineData(3, 254)]
    [InlineData(3, -1)]
    [InlineData(100, 7)]
    [InlineData(300, 0)]
    public void HighestLabel_IsThatOfVoxelsThatAreLabelled(int width, int highest)
    {
        var shape = new VolumeShape(1, 1, width);
        using var layer = new LabelsLayer("labels", new LabelVolume(shape, PhaseTable.Numbered(PhaseTable.MaxCount)));
        using var labels = new LabelVolume(shape, layer.Phases);
        labels.Slice(0).Fill(LabelVolume.Unlabelled);
        if (highest >= 0)
            labels.Slice(0)[width / 2] = (byte)highest;
        Assert.Equal(highest, layer.PrepareReplacement(labels).HighestLabel);
    }

    [Fact]
    public void Prepare_WithAnotherShape_SaysBoth()
    {
        using var layer = Random(1);
        using var other = new LabelVolume(new VolumeShape(1, 2, 3), PhaseTable.Numbered(1));
        var message = Assert.Throws<ArgumentException>(() => layer.PrepareReplacement(other)).Message;
        Assert.Contains("5 × 6 × 7", message, StringComparison.Ordinal);
        Assert.Contains("1 × 2 × 3", message, StringComparison.Ordinal);
    }

    [Fact]
    public void TemporaryLayers_ComeAndGo_WithoutAStepAndStayOnTop()
    {
        var viewer = new Viewer();
        using var lasting = Random(1);
        using var second = Random(2);
        using var preview = new LabelsLayer("preview", new LabelVolume(Shape, lasting.Phases)) { IsTemporary = true };
        viewer.Layers.Add(lasting);
        using var history = new UndoHistory(viewer, _ => { });
        viewer.Layers.Add(preview);
        preview.Opacity = 0.5f;
        preview.Fill(VoxelBox.Of(Shape), 1);
        Assert.Empty(history.Steps);
        viewer.Layers.Add(second);
        history.Undo();
        Assert.Equal([lasting, preview], viewer.Layers);
        history.Redo();
        Assert.Equal([lasting, second, preview], viewer.Layers);
        viewer.Layers.Remove(preview);
        Assert.Single(history.Steps);
        history.Undo();
        Assert.Equal([lasting], viewer.Layers);
    }

    [Fact]
    public void State_OfAPhase_IsAStepWithItsName()
    {
        var viewer = new Viewer();
        using var layer = Random(1);
        viewer.Layers.Add(layer);
        using var history = new UndoHistory(viewer, _ => { });
        layer.Phases = layer.Phases.With(1, layer.Phases[1] with { State = PhaseState.InProgress });
        Assert.Equal("Mark the phase 'solid' of 'labels' as in progress", history.Undoable!.Title);
        history.Undo();
        Assert.Equal(PhaseState.ToDo, layer.Phases[1].State);
        Assert.Equal(PhaseState.Flagged, new Phase("x", default, 1, true, PhaseState.Flagged).State);
    }
}
