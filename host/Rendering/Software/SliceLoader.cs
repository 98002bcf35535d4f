using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// Fills something slice by slice on threads of its own, and again where slices change, so that a large volume that is decoded while it is read never holds up
/// the window.
/// </summary>
internal sealed class SliceLoader : IDisposable
{
    // Guards all fields; pulsed whenever a slice is done.
    private readonly object _lock = new();
    private readonly Queue<int> _slices;
    private readonly bool[] _isQueued;
    private readonly string _name;
    private readonly Action<int> _fill;
    private readonly Action<int, int> _finish;
    private int _workers;
    private int _left;
    private int _firstFilled = int.MaxValue;
    private int _lastFilled = -1;
    private bool _isStopped;
    private Exception? _failure;

    /// <summary>Begins to fill.</summary>
    /// <param name="name">Of the layer, for messages.</param>
    /// <param name="depth">How many slices.</param>
    /// <param name="fill">Fills a slice; called from several threads.</param>
    /// <param name="finish">Called with the first and the last slice that were filled whenever no slice is left to do, before they count as done.</param>
    public SliceLoader(string name, int depth, Action<int> fill, Action<int, int> finish)
    {
        (_name, _fill, _finish, _left) = (name, fill, finish, depth);
        _slices = new Queue<int>(Enumerable.Range(0, depth));
        _isQueued = new bool[depth];
        Array.Fill(_isQueued, true);
        StartWorkers();
    }

    /// <summary>Whether every slice was filled once, perhaps as it was before a change.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>How many times slices were filled until none was left: changes whenever something new can be seen.</summary>
    public int Version { get; private set; }

    /// <summary>Whether every slice is as it is now.</summary>
    public bool IsCurrent
    {
        get
        {
            lock (_lock)
                return _left == 0;
        }
    }

    /// <summary>From 0 to 1.</summary>
    public double Progress
    {
        get
        {
            lock (_lock)
                return 1 - ((double)Math.Min(_left, _isQueued.Length) / _isQueued.Length);
        }
    }

    /// <summary>Waits until all is filled, or the time is over.</summary>
    /// <returns>Whether all is filled.</returns>
    /// <exception cref="UserException">The volume cannot be read.</exception>
    public bool Wait(TimeSpan budget)
    {
        var end = Environment.TickCount64 + (long)Math.Clamp(budget.TotalMilliseconds, 0, int.MaxValue);
        lock (_lock)
        {
            while (_left > 0)
            {
                if (_failure is not null)
                    throw new UserException($"The layer '{_name}' cannot be shown: {_failure.Message}", _failure);
                var left = end - Environment.TickCount64;
                if (left <= 0)
                    return false;
                Monitor.Wait(_lock, (int)left);
            }
            return true;
        }
    }

    /// <summary>Fills slices again, since the volume changed. Until then they are as they were.</summary>
    public void Refill(int firstZ, int lastZ)
    {
        lock (_lock)
        {
            for (var z = firstZ; z <= lastZ; z++)
            {
                if (_isQueued[z])
                    continue;
                _isQueued[z] = true;
                _slices.Enqueue(z);
                _left++;
            }
        }
        StartWorkers();
    }

    /// <summary>Begins no further slice.</summary>
    public void Dispose()
    {
        lock (_lock)
            _isStopped = true;
    }

    private void StartWorkers()
    {
        lock (_lock)
        {
            for (var most = Math.Min(Environment.ProcessorCount, _slices.Count); _workers < most; _workers++)
                new Thread(Work) { IsBackground = true, Name = $"Voxels of {_name}" }.Start();
        }
    }

    private void Work()
    {
        try
        {
            while (Next() is { } z)
            {
                _fill(z);
                Finish(z);
            }
        }
#pragma warning disable CA1031 // A reader of any plugin runs here, and an exception on this thread would end the program; the window's thread tells it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            lock (_lock)
            {
                _failure = failure;
                _workers--;
                Monitor.PulseAll(_lock);
            }
        }
    }

    private int? Next()
    {
        lock (_lock)
        {
            if (_isStopped || _failure is not null || !_slices.TryDequeue(out var z))
            {
                _workers--;
                return null;
            }
            _isQueued[z] = false;
            return z;
        }
    }

    private void Finish(int z)
    {
        int first, last;
        lock (_lock)
        {
            (_firstFilled, _lastFilled) = (Math.Min(_firstFilled, z), Math.Max(_lastFilled, z));
            if (_left > 1)
            {
                _left--;
                return;
            }
            (first, last) = (_firstFilled, _lastFilled);
            (_firstFilled, _lastFilled) = (int.MaxValue, -1);
        }
        // The last one: others may be queued meanwhile, which then finish for themselves.
        _finish(first, last);
        lock (_lock)
        {
            _left--;
            Version++;
            IsComplete = true;
            Monitor.PulseAll(_lock);
        }
    }
}
