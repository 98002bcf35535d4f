using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Where the crosshair is when layers come that are smaller or larger than what was there.</summary>
public sealed class AddedLayersTests : IDisposable
{
    private readonly AppServices _services = new(Path.Combine(AppContext.BaseDirectory, "no such plugins"));
    private readonly Viewer _viewer = new();
    private readonly Workbench _bench;

    public AddedLayersTests() => _bench = new Workbench(_services, _viewer);

    public void Dispose()
    {
        _bench.Dispose();
        _services.Dispose();
    }

    [Fact]
    public void ASliceBesideAVolume_IsWhereTheCrosshairGoes_AndUndoOfTheNoticeBringsItBack()
    {
        _bench.AddLayers([Layer("volume", 40, 30, 20)]);
        Assert.Equal(new WorldPoint(20, 15, 10), _viewer.Cursor);
        Assert.Empty(_bench.Notices.Shown);

        _bench.AddLayers([Layer("slice", 1, 30, 20)]);

        Assert.Equal(new WorldPoint(0.5, 15, 10), _viewer.Cursor);
        Assert.All(_viewer.Layers, layer => Assert.True(IsMet(layer)));
        var notice = Assert.Single(_bench.Notices.Shown);
        Assert.Equal("Moved the crosshair along z into 'slice', which was not in sight there.", notice.Text);
        Assert.True(notice.CanUndo());
        _bench.Notices.Undo(notice);
        Assert.Equal(new WorldPoint(20, 15, 10), _viewer.Cursor);
    }

    [Fact]
    public void AVolumeBesideASlice_LeavesTheCrosshairInTheSlice()
    {
        _bench.AddLayers([Layer("slice", 1, 30, 20)]);
        _bench.AddLayers([Layer("volume", 40, 30, 20)]);

        Assert.Equal(new WorldPoint(0.5, 15, 10), _viewer.Cursor);
        Assert.Empty(_bench.Notices.Shown);
        // Yet all of it is in sight in 3-D.
        var whole = new Camera();
        whole.Frame(_viewer.Extent);
        Assert.Equal((whole.Target, whole.Distance), (_viewer.Camera.Target, _viewer.Camera.Distance));
    }

    [Fact]
    public void ALayerThatEndsBeforeTheCrosshair_MovesItIntoWhatAllHaveInCommon()
    {
        _bench.AddLayers([Layer("volume", 40, 30, 20)]);
        _viewer.Cursor = new WorldPoint(35.5, 28.5, 3.5);
        _bench.AddLayers([Layer("thin", 8, 30, 20)]);
        _viewer.Cursor = new WorldPoint(35.5, 28.5, 3.5);
        _bench.AddLayers([Layer("part", 30, 12, 6)]);

        Assert.Equal(new WorldPoint(4, 6, 3.5), _viewer.Cursor);
        Assert.All(_viewer.Layers, layer => Assert.True(IsMet(layer)));
        Assert.StartsWith("Moved the crosshair along z and y into 'part'", _bench.Notices.Shown[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralAtOnce_AreAllMet_AndHiddenOnesMoveNothing()
    {
        _bench.AddLayers([Layer("volume", 40, 30, 20), Layer("slice", 1, 30, 20)]);
        Assert.All(_viewer.Layers, layer => Assert.True(IsMet(layer)));
        Assert.Empty(_bench.Notices.Shown);

        var cursor = _viewer.Cursor = new WorldPoint(20.5, 1.5, 1.5);
        var hidden = Layer("hidden", 2, 3, 4);
        hidden.Visible = false;
        _bench.AddLayers([hidden]);
        Assert.Equal(cursor, _viewer.Cursor);
    }

    private static ImageLayer Layer(string name, int depth, int height, int width) => new(name, Scenes.Ramp(new VolumeShape(depth, height, width), Spacing.Uncalibrated));

    private bool IsMet(Layer layer) => new[] { Axis.Z, Axis.Y, Axis.X }.All(axis => _viewer.Cursor.VoxelIndex(axis, layer) is var index && index >= 0 && index < layer.Shape.Along(axis));
}
