namespace VolumeViewer.Host.Plugins;

/// <summary>Reads what a plugin says about itself and what its code files are, without running any of its code.</summary>
internal static class PluginInspection
{
    /// <summary>A new entry; marked as failed where it cannot be read.</summary>
    public static PluginEntry Of(string location, PluginScan.Found found)
    {
        PluginFiles? files = null;
        try
        {
            files = PluginFiles.Read(found.Format.Paths(location));
            return new PluginEntry(found.Root, location, found.Format, found.Format.ReadManifest(location), files);
        }
        catch (Exception problem) when (problem is PluginException or IOException or UnauthorizedAccessException)
        {
            var broken = new PluginEntry(found.Root, location, found.Format, null, files ?? PluginFiles.None);
            broken.Set(PluginState.Failed, problem.Message);
            return broken;
        }
    }

    /// <summary>A new entry for what lies there now.</summary>
    public static PluginEntry Again(PluginSlot slot) => Of(slot.Current.Location, new PluginScan.Found(slot.Current.Root, slot.Current.Format, slot.Stamp));
}
