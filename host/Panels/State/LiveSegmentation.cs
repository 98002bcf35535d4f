using System.Diagnostics;

using VolumeViewer.Host.Live;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Segmentation that learns from strokes while they are painted: what the user chose, and the session that runs. Used on the window's thread.</summary>
internal sealed class LiveSegmentation : IDisposable
{
    // After a stroke it waits for the next one of a quick hand; after a move of the view until it stands.
    private static readonly TimeSpan StrokePause = TimeSpan.FromMilliseconds(60), ViewPause = TimeSpan.FromMilliseconds(120), FormPause = TimeSpan.FromMilliseconds(500);

    private const int MostSuggestions = 8;

    private readonly Workbench _bench;
    private readonly List<VoxelBox> _changes = [];
    private readonly Stopwatch _sinceStroke = new(), _sinceView = new(), _sinceForm = new();
    private LiveRun? _run;
    private string? _wanted;
    private string _formSeen = "";
    private VoxelBox? _region;
    private bool _withUncertainty;
    private bool _isWaitingForPlugin;

    public LiveSegmentation(Workbench bench)
    {
        _bench = bench;
        Preview = new LivePreview(bench.Viewer, bench.History);
        bench.Viewer.Layers.LayerChanged += OnLayerChanged;
        bench.Tools.Instead = layer => ReferenceEquals(layer, Preview.Labels) ? Strokes : layer;
        FollowPlugins();
    }

    /// <summary>The live segmenters that the manifests list.</summary>
    public IReadOnlyList<(string Id, string Title)> Segmenters { get; private set; } = [];

    /// <summary>Image, strokes and parameters; null before a segmenter was chosen.</summary>
    public FormModel? Form { get; private set; }

    /// <summary>Whether it follows the strokes.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Whether a session may still read an image.</summary>
    public bool IsReading => _run is { Worker.Ended.IsCompleted: false } || LiveRun.AnyAlive;

    /// <summary>What it is at, or what the user should do.</summary>
    public string Status { get; private set; } = "";

    /// <summary>Whether something is being learnt or predicted.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>How long the last update took from the end of the stroke, or null.</summary>
    public TimeSpan? LastUpdate { get; private set; }

    /// <summary>Updates that were shown so far.</summary>
    public int Updates { get; private set; }

    /// <summary>The layers that show it.</summary>
    public LivePreview Preview { get; }

    /// <summary>Whether the uncertainty is a layer too.</summary>
    public bool WithUncertainty { get => _withUncertainty; set => (_withUncertainty, _run) = (value, value != _withUncertainty ? End(_run) : _run); }

    /// <summary>Whether the whole volume gets a layer of probabilities too.</summary>
    public bool WithProbability { get; set; }

    /// <summary>Where to label next, the best first.</summary>
    public IReadOnlyList<SliceSuggestion> Suggestions { get; private set; } = [];

    private ImageLayer? Image => Form is null ? null : Form.LayerOf(Form.Operation.Inputs[0]) as ImageLayer;

    private LabelsLayer? Strokes => Form is null ? null : Form.LayerOf(Form.Operation.Inputs[1]) as LabelsLayer;

    /// <summary>Loads a segmenter and makes its form.</summary>
    public void Choose(string id)
    {
        _wanted = id;
        _bench.Services.Jobs.Start($"Load {id}", _ => Task.Run(() => _bench.Services.Plugins.Get<ILiveSegmenter>(id)), segmenter => _bench.Post(() =>
        {
            if (_wanted != id)
                return;
            var form = new LiveForm(segmenter);
            Form = Form is null ? new FormModel(form, _bench.Viewer) : Form.With(form, _bench.Viewer);
            _isWaitingForPlugin = false;
            ChooseStrokes();
        }));
    }

    /// <summary>Switches it on or off.</summary>
    public void Toggle()
    {
        IsOn = !IsOn;
        if (!IsOn)
            (_run, Status, IsBusy) = (End(_run), "", false);
        else if (Form is null && Segmenters.Count > 0)
            Choose(Segmenters[0].Id);
    }

