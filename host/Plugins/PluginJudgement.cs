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

    /// <summary>Says of every plugin that does not run whether it may: trust, SDK, completeness, and one plugin for an id.</summary>
    public static void OfAll(IReadOnlyList<PluginEntry> all, TrustStore trust, PluginPolicy policy)
    {
        foreach (var plugin in all.Where(plugin => plugin.Manifest is not null && plugin.State is not (PluginState.Active or PluginState.Unloaded) && !plugin.HasFailedToActivate))
        {
            var (state, reason) = Of(plugin, trust, policy);
            plugin.Set(state, reason);
        }
        foreach (var group in all.Where(plugin => plugin.IsUsable).GroupBy(plugin => plugin.Id))
        {
            var order = group.OrderByDescending(plugin => plugin.Root.Kind).ThenBy(plugin => plugin.Location, StringComparer.Ordinal).ToList();
            // An active one goes when the one before it is activated.
            foreach (var plugin in order.Skip(1).Where(plugin => plugin.State != PluginState.Active))
                plugin.Set(PluginState.Disabled, $"The plugin of the same id in '{order[0].Location}' is used instead.");
        }
    }
}
