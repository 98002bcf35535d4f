namespace VolumeViewer.Sdk.Tests;

public sealed class LabelsEditTests
{
    private static readonly VolumeShape Shape = new(4, 5, 6);

    private static LabelsLayer Layer(VolumeShape? shape = null) => new("labels", new LabelVolume(shape ?? Shape, PhaseTable.Named("pore", "solid", "binder")));

    private static byte[] Bytes(LabelsLayer layer) => [.. Enumerable.Range(0, layer.Shape.Depth).SelectMany(z => layer.Labels.Slice(z).ToArray())];

    [Fact]
    public void Fill_OfABox_ChangesItsVoxelsOnlyAndTellsTheBox()
    {
        using var layer = Layer();
        var told = new List<LayerChange>();
        var properties = new List<string?>();
        layer.Changed += (_, change) => told.Add(change);
        layer.PropertyChanged += (_, change) => properties.Add(change.PropertyName);

        Assert.True(layer.Fill(new VoxelBox(1, 2, 3, 2, 1, 2), 2));

        Assert.Equal(4, Bytes(layer).Count(label => label == 2));
        Assert.Equal([2, 2], layer.Labels.Slice(2).Slice((2 * 6) + 3, 2).ToArray());
        Assert.Equal(new VoxelBox(1, 2, 3, 2, 1, 2), Assert.IsType<LabelsChange>(Assert.Single(told)).Box);
        Assert.Equal([nameof(LabelsLayer.Labels)], properties);
        Assert.False(layer.Fill(new VoxelBox(1, 2, 3, 2, 1, 2), 2));
        Assert.Single(told);
    }

    [Theory]
    [InlineData(0, 0, 0, 5, 1, 1)]
    [InlineData(3, 4, 5, 1, 1, 2)]
    [InlineData(0, 4, 0, 1, 2, 1)]
    [InlineData(int.MaxValue, 0, 0, 1, 1, 1)]
    public void Fill_OutsideTheLayer_IsRefused(int z, int y, int x, int depth, int height, int width)
    {
        using var layer = Layer();
        Assert.Contains("'labels'", Assert.Throws<ArgumentException>(() => layer.Fill(new VoxelBox(z, y, x, depth, height, width), 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void VoxelBox_WithoutVoxels_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new VoxelBox(0, 0, 0, 0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new VoxelBox(0, -1, 0, 1, 1, 1));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(254)]
    public void Edit_WithALabelThatIsNoPhase_ChangesNothing(byte bad)
    {
        using var layer = Layer();
        layer.Fill(new VoxelBox(0, 0, 0, 1, 5, 6), 1);
        var before = Bytes(layer);
        var told = 0;
        layer.Changed += (_, _) => told++;

        var fault = Assert.Throws<ArgumentException>(() => layer.Edit(VoxelBox.Of(Shape), (z, y, row) => row.Fill(z == 2 && y == 3 ? bad : (byte)2)));

        Assert.Contains($"label {bad}", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, Bytes(layer));
        Assert.Equal(0, told);
    }

    [Fact]
    public void Edit_ThatThrows_ChangesNothing()
    {
        using var layer = Layer();
        Assert.Throws<InvalidOperationException>(() => layer.Edit(VoxelBox.Of(Shape), (z, _, row) =>
        {
            row.Fill(1);
            if (z == 3)
                throw new InvalidOperationException();
        }));
        Assert.All(Bytes(layer), label => Assert.Equal(0, label));
    }

    [Fact]
    public void Undo_OfAStroke_TakesBackAllItsEdits()
    {
        var viewer = new Viewer();
        var layer = Layer();
        viewer.Layers.Add(layer);
        using var history = new UndoHistory(viewer);
        layer.Fill(new VoxelBox(0, 0, 0, 1, 2, 2), 1);
        layer.Fill(new VoxelBox(0, 1, 1, 1, 2, 2), 2);
        layer.Fill(new VoxelBox(3, 4, 5, 1, 1, 1), LabelVolume.Unlabelled);
        var painted = Bytes(layer);

        Assert.Equal("Edit labels of 'labels'", Assert.Single(history.Steps).Title);
        history.Undo();
        Assert.All(Bytes(layer), label => Assert.Equal(0, label));
        history.Redo();
        Assert.Equal(painted, Bytes(layer));
    }

    [Fact]
    public void HeldBytes_OfAFilledBox_AreFew()
    {
        var viewer = new Viewer();
        var layer = Layer(new VolumeShape(8, 300, 300));
        viewer.Layers.Add(layer);
        using var history = new UndoHistory(viewer);
        layer.Fill(new VoxelBox(2, 10, 10, 4, 250, 250), 1);
        Assert.InRange(history.HeldBytes, 1, 10);
        // Unchanged voxels cost next to nothing, even between changed ones.
        history.EndGesture();
        layer.Edit(VoxelBox.Of(layer.Shape), (_, y, row) =>
        {
            if (y % 100 == 0)
                row[0] = 2;
        });
        Assert.InRange(history.HeldBytes, 1, 300);
    }
}
