using System.Diagnostics;

using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Operations;

namespace VolumeViewer.Host.Panels;

/// <summary>Runs the operation of a form for a look at what it gives, and again after each change of what is filled in; the older run is cancelled then.</summary>
/// <param name="bench">Runs operations.</param>
/// <param name="quick">What takes longer is run again only when it is asked for; null follows whatever it takes.</param>
/// <param name="show">Takes over what a run gave. Returns why it cannot be shown, or an empty text.</param>
/// <param name="drop">Takes away what is shown, as it holds no longer.</param>
internal sealed class FormFollower(Workbench bench, TimeSpan? quick, Func<RecordedRun, string> show, Action drop) : IDisposable
{
    // Long enough that a number can be typed, short enough that a slider seems to follow.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(0.3);

    private readonly Stopwatch _sinceChange = new();
    private Job? _job;
    private string _key = "";
    private string _madeKey = "";
    private bool _isQuick;
    private int _readers;

    /// <summary>The form that is followed, or null.</summary>
    public FormModel? Form { get; private set; }

    /// <summary>The run in work, or null.</summary>
    public Job? Running => _job;

    /// <summary>Why nothing is shown now, or empty.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whether a layer may still be read that is no longer there.</summary>
    public bool IsReading => _readers > 0;

    /// <summary>Whether what is shown is what the form would give as it stands.</summary>
    public bool IsCurrent(FormModel form) => ReferenceEquals(Form, form) && _job is null && _madeKey == form.Key && Reason.Length == 0;

    /// <summary>Runs the operation of a form, and follows it from now on.</summary>
    public void Begin(FormModel form)
    {
        (Form, _key, _madeKey, _isQuick) = (form, form.Key, "", true);
        Start();
    }

    /// <summary>Lets go of the form, and of the run in work.</summary>
    public void End()
    {
        Stop();
        (Form, Reason, _madeKey) = (null, "", "");
        bench.Activity.Request();
    }

    /// <summary>Lets go of the run in work.</summary>
    public void Dispose() => End();

    /// <summary>Once a frame: looks whether the form changed.</summary>
    public void Tick()
    {
        if (Form is null)
            return;
        if (_job is not null)
            bench.Activity.RequestIn(TimeSpan.FromMilliseconds(100));
        var key = Form.Key;
        if (key != _key)
        {
            _key = key;
            _sinceChange.Restart();
            Stop();
            if (!_isQuick)
            {
                drop();
                Reason = "Changed since; press Preview to look again.";
            }
        }
        if (!_isQuick || _key == _madeKey || _job is not null)
            return;
        if (_sinceChange.Elapsed >= Rest)
            Start();
        else
            bench.Activity.RequestIn(Rest - _sinceChange.Elapsed);
    }

    private void Start()
    {
        Stop();
        if (Form!.Fault() is { } fault)
        {
            drop();
            (_madeKey, Reason) = (_key, fault);
            return;
        }
        var (form, key, parameters, inputs) = (Form, _key, Form.Parameters(), Form.Inputs());
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
            bench.Post(() => Take(job, form, key, run, reason));
        });
        bench.Activity.Request();
    }

    private void Take(Job job, FormModel form, string key, RecordedRun? run, string reason)
    {
        var isCurrent = ReferenceEquals(_job, job);
        _readers--;
        if (isCurrent)
            _job = null;
        job.Dispose();
        // The form went on, or was closed.
        if (!isCurrent || !ReferenceEquals(Form, form))
        {
            run?.Result.Dispose();
            return;
        }
        (_madeKey, Reason) = (key, reason);
        if (run is null)
        {
            drop();
            return;
        }
        _isQuick = quick is not { } limit || job.Elapsed < limit;
        Reason = show(run);
        bench.Activity.Request();
    }

    private void Stop()
    {
        _job?.Cancel();
        _job = null;
    }
}
