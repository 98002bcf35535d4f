namespace VolumeViewer.Sdk.Tests;

/// <summary>What the program itself writes into layers, and phases that come later.</summary>
public sealed class ProgramsEditTests
{
    private static readonly VolumeShape Shape = new(2, 3, 4);

    private readonly Viewer _viewer = new();
    private readonly LabelsLayer _labels = new("labels", new LabelVolume(Shape, PhaseTable.Named("pore", "solid")));

    public ProgramsEditTests() => _viewer.Layers.Add(_labels);

    [Fact]
    public void Write_OfLabels_IsToldAndNoStep()
    {
        using var history = new UndoHistory(_viewer);
        var told = new List<LayerChange>();
        _labels.Changed += (_, change) => told.Add(change);
        var box = new VoxelBox(0, 1, 2, 2, 1, 2);
        _labels.Write(box, [1, 255, 0, 1]);
        Assert.Equal([1, 255], _labels.Labels.Slice(0).Slice(6, 2).ToArray());
        Assert.Equal([0, 1], _labels.Labels.Slice(1).Slice(6, 2).ToArray());
        Assert.Equal(box, Assert.IsType<LabelsChange>(Assert.Single(told)).Box);
        Assert.Empty(history.Steps);
        Assert.Throws<ArgumentException>(() => _labels.Write(box, [1, 2, 0, 1]));
        Assert.Throws<ArgumentException>(() => _labels.Write(box, [1]));
    }

    [Fact]
    public void Phases_Added_CanBePaintedAndUndoneInOrder()
    {
        using var history = new UndoHistory(_viewer);
        _labels.Phases = new PhaseTable([.. _labels.Phases, new Phase("binder", PhaseTable.DefaultColor(2), 7)]);
        history.EndGesture();
        _labels.Fill(new VoxelBox(0, 0, 0, 1, 1, 1), 2);
        history.EndGesture();
        Assert.Equal(("binder", 3), (_labels.Labels.Phases[2].Name, _labels.Labels.Phases.Count));
        var problem = Assert.Throws<ArgumentException>(() => _labels.Phases = PhaseTable.Named("pore", "solid"));
        Assert.Contains("'binder'", problem.Message, StringComparison.Ordinal);

        history.Undo();
        history.Undo();
        Assert.Equal((2, 2), (_labels.Phases.Count, _labels.Labels.Phases.Count));
        Assert.Throws<ArgumentException>(() => _labels.Fill(new VoxelBox(0, 0, 0, 1, 1, 1), 2));
        history.Redo();
        history.Redo();
        Assert.Equal(2, _labels.Labels.Slice(0)[0]);
    }

    [Fact]
    public void WithoutStep_OfAProperty_IsNotRecorded()
    {
        using var history = new UndoHistory(_viewer);
        using (history.WithoutStep())
            _labels.Opacity = 0.5f;
        Assert.Empty(history.Steps);
        _labels.Opacity = 0.25f;
        Assert.Single(history.Steps);
    }

    [Fact]
    public void TellVoxelsChanged_OfAnImage_IsToldAndNoStep()
    {
        var image = new ImageLayer("image", new Volume<byte>(Shape));
        _viewer.Layers.Add(image);
        using var history = new UndoHistory(_viewer);
        var told = new List<LayerChange>();
        image.Changed += (_, change) => told.Add(change);
        image.TellVoxelsChanged(new VoxelBox(1, 0, 0, 1, 3, 4));
        Assert.Equal(new VoxelBox(1, 0, 0, 1, 3, 4), Assert.IsType<ImageVoxelsChange>(Assert.Single(told)).Box);
        Assert.Empty(history.Steps);
        Assert.Throws<ArgumentException>(() => image.TellVoxelsChanged(new VoxelBox(1, 0, 0, 2, 3, 4)));
    }
}
