using System.Diagnostics;
using System.Numerics;

using VolumeViewer.Host.Commands;
using VolumeViewer.Host.History;
using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Host.Queue;
using VolumeViewer.Host.Recovery;
using VolumeViewer.Host.Settings;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What the user can do in the window, apart from how it is drawn. Used on the window's thread.</summary>
internal sealed class Workbench : IDisposable
{
    private static readonly TimeSpan SettingsLook = TimeSpan.FromSeconds(1);

    private readonly List<Layer> _removed = [];
    private readonly Stopwatch _sinceSettings = Stopwatch.StartNew();
    private (Vector3 Target, Quaternion Orientation, float Distance) _framed;
    private readonly PluginNews _plugins;

    public Workbench(AppServices services, Viewer viewer)
    {
        (Services, Viewer) = (services, viewer);
        Scene = new SceneVersion(viewer);
        History = new UndoHistory(viewer, _removed.Add);
        Tools = new PaintTools(viewer, History, Hand);
        Cutting = new CuttingState(viewer, Notices);
        viewer.Layers.LayerChanged += OnLayerChanged;
        _framed = CameraOf(viewer);
        Watcher = new JobWatcher(services.Jobs);
        Shares = new PhaseShares(Activity.Wake);
        Probe = new VoxelProbe(Activity.Wake);
        Remade = new RemadeLayers(this);
        Live = new LiveSegmentation(this);
        Measures = new MeasureDesk(this);
        Edits = new LabelEdits(this);
        Followed = new FollowedPreview(this);
        Runs = new RunsDesk(this, QueueStore.OfUser);
        Files = new LayerFiles(this);
        Project = new ProjectDesk(this);
        Recovery = new LabelRecovery(this);
        Export = new ExportDesk(this);
        Points = new PointsDesk(this);
        Notes = new NoteDesk(Viewer);
        _plugins = new PluginNews(this);
        _plugins.Begin();
    }

    public AppServices Services { get; }

    public Viewer Viewer { get; }

    public Activity Activity { get; } = new();

    public SceneVersion Scene { get; }

    /// <summary>Undo and redo of what changes layers.</summary>
    public UndoHistory History { get; }

    /// <summary>The tool in the hand.</summary>
    public ToolHand Hand { get; } = new();

    /// <summary>What the tools paint with.</summary>
    public PaintTools Tools { get; }

    /// <summary>Crop box and clipping planes in the hand.</summary>
    public CuttingState Cutting { get; }

    /// <summary>Segmentation that learns from strokes while they are painted.</summary>
    public LiveSegmentation Live { get; }

    /// <summary>The measurements, and the one that is being drawn.</summary>
    public MeasureDesk Measures { get; }

    /// <summary>The texts over the views, and the chosen one.</summary>
    public NoteDesk Notes { get; }

    /// <summary>The layer of points that is worked on, and which of its points are selected.</summary>
    public PointsDesk Points { get; }

    /// <summary>The keys of the commands.</summary>
    public KeyMap Keys { get; set; } = new(CommandTable.All, new AppSettings().Keys);

    public Notices Notices { get; } = new();

    public ResultStore Results { get; } = new();

    /// <summary>Tables and plots in windows of their own.</summary>
    public LargerViews Larger { get; } = new();

    public JobWatcher Watcher { get; }

    public PhaseShares Shares { get; }

    /// <summary>The layers that older builds of plugins made, and their being made again.</summary>
    public RemadeLayers Remade { get; }

    /// <summary>Operations that change labels, and the look at what they would make.</summary>
    public LabelEdits Edits { get; }

    /// <summary>Operations that only show something, followed while their form is filled in.</summary>
    public FollowedPreview Followed { get; }

    /// <summary>The queue, and the runs to compare.</summary>
    public RunsDesk Runs { get; }

    /// <summary>The project in work, and what was changed since it was saved.</summary>
    public ProjectDesk Project { get; }

    /// <summary>Copies of labels that are in no file.</summary>
    public LabelRecovery Recovery { get; }

    /// <summary>Figures and animations.</summary>
    public ExportDesk Export { get; }

    /// <summary>Opening and saving of layers.</summary>
    public LayerFiles Files { get; }

    /// <summary>The choice of a reader that is open, or null.</summary>
    public ReaderChoice? Choosing { get; set; }

    public VoxelProbe Probe { get; }

    /// <summary>The operations the manifests list.</summary>
    public IReadOnlyList<OperationGroup> Operations => _plugins.Operations;

    /// <summary>The sample data the manifests list.</summary>
    public IReadOnlyList<(string Id, string Title)> Samples => _plugins.Samples;

    /// <summary>The plugin that the user is asked about, or null.</summary>
    public PluginEntry? Trusting { get; set; }

    /// <summary>The open form, or null.</summary>
    public FormModel? Form { get; set; }

