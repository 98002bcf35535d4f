using System.Diagnostics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>A frame that is being drawn by several threads. The same object can draw one frame after the other, and keeps its memory.</summary>
internal sealed class SoftwareDrawing
{
    // Guards the counters of tiles; pulsed when a thread leaves.
    private readonly object _lock = new();
    private readonly List<LayerCaster> _layers = [];
    private readonly Stopwatch _clock = new();
    private LayerCaster[] _casters = [];
    private RayView _view;
    private int _next;
    private int _count;
    private int _inWork;
    private Exception? _failure;

    /// <summary>What is drawn into.</summary>
    public SoftwareFrame Frame { get; } = new();

    /// <summary>What is drawn, in drawing order; to be filled before <see cref="Begin"/>.</summary>
    public IList<LayerCaster> Layers => _layers;

    /// <summary>What OpenGL puts over the finished picture, which is in the target then; null for nothing.</summary>
    public Action<RenderTarget>? Late { get; set; }

    /// <summary>Whether all tiles are drawn.</summary>
    public bool IsDone
    {
        get
        {
            lock (_lock)
                return _next >= _count && _inWork == 0;
        }
    }

    /// <summary>Whether tiles are left to be begun.</summary>
    public bool HasTiles
    {
        get
        {
            lock (_lock)
                return _next < _count;
        }
    }

    /// <summary>Whether it was cancelled: the frame is not whole then.</summary>
    public bool IsCancelled { get; private set; }

    /// <summary>How long the drawing took, from its beginning to its last tile.</summary>
    public TimeSpan Duration => _clock.Elapsed;

    /// <summary>Gets ready to draw the frame, which holds what was drawn before, as many pixels as the view has.</summary>
    public void Begin(in RayView view)
    {
        lock (_lock)
        {
            _view = view;
            if (_casters.Length != _layers.Count)
                _casters = new LayerCaster[_layers.Count];
            _layers.CopyTo(_casters);
            (_next, _count, IsCancelled, _failure) = (0, TileCaster.CountOf(Frame), false, null);
            _clock.Restart();
        }
    }

    /// <summary>Draws a tile, if one is left.</summary>
    /// <returns>Whether there was one.</returns>
    public bool DrawTile()
    {
        if (Next() is not { } tile)
            return false;
        try
        {
            TileCaster.Draw(Frame, _view, _casters, tile);
        }
#pragma warning disable CA1031 // An exception on a thread of the pool would end the program; who waits for the drawing gets it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failure = failure;
        }
        Leave();
        return true;
    }

    /// <summary>Begins no further tile.</summary>
    public void Cancel()
    {
        lock (_lock)
        {
            IsCancelled |= _next < _count;
            _next = _count;
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Waits until no thread draws any more.</summary>
    /// <exception cref="UserException">A tile could not be drawn.</exception>
    public void Wait()
    {
        lock (_lock)
        {
            while (_next < _count || _inWork > 0)
                Monitor.Wait(_lock);
        }
        if (_failure is not null)
            throw new UserException($"The picture could not be drawn: {_failure.Message}", _failure);
    }

    private int? Next()
    {
        lock (_lock)
        {
            if (_next >= _count)
                return null;
            _inWork++;
            return _next++;
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            _inWork--;
            if (_inWork == 0 && _next >= _count)
            {
                _clock.Stop();
                Monitor.PulseAll(_lock);
            }
        }
    }
}
