using System.Globalization;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>How much a voxel of each phase counts in the loss.</summary>
internal static class ClassWeighting
{
    internal const string None = "none";
    internal const string Balanced = "balanced";

    /// <summary>The weights that a text asks for.</summary>
    /// <param name="text">"none"; "balanced" for voxels / (phases · voxels of the phase), by which all phases count the same in sum; or a number per phase.</param>
    /// <param name="counts">Labelled voxels of each phase that are learned from.</param>
    /// <param name="phases">Their names, for messages.</param>
    /// <returns>A weight per phase; null where all count the same.</returns>
    /// <exception cref="UserException">The text is none of these.</exception>
    internal static float[]? Parse(string text, IReadOnlyList<long> counts, PhaseTable phases)
    {
        if (text.Length == 0 || string.Equals(text, None, StringComparison.OrdinalIgnoreCase))
            return null;
        if (string.Equals(text, Balanced, StringComparison.OrdinalIgnoreCase))
        {
            // A phase that is only in what is held back never comes up in the loss.
            var (voxels, present) = (counts.Sum(), counts.Count(count => count > 0));
            return [.. counts.Select(count => count > 0 ? (float)((double)voxels / (present * (double)count)) : 1)];
        }
        var weights = text.Split(',', StringSplitOptions.TrimEntries)
            .Select(entry => float.TryParse(entry, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) ? weight : float.NaN).ToArray();
        if (weights.Any(weight => !(weight >= 0) || float.IsInfinity(weight)) || weights.All(weight => weight == 0))
            throw new UserException($"--class-weights: '{text}' is neither none nor balanced nor a list of numbers of at least 0, one of them above.");
        return weights.Length == phases.Count ? weights
            : throw new UserException($"--class-weights: {weights.Length} numbers for {phases.Count} phases ({string.Join(", ", phases.Select(phase => phase.Name))}); "
                + "give one for each, by ascending label value.");
    }
}
