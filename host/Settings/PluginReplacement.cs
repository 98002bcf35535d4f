namespace VolumeViewer.Host.Settings;

/// <summary>What happens to a running job whose plugin is replaced by a newer version.</summary>
internal enum PluginReplacement
{
    /// <summary>It ends with the old version.</summary>
    Finish,

    /// <summary>It is cancelled.</summary>
    Cancel,
}
