namespace VolumeViewer.Host.Rendering;

/// <summary>Threads, one for each core, that take the tiles of a drawing one after the other until none is left.</summary>
internal sealed class TilePool : IDisposable
{
    private readonly SemaphoreSlim _wake = new(0);
    private readonly int _threads;
    private SoftwareDrawing? _drawing;
    private volatile bool _isClosed;

    /// <param name="threads">How many threads; all cores by default.</param>
    public TilePool(int? threads = null)
    {
        _threads = threads ?? Environment.ProcessorCount;
        for (var i = 0; i < _threads; i++)
            new Thread(Work) { IsBackground = true, Name = "Ray caster" }.Start();
    }

    /// <summary>Begins a drawing; a drawing that is under way is cancelled first.</summary>
    public void Start(SoftwareDrawing drawing)
    {
        var before = Interlocked.Exchange(ref _drawing, drawing);
        if (before != drawing)
            before?.Cancel();
        _wake.Release(_threads);
    }

    public void Dispose()
    {
        _isClosed = true;
        _drawing?.Cancel();
        _wake.Release(_threads);
    }

    private void Work()
    {
        while (true)
        {
            _wake.Wait();
            if (_isClosed)
                return;
            Volatile.Read(ref _drawing)?.DrawTiles();
        }
    }
}
