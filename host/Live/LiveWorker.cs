using System.Diagnostics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Live;

/// <summary>Runs one live session on a thread of its own: one call at a time, the newest wish first, and what a newer stroke made useless is cancelled.</summary>
internal sealed class LiveWorker : IDisposable
{
    // A long pause between strokes is used for learning on, but not for ever.
    private static readonly TimeSpan MostRefining = TimeSpan.FromMinutes(2);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _wishes = new(0);
    private readonly Func<LeasedSession> _start;
    private readonly Func<CancellationToken, LiveStrokes> _read;
    private readonly ILiveAudience _audience;
    private readonly CancellationTokenSource _end = new();
    private List<(VoxelBox Box, byte[] Labels)> _changes = [];
    private IReadOnlyList<VoxelBox> _regions = [];
    private CancellationTokenSource? _running;
    private bool _isLearning;
    private int _rank;
    private long _wished;

    /// <param name="start">Starts the session; called on the worker's thread, which also disposes it.</param>
    /// <param name="read">Reads the strokes as they are now; called on the worker's thread.</param>
    /// <param name="audience">Is told what happens.</param>
    public LiveWorker(Func<LeasedSession> start, Func<CancellationToken, LiveStrokes> read, ILiveAudience audience)
    {
        (_start, _read, _audience) = (start, read, audience);
        Ended = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Done when the session is disposed.</summary>
    public Task Ended { get; }

    /// <summary>Hands over strokes, and which regions shall be predicted; cancels what is running.</summary>
    public void Learn(IEnumerable<(VoxelBox Box, byte[] Labels)> changes, IReadOnlyList<VoxelBox> regions) => Wish(() =>
    {
        _changes.AddRange(changes);
        _regions = regions;
        _running?.Cancel();
    });

    /// <summary>Tells that other regions are looked at now.</summary>
    public void Look(IReadOnlyList<VoxelBox> regions) => Wish(() =>
    {
        _regions = regions;
        // What is being learnt is of use for the new region too.
        if (!_isLearning)
            _running?.Cancel();
    });

    /// <summary>Asks for the slices worth labelling next.</summary>
    public void Rank(int count) => Wish(() =>
    {
        _rank = count;
        if (!_isLearning)
            _running?.Cancel();
    });

    /// <summary>Asks the session to end; <see cref="Ended"/> tells when it has.</summary>
    public void Stop()
    {
        _end.Cancel();
        _wishes.Release();
    }

    /// <summary>As <see cref="Stop"/>. What the thread waits on is left to the collector, since it may still look at it.</summary>
    public void Dispose() => Stop();

    private void Wish(Action what)
    {
        lock (_lock)
        {
            what();
            _wished = Stopwatch.GetTimestamp();
        }
        _wishes.Release();
    }

    private void Run()
    {
        Exception? failure = null;
        try
        {
            using var session = _start();
            var strokes = _read(_end.Token);
            Serve(session, strokes);
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
        }
        // The edge where a plugin's code is called; it is told, and the window goes on.
        catch (Exception problem)
        {
            failure = problem;
        }
        _audience.End(failure);
    }

    private void Serve(LeasedSession session, LiveStrokes strokes)
    {
        // What the session has not learnt yet; all of it at first.
        VoxelBox? news = VoxelBox.Of(strokes.Shape);
        var hasLearnt = false;
        while (true)
        {
            _wishes.Wait();
            while (_wishes.Wait(0))
            {
            }
            _end.Token.ThrowIfCancellationRequested();
            using var running = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
            int rank;
            lock (_lock)
            {
                foreach (var (box, labels) in _changes)
                {
                    strokes.Set(box, labels);
                    news = news is { } known ? known.Union(box) : box;
                }
                (_changes, rank, _rank) = ([], _rank, 0);
                (_running, _isLearning) = (running, news is not null);
            }
            try
            {
                if (news is { } changed && strokes.Count > 0)
                {
                    _audience.Say("learning");
                    session.Learn(strokes, changed, new Progress(_audience), running.Token);
                    (news, hasLearnt) = (null, true);
                }
                lock (_lock)
                    _isLearning = false;
                if (strokes.Count == 0)
                    _audience.Rest("Paint a stroke of each phase.");
                else if (hasLearnt)
                    Answer(session, rank, running.Token);
            }
            catch (OperationCanceledException) when (running.IsCancellationRequested)
            {
                _end.Token.ThrowIfCancellationRequested();
            }
            catch (UserException hint)
            {
                _audience.Rest(hint.Message);
            }
            finally
            {
                lock (_lock)
                    (_running, _isLearning) = (null, false);
            }
        }
    }

    private void Answer(LeasedSession session, int rank, CancellationToken token)
    {
        Predict(session, isFirst: true, token);
        if (rank > 0)
        {
            _audience.Say("ranking slices");
            _audience.Rank(session.RankSlices(rank, new Progress(_audience), token));
        }
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < MostRefining && session.Refine(new Progress(_audience), token))
            Predict(session, isFirst: false, token);
        _audience.Rest(null);
    }

    private void Predict(LeasedSession session, bool isFirst, CancellationToken token)
    {
        IReadOnlyList<VoxelBox> regions;
        long wished;
        lock (_lock)
            (regions, wished) = (_regions, _wished);
        foreach (var box in regions)
        {
            _audience.Say("predicting");
            var region = new LiveRegion(box, coarse => _audience.Show(coarse.Box, coarse.Labels.ToArray(), coarse.Uncertainty.ToArray(), null));
            session.Predict(region, new Progress(_audience), token);
            token.ThrowIfCancellationRequested();
            _audience.Show(box, region.Labels.ToArray(), region.Uncertainty.ToArray(), isFirst ? Stopwatch.GetElapsedTime(wished) : null);
        }
    }

    private sealed class Progress(ILiveAudience audience) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => audience.Say(value.Status);
    }
}
