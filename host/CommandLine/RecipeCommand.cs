using System.CommandLine;
using System.Text;

using VolumeViewer.Host.History;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Recipes;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>recipe save, recipe show, recipe run: what was done, kept in a file and done again.</summary>
internal static class RecipeCommand
{
    public static Command Create(CommandContext context) =>
        new("recipe", "Keep what was done as a recipe, and do it again, on other volumes too.") { Save(context), Show(context), Run(context) };

    private static Command Save(CommandContext context)
    {
        var ids = new Argument<string[]>("ID") { Description = "Runs; the first digits of an id are enough. Without any, the last run.", Arity = ArgumentArity.ZeroOrMore };
        var output = new Option<string>("--out") { Description = "The recipe's file.", Required = true, HelpName = "FILE" };
        var title = new Option<string>("--title") { Description = "What the recipe is called.", HelpName = "TEXT" };
        var command = new Command("save", "Make a recipe of runs, with the earlier runs that made what they worked on.") { ids, output, title };
        command.SetAction(arguments =>
        {
            var records = context.Services.History.All().Records;
            var prefixes = arguments.GetValue(ids) ?? [];
            IReadOnlyList<OperationRecord> wanted = prefixes.Length > 0
                ? [.. prefixes.Select(prefix => RunHistory.Find(records, prefix))]
                : [records.LastOrDefault(record => record.Ended == RunEnding.Done) ?? throw new UserException("Nothing was run yet, so that there is nothing to make a recipe of.")];
            var file = arguments.GetValue(output)!;
            var recipe = new RecipeBuilder(records, Path.GetDirectoryName(Path.GetFullPath(file))!).Build(wanted);
            if (arguments.GetValue(title) is { Length: > 0 } name)
                recipe = recipe with { Title = name };
            RecipeWriter.Write(recipe, file);
            context.Print(arguments,
                () => new { file, inputs = recipe.Inputs.Select(input => input.Name), steps = recipe.Steps.Select(step => new { step.Id, step.Operation, run = step.Recorded?.Run }) },
                () => Text(recipe) + $"\nwritten: {file}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "The recipe." };
        var command = new Command("show", "Tell the inputs and steps of a recipe.") { file };
        command.SetAction(arguments =>
        {
            var recipe = RecipeReader.Read(arguments.GetValue(file)!);
            context.Print(arguments,
                () => new
                {
                    title = recipe.Title,
                    description = recipe.Description,
                    inputs = recipe.Inputs.Select(input => new { input.Name, kind = ParameterSchema.KebabCase(input.Kind.ToString()), input.Path, input.Hash, input.Help }),
                    steps = recipe.Steps.Select(step => new { step.Id, step.Operation, step.Parameters, step.Inputs }),
                },
                () => Text(recipe));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Run(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "The recipe." };
        var output = new Option<string>("--out") { Description = "The folder for the results. (REQUIRED)", HelpName = "FOLDER" };
        var report = new Option<string>("--report") { Description = "Also writes the recipe's report, as a page in Markdown.", HelpName = "FILE.md" };
        var resume = new Option<bool>("--resume") { Description = "Take over the steps that an interrupted run completed in the same folder." };
        var set = new Option<string[]>("--set") { Description = "Another value for a parameter of a step.", HelpName = "STEP.PARAMETER=VALUE" };
        var command = new Command("run", "Run a recipe. --NAME PATH gives another file or folder for one of its inputs, such as --in OTHER.tif; 'recipe show FILE' tells them.")
        {
            file, output, report, resume, set,
        };
        // The inputs are known only when the recipe has been read.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var path = arguments.GetValue(file)!;
            var recipe = RecipeReader.Read(path);
            var plan = new RecipePlanner(context.Services.Plugins, path).Plan(
                recipe, Given(arguments.UnmatchedTokens), Values(arguments.GetValue(set) ?? []), arguments.GetValue(output));
            var page = arguments.GetValue(report);
            if (page is not null)
                CheckReport(recipe, page);
            var isText = !arguments.GetValue(context.Json);
            var runner = new RecipeRunner(context.Services, plan)
            {
                Resume = arguments.GetValue(resume),
                StepDone = step =>
                {
                    if (isText)
                        Console.Out.WriteLine(Text(step));
                },
            };
            using var result = await CommandContext.RunJobAsync(
                recipe.Title.Length > 0 ? recipe.Title : path, job => runner.RunAsync(job, keepLayers: false), cancellationToken).ConfigureAwait(false);
            if (page is not null)
                OutputPath.WriteAllBytes(page, Encoding.UTF8.GetBytes(MarkdownReport.Format(recipe.Report!, id => result.Steps.FirstOrDefault(step => step.Step.Id == id))));
            context.Print(arguments,
                () => new { recipe = path, folder = plan.Output, steps = result.Steps.Select(RecipeRunner.Json) },
                () => $"{TextTable.Format(Summary(result))}written: {arguments.GetValue(output)}");
            return ExitCode.Done;
        });
        return command;
    }

    // Before the hours that the steps may take.
    private static void CheckReport(Recipe recipe, string page)
    {
        if (recipe.Report is null)
            throw new UserException("--report: the recipe has no report. Leave the option out, or add \"report\" to the recipe.");
        OutputPath.Check(page);
    }

    // --name path, or --name=path.
    private static Dictionary<string, string> Given(IReadOnlyList<string> tokens)
    {
        var given = new Dictionary<string, string>();
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            if (!token.StartsWith("--", StringComparison.Ordinal) || token.Length < 3)
                throw new UserException($"'{token}' is not understood; inputs are given as --NAME PATH.");
            var parts = token[2..].Split('=', 2);
            if (parts.Length == 2)
                given[parts[0]] = parts[1];
            else if (index + 1 < tokens.Count && !tokens[index + 1].StartsWith("--", StringComparison.Ordinal))
                given[parts[0]] = tokens[++index];
            else
                throw new UserException($"{token}: the path behind it is missing.");
        }
        return given;
    }

    private static Dictionary<string, string> Values(IReadOnlyList<string> texts)
    {
        var values = new Dictionary<string, string>();
        foreach (var text in texts)
        {
            var parts = text.Split('=', 2);
            values[parts[0]] = parts.Length == 2 ? parts[1] : throw new UserException($"--set: '{text}' is not of the form STEP.PARAMETER=VALUE.");
        }
        return values;
    }

    private static string Text(Recipe recipe)
    {
        var text = new StringBuilder();
        if (recipe.Title.Length > 0)
            text.Append(recipe.Title).Append('\n');
        if (recipe.Description.Length > 0)
            text.Append(recipe.Description).Append('\n');
        if (recipe.Inputs.Count > 0)
        {
            var inputs = new Table("Inputs", new("option"), new("kind"), new("default"), new("what"));
            foreach (var input in recipe.Inputs)
                inputs.Add("--" + input.Name, ParameterSchema.KebabCase(input.Kind.ToString()), input.Path ?? "(must be given)", input.Help);
            text.Append(TextTable.Format(inputs));
        }
        var steps = new Table("Steps", new("step"), new("operation"), new("works on"), new("recorded run"));
        foreach (var step in recipe.Steps)
        {
            var paths = step.Parameters.Values.Where(RecipeReference.IsReference);
            steps.Add(step.Id, step.Operation, string.Join(", ", step.Inputs.Values.Concat(paths)), step.Recorded?.Run ?? "");
        }
        return text.Append(TextTable.Format(steps)).ToString();
    }

    private static string Text(StepOutcome step)
    {
        var text = new StringBuilder($"── {step.Step.Id}: {step.Operation}, {step.Run.Record.Seconds:0.0} s; {step.Verdict}\n");
        foreach (var line in step.PluginNotes.Concat(step.Details))
            text.Append("   ").Append(line).Append('\n');
        foreach (var table in step.Run.Result.Tables)
            text.Append(TextTable.Format(table));
        return text.ToString();
    }

    private static Table Summary(RecipeResult result)
    {
        var table = new Table("Steps, compared with the recorded run", new("step"), new("operation"), new("seconds", Format: "0.0"), new("results"), new("plugins"));
        foreach (var step in result.Steps)
        {
            table.Add(step.Step.Id, step.Step.Operation, step.Run.Record.Seconds, step.Verdict,
                step.Step.Recorded is not { Plugins.Count: > 0 } ? "not recorded" : step.PluginNotes.Count == 0 ? "the same" : string.Join("; ", step.PluginNotes));
        }
        return table;
    }
}