    /// <summary>The open file dialog, or null.</summary>
    public FileRequest? FileRequest { get; set; }

    /// <summary>Opens a file or folder in a program of the system, and says whether there is one.</summary>
    public Func<string, bool> OpenOutside { get; set; } = OutsidePrograms.TryOpen;

    /// <summary>Where a picture of the window shall be written after the next frame, or null.</summary>
    public string? ScreenshotPath { get; set; }

    /// <summary>The layer whose name shall be edited in the list, once.</summary>
    public Layer? WantedRename { get; set; }

    /// <summary>The tab of the side panel to bring to the front, once.</summary>
    public SideTab? WantedTab { get; set; }

    /// <summary>Raised when a layer's data is let go of, so that the renderer forgets it first.</summary>
    public event Action<Layer>? Forgotten;

    /// <summary>Lets a plugin run from now on, and loads it.</summary>
    public void Trust(PluginEntry plugin) => InBackground(() =>
    {
        Services.Plugins.Trust(plugin);
        Services.Plugins.Activate(plugin);
    });

    /// <summary>Does something that may take a while and has no result to show; a failure is told.</summary>
    public void InBackground(Action action) => Task.Run(() =>
    {
        try
        {
            action();
        }
        catch (UserException problem)
        {
            Post(() => Notices.Fail(problem.Message));
        }
    });

    /// <summary>Loads the plugin of an operation in the background and opens its form.</summary>
    public void OpenForm(string id) => Services.Jobs.Start($"Load {id}", _ => Task.Run(() => Services.Plugins.Get<IOperation>(id)), operation => Post(() =>
    {
        Form = new FormModel(operation, Viewer);
    }));

    /// <summary>Runs the operation of a form; what comes out is added when it is done.</summary>
    public Job? Run(FormModel form)
    {
        if (form.Fault() is { } fault)
        {
            Notices.Fail(fault);
            return null;
        }
        if (form.Edited is not null)
            return Edits.Run(form);
        if (Followed.Keep(form) is { } kept)
            return kept;
        var (operation, parameters, inputs) = (form.Operation, form.Parameters(), form.Inputs());
        var folder = operation.Output == OutputKind.Folder ? form.OutputFolder.Trim() : null;
        WantedTab = SideTab.Jobs;
        return Services.Jobs.Start(operation.Title,
            async job =>
            {
                var result = await Services.Operations.RunAsync(operation, parameters, inputs, folder, job).ConfigureAwait(false);
                job.Filled = folder;
                return result;
            },
            result => Post(() => Accept(operation.Title, result, folder)));
    }

    /// <summary>Loads sample data in a job.</summary>
    public void LoadSample(string id, string title) => Services.Jobs.Start($"Sample: {title}",
        job => Task.Run(() => Services.Plugins.Get<SampleData>(id).Load(job.CancellationToken)),
        layers => Post(() => AddLayers(layers)));

    /// <summary>Takes over the results of an operation.</summary>
    /// <param name="source">The operation's title.</param>
    /// <param name="result">What it gave.</param>
    /// <param name="folder">The folder that it filled, or null.</param>
    public void Accept(string source, OperationResult result, string? folder = null)
    {
        AddLayers(result.Layers);
        if (result.Tables.Count + result.Plots.Count == 0)
            return;
        Results.Add(source, result.Tables, result.Plots, folder is null ? null : new FilledFolder(folder));
        WantedTab = SideTab.Results;
    }

    public void AddLayers(IReadOnlyList<Layer> layers)
    {
        // Until the user turns or moves it, the 3-D view keeps showing everything.
        var isUntouched = Viewer.Layers.Count == 0 || CameraOf(Viewer) == _framed;
        var cursor = Viewer.Layers.Count == 0 ? (WorldPoint?)null : Viewer.Cursor;
        using (History.Step(layers.Count == 1 ? $"Add '{layers[0].Name}'" : $"Add {layers.Count} layers"))
        {
            foreach (var layer in layers)
            {
                layer.Name = Viewer.Layers.UniqueName(layer.Name);
                Viewer.Layers.Add(layer);
            }
        }
        if (layers.Count > 0)
            Viewer.SelectedLayer = layers[0];
        if (isUntouched && layers.Count > 0)
            ShowAll();
        // The middle of everything may be beside a layer that was in sight.
        Viewer.Cursor = cursor ?? Viewer.Cursor;
        MoveInto([.. layers.Where(layer => layer.Visible)], isTold: cursor is not null);
        Activity.Request();
    }

