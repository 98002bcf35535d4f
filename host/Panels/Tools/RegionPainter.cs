using VolumeViewer.Host.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Paints regions: small ones at once, large ones over several frames. Used on the window's thread.</summary>
internal sealed class RegionPainter(UndoHistory history) : IDisposable
{
    // Of a frame, what leaves the window fluent.
    private static readonly TimeSpan FrameTime = TimeSpan.FromMilliseconds(12);

    private PaintInPieces? _pieces;

    /// <summary>Whether a region is not complete yet.</summary>
    public bool IsPainting => _pieces is not null;

    /// <summary>The layer of the region that is being painted, or null.</summary>
    public LabelsLayer? Layer => _pieces?.Layer;

    /// <summary>Begins with a region; one that was not complete is completed first.</summary>
    /// <returns>Whether it is complete already.</returns>
    public bool Start(LabelsLayer layer, IVoxelShape shape, byte label, VoxelFilter filter, string title)
    {
        Finish();
        if (shape.Box is null)
            return true;
        _pieces = new PaintInPieces(history, title, layer, shape, label, filter);
        return !Tick();
    }

    /// <summary>Goes on for the time of a frame.</summary>
    /// <returns>Whether there is more to do.</returns>
    public bool Tick()
    {
        if (_pieces is null)
            return false;
        if (!_pieces.Go(FrameTime))
            return true;
        Dispose();
        return false;
    }

    /// <summary>Completes the region, however long that takes.</summary>
    public void Finish()
    {
        _pieces?.Go(TimeSpan.MaxValue);
        Dispose();
    }

    /// <summary>Leaves the region as it is and ends its step.</summary>
    public void Dispose()
    {
        _pieces?.Dispose();
        _pieces = null;
    }
}
