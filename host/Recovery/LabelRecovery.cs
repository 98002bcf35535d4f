using System.Collections.Specialized;
using System.Diagnostics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Recovery;

/// <summary>
/// Copies labels that are in no file into a folder of the user's while they are worked on, and finds those that a process left behind that died. Used on the window's thread; the
/// copies are written in the background.
/// </summary>
internal sealed class LabelRecovery : IDisposable
{
    private static readonly TimeSpan SavedLook = TimeSpan.FromSeconds(3);

    private readonly Workbench _bench;
    private readonly Dictionary<LabelsLayer, CopiedLayer> _layers = new(ReferenceEqualityComparer.Instance);
    private readonly List<RecoverySession> _restored = [];
    private readonly Stopwatch _sinceChange = new();
    private readonly Stopwatch _sinceLook = Stopwatch.StartNew();
    private RecoverySession? _session;
    private string? _root;
    private Task? _writing;
    private int _number;
    private bool _hasFailed;

    public LabelRecovery(Workbench bench)
    {
        _bench = bench;
        bench.Viewer.Layers.CollectionChanged += OnListChanged;
        bench.Viewer.Layers.LayerChanged += OnLayerChanged;
        bench.Forgotten += OnForgotten;
    }

    /// <summary>What earlier runs left behind, to ask the user about; this process holds them.</summary>
    public IReadOnlyList<RecoverySession> Found { get; private set; } = [];

    /// <summary>Whether copies are being written, for which layers must not be let go of.</summary>
    public bool IsReading => _writing is { IsCompleted: false };

    /// <summary>When copies were last written, or null.</summary>
    public DateTimeOffset? LastSaved { get; private set; }

    /// <summary>Whether copies are made at all.</summary>
    public bool IsOn => _root is not null;

    /// <summary>The folder of the user's that holds the copies of all runs.</summary>
    public static string FolderOfUser => Path.Combine(UserFolders.Data, "recovery");

    /// <summary>Begins to copy into a folder, and looks for what is left behind there. Without it nothing is copied.</summary>
    public void Begin(string root)
    {
        _root = root;
        Look();
    }

    /// <summary>Looks for what is left behind.</summary>
    /// <returns>Whether there is something to ask the user about.</returns>
    public bool Look()
    {
        if (_root is not null && Found.Count == 0)
            Found = RecoverySession.Claim(_root);
        return Found.Count > 0;
    }

    /// <summary>Whether a layer is in no file as it is.</summary>
    public bool NeedsCopy(LabelsLayer layer) => !layer.IsTemporary && !ReferenceEquals(layer, _bench.Live.Preview.Labels) && !(_bench.Project.State.Path is not null && !_bench.Project.Unsaved.IsChanged)
        && VoxelChanges.StoredAt(layer) is null && (DataFile.Of(layer) is null || VoxelChanges.HasUnsaved(layer) || (_layers.TryGetValue(layer, out var known) && known.IsTouched));

    /// <summary>Once a frame: writes copies when it is time.</summary>
    public void Tick()
    {
        if (_root is null || IsReading)
            return;
        // What was saved elsewhere meanwhile needs no copy any more.
        if (_sinceLook.Elapsed > SavedLook)
        {
            _sinceLook.Restart();
            if (_layers.Values.Any(layer => layer.Copy is not null && !NeedsCopy(layer.Layer)))
                SaveNow();
        }
        if (!_sinceChange.IsRunning)
            return;
        var seconds = _bench.Services.Settings.Current.AutosaveSeconds;
        if (seconds <= 0 || _sinceChange.Elapsed.TotalSeconds < seconds)
            return;
        SaveNow();
    }

    /// <summary>Writes copies of what changed since the last time.</summary>
    public Task SaveNow()
    {
        if (_root is null || IsReading)
            return _writing ?? Task.CompletedTask;
        _sinceChange.Reset();
        var (kept, work) = (new List<CopiedLayer>(), new List<(CopiedLayer Layer, LayerManifest Manifest, bool[] IsChanged)>());
        foreach (var layer in _bench.Viewer.Layers.OfType<LabelsLayer>().Where(NeedsCopy))
        {
            var copied = Known(layer);
            kept.Add(copied);
            if (!copied.IsChanged)
                continue;
            var (manifest, isChanged) = copied.Take();
            work.Add((copied, manifest, isChanged));
        }
        var gone = _layers.Values.Where(layer => layer.Copy is not null && !kept.Contains(layer)).ToList();
        if (work.Count == 0 && gone.Count == 0)
            return Task.CompletedTask;
        // What was restored is among these, so that its old copies can go when they are written.
        List<RecoverySession> old = [.. _restored];
        _restored.Clear();
        return _writing = Task.Run(() => Write(work, gone, old));
    }

