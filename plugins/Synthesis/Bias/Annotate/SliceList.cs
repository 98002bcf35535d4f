using System.Globalization;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Annotate;

/// <summary>Reads lists of slices.</summary>
internal static class SliceList
{
    /// <summary>The slices of a text such as "10,50-52", ascending, each once; all of them when it is empty.</summary>
    /// <exception cref="UserException">The text has another form, or names a slice that the volume has not.</exception>
    internal static IReadOnlyList<int> Parse(string text, int depth)
    {
        var slices = new SortedSet<int>();
        foreach (var entry in text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = entry.Split('-');
            if (ends.Length > 2 || !int.TryParse(ends[0], NumberStyles.None, null, out var first) || !int.TryParse(ends[^1], NumberStyles.None, null, out var last))
                throw new UserException($"--slices: '{entry}' is not a slice such as 10, or slices such as 10-12.");
            if (first > last || last >= depth)
                throw new UserException($"--slices: '{entry}' is not within the slices 0 to {depth - 1}, smaller number first.");
            slices.UnionWith(Enumerable.Range(first, last - first + 1));
        }
        return slices.Count > 0 ? [.. slices] : [.. Enumerable.Range(0, depth)];
    }
}
