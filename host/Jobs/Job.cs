using System.Diagnostics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Jobs;

/// <summary>A piece of long work with progress, log and curves. Written by the work's threads, read by the window's.</summary>
internal sealed class Job : IJobContext, IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _cancellation;
    private readonly List<string> _log = [];
    private readonly List<LiveSeries> _series = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private JobProgress _progress = new(0, "");
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

    public JobState State { get { lock (_lock) return _state; } }

    public JobProgress Progress { get { lock (_lock) return _progress; } }

    /// <summary>Why the job failed, or null.</summary>
    public Exception? Failure { get { lock (_lock) return _failure; } }

    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>Time left at the pace so far, or null where too little is known.</summary>
    public TimeSpan? Remaining
    {
        get
        {
            var fraction = Progress.Fraction;
            return State == JobState.Running && fraction > 0.005 && Elapsed.TotalSeconds > 1 ? Elapsed * ((1 - fraction) / fraction) : null;
        }
    }

    public IReadOnlyList<string> LogLines { get { lock (_lock) return [.. _log]; } }

    public IReadOnlyList<LiveSeries> AllSeries { get { lock (_lock) return [.. _series]; } }

    public void Cancel()
    {
        lock (_lock)
        {
            if (_state == JobState.Running)
                _cancellation.Cancel();
        }
    }

    public void Report(JobProgress progress)
    {
        lock (_lock)
            _progress = progress;
        Progressed?.Invoke(this);
    }

    public void Log(string message)
    {
        lock (_lock)
            _log.Add(message);
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
            End(JobState.Done, null);
            return result;
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

    private void End(JobState state, Exception? failure)
    {
        _clock.Stop();
        lock (_lock)
        {
            (_state, _failure) = (state, failure);
            if (state == JobState.Done)
                _progress = _progress with { Fraction = 1 };
        }
    }
}
