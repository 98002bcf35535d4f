using System.Diagnostics;

using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Operations that change labels: a look at the result before, made again while parameters change, and its taking the place of the labels.</summary>
internal sealed class LabelEdits(Workbench bench) : IDisposable
{
    // Long enough that a number can be typed, short enough that a slider seems to follow.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(0.3);

    // What takes longer is made again only when it is asked for.
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(2);

    private readonly Stopwatch _sinceChange = new();
    private FormModel? _form;
    private LabelsLayer? _target;
    private LabelPreview? _preview;
    private Job? _job;
    private string _key = "";
    private string _madeKey = "";
    private bool _isQuick;
    private int _readers;

    /// <summary>Whether the open form shows what it would make.</summary>
    public bool IsOn => _form is not null;

    /// <summary>The work on the preview, or null.</summary>
    public Job? Running => _job;

    /// <summary>Why there is no preview now, or empty.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whether a layer may still be read that is no longer there.</summary>
    public bool IsReading => _readers > 0;

    /// <summary>Shows what the form would make, or makes it anew.</summary>
    public void Preview(FormModel form)
    {
        if (form.Edited is not { } target)
        {
            bench.Notices.Fail(form.Fault() ?? $"{form.Operation.Title} changes no labels, so there is nothing to look at before.");
            return;
        }
        if (!ReferenceEquals(_form, form) || !ReferenceEquals(_target, target))
            Close();
        (_form, _target, _key, _madeKey, _isQuick) = (form, target, form.Key, "", true);
        Start();
    }

    /// <summary>Takes the preview away, and lets its work end.</summary>
    public void Dispose() => Close();

    /// <summary>Takes the preview away.</summary>
    public void Close()
    {
        Stop();
        _preview?.Drop();
        (_form, _target, _preview, Reason, _madeKey) = (null, null, null, "", "");
        bench.Activity.Request();
    }

    /// <summary>Once a frame: follows the form.</summary>
    public void Tick()
    {
        if (_form is null)
            return;
        if (!ReferenceEquals(bench.Form, _form) || !ReferenceEquals(_form.Edited, _target) || !bench.Viewer.Layers.Contains(_target!))
        {
            Close();
            return;
        }
        if (_job is not null)
            bench.Activity.RequestIn(TimeSpan.FromMilliseconds(100));
        var key = _form.Key;
        if (key != _key)
        {
            _key = key;
            _sinceChange.Restart();
            Stop();
            if (!_isQuick)
            {
                _preview?.Drop();
                (_preview, Reason) = (null, "Changed since; press Preview to look again.");
            }
        }
        if (!_isQuick || _key == _madeKey || _job is not null)
            return;
        if (_sinceChange.Elapsed >= Rest)
            Start();
        else
            bench.Activity.RequestIn(Rest - _sinceChange.Elapsed);
    }

    /// <summary>Runs the operation of a form, or takes over its preview where nothing has changed since.</summary>
    public Job Run(FormModel form)
    {
        var (operation, target, inputs, title) = (form.Operation, form.InPlace ? form.Edited : null, form.Inputs(), form.Operation.Title);
        var edition = target?.Edition ?? 0;
        if (ReferenceEquals(_form, form) && _preview is { } preview && _madeKey == form.Key)
        {
            preview.Hide();
            _preview = null;
            Close();
            return bench.Services.Jobs.Start(title, job => Task.Run(() =>
            {
                bench.Services.Operations.Keep(preview.Run, inputs, job);
                return new EditedRun(preview.Run.Result, target is null ? null : LabelsInPlace.Prepare(target, preview.Run.Result, edition, job.CancellationToken));
            }), run => bench.Post(() => Accept(title, run, target)));
        }
        Close();
        var parameters = form.Parameters();
        return bench.Services.Jobs.Start(title, async job =>
        {
            var result = await bench.Services.Operations.RunAsync(operation, parameters, inputs, null, job).ConfigureAwait(false);
            return new EditedRun(result, target is null ? null : LabelsInPlace.Prepare(target, result, edition, job.CancellationToken));
        }, run => bench.Post(() => Accept(title, run, target)));
    }

    private void Accept(string title, EditedRun run, LabelsLayer? target)
    {
        if (target is null)
        {
            bench.Accept(title, run.Result);
            return;
        }
        if (run.InPlace is not { } change || !bench.Viewer.Layers.Contains(target) || !change.Apply(bench.History, title))
        {
            bench.Notices.Tell($"'{target.Name}' was changed while {title} ran, so the result is a new layer.");
            bench.Accept(title, run.Result);
            return;
        }
        bench.LetGo(run.Result.Layers[0]);
        var step = bench.History.Undoable;
        if (change.HasChanges)
            bench.Notices.Tell($"{title}: changed '{target.Name}'.", () => bench.History.Undo(), () => bench.History.Undoable == step);
        else
            bench.Notices.Tell($"{title}: nothing in '{target.Name}' had to change.");
        bench.Accept(title, run.Result with { Layers = [.. run.Result.Layers.Skip(1)] });
    }

    private void Start()
    {
        Stop();
        if (_form!.Fault() is { } fault)
        {
            _preview?.Drop();
            (_preview, _madeKey, Reason) = (null, _key, fault);
            return;
        }
        var (form, target, key) = (_form, _target!, _key);
        var (parameters, inputs) = (form.Parameters(), form.Inputs());
        var job = _job = new Job($"Preview: {form.Operation.Title}");
        Reason = "";
        _readers++;
        _ = Task.Run(async () =>
        {
            RecordedRun? run = null;
            var reason = "";
            try
            {
                run = await job.RunAsync(each => bench.Services.Operations.RunUnkeptAsync(form.Operation, parameters, inputs, each)).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                reason = "Cancelled.";
            }
            // The edge between the program and a plugin's code: whatever went wrong is told in the form, and the viewer goes on.
            catch (Exception failure)
            {
                reason = failure.Message;
            }
            bench.Post(() => Show(job, form, target, key, run, reason));
        });
        bench.Activity.Request();
    }

    private void Show(Job job, FormModel form, LabelsLayer target, string key, RecordedRun? run, string reason)
    {
        var isCurrent = ReferenceEquals(_job, job);
        _readers--;
        if (isCurrent)
            _job = null;
        job.Dispose();
        // The form went on, or was closed.
        if (!isCurrent || !ReferenceEquals(_form, form))
        {
            run?.Result.Dispose();
            return;
        }
        var wasVisible = _preview?.WasVisible ?? target.Visible;
        _preview?.Drop();
        (_preview, _madeKey, Reason) = (null, key, reason);
        if (run is null)
            return;
        if (run.Result.Layers is not [LabelsLayer made, ..] || made.Shape != target.Shape)
        {
            Reason = $"{form.Operation.Title} gave no labels of the size of '{target.Name}'.";
            run.Result.Dispose();
            return;
        }
        _isQuick = job.Elapsed < Quick;
        _preview = new LabelPreview(bench, form.Operation.Title, target, run, wasVisible);
        bench.Activity.Request();
    }

    private void Stop()
    {
        _job?.Cancel();
        _job = null;
    }
}
