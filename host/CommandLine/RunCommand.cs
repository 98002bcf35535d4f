using System.CommandLine;
using System.Diagnostics;

using VolumeViewer.Host.Operations;
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
            Description = input.Help,
            Required = !input.Optional,
            HelpName = input.Kind switch { InputKind.Image => "IMAGE", InputKind.Labels => "LABELS", _ => "PATH" },
        });
        var output = new Option<string>("--out")
        {
            Description = operation.Output == OutputKind.Folder ? "The folder to fill." : "Where the result goes: a volume (.tif, .npy), a folder of slices (ends in /), or its tables (.csv, .json).",
            Required = operation.Output == OutputKind.Folder,
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

        command.SetAction(async (arguments, cancellationToken) =>
        {
            var record = operation.Parameters.Bind(parameters
                .Where(pair => arguments.GetResult(pair.Value) is { Implicit: false })
                .Select(pair => KeyValuePair.Create(pair.Key, arguments.GetValue(pair.Value) ?? "true")));
            var outputPath = arguments.GetValue(output);
            if (outputPath is not null && operation.Output == OutputKind.Results)
                ResultWriter.CheckTarget(context.Services.Io, outputPath);
            var given = new OperationInputs();
            var clock = Stopwatch.StartNew();
            try
            {
                foreach (var input in operation.Inputs)
                {
                    if (arguments.GetValue(inputs[input.Name]) is not { } path)
                        continue;
                    if (input.Kind == InputKind.Path)
                        given.Paths[input.Name] = path;
                    else
                        given.Layers[input.Name] = LayerFactory.Open(context.Services.Io, path, input.Kind, cancellationToken);
                }
                var result = await CommandContext.RunJobAsync(operation.Title,
                    job => context.Services.Operations.RunAsync(operation, record, given, outputPath, job), cancellationToken).ConfigureAwait(false);
                var written = outputPath is not null && operation.Output == OutputKind.Results
                    ? ResultWriter.Write(context.Services.Io, result, outputPath, cancellationToken) : [];
                context.Print(arguments,
                    () => Json(context.Services, operation, record, result, written, clock.Elapsed),
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

    private static string Describe(AppServices services, ParameterInfo item)
    {
        var choices = item.ChoicesFrom == typeof(Sdk.Neural.INetwork)
            ? services.Plugins.Listed<Sdk.Neural.INetwork>().Select(entry => entry.Contribution.Id).ToList() : [];
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

    private static object Json(
        AppServices services, IOperation operation, object record, OperationResult result, IReadOnlyList<string> written, TimeSpan elapsed)
    {
        var plugin = services.Plugins.OwnerOf(operation);
        return new
        {
            operation = operation.Id,
            plugin = plugin?.Id,
            version = plugin?.Manifest?.Version,
            parameters = operation.Parameters.ToTexts(record),
            seconds = Math.Round(elapsed.TotalSeconds, 3),
            files = written,
            tables = JsonReport.Tables(result.Tables),
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
