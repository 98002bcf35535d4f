using System.Diagnostics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The measurements of a window: the one that is drawn, the chosen one, and their numbers, which are found in the background.</summary>
/// <remarks>Used on the window's thread. One measurement is worked out at a time; the work is cancelled when the measurement or what it reads changes.</remarks>
internal sealed class MeasureDesk : IDisposable
{
    // What is painted or dragged changes many times a second: numbers follow when it has rested for so long.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(120);

    private readonly Workbench _bench;
    private readonly Dictionary<Guid, (Measurement Of, int Version, MeasureResult Result)> _results = [];
    private readonly Stopwatch _sinceChange = Stopwatch.StartNew();
    private Guid? _chosen;
    private Work? _work;
    private int _version;

    public MeasureDesk(Workbench bench)
    {
        _bench = bench;
        bench.Viewer.Layers.LayerChanged += OnLayerChanged;
        bench.Viewer.Layers.CollectionChanged += OnLayersChanged;
        bench.Viewer.Measurements.Changed += OnMeasurementsChanged;
        bench.Hand.PuttingDown += Cancel;
    }

    /// <summary>The measurement that is being drawn, or null.</summary>
    public MeasureDraft? Draft { get; set; }

    /// <summary>The chosen measurement, or null.</summary>
    public Measurement? Chosen
    {
        get => _bench.Viewer.Measurements.Find(_chosen);
        set => _chosen = value?.Id;
    }

    /// <summary>Whether measurements are drawn faintly on other slices than their own.</summary>
    public bool ShowElsewhere { get; set; } = true;

    /// <summary>Over how many voxels the next profile averages across its line.</summary>
    public int ProfileWidth { get; set; } = 1;

    /// <summary>Whether keys such as Escape and Delete belong to measuring now.</summary>
    public bool HasKeys => !_bench.Larger.HasFocus && (Draft is not null || IsToolTaken || (Chosen is not null && _bench.Hand.Tool == ToolTable.Navigate) || _bench.Notes.Chosen is not null || _bench.Points.HasKeys);

    /// <summary>Whether a tool that measures is in the hand.</summary>
    public bool IsToolTaken => _bench.Hand.Tool.Group == ToolGroup.Measure;

    /// <summary>Whether lengths are µm; otherwise they are voxels.</summary>
    public bool IsCalibrated => SliceSteps.Reference(_bench.Viewer)?.Spacing.IsCalibrated ?? false;

    /// <summary>Whether layers are being read, so that their data must stay.</summary>
    public bool IsReading => _work is { Task.IsCompleted: false };

    /// <summary>Adds what was drawn, chooses it and shows the numbers.</summary>
    public void Finish()
    {
        if (Draft is not { } draft)
            return;
        Draft = null;
        IReadOnlyList<WorldPoint> points = draft.Standing;
        if (draft.Kind == MeasurementKind.Box && draft.Plane is { } across)
        {
            var extent = _bench.Viewer.Extent;
            points = ShapeHandles.Deepened(points, across, across switch { Axis.Z => extent.Z, Axis.Y => extent.Y, _ => extent.X });
        }
        var (least, most) = Measurement.PointsOf(draft.Kind);
        if (points.Count < least || points.Count > most)
            return;
        var color = Theme.Curves[_bench.Viewer.Measurements.Count % Theme.Curves.Length];
        var measurement = new Measurement(draft.Kind, [.. points], draft.Plane) { Color = Theme.ToRgba(color), Width = draft.Kind == MeasurementKind.Profile ? ProfileWidth : 1 };
        // A click where nothing was drawn out is no measurement.
        if (measurement.Edges is var (z, y, x) && z + y + x <= 0)
            return;
        Chosen = _bench.Viewer.Measurements.Add(measurement);
        _bench.WantedTab = SideTab.Measure;
    }

    /// <summary>Gives up what is being drawn.</summary>
    public void Cancel() => Draft = null;

    /// <summary>Escape: gives up what is drawn, then the choice, then the tool.</summary>
    public void StepBack()
    {
        if (Draft is not null)
            Cancel();
        else if (_bench.Notes.Chosen is not null)
            _bench.Notes.Chosen = null;
        else if (Chosen is not null)
            Chosen = null;
        else if (_bench.Points.Selected.Count > 0)
            _bench.Points.Select([]);
        else if (IsToolTaken || _bench.Points.IsToolTaken)
            _bench.Hand.Take(ToolTable.Navigate);
    }

