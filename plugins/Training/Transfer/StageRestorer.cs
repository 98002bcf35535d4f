using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Transfer;

/// <summary>Gives the stages of one network the weights of another's, where they fit.</summary>
internal static class StageRestorer
{
    /// <param name="target">The network to train.</param>
    /// <param name="source">A trained network; stays as it is.</param>
    /// <param name="wanted">The stages to restore; empty for all that fit.</param>
    /// <param name="inputsDiffer">Whether the two take other numbers of channels, so that the first stage is expected not to fit.</param>
    /// <param name="phasesDiffer">Whether they tell other numbers of phases, so that the last stage is expected not to fit.</param>
    /// <returns>What became of each stage of the target.</returns>
    /// <exception cref="UserException">A stage that was named does not fit, or none does.</exception>
    internal static IReadOnlyList<StageOutcome> Restore(
        nn.Module target, nn.Module source, StageSelection wanted, bool inputsDiffer, bool phasesDiffer)
    {
        var stages = NetworkStages.Of(target);
        wanted.CheckAgainst(stages);
        var trained = NetworkStages.Of(source).ToDictionary(stage => stage.Name);
        var outcomes = new List<StageOutcome>(stages.Count);
        foreach (var stage in stages)
        {
            var replaced = (inputsDiffer && stage == stages[0]) || (phasesDiffer && stage == stages[^1]);
            var why = !wanted.IsEmpty && !wanted.Contains(stage) ? "not chosen" : Misfit(stage, trained.GetValueOrDefault(stage.Name));
            if (why.Length > 0 && wanted.Names(stage) && !replaced)
                throw new UserException($"--restore: '{stage.Name}' cannot be restored: {why}. Leave it out, or train the network with the run's own options.");
            outcomes.Add(new StageOutcome(stage, why.Length == 0, why));
        }
        if (!outcomes.Exists(outcome => outcome.Restored))
        {
            throw new UserException("--start-from: no stage of the run's network fits this one "
                + $"({string.Join("; ", outcomes.Select(outcome => $"{outcome.Stage.Name}: {outcome.Why}"))}). Take the same network and options as the run.");
        }
        using var untracked = no_grad();
        foreach (var outcome in outcomes.Where(outcome => outcome.Restored))
        {
            var from = trained[outcome.Stage.Name].Module.state_dict();
            foreach (var (name, tensor) in outcome.Stage.Module.state_dict())
                tensor.copy_(from[name]);
        }
        return outcomes;
    }

    // Empty if it fits.
    private static string Misfit(NetworkStage stage, NetworkStage? trained)
    {
        if (trained is null)
            return "the run's network has no such stage";
        var (own, other) = (stage.Module.state_dict(), trained.Module.state_dict());
        if (own.Keys.Concat(other.Keys).FirstOrDefault(name => own.ContainsKey(name) != other.ContainsKey(name)) is { } single)
            return $"'{single}' is in one of the two only";
        return own.Where(pair => !pair.Value.shape.SequenceEqual(other[pair.Key].shape))
            .Select(pair => $"its {pair.Key} is {Sizes(pair.Value)}, the run's is {Sizes(other[pair.Key])}").FirstOrDefault() ?? "";
    }

    private static string Sizes(Tensor tensor) => string.Join("×", tensor.shape);
}
