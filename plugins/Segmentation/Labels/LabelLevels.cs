using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>The values that stand for phases in a label image which also has stray ones, from resampling or lossy storage.</summary>
internal static class LabelLevels
{
    /// <summary>Finds the levels: values that lie close together count as one, and the most frequent ones are kept.</summary>
    /// <param name="counts">Voxels by value.</param>
    /// <param name="phases">How many levels to keep.</param>
    /// <param name="tolerance">How far apart two neighbouring values of one level can be, as a share of the range of all values.</param>
    /// <returns>The most frequent value of each level, ascending.</returns>
    /// <exception cref="UserException">There are fewer levels than phases.</exception>
    internal static long[] Find(IReadOnlyDictionary<long, long> counts, int phases, double tolerance)
    {
        var values = counts.Keys.Order().ToList();
        var reach = tolerance * (values[^1] - values[0]);
        var groups = new List<List<long>>();
        foreach (var value in values)
        {
            if (groups.Count == 0 || value - groups[^1][^1] > reach)
                groups.Add([]);
            groups[^1].Add(value);
        }
        if (groups.Count < phases)
        {
            throw new UserException($"--phases: the image has only {groups.Count} level(s) of values ({string.Join(", ", groups.Select(group => Main(counts, group)))}), "
                + $"fewer than {phases}. Take fewer phases, or a smaller --tolerance than {tolerance}.");
        }
        return [.. groups.OrderByDescending(group => group.Sum(value => counts[value])).Take(phases).Select(group => Main(counts, group)).Order()];
    }

    /// <summary>The place of the level that is nearest to a value; the lower of two that are equally near.</summary>
    internal static int Nearest(long[] levels, double value)
    {
        var nearest = 0;
        for (var level = 1; level < levels.Length; level++)
        {
            if (Math.Abs(value - levels[level]) < Math.Abs(value - levels[nearest]))
                nearest = level;
        }
        return nearest;
    }

    private static long Main(IReadOnlyDictionary<long, long> counts, List<long> group) => group.MaxBy(value => counts[value]);
}
