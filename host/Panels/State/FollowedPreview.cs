using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>
/// Operations that only show something: what they give is made again while their form is filled in, each result in the place of the one before. Layers, tables and plots are
/// temporary until the form is run.
/// </summary>
internal sealed class FollowedPreview : IDisposable
{
    private readonly Workbench _bench;
    private readonly FormFollower _follower;
    private RecordedRun? _shown;
    private AloneInSight? _alone;
    private IReadOnlyList<TemporaryTwin> _twins = [];
    private IReadOnlyList<ResultItem> _items = [];

    public FollowedPreview(Workbench bench)
    {
        _bench = bench;
        // What no longer fits the form stays in sight while a value is typed: it is a picture for the eye alone.
        _follower = new FormFollower(bench, quick: null, Show, drop: () => { });
    }

    /// <summary>Whether the open form is followed.</summary>
    public bool IsOn => _follower.Form is not null;

    /// <summary>The run in work, or null.</summary>
    public Jobs.Job? Running => _follower.Running;

    /// <summary>Why what is shown is not what the form says, or empty.</summary>
    public string Reason => _follower.Reason;

    /// <summary>Whether a layer may still be read that is no longer there.</summary>
    public bool IsReading => _follower.IsReading;

    /// <summary>Whether layers are hidden and the camera stands elsewhere as long as something is shown.</summary>
    public bool HidesOthers => _alone is not null;

    /// <summary>Whether a form can be followed.</summary>
    public static bool CanFollow(FormModel? form) => form is { Operation: { IsPreview: true, Edits: null, Output: not OutputKind.Folder } };

    /// <summary>Begins to follow a form, or ends it and takes away what is shown.</summary>
    public void Toggle(FormModel form)
    {
        var wasOn = ReferenceEquals(_follower.Form, form);
        Close();
        if (!wasOn && CanFollow(form))
            _follower.Begin(form);
    }

    /// <summary>Takes away what is shown, and follows no longer.</summary>
    public void Close()
    {
        _follower.End();
        var shown = _shown;
        TakeAway();
        foreach (var layer in shown?.Result.Layers ?? [])
            _bench.LetGo(layer);
    }

    /// <summary>Once a frame: follows the form while it is open.</summary>
    public void Tick()
    {
        if (IsOn && !ReferenceEquals(_bench.Form, _follower.Form))
            Close();
        _follower.Tick();
    }

    /// <summary>Makes what is shown last, with what was set on its layers, if it is what the form gives now.</summary>
    /// <returns>The job, or null where the form is to be run.</returns>
    public Jobs.Job? Keep(FormModel form)
    {
        if (_shown is not { } run || !_follower.IsCurrent(form))
        {
            Close();
            return null;
        }
        foreach (var twin in _twins)
            twin.CopyLook(twin.Made);
        var inputs = form.Inputs();
        _follower.End();
        TakeAway();
        return _bench.Services.Jobs.Start(form.Operation.Title, job => Task.Run(() =>
        {
            _bench.Services.Operations.Keep(run, inputs, job);
            return run.Result;
        }), result => _bench.Post(() => _bench.Accept(form.Operation.Title, result)));
    }

    /// <summary>Takes away what is shown.</summary>
    public void Dispose()
    {
        Close();
        _follower.Dispose();
    }

    private string Show(RecordedRun run)
    {
        var (before, isFirst) = (_shown, _shown is null);
        var twins = run.Result.Layers.Select(TemporaryTwin.Of).OfType<TemporaryTwin>().ToList();
        Replace(twins, isFirst);
        (_shown, _twins) = (run, twins);
        _items = _bench.Results.Replace(_items, run.Record.Title, run.Result.Tables, run.Result.Plots);
        if (isFirst && _items.Count > 0)
            _bench.WantedTab = SideTab.Results;
        foreach (var layer in before?.Result.Layers ?? [])
            _bench.LetGo(layer);
        return "";
    }

    private void Replace(List<TemporaryTwin> twins, bool isFirst)
    {
        var viewer = _bench.Viewer;
        for (var i = 0; i < Math.Min(twins.Count, _twins.Count); i++)
            _twins[i].CopyLook(twins[i].Layer);
        var place = _twins.Select(twin => viewer.Layers.IndexOf(twin.Layer)).FirstOrDefault(index => index >= 0, -1);
        var (selected, chosen) = (_twins.ToList().FindIndex(twin => ReferenceEquals(twin.Layer, viewer.SelectedLayer)), viewer.SelectedLayer);
        List<Layer> shown = [.. twins.Select(twin => twin.Layer)];
        if (isFirst && AloneInSight.IsApart(viewer, shown))
            _alone = new AloneInSight(_bench, shown);
        Remove();
        if (place < 0)
        {
            _bench.AddLayers(shown);
        }
        else
        {
            foreach (var layer in shown)
                viewer.Layers.Insert(place++, layer);
            viewer.SelectedLayer = selected >= 0 && selected < shown.Count ? shown[selected] : chosen is not null && viewer.Layers.Contains(chosen) ? chosen : viewer.SelectedLayer;
        }
        _alone?.Look(shown);
    }

    private void TakeAway()
    {
        Remove();
        _bench.Results.Replace(_items, "", [], []);
        _alone?.End();
        (_shown, _twins, _items, _alone) = (null, [], [], null);
    }

    private void Remove()
    {
        foreach (var twin in _twins)
        {
            _bench.Viewer.Layers.Remove(twin.Layer);
            _bench.Forget(twin.Layer);
        }
    }
}