    /// <summary>Makes an empty layer for the strokes of the chosen image.</summary>
    public void NewStrokes()
    {
        if (Image is { } image)
            _bench.Viewer.SelectedLayer = image;
        TrainingLabels.Add(_bench, layer => Form?.Choose(Form.Operation.Inputs[1], layer));
    }

    /// <summary>Asks where to label next.</summary>
    public void Rank()
    {
        if (_run?.Worker is not { } worker)
            Status = "Switch live segmentation on first.";
        else
            worker.Rank(MostSuggestions);
    }

    /// <summary>Goes to a suggested slice.</summary>
    public void GoTo(SliceSuggestion suggestion)
    {
        if (Image is { } image)
            _bench.Viewer.Cursor = _bench.Viewer.Cursor.With(Axis.Z, (suggestion.Slice + 0.5) * image.Spacing.Z);
    }

    /// <summary>Segments the whole volume in a job.</summary>
    public void Apply()
    {
        if (Form is { } form)
            LiveApply.Start(_bench, form, WithProbability, WithUncertainty);
    }

    /// <summary>Once a frame: begins, goes on or ends, as the layers, the form and the views stand.</summary>
    public void Tick(ViewState views)
    {
        Form?.Follow(_bench.Viewer);
        if (!IsOn || Form is not { } form)
            return;
        if (Image is not { } image || Strokes is not { } strokes || image.Shape != strokes.Shape)
        {
            (_run, IsBusy) = (End(_run), false);
            Status = Image is null ? "Open an image." : Strokes is null ? "Make or choose a layer for the strokes." : "The strokes have another size than the image: choose labels of the same image.";
            return;
        }
        if (FormIsMoving(form))
            return;
        if (form.Operation.Parameters.Items.Select(form.FaultOf).OfType<string>().FirstOrDefault() is { } fault)
        {
            (_run, Status, IsBusy) = (End(_run), fault, false);
            return;
        }
        var wanted = new LiveSubject(((LiveForm)form.Operation).Segmenter, image, strokes, strokes.Phases.Count, _formSeen);
        if (_run is { } other && other.Subject != wanted)
            _run = End(other);
        if (_run is null && !_isWaitingForPlugin)
            Begin(wanted, form);
        else if (_run is { IsStarting: false })
            GoOn(_run, views, image, strokes);
    }

    /// <summary>Takes up plugins that came, went or were replaced.</summary>
    public void FollowPlugins()
    {
        var plugins = _bench.Services.Plugins;
        _isWaitingForPlugin = false;
        Segmenters = [.. plugins.Listed<ILiveSegmenter>().Select(entry => (entry.Contribution.Id, entry.Contribution.Title.Length > 0 ? entry.Contribution.Title : entry.Contribution.Id))];
        if (Form?.Operation is not LiveForm { Segmenter: var segmenter } || plugins.OwnerOf(segmenter) is not { State: PluginState.Unloaded } owner)
            return;
        _run = End(_run);
        if (Segmenters.Any(entry => entry.Id == segmenter.Id))
        {
            Choose(segmenter.Id);
            return;
        }
        (Form, IsOn) = (null, false);
        _bench.Notices.Tell($"Live segmentation with '{segmenter.Title}' ended: the plugin '{owner.Id}' is gone.");
    }

    public void Dispose()
    {
        _bench.Viewer.Layers.LayerChanged -= OnLayerChanged;
        var run = _run;
        _run = End(run);
        // The images are let go of after this; a session that does not answer keeps them.
        run?.Worker?.Ended.Wait(TimeSpan.FromSeconds(2));
    }

    private static LiveRun? End(LiveRun? run)
    {
        run?.Stop();
        return null;
    }

    // The strokes are hardly ever the layer that the form guesses: a preview, or a result.
    private void ChooseStrokes()
    {
        if (_bench.Tools.Target is { } target && Image is { } image && target.Shape == image.Shape && !ReferenceEquals(target, Preview.Labels))
            Form!.Choose(Form.Operation.Inputs[1], target);
    }

