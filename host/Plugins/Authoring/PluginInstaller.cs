using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins.Authoring;

/// <summary>Puts plugins into the user's own plugin folder, and takes them away. Needs no running program, and disturbs none.</summary>
/// <param name="pluginsFolder">The folder that has a folder for each plugin.</param>
internal sealed class PluginInstaller(string pluginsFolder)
{
    /// <summary>What was installed.</summary>
    /// <param name="Manifest">Of the new version.</param>
    /// <param name="Replaced">The version that was there before, or null.</param>
    /// <param name="Folder">Where it is.</param>
    public sealed record Installed(PluginManifest Manifest, string? Replaced, string Folder);

    /// <summary>Copies a plugin's folder or unpacks its zip file. A version that is there already stays until the new one is complete.</summary>
    /// <exception cref="UserException">It is no plugin that this program can use, or it cannot be written; nothing has changed then.</exception>
    public Installed Install(string source)
    {
        var isArchive = File.Exists(source);
        if (!isArchive && !Directory.Exists(source))
            throw new UserException($"There is no file or folder '{source}'.");
        if (!isArchive)
            PluginFolder.Check(source);
        try
        {
            Directory.CreateDirectory(pluginsFolder);
            using var staging = StagingFolder.Beside(Path.Combine(Path.GetFullPath(pluginsFolder), "plugin"));
            if (isArchive)
                PluginArchive.Extract(source, staging.Path);
            else
                Copy(source, staging.Path);
            var manifest = PluginFolder.Check(staging.Path);
            var target = Path.Combine(Path.GetFullPath(pluginsFolder), manifest.Id);
            if (!isArchive && IsSame(source, target))
                throw new UserException($"'{source}' is where the plugin is installed already.");
            var replaced = Directory.Exists(target) ? VersionIn(target) : null;
            staging.MoveTo(target);
            return new Installed(manifest, replaced, target);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"'{source}' was not installed: {problem.Message}", problem);
        }
    }

    /// <summary>Takes a plugin away.</summary>
    /// <returns>The folder that is gone.</returns>
    /// <exception cref="UserException">The user has no such plugin, or its folder cannot be moved.</exception>
    public string Remove(string id, IEnumerable<string> builtIn)
    {
        var folders = Directory.Exists(pluginsFolder)
            ? Directory.EnumerateDirectories(pluginsFolder).Where(folder => !Path.GetFileName(folder).StartsWith('.')).Order(StringComparer.Ordinal).ToList()
            : [];
        if (folders.Find(folder => IdIn(folder) == id) is not { } found)
        {
            if (builtIn.Contains(id))
                throw new UserException($"The plugin '{id}' belongs to the program and is not removed; 'plugins disable {id}' switches it off.");
            throw new UserException($"You have not installed a plugin '{id}'; "
                + (folders.Count > 0 ? $"there are: {string.Join(", ", folders.Select(IdIn))}." : $"there is none in '{pluginsFolder}'."));
        }
        try
        {
            StagingFolder.Remove(found);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The plugin '{id}' was not removed: {problem.Message}", problem);
        }
        return found;
    }

    private static void Copy(string source, string target)
    {
        foreach (var (name, file) in PluginFolder.Files(source))
        {
            var copy = Path.Combine(target, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    // A plugin whose manifest is damaged goes by the name of its folder, as it does in the list.
    private static string IdIn(string folder) => ManifestIn(folder)?.Id ?? Path.GetFileName(folder);

    private static string VersionIn(string folder) => ManifestIn(folder)?.Version ?? "unknown";

    private static PluginManifest? ManifestIn(string folder)
    {
        try
        {
            return PluginManifest.Read(folder);
        }
        catch (PluginException)
        {
            return null;
        }
    }

    private static bool IsSame(string one, string other) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(one)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(other));
}
