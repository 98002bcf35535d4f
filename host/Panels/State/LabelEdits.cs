using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Operations that change labels: a look at the result before, made again while parameters change, and its taking the place of the labels.</summary>
internal sealed class LabelEdits : IDisposable
{
    // What takes longer is made again only when it is asked for.
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(2);

    private readonly Workbench _bench;
    private readonly FormFollower _follower;
    private LabelsLayer? _target;
    private LabelPreview? _preview;

    public LabelEdits(Workbench bench) => (_bench, _follower) = (bench, new FormFollower(bench, Quick, Show, Drop));

    /// <summary>Whether the open form shows what it would make.</summary>
    public bool IsOn => _follower.Form is not null;

    /// <summary>The work on the preview, or null.</summary>
    public Job? Running => _follower.Running;

    /// <summary>Why there is no preview now, or empty.</summary>
    public string Reason => _follower.Reason;

    /// <summary>Whether a layer may still be read that is no longer there.</summary>
    public bool IsReading => _follower.IsReading;

    /// <summary>Shows what the form would make, or makes it anew.</summary>
    public void Preview(FormModel form)
    {
        if (form.Edited is not { } target)
        {
            _bench.Notices.Fail(form.Fault() ?? $"{form.Operation.Title} changes no labels, so there is nothing to look at before.");
            return;
        }
        if (!ReferenceEquals(_follower.Form, form) || !ReferenceEquals(_target, target))
            Close();
        _target = target;
        _follower.Begin(form);
    }

    /// <summary>Takes the preview away, and lets its work end.</summary>
    public void Dispose()
    {
        Close();
        _follower.Dispose();
    }

    /// <summary>Takes the preview away.</summary>
    public void Close()
    {
        _follower.End();
        Drop();
        _target = null;
    }

    /// <summary>Once a frame: follows the form.</summary>
    public void Tick()
    {
        if (_follower.Form is { } form && (!ReferenceEquals(_bench.Form, form) || !ReferenceEquals(form.Edited, _target) || !_bench.Viewer.Layers.Contains(_target!)))
            Close();
        _follower.Tick();
    }

    /// <summary>Runs the operation of a form, or takes over its preview where nothing has changed since.</summary>
    public Job Run(FormModel form)
    {
        var (operation, target, inputs, title) = (form.Operation, form.InPlace ? form.Edited : null, form.Inputs(), form.Operation.Title);
        var edition = target?.Edition ?? 0;
        if (_preview is { } preview && _follower.IsCurrent(form))
        {
            preview.Hide();
            _preview = null;
            Close();
            return _bench.Services.Jobs.Start(title, job => Task.Run(() =>
            {
                _bench.Services.Operations.Keep(preview.Run, inputs, job);
                return new EditedRun(preview.Run.Result, Compared(target, preview.Run.Result, edition, job));
            }), run => _bench.Post(() => Accept(title, run, target)));
        }
        Close();
        var parameters = form.Parameters();
        return _bench.Services.Jobs.Start(title, async job =>
        {
            var result = await _bench.Services.Operations.RunAsync(operation, parameters, inputs, null, job).ConfigureAwait(false);
            return new EditedRun(result, Compared(target, result, edition, job));
        }, run => _bench.Post(() => Accept(title, run, target)));
    }

    private static LabelsInPlace? Compared(LabelsLayer? target, OperationResult result, long edition, Job job) =>
        target is null ? null : LabelsInPlace.Prepare(target, result, edition, new ShareReports(job, $"comparing with '{target.Name}'"), job.CancellationToken);

    private void Accept(string title, EditedRun run, LabelsLayer? target)
    {
        if (target is null)
        {
            _bench.Accept(title, run.Result);
            return;
        }
        if (run.InPlace is not { } change || !_bench.Viewer.Layers.Contains(target) || !change.Apply(_bench.History, title))
        {
            _bench.Notices.Tell($"'{target.Name}' was changed while {title} ran, so the result is a new layer.");
            _bench.Accept(title, run.Result);
            return;
        }
        _bench.LetGo(run.Result.Layers[0]);
        var step = _bench.History.Undoable;
        if (change.HasChanges)
            _bench.Notices.Tell($"{title}: changed '{target.Name}'.", () => _bench.History.Undo(), () => _bench.History.Undoable == step);
        else
            _bench.Notices.Tell($"{title}: nothing in '{target.Name}' had to change.");
        _bench.Accept(title, run.Result with { Layers = [.. run.Result.Layers.Skip(1)] });
    }

    private string Show(RecordedRun run)
    {
        var wasVisible = _preview?.WasVisible ?? _target!.Visible;
        Drop();
        if (run.Result.Layers is not [LabelsLayer made, ..] || made.Shape != _target!.Shape)
        {
            run.Result.Dispose();
            return $"{_follower.Form!.Operation.Title} gave no labels of the size of '{_target!.Name}'.";
        }
        _preview = new LabelPreview(_bench, _follower.Form!.Operation.Title, _target, run, wasVisible);
        return "";
    }

    private void Drop()
    {
        _preview?.Drop();
        _preview = null;
    }
}
