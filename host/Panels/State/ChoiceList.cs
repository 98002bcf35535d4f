using System.Reflection;

using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The ids a text parameter can be chosen from, when they are those of a kind of contribution.</summary>
internal static class ChoiceList
{
    private static readonly MethodInfo Generic = typeof(ChoiceList).GetMethod(nameof(Listed), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Ids as the manifests tell them; no plugin is loaded for it.</summary>
    public static IReadOnlyList<string> For(PluginManager plugins, Type contract) =>
        (IReadOnlyList<string>)Generic.MakeGenericMethod(contract).Invoke(null, [plugins])!;

    private static IReadOnlyList<string> Listed<T>(PluginManager plugins) where T : class, IContribution =>
    [
        .. typeof(T) == typeof(Colormap) ? Colormap.BuiltIn.Select(colormap => colormap.Id) : [],
        .. plugins.Listed<T>().Select(entry => entry.Contribution.Id),
    ];
}
