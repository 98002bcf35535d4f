using McMaster.NETCore.Plugins;

namespace VolumeViewer.Host.Plugins;

/// <summary>A plugin's folder and how it stands.</summary>
internal sealed class PluginEntry(string folder, PluginManifest? manifest)
{
    public string Folder { get; } = folder;

    /// <summary>Null where plugin.json could not be read.</summary>
    public PluginManifest? Manifest { get; } = manifest;

    public string Id => Manifest?.Id ?? Path.GetFileName(Folder);

    public PluginState State { get; set; }

    /// <summary>Why the plugin is not active, or empty.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Holds the load context of an active plugin.</summary>
    public PluginLoader? Loader { get; set; }

    /// <summary>Its code files as they were when it was found.</summary>
    public PluginFiles Files { get; } = PluginFiles.Read(folder);

    /// <summary>Which plugin this is, exactly.</summary>
    public PluginStamp Stamp => new(Id, Manifest?.Version ?? "", Files.Hash);

    /// <summary>What it registered, in order; disposed in reverse when it is unloaded.</summary>
    public List<IDisposable> Registrations { get; } = [];
}
