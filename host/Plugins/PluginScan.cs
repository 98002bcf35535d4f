using System.Text;

namespace VolumeViewer.Host.Plugins;

/// <summary>What lies in the plugin folders at one moment, without reading any file: cheap enough to be repeated several times a second.</summary>
internal static class PluginScan
{
    /// <summary>Something that looks like a plugin.</summary>
    /// <param name="Root">Where it was found.</param>
    /// <param name="Format">The form it has.</param>
    /// <param name="Stamp">Names, lengths and times of its code files; another one means that they changed.</param>
    public sealed record Found(PluginRoot Root, IPluginFormat Format, string Stamp);

    /// <summary>The plugins by location.</summary>
    public static Dictionary<string, Found> Look(IReadOnlyList<PluginRoot> roots, IReadOnlyList<IPluginFormat> formats)
    {
        var found = new Dictionary<string, Found>(StringComparer.Ordinal);
        foreach (var root in roots)
        {
            // A folder that goes while it is looked at is simply not there.
            try
            {
                if (!Directory.Exists(root.Path))
                    continue;
                foreach (var path in Directory.EnumerateFileSystemEntries(root.Path).Order(StringComparer.Ordinal))
                {
                    // Files being put in place have such names: installers and editors rename them when they are complete.
                    if (Path.GetFileName(path).StartsWith('.') || formats.FirstOrDefault(candidate => candidate.Takes(root, path)) is not { } format)
                        continue;
                    found.TryAdd(Path.GetFullPath(path), new Found(root, format, Stamp(format.Paths(path))));
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                continue;
            }
        }
        return found;
    }

    /// <summary>Whether nothing changed between two looks.</summary>
    public static bool AreEqual(Dictionary<string, Found> one, Dictionary<string, Found> other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var same) && same.Stamp == pair.Value.Stamp && same.Format == pair.Value.Format);

    private static string Stamp(IEnumerable<string> paths)
    {
        var stamp = new StringBuilder();
        foreach (var (name, file) in paths.SelectMany(PluginFiles.Enumerate).OrderBy(item => item.Name, StringComparer.Ordinal))
        {
            var info = new FileInfo(file);
            stamp.Append(name).Append(' ').Append(info.Exists ? info.Length : -1).Append(' ').Append(info.LastWriteTimeUtc.Ticks).Append('\n');
        }
        return stamp.ToString();
    }
}
