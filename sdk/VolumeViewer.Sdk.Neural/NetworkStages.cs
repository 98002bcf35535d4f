using TorchSharp;

namespace VolumeViewer.Sdk.Neural;

/// <summary>The stages of networks. Their names follow from the module itself, so a network has nothing to declare.</summary>
public static class NetworkStages
{
    /// <summary>The stages in the order in which the module registered its children; the last is the classifier, which makes the logits.</summary>
    /// <param name="network">As <see cref="INetwork.Build"/> made it; stays the caller's.</param>
    /// <returns>Empty for a module whose parameters are all its own, as those of a TorchScript file are.</returns>
    /// <exception cref="ArgumentException">Two children have the same name but for leading underscores.</exception>
    public static IReadOnlyList<NetworkStage> Of(torch.nn.Module network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var stages = new List<NetworkStage>();
        foreach (var (key, module) in network.named_children())
        {
            var count = module.parameters().Sum(parameter => parameter.numel());
            if (count == 0)
                continue;
            var name = key.TrimStart('_');
            if (stages.Find(stage => stage.Name == name) is { } other)
            {
                throw new ArgumentException($"The network has the stages '{other.Key}' and '{key}', which are both called '{name}'; rename one of these fields.",
                    nameof(network));
            }
            stages.Add(new NetworkStage(name, key, module, count));
        }
        return stages;
    }
}
