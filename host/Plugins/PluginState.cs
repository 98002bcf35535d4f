namespace VolumeViewer.Host.Plugins;

/// <summary>How a plugin stands.</summary>
internal enum PluginState
{
    /// <summary>Its manifest was read; its code was not run yet.</summary>
    Discovered,

    /// <summary>Its code runs only after the user trusted these files.</summary>
    NotTrusted,

    /// <summary>It is loaded and its contributions can be used.</summary>
    Active,

    /// <summary>It asks for another version of the SDK.</summary>
    Incompatible,

    /// <summary>Its manifest is damaged, its files are not complete, or its code failed while it was loaded.</summary>
    Failed,

    /// <summary>The user switched it off, or another plugin of the same id is used.</summary>
    Disabled,

    /// <summary>It was taken out of use until the user loads it again, or its files change.</summary>
    Unloaded,
}