    /// <summary>Takes the chosen text or measurement off its list, or else the selected points off their layer.</summary>
    public void RemoveChosen()
    {
        if (_bench.Notes.Chosen is not null)
            _bench.Notes.RemoveChosen();
        else if (Chosen is { } measurement)
            _bench.Viewer.Measurements.Remove(measurement.Id);
        else
            _bench.Points.RemoveSelected();
    }

    /// <summary>What a measurement found in the visible layers; null until it is known for the first time, and the last known while it is found anew.</summary>
    public MeasureResult? ResultOf(Measurement measurement) => _results.TryGetValue(measurement.Id, out var known) ? known.Result : null;

    /// <summary>Whether the numbers of a measurement are those of now.</summary>
    public bool IsCurrent(Measurement measurement) => !ReadsLayers(measurement) || (_results.TryGetValue(measurement.Id, out var known) && known.Version == _version && Same(known.Of, measurement));

    /// <summary>Once a frame: takes finished numbers and sets about the next.</summary>
    public void Tick()
    {
        if (_work is { Task.IsCompleted: true } done)
        {
            if (done.Task.IsCompletedSuccessfully)
                _results[done.Of.Id] = (done.Of, done.Version, done.Task.Result);
            done.Dispose();
            _work = null;
        }
        if (_work is not null)
            return;
        var wanted = new[] { Chosen }.Concat(_bench.Viewer.Measurements).FirstOrDefault(item => item is not null && !IsCurrent(item));
        if (wanted is null)
            return;
        if (_sinceChange.Elapsed < Rest)
            _bench.Activity.RequestIn(Rest);
        else
            _work = Start(wanted);
    }

    public void Dispose()
    {
        _bench.Viewer.Layers.LayerChanged -= OnLayerChanged;
        _bench.Viewer.Layers.CollectionChanged -= OnLayersChanged;
        _bench.Viewer.Measurements.Changed -= OnMeasurementsChanged;
        _bench.Hand.PuttingDown -= Cancel;
        if (_work is { } work)
        {
            work.Cancel();
            // Whoever closes the window lets go of the layers next.
            Task.WaitAny(work.Task);
            work.Dispose();
        }
    }

    private static bool ReadsLayers(Measurement measurement) => measurement.IsRegion || measurement.Kind == MeasurementKind.Profile;

    // Its name and colour do not change what it measures.
    private static bool Same(Measurement one, Measurement other) => one.Width == other.Width && one.Points.AsSpan().SequenceEqual(other.Points.AsSpan());

    private Work Start(Measurement measurement)
    {
        var (layers, unit, source) = (MeasureResult.LayerData.Of(_bench.Viewer), IsCalibrated ? "µm" : "voxel", new CancellationTokenSource());
        var token = source.Token;
        return new Work(measurement, _version, source, Task.Run(() =>
        {
            try
            {
                return MeasureResult.Of(measurement, layers, unit, token);
            }
            finally
            {
                _bench.Activity.Wake();
            }
        }, token));
    }

    private void OnLayerChanged(object? sender, LayerChange change)
    {
        var isSeen = change is LabelsChange or ImageVoxelsChange
            || (change is LayerPropertyChange { PropertyName: nameof(Layer.Spacing) or nameof(Layer.Visible) or nameof(Layer.Name) or nameof(LabelsLayer.Phases) });
        if (isSeen)
            LayersChanged();
    }

    private void OnLayersChanged(object? sender, EventArgs e) => LayersChanged();

    private void LayersChanged()
    {
        _version++;
        _sinceChange.Restart();
        _work?.Cancel();
    }

    private void OnMeasurementsChanged(object? sender, EventArgs e)
    {
        var present = _bench.Viewer.Measurements;
        foreach (var gone in _results.Keys.Where(id => present.Find(id) is null).ToList())
            _results.Remove(gone);
        if (_work is { } work && (present.Find(work.Of.Id) is not { } now || !Same(now, work.Of)))
            work.Cancel();
        _bench.Activity.Request();
    }

    private sealed record Work(Measurement Of, int Version, CancellationTokenSource Source, Task<MeasureResult> Task) : IDisposable
    {
        public void Cancel() => Source.Cancel();

        public void Dispose() => Source.Dispose();
    }
}
