namespace VolumeViewer.Host.Rendering;

/// <summary>Threads, one for each core, that take the tiles of drawings one after the other until none is left.</summary>
internal sealed class TilePool : IDisposable
{
    // Guards the list; pulsed when there is something to draw.
    private readonly object _lock = new();
    private readonly List<SoftwareDrawing> _drawings = [];
    private bool _isClosed;

    /// <param name="threads">How many threads; all cores by default.</param>
    public TilePool(int? threads = null)
    {
        for (var i = 0; i < (threads ?? Environment.ProcessorCount); i++)
            new Thread(Work) { IsBackground = true, Name = "Ray caster" }.Start();
    }

    /// <summary>Begins a drawing.</summary>
    /// <param name="drawing">The drawing, which has begun.</param>
    /// <param name="isUrgent">Whether somebody waits for it: it comes before those that were started earlier.</param>
    public void Start(SoftwareDrawing drawing, bool isUrgent)
    {
        lock (_lock)
        {
            _drawings.Remove(drawing);
            _drawings.Insert(isUrgent ? 0 : _drawings.Count, drawing);
            Monitor.PulseAll(_lock);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            foreach (var drawing in _drawings)
                drawing.Cancel();
            _drawings.Clear();
            Monitor.PulseAll(_lock);
        }
    }

    private void Work()
    {
        while (Next() is { } drawing)
        {
            if (drawing.DrawTile())
                continue;
            lock (_lock)
            {
                // It may have begun anew meanwhile.
                if (!drawing.HasTiles)
                    _drawings.Remove(drawing);
            }
        }
    }

    private SoftwareDrawing? Next()
    {
        lock (_lock)
        {
            while (!_isClosed && _drawings.Count == 0)
                Monitor.Wait(_lock);
            return _isClosed ? null : _drawings[0];
        }
    }
}
