namespace VolumeViewer.Host.Plugins;

/// <summary>A form in which a plugin comes: a folder with a manifest, a source file, a TorchScript file.</summary>
internal interface IPluginFormat
{
    /// <summary>Whether the manifest lists all that the plugin brings; otherwise some of it is known only when its code has run.</summary>
    bool ListsAllContributions { get; }

    /// <summary>Whether this is a plugin of that form, judged by names.</summary>
    bool Takes(PluginRoot root, string path);

    /// <summary>The folders and files that it consists of: their code is hashed, trusted and loaded.</summary>
    IEnumerable<string> Paths(string path) => [path];

    /// <summary>Reads what it says about itself, without running its code.</summary>
    /// <exception cref="PluginException">It cannot be read.</exception>
    PluginManifest ReadManifest(string path);

    /// <summary>What is still missing before it could be loaded, or null. A folder that is being copied passes through such states.</summary>
    string? Missing(string path, PluginManifest manifest);

    /// <summary>Loads its code from a private copy.</summary>
    /// <param name="entry">Its <see cref="PluginEntry.Location"/> may change at any time.</param>
    /// <param name="copy">An empty folder of its own for what is loaded.</param>
    /// <exception cref="PluginException">It cannot be loaded.</exception>
    PluginCode Load(PluginEntry entry, string copy);
}
