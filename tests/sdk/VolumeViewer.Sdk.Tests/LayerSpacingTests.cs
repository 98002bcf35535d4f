namespace VolumeViewer.Sdk.Tests;

public sealed class LayerSpacingTests
{
    private static readonly VolumeShape Shape = new(2, 3, 4);
    private static readonly Spacing Wanted = new(3, 2, 1);

    [Fact]
    public void Spacing_OfLabels_IsThatOfTheVolumeThatOperationsRead()
    {
        using var layer = new LabelsLayer("labels", new LabelVolume(Shape, PhaseTable.Named("a", "b")));
        layer.Fill(new VoxelBox(1, 0, 0, 1, 1, 1), 1);
        layer.Spacing = Wanted;

        Assert.Equal((Wanted, Wanted), (layer.Spacing, layer.Labels.Spacing));
        Assert.Equal(1, layer.Labels.Slice(1)[0]);
        // The voxels are the same, so that painting goes on.
        layer.Fill(new VoxelBox(0, 0, 0, 1, 1, 1), 1);
        Assert.Equal(1, layer.Labels.Slice(0)[0]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Spacing_OfAnImage_IsUndoneAndRedone(bool isInMemory)
    {
        var viewer = new Viewer();
        using var volume = new Volume<byte>(Shape);
        volume.Slice(1)[5] = 77;
        var layer = new ImageLayer("grey", isInMemory ? volume : new OnDemand(volume), IntensityStatistics.Measure(volume));
        viewer.Layers.Add(layer);
        using var history = new UndoHistory(viewer);
        var titles = new List<string>();
        layer.PropertyChanged += (_, change) => titles.Add(change.PropertyName!);

        layer.Spacing = Wanted;

        Assert.Equal(Wanted, layer.Volume.Spacing);
        var slice = new float[Shape.SliceLength];
        layer.Volume.ReadSlice(1, slice);
        Assert.Equal(77, slice[5]);
        Assert.Equal(("Voxel size of 'grey' to 3 × 2 × 1 µm", true), (history.Undoable!.Title, history.Undo()));
        Assert.Equal(Spacing.Uncalibrated, layer.Spacing);
        history.Redo();
        Assert.Equal(Wanted, layer.Volume.Spacing);
        Assert.Equal([nameof(Layer.Spacing), nameof(Layer.Spacing), nameof(Layer.Spacing)], titles);
    }

    [Fact]
    public void Disposing_ALayerWithAnotherSpacing_DisposesItsVolume()
    {
        using var volume = new Volume<byte>(Shape);
        var source = new OnDemand(volume);
        var layer = new ImageLayer("grey", source, IntensityStatistics.Measure(volume));
        layer.Spacing = Wanted;
        layer.Spacing = Spacing.Isotropic(2);
        layer.Dispose();

        Assert.True(source.IsDisposed);
    }

    private sealed class OnDemand(Volume<byte> volume) : IVolumeSource
    {
        public bool IsDisposed { get; private set; }

        public VolumeShape Shape => volume.Shape;

        public Spacing Spacing => volume.Spacing;

        public VoxelType VoxelType => volume.VoxelType;

        public void ReadSlice(int z, Span<byte> destination) => volume.ReadSlice(z, destination);

        public void ReadSlice(int z, Span<float> destination) => volume.ReadSlice(z, destination);

        public void Dispose() => IsDisposed = true;
    }
}
