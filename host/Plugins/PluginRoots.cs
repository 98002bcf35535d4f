namespace VolumeViewer.Host.Plugins;

/// <summary>Where plugins are looked for.</summary>
internal static class PluginRoots
{
    /// <param name="folder">The one folder to look in, as given on the command line; null for the program's own, the user's, and those for development.</param>
    /// <param name="development">The folders in which the user writes plugins.</param>
    public static IReadOnlyList<PluginRoot> Of(string? folder, params IEnumerable<string> development)
    {
        if (folder is null)
        {
            return
            [
                new PluginRoot(PluginManager.DefaultFolder, PluginRootKind.BuiltIn),
                new PluginRoot(UserFolders.Plugins, PluginRootKind.User),
                .. development.Select(path => new PluginRoot(path, PluginRootKind.Development)),
            ];
        }
        // A folder named on the command line is nobody's promise that its code is harmless.
        var kind = IsSame(folder, PluginManager.DefaultFolder) ? PluginRootKind.BuiltIn
            : development.Any(path => IsSame(folder, path)) ? PluginRootKind.Development : PluginRootKind.User;
        return [new PluginRoot(folder, kind)];
    }

    private static bool IsSame(string one, string other) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(one)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(other));
}
