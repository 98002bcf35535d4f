using VolumeViewer.Host.History;
using VolumeViewer.Host.Queue;
using VolumeViewer.Host.Runs;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What can be done with a run from its place in the queue or among the results: each opens a form, filled in.</summary>
internal static class RunActions
{
    /// <summary>The operation that runs are taken to be of, where nothing else is known.</summary>
    private const string Training = "train.network", Prediction = "predict.network";

    /// <summary>Opens the form of a prediction with the run as its model.</summary>
    public static void Predict(Workbench bench, RunView run) => Open(bench, Prediction, form => Set(form, "model", run.Folder));

    /// <summary>Opens the form of a training that starts from the run's weights.</summary>
    public static void Transfer(Workbench bench, RunView run) => Again(bench, run, form =>
    {
        if (!Set(form, "start-from", run.Folder))
            bench.Notices.Fail($"{form.Operation.Title} cannot start from another run: it has no parameter 'start-from'.");
        form.OutputFolder = run.Folder + "-transfer";
    });

    /// <summary>Opens the form of the run with its values, to be run again with others.</summary>
    public static void Rerun(Workbench bench, RunView run) => Again(bench, run, form => form.OutputFolder = Path.GetDirectoryName(run.Folder) ?? run.Folder);

    /// <summary>Opens the form of a run of the queue with its values.</summary>
    public static void Rerun(Workbench bench, QueuedRun run) => Open(bench, run.Operation, form =>
    {
        Fill(form, run);
        form.ForQueue = true;
        form.OutputFolder = run.Varied.Count > 0 ? Path.GetDirectoryName(run.Folder)! : run.Folder;
    });

    /// <summary>Lets a run go on: in the queue, where it stands there, or else by its form.</summary>
    public static void Resume(Workbench bench, RunView run)
    {
        if (bench.Runs.QueuedOf(run.Folder) is { } queued)
        {
            bench.Runs.Change(queue => QueueEditing.Resume(queue, [queued.Id]));
            return;
        }
        Again(bench, run, form =>
        {
            form.OutputFolder = run.Folder;
            form.ForQueue = false;
            Set(form, QueueAdding.ResumeParameter, "true");
        });
    }

    private static void Again(Workbench bench, RunView run, Action<FormModel> change)
    {
        var queued = bench.Runs.QueuedOf(run.Folder);
        var recorded = queued is null ? RecordOf(bench.Services.History.All().Records, run.Folder) : null;
        Open(bench, queued?.Operation ?? recorded?.Operation ?? Training, form =>
        {
            form.ForQueue = true;
            if (queued is not null)
            {
                Fill(form, queued);
            }
            else
            {
                form.Fill(run.Facts.Parameters);
                ChoosePaths(form, recorded?.Inputs.Where(input => input.Path is not null).DistinctBy(input => input.Name)
                    .ToDictionary(input => input.Name, input => input.Path!) ?? []);
            }
            change(form);
        });
    }

    /// <summary>The last record of a run that filled the folder, or null: a run folder says what it learnt from only by names and hashes.</summary>
    internal static OperationRecord? RecordOf(IReadOnlyList<OperationRecord> records, string folder)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return records.Where(record => record.Outputs.Any(output => output is { Kind: RecordedOutputKind.Folder, Path: not null }
            && Path.TrimEndingDirectorySeparator(output.Path) == path)).MaxBy(record => record.Started);
    }

    private static void Fill(FormModel form, QueuedRun run)
    {
        form.Fill(run.Parameters);
        ChoosePaths(form, run.Inputs);
    }

    private static void ChoosePaths(FormModel form, IReadOnlyDictionary<string, string> paths)
    {
        foreach (var input in form.Operation.Inputs.Where(input => input.Kind == InputKind.Path && paths.ContainsKey(input.Name)))
            form.Choose(input, paths[input.Name]);
    }

    private static bool Set(FormModel form, string parameter, string text)
    {
        if (form.Operation.Parameters.Items.FirstOrDefault(item => item.Name == parameter) is not { } known)
            return false;
        form[known] = text;
        return true;
    }

    private static void Open(Workbench bench, string operation, Action<FormModel> fill) => bench.Services.Jobs.Start($"Load {operation}",
        _ => Task.Run(() => bench.Services.Plugins.Get<IOperation>(operation)), found => bench.Post(() =>
        {
            var form = new FormModel(found, bench.Viewer);
            fill(form);
            bench.Form = form;
        }));
}
