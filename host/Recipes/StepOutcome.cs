using VolumeViewer.Host.History;
using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Recipes;

/// <summary>How a step of a recipe went.</summary>
/// <param name="Step">The step, as it was run.</param>
/// <param name="Operation">Title of its operation.</param>
/// <param name="Run">What it gave, and its record.</param>
/// <param name="Files">The files and folders written.</param>
internal sealed record StepOutcome(RecipeStep Step, string Operation, RecordedRun Run, IReadOnlyList<string> Files)
{
    /// <summary>How the results compare with those recorded.</summary>
    public StepComparison Comparison { get; init; }

    /// <summary>What is equal and what is not, where not all is.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Plugins that are not those of the recorded run.</summary>
    public IReadOnlyList<string> PluginNotes { get; init; } = [];

    /// <summary>In words for the user.</summary>
    public string Verdict => Comparison switch
    {
        StepComparison.Equal => "equal",
        StepComparison.Differs => "differs",
        StepComparison.OtherInput => "other input",
        StepComparison.OtherParameters => "other parameters",
        StepComparison.NotDeterministic => "not deterministic",
        _ => "not recorded",
    };

    /// <summary>Compares a run with what the recipe recorded of its step.</summary>
    public static StepOutcome Compare(PlannedStep planned, RecordedRun run)
    {
        var outcome = new StepOutcome(planned.Step, planned.Operation.Title, run, [.. run.Written.Select(file => file.Path).Distinct()]);
        if (planned.Step.Recorded is not { Outputs.Count: > 0 } recorded)
            return outcome;
        var equal = new List<string>();
        var others = new List<string>();
        for (var index = 0; index < recorded.Outputs.Count; index++)
        {
            var then = recorded.Outputs[index];
            // Layers are named after their inputs, so that their order tells more than their names.
            var now = then.Kind is RecordedOutputKind.File ? run.Record.Outputs.FirstOrDefault(output => output.Kind == then.Kind && output.Name == then.Name)
                : run.Record.Outputs.Where(output => output.Kind == then.Kind).ElementAtOrDefault(recorded.Outputs.Take(index).Count(output => output.Kind == then.Kind));
            (then.Hash is not null && now?.Hash == then.Hash ? equal : others).Add($"{ParameterSchema.KebabCase(then.Kind.ToString())} '{then.Name}'");
        }
        var sameInputs = recorded.Inputs.All(input => run.Record.Inputs.FirstOrDefault(now => now.Name == input.Key)?.Hash == input.Value);
        return outcome with
        {
            Comparison = others.Count == 0 ? StepComparison.Equal
                : planned.IsChanged ? StepComparison.OtherParameters
                : !sameInputs ? StepComparison.OtherInput
                : !planned.Operation.IsDeterministic ? StepComparison.NotDeterministic
                : StepComparison.Differs,
            Details = others.Count == 0 || equal.Count + others.Count == 1 ? []
                : [.. equal.Select(name => $"{name}: equal"), .. others.Select(name => $"{name}: another")],
            PluginNotes = [.. PluginsThenAndNow(recorded, run.Record)],
        };
    }

    private static IEnumerable<string> PluginsThenAndNow(RecipeStepRecord then, OperationRecord now)
    {
        foreach (var plugin in then.Plugins)
        {
            var other = now.Plugins.FirstOrDefault(each => each.Id == plugin.Id);
            if (other is null)
                yield return $"plugin '{plugin.Id}' {plugin.Version} was recorded and is not used now";
            else if (other.Version != plugin.Version)
                yield return $"plugin '{plugin.Id}' was {plugin.Version} when recorded, is {other.Version}";
            else if (other.Hash != plugin.Hash)
                yield return $"plugin '{plugin.Id}' {plugin.Version} is another build than the recorded one";
        }
    }
}
