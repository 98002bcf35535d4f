using System.Diagnostics;

using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Jobs;

/// <summary>A piece of long work with progress, log and curves. Written by the work's threads, read by the window's.</summary>
internal sealed class Job : IJobContext, IDisposable
{
    // A job that floods its log must not fill the memory; what came first and what came last tells most.
    private const int MostLines = 10_000;

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _cancellation;
    private readonly CancellationTokenSource _abandonment = new();
    private readonly List<string> _log = [];
    private readonly List<LiveSeries> _series = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private JobProgress _progress = new(0, "");
    private (double Fraction, TimeSpan Time)? _first;
    private TimeSpan? _cancelled;
    private long _droppedLines;
    private JobState _state;
    private Exception? _failure;

    public Job(string title, CancellationToken cancellationToken = default)
    {
        Title = title;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        CancellationToken = _cancellation.Token;
    }

    /// <summary>Raised from the work's thread after each report of progress.</summary>
    public event Action<Job>? Progressed;

    /// <summary>Raised from the work's thread for each line of the log.</summary>
    public event Action<string>? Logged;

    public string Title { get; }

    // Kept apart from its source, so that asking after disposal is harmless.
    public CancellationToken CancellationToken { get; }

    /// <summary>The plugins whose code it runs.</summary>
    public IReadOnlyList<PluginStamp> Uses { get; set; } = [];

    /// <summary>The folder that it filled, or null.</summary>
    public string? Filled { get; set; }

    /// <summary>Cancelled when the job is abandoned.</summary>
    public CancellationToken Abandonment => _abandonment.Token;

    public JobState State { get { lock (_lock) return _state; } }

    public JobProgress Progress { get { lock (_lock) return _progress; } }

    /// <summary>Why the job failed, or null.</summary>
    public Exception? Failure { get { lock (_lock) return _failure; } }

    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>Time left at the pace since the first report, before which an earlier run may have done a part; or null where too little is known.</summary>
    public TimeSpan? Remaining
    {
        get
        {
            lock (_lock)
            {
                if (_state != JobState.Running || _first is not { } first)
                    return null;
                var (gained, elapsed) = (_progress.Fraction - first.Fraction, _clock.Elapsed - first.Time);
                return gained > 0.005 && elapsed.TotalSeconds > 1 ? elapsed * ((1 - _progress.Fraction) / gained) : null;
            }
        }
    }

    /// <summary>How long ago the job was asked to end, while it still runs; null if it was not.</summary>
    public TimeSpan? Unanswered { get { lock (_lock) return _state == JobState.Running && _cancelled is { } since ? _clock.Elapsed - since : null; } }

    public IReadOnlyList<string> LogLines
    {
        get
        {
            lock (_lock)
                return _droppedLines == 0 ? [.. _log] : [.. _log.Take(MostLines / 2), $"… {_droppedLines:N0} lines left out …", .. _log.Skip(MostLines / 2)];
        }
    }

    public IReadOnlyList<LiveSeries> AllSeries { get { lock (_lock) return [.. _series]; } }

    public void Cancel()
    {
        lock (_lock)
        {
            if (_state != JobState.Running)
                return;
            _cancelled ??= _clock.Elapsed;
        }
        // What was registered with the token is the work's own code, which may hang: it runs on the pool.
        _cancellation.CancelAsync();
    }

    /// <summary>Gives up on work that does not answer to being cancelled. Its thread cannot be stopped, but nothing waits for it any more.</summary>
    public void Abandon()
    {
        if (_cancellation.IsCancellationRequested && End(JobState.Abandoned, null))
            _abandonment.Cancel();
    }

    public void Report(JobProgress progress)
    {
        lock (_lock)
        {
            _first ??= (progress.Fraction, _clock.Elapsed);
            _progress = progress;
        }
        Progressed?.Invoke(this);
    }

    public void Log(string message)
    {
        lock (_lock)
        {
            _log.Add(message);
            if (_log.Count > MostLines)
            {
                _log.RemoveAt(MostLines / 2);
                _droppedLines++;
            }
        }
        Logged?.Invoke(message);
    }

    public LiveSeries Series(string plot, string name, string xLabel = "")
    {
        lock (_lock)
        {
            if (_series.FirstOrDefault(series => series.Plot == plot && series.Name == name) is { } known)
                return known;
            var added = new LiveSeries(plot, name, xLabel);
            _series.Add(added);
            return added;
        }
    }

    /// <summary>Runs the work and notes how it ended; the exception goes on to the caller.</summary>
    public async Task<T> RunAsync<T>(Func<Job, Task<T>> work)
    {
        try
        {
            var result = await work(this).ConfigureAwait(false);
            if (End(JobState.Done, null))
                return result;
            (result as IDisposable)?.Dispose();
            throw new OperationCanceledException($"'{Title}' was abandoned; its result came too late and was dropped.");
        }
        catch (OperationCanceledException cancelled) when (CancellationToken.IsCancellationRequested)
        {
            End(JobState.Cancelled, cancelled);
            throw;
        }
        catch (Exception failure)
        {
            End(JobState.Failed, failure);
            throw;
        }
    }

    public void Dispose() => _cancellation.Dispose();

    // False if it has ended before: an abandoned job stays so.
    private bool End(JobState state, Exception? failure)
    {
        lock (_lock)
        {
            if (_state != JobState.Running)
                return false;
            _clock.Stop();
            (_state, _failure) = (state, failure);
            if (state == JobState.Done)
                _progress = _progress with { Fraction = 1 };
            return true;
        }
    }
}
