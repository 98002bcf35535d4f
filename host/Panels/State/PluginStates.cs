using System.Numerics;

using VolumeViewer.Host.Plugins;

namespace VolumeViewer.Host.Panels;

/// <summary>How the states of plugins are told.</summary>
internal static class PluginStates
{
    /// <summary>A plugin's state in a word or two, and its colour.</summary>
    public static (string Word, Vector4 Color) Look(PluginEntry plugin) => plugin.State switch
    {
        PluginState.Active when plugin.Waiting.Length > 0 => ("to be replaced", Theme.Warning),
        PluginState.Active => ("active", Theme.Good),
        PluginState.Discovered => ("not used yet", Theme.Muted),
        PluginState.NotTrusted => ("not trusted", Theme.Warning),
        PluginState.Incompatible => ("incompatible", Theme.Warning),
        PluginState.Disabled => ("disabled", Theme.Muted),
        PluginState.Unloaded => ("unloaded", Theme.Muted),
        _ => ("failed", Theme.Error),
    };

    public static string Word(PluginRootKind kind) => kind switch
    {
        PluginRootKind.BuiltIn => "the program's own",
        PluginRootKind.User => "yours",
        _ => "under development",
    };
}
