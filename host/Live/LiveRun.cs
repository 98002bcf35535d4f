using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Live;

/// <summary>One session from its start to its end: makes the layers of the preview, begins the worker, and hands what it says to the window's thread.</summary>
internal sealed class LiveRun : ILiveAudience
{
    private static int _alive;

    private readonly Workbench _bench;
    private readonly LiveSegmentation _owner;
    private bool _isStopped;

    public LiveRun(Workbench bench, LiveSubject subject, object parameters, LivePreview preview, bool withUncertainty, LiveSegmentation owner)
    {
        (_bench, Subject, _owner) = (bench, subject, owner);
        if (preview.Fits(subject.Image, withUncertainty) && (withUncertainty || preview.Uncertainty is null))
        {
            preview.Follow(subject.Strokes);
            Work(parameters);
            return;
        }
        var (shape, spacing, phases) = (subject.Image.Shape, subject.Image.Spacing, subject.Strokes.Phases);
        Task.Run(() =>
        {
            var volumes = LivePreview.Make(shape, phases, spacing, withUncertainty);
            bench.Post(() =>
            {
                if (_isStopped)
                    return;
                preview.Put(subject.Strokes, volumes);
                Work(parameters);
            });
        });
    }

    /// <summary>Whether any session still runs, one that was told to stop too.</summary>
    public static bool AnyAlive => Volatile.Read(ref _alive) > 0;

    public LiveSubject Subject { get; }

    /// <summary>Null until the layers are there.</summary>
    public LiveWorker? Worker { get; private set; }

    public bool IsStarting => Worker is null;

    /// <summary>Whether it was asked to learn already.</summary>
    public bool IsAsked { get; set; }

    public void Stop()
    {
        _isStopped = true;
        Worker?.Stop();
    }

    public void Say(string text) => Tell(() => _owner.Said(this, text));

    public void Show(VoxelBox box, byte[] labels, byte[] uncertainty, TimeSpan? elapsed) => Tell(() => _owner.Shown(this, box, labels, uncertainty, elapsed));

    public void Rest(string? hint) => Tell(() => _owner.Rested(this, hint));

    public void Rank(IReadOnlyList<SliceSuggestion> slices) => Tell(() => _owner.Ranked(this, slices));

    public void End(Exception? failure)
    {
        Interlocked.Decrement(ref _alive);
        Tell(() => _owner.Ended(this, failure));
    }

    private void Work(object parameters)
    {
        Interlocked.Increment(ref _alive);
        var (segmenter, image, labels) = (Subject.Segmenter, Subject.Image, Subject.Strokes.Labels);
        var phases = Subject.Strokes.Phases;
        Worker = new LiveWorker(() => new LeasedSession(_bench.Services.Plugins, segmenter, image, phases, parameters, () => Worker?.Stop()), token => LiveStrokes.Of(labels, token), this);
    }

    private void Tell(Action action) => _bench.Post(action);
}
