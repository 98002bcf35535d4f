using System.Text;

using VolumeViewer.Host.CommandLine;
using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Recipes;

/// <summary>Runs the steps of a recipe in order, and writes what each gives into a folder as soon as it is complete.</summary>
internal sealed class RecipeRunner(AppServices services, RecipePlan plan)
{
    // Folders are filled here and moved when they are complete, so that a cancelled run leaves no half of one.
    private readonly string _work = Path.Combine(plan.Output, $".{Guid.NewGuid():N}.tmp");

    private EarlierSteps? _earlier;

    /// <summary>Whether steps that an interrupted run of the recipe completed in the same folder are taken over instead of run.</summary>
    public bool Resume { get; init; }

    /// <summary>Called with each step when it is done.</summary>
    public Action<StepOutcome>? StepDone { get; init; }

    /// <summary>Called with each step when it begins.</summary>
    public Action<PlannedStep>? StepBegins { get; init; }

    /// <param name="job">Gets the progress over all steps.</param>
    /// <param name="keepLayers">Whether the layers of all steps stay; otherwise each goes when no later step needs it.</param>
    /// <exception cref="OperationCanceledException">Steps that were done keep their files, the one that was cancelled leaves none.</exception>
    /// <exception cref="UserException">An input cannot be opened, or a step does not fit it.</exception>
    public async Task<RecipeResult> RunAsync(Job job, bool keepLayers)
    {
        var result = new RecipeResult();
        try
        {
            Directory.CreateDirectory(plan.Output);
            _earlier = Resume ? new EarlierSteps(services, plan.Output) : null;
            Report(result, "running");
            var shares = Shares();
            for (var index = 0; index < plan.Steps.Count; index++)
            {
                job.CancellationToken.ThrowIfCancellationRequested();
                var planned = plan.Steps[index];
                StepBegins?.Invoke(planned);
                var outcome = await StepAsync(planned, index, shares, result, job).ConfigureAwait(false);
                result.Add(outcome);
                Report(result, "running");
                StepDone?.Invoke(outcome);
                if (!keepLayers)
                    LetGo(result, index);
            }
            Report(result, "done");
            return result;
        }
        catch (Exception failure)
        {
            result.Dispose();
            if (Directory.Exists(plan.Output))
                Report(result, failure is OperationCanceledException ? "cancelled" : "failed");
            throw;
        }
        finally
        {
            if (Directory.Exists(_work))
                Directory.Delete(_work, recursive: true);
        }
    }

    /// <summary>The steps that were run, for machines.</summary>
    public static object Json(StepOutcome step) => new
    {
        id = step.Step.Id,
        operation = step.Step.Operation,
        run = step.Run.Record.Id,
        seconds = step.Run.Record.Seconds,
        comparison = ParameterSchema.KebabCase(step.Comparison.ToString()),
        details = step.Details,
        plugins = step.Run.Record.Plugins,
        pluginNotes = step.PluginNotes,
        outputs = step.Run.Record.Outputs.Select(output => new { output.Name, kind = ParameterSchema.KebabCase(output.Kind.ToString()), output.Shape, output.Hash }),
        files = step.Files,
        tables = JsonReport.Tables(step.Run.Result.Tables),
    };

    private async Task<StepOutcome> StepAsync(PlannedStep planned, int index, double[] shares, RecipeResult result, Job job)
    {
        var (step, operation) = (planned.Step, planned.Operation);
        using var part = new Job(operation.Title, job.CancellationToken);
        var (before, share, place) = (shares.Take(index).Sum(), shares[index], $"step {index + 1} of {plan.Steps.Count}, {step.Id}");
        part.Logged += message => job.Log($"{step.Id}: {message}");
        part.Progressed += inner => job.Report(new JobProgress(before + (share * Math.Clamp(inner.Progress.Fraction, 0, 1)), $"{place}: {inner.Progress.Status}".TrimEnd(':', ' ')));
        job.Report(new JobProgress(before, place));

        var parameters = operation.Parameters.Bind(operation.Parameters.Items
            .Where(item => step.Parameters.ContainsKey(item.Name))
            .Select(item => KeyValuePair.Create(item.Name, item.IsPath ? PathOf(step.Parameters[item.Name], result) : step.Parameters[item.Name])));
        var inputs = new OperationInputs();
        foreach (var input in operation.Inputs.Where(input => step.Inputs.ContainsKey(input.Name)))
        {
            if (input.Kind == InputKind.Path)
                inputs.Paths[input.Name] = PathOf(step.Inputs[input.Name], result);
            else
                inputs.Layers[input.Name] = LayerOf(step, input, result, job.CancellationToken);
        }
        if (_earlier?.Find(planned, parameters, inputs, job.CancellationToken) is { } earlier)
        {
            job.Log($"{step.Id}: taken over from the earlier run {earlier.Record.Id}");
            return StepOutcome.Compare(planned, earlier);
        }
        string? folder = null;
        if (operation.Output == OutputKind.Folder)
        {
            Directory.CreateDirectory(_work);
            folder = Path.Combine(_work, step.Id);
        }
        var run = await part.RunAsync(_ => services.Operations.RunRecordedAsync(
            operation, parameters, inputs, folder, part, made => Write(step, operation, made, folder, job.CancellationToken))).ConfigureAwait(false);
        return StepOutcome.Compare(planned, run);
    }

