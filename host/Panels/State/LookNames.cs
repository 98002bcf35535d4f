using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What ways of drawing are called in controls, menus and the palette.</summary>
internal static class LookNames
{
    /// <summary>The modes of images in 3-D, in the order of the controls.</summary>
    public static IReadOnlyList<(ImageRenderMode Value, string Name)> Modes { get; } =
    [
        (ImageRenderMode.MaximumIntensity, "Maximum"),
        (ImageRenderMode.AttenuatedMaximum, "Attenuated maximum"),
        (ImageRenderMode.MinimumIntensity, "Minimum"),
        (ImageRenderMode.Average, "Average"),
        (ImageRenderMode.Translucent, "Translucent"),
        (ImageRenderMode.Additive, "Additive"),
        (ImageRenderMode.Isosurface, "Isosurface"),
    ];

    /// <summary>How layers are put over one another.</summary>
    public static IReadOnlyList<(LayerBlending Value, string Name)> Blendings { get; } =
    [
        (LayerBlending.Translucent, "Translucent"),
        (LayerBlending.Additive, "Additive"),
        (LayerBlending.Opaque, "Opaque"),
        (LayerBlending.Minimum, "Minimum"),
    ];
}
