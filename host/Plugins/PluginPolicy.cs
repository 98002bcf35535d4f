using VolumeViewer.Host.Settings;

namespace VolumeViewer.Host.Plugins;

/// <summary>What the user decided about plugins.</summary>
internal sealed record PluginPolicy
{
    /// <summary>Ids of plugins that are switched off.</summary>
    public IReadOnlySet<string> Disabled { get; init; } = new HashSet<string>();

    /// <summary>Whether the jobs of a plugin are cancelled when a newer build of it arrives; otherwise they finish first.</summary>
    public bool CancelJobsOnReplace { get; init; }

    /// <summary>How long a plugin may take to activate itself.</summary>
    public TimeSpan ActivationTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>As the settings say.</summary>
    public static PluginPolicy Of(AppSettings settings) => new()
    {
        Disabled = settings.DisabledPlugins.ToHashSet(),
        CancelJobsOnReplace = settings.OnPluginReplaced == PluginReplacement.Cancel,
    };
}
