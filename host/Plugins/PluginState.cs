namespace VolumeViewer.Host.Plugins;

/// <summary>How a plugin stands.</summary>
internal enum PluginState
{
    /// <summary>Its manifest was read; its code was not run yet.</summary>
    Discovered,

    /// <summary>It is loaded and its contributions can be used.</summary>
    Active,

    /// <summary>It asks for another version of the SDK.</summary>
    Incompatible,

    /// <summary>Its manifest is damaged, or its code failed while it was loaded.</summary>
    Failed,
}