    // A slider that is dragged must not begin a session for each of its places.
    private bool FormIsMoving(FormModel form)
    {
        var seen = string.Join('\n', form.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
        if (seen != _formSeen)
        {
            _sinceForm.Restart();
            (_formSeen, var isFirst) = (seen, _formSeen.Length == 0 || _run is null);
            if (isFirst)
                _sinceForm.Reset();
        }
        return IsPausing(_sinceForm, FormPause);
    }

    private bool IsPausing(Stopwatch since, TimeSpan pause)
    {
        if (!since.IsRunning)
            return false;
        if (since.Elapsed < pause)
        {
            _bench.Activity.RequestIn(pause - since.Elapsed);
            return true;
        }
        since.Reset();
        return false;
    }

    private void Begin(LiveSubject subject, FormModel form)
    {
        // Strokes painted from now on are handed over one by one.
        _changes.Clear();
        _region = null;
        (Suggestions, Status, LastUpdate, IsBusy) = ([], "starting", null, true);
        _run = new LiveRun(_bench, subject, form.Parameters(), Preview, _withUncertainty, this);
    }

    private void GoOn(LiveRun run, ViewState views, ImageLayer image, LabelsLayer strokes)
    {
        if (!Preview.IsThere)
        {
            (IsOn, _run) = (false, End(run));
            (Status, IsBusy) = ("Switched off, since the layer of the preview was removed.", false);
            return;
        }
        Preview.Follow(strokes);
        var region = LiveRegions.Of(views, image, _bench.Viewer.Cursor);
        IReadOnlyList<VoxelBox> regions = region is { } box ? [box] : [];
        if (!run.IsAsked || (_changes.Count > 0 && !_bench.Tools.IsDrawing && !IsPausing(_sinceStroke, StrokePause)))
        {
            run.Worker!.Learn([.. _changes.Select(change => (change, LiveRegions.Copy(strokes.Labels, change)))], regions);
            _changes.Clear();
            (run.IsAsked, _region, IsBusy) = (true, region, true);
        }
        else if (region != _region && region is { } shown && !(_region is { } known && known.Contains(shown)))
        {
            if (!_sinceView.IsRunning)
                _sinceView.Restart();
            if (IsPausing(_sinceView, ViewPause))
                return;
            run.Worker!.Look(regions);
            (_region, IsBusy) = (region, true);
        }
    }

    private void OnLayerChanged(object? sender, LayerChange change)
    {
        if (_run is null || change is not LabelsChange { Box: var box } || !ReferenceEquals(change.Layer, _run.Subject.Strokes))
            return;
        LiveRegions.Add(_changes, box);
        _sinceStroke.Restart();
    }

    internal void Said(LiveRun run, string text)
    {
        if (ReferenceEquals(run, _run))
            (Status, IsBusy) = (text, true);
    }

    internal void Shown(LiveRun run, VoxelBox box, byte[] labels, byte[] uncertainty, TimeSpan? elapsed)
    {
        if (!ReferenceEquals(run, _run))
            return;
        Preview.Write(box, labels, uncertainty);
        if (elapsed is { } time)
            (LastUpdate, Updates) = (time, Updates + 1);
    }

    internal void Rested(LiveRun run, string? hint)
    {
        if (ReferenceEquals(run, _run))
            (Status, IsBusy) = (hint ?? "up to date", false);
    }

    internal void Ranked(LiveRun run, IReadOnlyList<SliceSuggestion> slices)
    {
        if (ReferenceEquals(run, _run))
            Suggestions = slices;
    }

    internal void Ended(LiveRun run, Exception? failure)
    {
        if (!ReferenceEquals(run, _run))
            return;
        (_run, IsBusy) = (null, false);
        if (failure is null or PluginGoingException)
        {
            // The newer build goes on.
            (_isWaitingForPlugin, Status) = (true, "waiting for a plugin that is being replaced");
            return;
        }
        (IsOn, Status) = (false, failure.Message);
        _bench.Notices.Fail($"Live segmentation was switched off. {failure.Message}");
    }
}
