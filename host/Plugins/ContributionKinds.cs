using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Host.Plugins;

/// <summary>The kinds of contributions, and how plugin.json names them.</summary>
internal static class ContributionKinds
{
    /// <summary>The key in plugin.json under which the contributions of a contract are listed.</summary>
    public static IReadOnlyDictionary<Type, string> Keys { get; } = new Dictionary<Type, string>
    {
        [typeof(IOperation)] = "operations",
        [typeof(IVolumeReader)] = "readers",
        [typeof(IVolumeWriter)] = "writers",
        [typeof(INetwork)] = "networks",
        [typeof(ILiveSegmenter)] = "live",
        [typeof(Colormap)] = "colormaps",
        [typeof(SampleData)] = "samples",
    };
}