    private Layer LayerOf(RecipeStep step, OperationInput input, RecipeResult result, CancellationToken cancellationToken)
    {
        var text = step.Inputs[input.Name];
        var reference = RecipeReference.Parse(text)!;
        if (result.Steps.FirstOrDefault(done => done.Step.Id == reference.Target) is { } maker)
            return Pick(maker, reference, text);
        // A file in a folder can be opened as both kinds of layer.
        var name = reference.File is null ? reference.Target : NameOf(text, input.Kind);
        if (!result.Inputs.TryGetValue(name, out var layer))
        {
            layer = LayerFactory.Open(services.Io, FileOf(reference), input.Kind, cancellationToken);
            result.Add(name, layer);
        }
        return layer;
    }

    private static string NameOf(string fileReference, InputKind kind) => $"{fileReference} ({kind})";

    private string FileOf(RecipeReference input) =>
        input.File is null ? plan.Inputs[input.Target] : Path.Combine(plan.Inputs[input.Target], input.File);

    private static Layer Pick(StepOutcome maker, RecipeReference reference, string text)
    {
        var layers = maker.Run.Result.Layers;
        if (reference.Layer is null && layers.Count > 0)
            return layers[0];
        return layers.FirstOrDefault(layer => layer.Name == reference.Layer)
            ?? (int.TryParse(reference.Layer, out var number) ? layers.ElementAtOrDefault(number - 1) : null)
            ?? throw new UserException($"'{text}' is not there: the step '{maker.Step.Id}' gave {(layers.Count == 0 ? "no layers" : string.Join(", ", layers.Select(layer => $"'{layer.Name}'")))}.");
    }

    // A path in a recipe: a reference, or relative to the recipe's file.
    private string PathOf(string text, RecipeResult result)
    {
        if (text.Length == 0)
            return text;
        if (!RecipeReference.IsReference(text))
            return Path.GetFullPath(text, Path.GetDirectoryName(Path.GetFullPath(plan.File))!);
        var reference = RecipeReference.Parse(text) ?? throw new UserException($"'{text}' is no reference; write \"@input\", \"@step\" or \"@step/folder\".");
        if (plan.Inputs.ContainsKey(reference.Target))
            return FileOf(reference);
        var maker = result[reference.Target];
        var written = maker.Run.Written;
        return (written.FirstOrDefault(file => file.Layer is null && file.Table is null)
            ?? written.FirstOrDefault(file => file.Layer is not null && ReferenceEquals(file.Layer, Pick(maker, reference, text))))?.Path
            ?? throw new UserException($"'{text}' names no file or folder: the step '{maker.Step.Id}' wrote none.");
    }

    private List<WrittenFile> Write(RecipeStep step, IOperation operation, OperationResult made, string? folder, CancellationToken cancellationToken)
    {
        var written = new List<WrittenFile>();
        if (operation.Output == OutputKind.Folder && Directory.Exists(folder))
        {
            var target = Path.Combine(plan.Output, step.Id);
            if (Directory.Exists(target))
                Directory.Delete(target, recursive: true);
            Directory.Move(folder, target);
            written.Add(new WrittenFile(target));
        }
        var path = Path.Combine(plan.Output, step.Id);
        if (made.Layers.Count > 0)
            written.AddRange(ResultWriter.Write(services.Io, made, path + ".tif", cancellationToken));
        if (made.Tables.Count > 0)
        {
            written.AddRange(ResultWriter.Write(services.Io, made, path + ".csv", cancellationToken));
            written.AddRange(ResultWriter.Write(services.Io, made, path + ".json", cancellationToken));
        }
        return written;
    }

    // The share of each step in all of the time: as recorded, or equal ones.
    private double[] Shares()
    {
        var seconds = plan.Steps.Select(step => step.Step.Recorded?.Seconds ?? 0).ToList();
        return seconds.All(time => time > 0) ? [.. seconds.Select(time => time / seconds.Sum())] : [.. seconds.Select(_ => 1.0 / seconds.Count)];
    }

    // Layers that no later step refers to.
    private void LetGo(RecipeResult result, int done)
    {
        var later = plan.Steps.Skip(done + 1).SelectMany(step => step.Step.Inputs.Values.Concat(step.Step.Parameters.Values))
            .Select(text => (Text: text, Reference: RecipeReference.Parse(text))).Where(each => each.Reference is not null)
            .SelectMany(each => each.Reference!.File is null ? [each.Reference.Target] : Enum.GetValues<InputKind>().Select(kind => NameOf(each.Text, kind))).ToHashSet();
        foreach (var layer in result.Steps.Where(step => !later.Contains(step.Step.Id)).SelectMany(step => step.Run.Result.Layers)
            .Concat(result.Inputs.Where(input => !later.Contains(input.Key)).Select(input => input.Value)))
            layer.Dispose();
    }

    private void Report(RecipeResult result, string state) => OutputPath.WriteAllBytes(Path.Combine(plan.Output, RecipePlanner.ReportName), Encoding.UTF8.GetBytes(JsonReport.Format(new
    {
        recipe = plan.File,
        state,
        inputs = plan.Inputs,
        steps = result.Steps.Select(Json),
    }) + "\n"));
}