    /// <summary>Puts back what is left behind, in a job; it stays where it is until there are new copies.</summary>
    public void Restore()
    {
        var sessions = Found;
        Found = [];
        _bench.Services.Jobs.Start("Restore labels", job =>
        {
            var layers = new List<LabelsLayer>();
            try
            {
                var copies = sessions.SelectMany(session => session.Copies).ToList();
                foreach (var copy in copies)
                {
                    job.Report(new JobProgress(layers.Count / (double)copies.Count, copy.ReadManifest().Name));
                    layers.Add(copy.Read(job.CancellationToken));
                }
            }
            catch
            {
                layers.ForEach(layer => layer.Dispose());
                _bench.Post(() => Found = sessions);
                throw;
            }
            return Task.FromResult(layers);
        }, layers => _bench.Post(() =>
        {
            _bench.AddLayers(layers);
            foreach (var layer in layers)
                Known(layer).IsTouched = true;
            _restored.AddRange(sessions);
            _sinceChange.Start();
            SaveNow();
        }));
    }

    /// <summary>Removes what is left behind.</summary>
    public void Discard()
    {
        foreach (var session in Found)
            Delete(session);
        Found = [];
    }

    /// <summary>Leaves it for another time.</summary>
    public void Leave()
    {
        foreach (var session in Found)
            session.Dispose();
        Found = [];
    }

    /// <summary>The user has said what shall become of the labels: copies are no longer needed.</summary>
    public void Forget()
    {
        _writing?.Wait();
        if (_session is not null)
            Delete(_session);
        foreach (var session in _restored)
            Delete(session);
        (_session, _root) = (null, null);
        _restored.Clear();
    }

    /// <summary>Ends; what is in no file is copied once more, and stays for the next start.</summary>
    public void Dispose()
    {
        _bench.Viewer.Layers.CollectionChanged -= OnListChanged;
        _bench.Viewer.Layers.LayerChanged -= OnLayerChanged;
        _bench.Forgotten -= OnForgotten;
        _writing?.Wait();
        // Once more, for what was done since; after Forget that is nothing.
        SaveNow().Wait();
        Leave();
        if (_session is not null && _session.Copies.Count == 0)
            Delete(_session);
        _session?.Dispose();
        foreach (var session in _restored)
            session.Dispose();
    }

    private void Write(List<(CopiedLayer Layer, LayerManifest Manifest, bool[] IsChanged)> work, List<CopiedLayer> gone, List<RecoverySession> old)
    {
        try
        {
            _session ??= RecoverySession.Begin(_root!);
            foreach (var (layer, manifest, isChanged) in work)
            {
                layer.Copy ??= new LayerCopy(Path.Combine(_session.Folder, $"layer-{++_number:0000}"));
                layer.Copy.Write(layer.Layer, manifest, isChanged, CancellationToken.None);
            }
            foreach (var layer in gone)
            {
                Directory.Delete(layer.Copy!.Folder, recursive: true);
                layer.Copy = null;
                layer.GiveBack();
            }
            old.ForEach(Delete);
            LastSaved = DateTimeOffset.Now;
            _hasFailed = false;
        }
        // A full disk or a folder that may not be written: the work goes on, and is told once that it is not kept.
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            _bench.Post(() =>
            {
                foreach (var (layer, _, _) in work)
                    layer.GiveBack();
                _restored.AddRange(old);
                if (!_hasFailed)
                    _bench.Notices.Fail($"Labels cannot be copied for a restart: {problem.Message} Save them yourself; {UserFolders.HomeVariable} names another folder for copies.");
                _hasFailed = true;
                _sinceChange.Start();
            });
        }
    }

    private static void Delete(RecoverySession session)
    {
        try
        {
            session.Delete();
        }
        // What stays is offered again, or empty.
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            session.Dispose();
        }
    }

    private CopiedLayer Known(LabelsLayer layer)
    {
        if (!_layers.TryGetValue(layer, out var known))
            _layers[layer] = known = new CopiedLayer(layer);
        return known;
    }

    // One whose copy is still to be removed stays until it is.
    private void OnForgotten(Layer layer)
    {
        if (layer is LabelsLayer labels && _layers.TryGetValue(labels, out var known) && known.Copy is null)
            _layers.Remove(labels);
    }

    private void OnListChanged(object? sender, NotifyCollectionChangedEventArgs e) => _sinceChange.Start();

    private void OnLayerChanged(object? sender, LayerChange change)
    {
        if (change.Layer is not LabelsLayer { IsTemporary: false } layer)
            return;
        if (change is LabelsChange or LayerPropertyChange { PropertyName: nameof(LabelsLayer.Phases) or nameof(Sdk.Layer.Name) })
            Known(layer).Note(change);
        _sinceChange.Start();
    }
}
