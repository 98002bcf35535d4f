using System.CommandLine;
using System.Diagnostics;

using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>run OPERATION: one sub-command per operation, its options made from the operation's own declaration.</summary>
internal static class RunCommand
{
    /// <param name="context">The shared services.</param>
    /// <param name="words">The words of the command line: only the operation named there is loaded, to learn its options.</param>
    public static Command Create(CommandContext context, IReadOnlyList<string> words)
    {
        var run = new Command("run", "Run an operation. 'run OPERATION --help' tells its inputs and parameters.");
        var plugins = context.Services.Plugins;
        foreach (var (contribution, _) in plugins.Listed<IOperation>())
        {
            run.Subcommands.Add(words.Contains(contribution.Id)
                ? ForOperation(context, plugins.Get<IOperation>(contribution.Id))
                : new Command(contribution.Id, contribution.Title));
        }
        // An unknown operation is told with the list of those there are, rather than by the parser.
        if (words.SkipWhile(word => word != "run").Skip(1).FirstOrDefault() is { } operation && !operation.StartsWith('-')
            && words.FirstOrDefault(word => !word.StartsWith('-')) == "run")
            plugins.Get<IOperation>(operation);
        return run;
    }

    private static Command ForOperation(CommandContext context, IOperation operation)
    {
        var command = new Command(operation.Id, operation.Description.Length > 0 ? operation.Description : operation.Title);
        var inputs = operation.Inputs.ToDictionary(input => input.Name, input => new Option<string>("--" + input.Name)
        {
            // Not Required in the parser's sense: that would be told of before, and without, all else that is missing.
            Description = input.Optional ? input.Help : $"{input.Help} (REQUIRED)",
            HelpName = input.Kind switch { InputKind.Image => "IMAGE", InputKind.Labels => "LABELS", _ => "PATH" },
        });
        var output = new Option<string>("--out")
        {
            Description = operation.Output == OutputKind.Folder ? "The folder to fill. (REQUIRED)" : "Where the result goes: a volume (.tif, .npy), a folder of slices (ends in /), or its tables (.csv, .json).",
            HelpName = operation.Output == OutputKind.Folder ? "FOLDER" : "FILE",
        };
        var parameters = operation.Parameters.Items.ToDictionary(item => item.Name, item => new Option<string>("--" + item.Name)
        {
            Description = Describe(context.Services, item),
            Arity = item.Type == typeof(bool) ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
            HelpName = item.Choices.Count > 0 ? string.Join("|", item.Choices) : item.IsPath ? "PATH" : item.Type == typeof(string) ? "TEXT" : item.Type == typeof(bool) ? "true|false" : "NUMBER",
        });
        foreach (var option in inputs.Values.Append(output).Concat(parameters.Values))
            command.Options.Add(option);
        var preset = new Option<string>("--preset") { Description = "Values saved under this name in the form; options given beside it count more.", HelpName = "NAME" };
        if (!parameters.ContainsKey("preset") && !inputs.ContainsKey("preset"))
            command.Options.Add(preset);

        command.SetAction(async (arguments, cancellationToken) =>
        {
            var outputPath = arguments.GetValue(output);
            var paths = operation.Inputs.Where(input => arguments.GetValue(inputs[input.Name]) is not null)
                .ToDictionary(input => input.Name, input => arguments.GetValue(inputs[input.Name])!);
            var texts = parameters.Where(pair => arguments.GetResult(pair.Value) is { Implicit: false })
                .ToDictionary(pair => pair.Key, pair => arguments.GetValue(pair.Value) ?? "true");
            var presetName = command.Options.Contains(preset) ? arguments.GetValue(preset) : null;
            var record = Check(context.Services, operation, texts, presetName, paths, outputPath);
            var given = new OperationInputs();
            var clock = Stopwatch.StartNew();
            try
            {
                foreach (var input in operation.Inputs)
                {
                    if (!paths.TryGetValue(input.Name, out var path))
                        continue;
                    if (input.Kind == InputKind.Path)
                        given.Paths[input.Name] = path;
                    else
                        given.Layers[input.Name] = LayerFactory.Open(context.Services.Io, path, operation, input, record, cancellationToken);
                }
                var run = await CommandContext.RunJobAsync(operation.Title,
                    job => context.Services.Operations.RunRecordedAsync(operation, record, given, outputPath, job, made =>
                        outputPath is not null && operation.Output == OutputKind.Results
                            ? ResultWriter.Write(context.Services.Io, made, outputPath, cancellationToken) : []), cancellationToken).ConfigureAwait(false);
                var result = run.Result;
                IReadOnlyList<string> written = [.. run.Written.Select(file => file.Path).Distinct()];
                context.Print(arguments,
                    () => Json(run, written, clock.Elapsed),
                    () => Text(result, written, outputPath, operation, clock.Elapsed));
                foreach (var layer in result.Layers)
                    layer.Dispose();
                return ExitCode.Done;
            }
            finally
            {
                foreach (var layer in given.Layers.Values)
                    layer.Dispose();
            }
        });
        return command;
    }

