namespace VolumeViewer.Host.Plugins;

/// <summary>Whose plugins lie in a folder.</summary>
internal enum PluginRootKind
{
    /// <summary>The program's own.</summary>
    BuiltIn,

    /// <summary>The user's; each build runs only after it was trusted.</summary>
    User,

    /// <summary>A folder in which the user writes plugins: what lies there runs without asking.</summary>
    Development,
}

/// <summary>A folder in which plugins are looked for: each in a folder of its own, or as a single file.</summary>
/// <param name="Path">Need not exist yet.</param>
/// <param name="Kind">Whose plugins they are. Of two plugins with the same id, the one of the later kind is used.</param>
internal sealed record PluginRoot(string Path, PluginRootKind Kind);
