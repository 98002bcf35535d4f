namespace VolumeViewer.Host.Plugins;

/// <summary>A location of a plugin: the build in use, and the one that shall take its place.</summary>
internal sealed class PluginSlot(PluginEntry current, string stamp)
{
    public PluginEntry Current { get; set; } = current;

    /// <summary>The build found since, waiting until nothing uses the current one any more.</summary>
    public PluginEntry? Next { get; set; }

    /// <summary>Whether that build shall be loaded at once.</summary>
    public bool ActivatesNext { get; set; }

    /// <summary>Whether its files are gone.</summary>
    public bool IsGone { get; set; }

    /// <summary>Of the files when they were looked at last.</summary>
    public string Stamp { get; set; } = stamp;

    public bool IsWaiting => IsGone || Next is not null;
}