    // A slice beside a volume would not be seen where the crosshair is in the middle of the volume.
    private void MoveInto(IReadOnlyList<Layer> added, bool isTold)
    {
        var (from, shown) = (Viewer.Cursor, Viewer.Layers.Where(layer => layer.Visible).ToList());
        var to = added.Aggregate(from, (cursor, layer) => CrosshairMove.Into(cursor, layer, shown));
        if (to == from)
            return;
        Viewer.Cursor = to;
        var missed = added.First(layer => CrosshairMove.Into(from, layer, shown) != from);
        if (isTold)
            Notices.Tell($"Moved the crosshair along {CrosshairMove.AxesBetween(from, to)} into '{missed.Name}', which was not in sight there.", () => Viewer.Cursor = from, () => Viewer.Cursor == to);
    }

    /// <summary>Puts the cursor into the middle and everything into sight.</summary>
    public void ShowAll()
    {
        Viewer.ResetView();
        _framed = CameraOf(Viewer);
    }

    /// <summary>Takes a layer off the list. Undo brings it back; its data is let go of when undo no longer can.</summary>
    public void Remove(Layer layer)
    {
        if (!Viewer.Layers.Remove(layer))
            return;
        var step = History.Undoable;
        Notices.Tell($"Removed '{layer.Name}'.", () => History.Undo(), () => History.Undoable == step);
    }

    /// <summary>Changes settings and saves them; tells where that fails.</summary>
    public void Change(Func<AppSettings, AppSettings> change)
    {
        try
        {
            Services.Settings.Update(change);
        }
        catch (UserException problem)
        {
            Notices.Fail(problem.Message);
        }
        Activity.Request();
    }

    /// <summary>Gives a layer another name; empty names are refused.</summary>
    public void Rename(Layer layer, string name)
    {
        name = name.Trim();
        if (name.Length == 0 || name == layer.Name)
            return;
        layer.Name = Viewer.Layers.UniqueName(name);
    }

    /// <summary>Once a frame: takes what the background has finished, and tells of failures.</summary>
    public void Tick()
    {
        if (Services.MainThread.Drain() | Notices.Expire())
            Activity.Request();
        foreach (var job in Watcher.Look())
        {
            Activity.Request();
            if (job.State == JobState.Failed)
                Notices.Fail($"{job.Title}: {JobWatcher.Reason(job)}");
        }
        Runs.Tick();
        if (Tools.Tick())
            Activity.Request();
        Scene.HoldsVolume = Tools.IsDrawingInSlice;
        Measures.Tick();
        Edits.Tick();
        Followed.Tick();
        Recovery.Tick();
        if (_sinceSettings.Elapsed > SettingsLook)
        {
            _sinceSettings.Restart();
            if (Services.Settings.ReadIfWritten())
                Activity.Request();
        }
        // A running job or a live session may still read a layer that was removed.
        if (_removed.Count > 0 && !Watcher.AnyRunning && !IsReading)
        {
            _removed.ForEach(Release);
            _removed.Clear();
        }
    }

    public void Dispose()
    {
        _plugins.Dispose();
        Viewer.Layers.LayerChanged -= OnLayerChanged;
        Tools.Dispose();
        Recovery.Dispose();
        Project.Dispose();
        Live.Dispose();
        Measures.Dispose();
        Edits.Dispose();
        Followed.Dispose();
        History.Dispose();
        Scene.Dispose();
        if (Services.Jobs.Jobs.All(job => job.State != JobState.Running) && !IsReading)
            _removed.ForEach(Release);
    }

    // Whether something but a job still reads layers, perhaps one that was removed.
    private bool IsReading => Live.IsReading || Measures.IsReading || Edits.IsReading || Followed.IsReading || Recovery.IsReading;

    private static (Vector3 Target, Quaternion Orientation, float Distance) CameraOf(Viewer viewer) =>
        (viewer.Camera.Target, viewer.Camera.Orientation, viewer.Camera.Distance);

    private void OnLayerChanged(object? sender, LayerChange change)
    {
        if (change is LabelsChange edit && change.Layer is LabelsLayer labels)
        {
            Shares.Follow(labels.Labels, edit);
            ContentHash.Forget(labels.Labels);
        }
        if (change is LayerPropertyChange { PropertyName: nameof(Layer.Spacing) } stretched)
        {
            // What was drawn of it stands in the old proportions.
            Forgotten?.Invoke(change.Layer);
            VoxelSizes.Follow(Viewer, stretched);
        }
    }

    /// <summary>Lets go of a layer's data as soon as nothing reads it.</summary>
    public void LetGo(Layer layer) => _removed.Add(layer);

    /// <summary>Tells the renderer to forget a layer whose data lives on.</summary>
    public void Forget(Layer layer) => Forgotten?.Invoke(layer);

    private void Release(Layer layer)
    {
        Forgotten?.Invoke(layer);
        if (layer is ImageLayer image)
            Probe.Forget(image.Volume);
        layer.Dispose();
    }

    /// <summary>Does something on the window's thread, soon; safe from any thread.</summary>
    public void Post(Action action)
    {
        Services.MainThread.Post(action);
        Activity.Wake();
    }
}
