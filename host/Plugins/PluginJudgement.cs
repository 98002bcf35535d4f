using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>Whether a plugin that does not run may be run, and if not, why.</summary>
internal static class PluginJudgement
{
    /// <param name="plugin">Its manifest could be read.</param>
    /// <param name="trust">What the user trusts.</param>
    /// <param name="policy">What the user decided.</param>
    public static (PluginState State, string Reason) Of(PluginEntry plugin, TrustStore trust, PluginPolicy policy)
    {
        var manifest = plugin.Manifest!;
        if (!VersionRange.Parse(manifest.Sdk).Contains(SdkVersion.Current))
        {
            return (PluginState.Incompatible, $"It asks for SDK {manifest.Sdk}, this program has {SdkVersion.Current}. "
                + $"Install a version of '{manifest.Id}' for this SDK, or another version of the program.");
        }
        if (policy.Disabled.Contains(plugin.Id))
            return (PluginState.Disabled, $"It was switched off; switch it on again with 'plugins enable {plugin.Id}', or in the list of plugins.");
        if (plugin.Format.Missing(plugin.Location, manifest) is { } missing)
            return (PluginState.Failed, missing);
        if (plugin.Root.Kind == PluginRootKind.User && !trust.Trusts(plugin.Stamp))
        {
            return (PluginState.NotTrusted, "Its code runs only after you trust it: look at where it comes from, then "
                + $"'plugins trust {plugin.Id}', or press Trust in the list of plugins.");
        }
        return (PluginState.Discovered, "");
    }
}