    internal static string Describe(AppServices services, ParameterInfo item)
    {
        var choices = item.ChoicesFrom is { } contract ? ChoiceList.For(services.Plugins, contract) : [];
        var range = (double.IsFinite(item.Min), double.IsFinite(item.Max)) switch
        {
            (true, true) => $"{item.Min} to {item.Max}",
            (true, false) => $"at least {item.Min}",
            (false, true) => $"at most {item.Max}",
            _ => "",
        };
        var facts = new[]
        {
            item.Unit.Length > 0 ? $"in {item.Unit}" : "",
            range,
            choices.Count > 0 ? $"one of {string.Join(", ", choices)}" : "",
            item.Default is null or "" ? "" : $"default {ParameterInfo.Format(item.Default)}",
        };
        var known = string.Join("; ", facts.Where(fact => fact.Length > 0));
        return $"{item.Title}. {item.Help}{(item.Help.Length > 0 ? " " : "")}{(known.Length > 0 ? $"[{known}]" : "")}".Trim();
    }

    // Everything that keeps the run from starting is told together.
    private static object Check(
        AppServices services, IOperation operation, Dictionary<string, string> texts, string? preset, Dictionary<string, string> paths, string? outputPath)
    {
        var faults = new List<string>();
        var values = new Dictionary<string, string>();
        if (preset is not null)
        {
            OperationFaults.Collect(faults, () =>
            {
                foreach (var (name, text) in PresetStore.OfUser.Load(operation.Id, preset))
                    values[name] = text;
            });
        }
        foreach (var (name, text) in texts)
            values[name] = text;
        foreach (var input in operation.Inputs)
        {
            if (!paths.TryGetValue(input.Name, out var path))
            {
                if (!input.Optional)
                    faults.Add($"--{input.Name} is missing: {input.Help}");
            }
            else if (!Path.Exists(path))
                faults.Add($"--{input.Name}: there is no file or folder '{path}'.");
        }
        var record = OperationFaults.Bind(operation, values, faults);
        if (operation.Output == OutputKind.Folder && string.IsNullOrWhiteSpace(outputPath))
            faults.Add("--out is missing: the folder to fill.");
        if (outputPath is not null && operation.Output == OutputKind.Results)
            OperationFaults.Collect(faults, () => ResultWriter.CheckTarget(services.Io, outputPath));
        OperationFaults.ThrowIfAny(faults);
        return record!;
    }

    private static object Json(RecordedRun run, IReadOnlyList<string> written, TimeSpan elapsed)
    {
        var plugin = run.Record.Plugins.Count > 0 ? run.Record.Plugins[0] : null;
        return new
        {
            operation = run.Record.Operation,
            run = run.Record.Id,
            plugin = plugin?.Id,
            version = plugin?.Version,
            parameters = run.Record.Parameters,
            seconds = Math.Round(elapsed.TotalSeconds, 3),
            files = written,
            tables = JsonReport.Tables(run.Result.Tables),
        };
    }

    private static string Text(OperationResult result, IReadOnlyList<string> written, string? outputPath, IOperation operation, TimeSpan elapsed)
    {
        var parts = result.Tables.Select(TextTable.Format).ToList();
        if (written.Count > 0)
            parts.Add("written: " + string.Join(", ", written));
        else if (operation.Output == OutputKind.Folder)
            parts.Add($"written: {outputPath}");
        else if (result.Layers.Count > 0)
            parts.Add($"{result.Layers.Count} layer(s) made and not kept; give --out FILE to write them.");
        parts.Add($"{elapsed.TotalSeconds:0.0} s");
        return string.Join("\n", parts);
    }
}
