using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Recipes;

/// <summary>A recipe that cannot be read or run; tells all faults at once.</summary>
internal sealed class RecipeException(string file, IReadOnlyList<string> faults)
    : UserException($"The recipe '{file}' cannot be used:" + string.Concat(faults.Select(fault => $"{Environment.NewLine}- {fault}")))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
