using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Commands;

/// <summary>How the selected layer looks.</summary>
internal static class LookCommands
{
    // As wide as is seen well on a dense screen.
    private const int OutlineWidth = 2;

    // That of a new viewer.
    private static readonly float Occlusion = new Viewer().AmbientOcclusion;

    /// <summary>The modes of images in 3-D.</summary>
    public static IReadOnlyList<AppCommand> Modes { get; } =
    [
        .. LookNames.Modes.Select(mode => OfImage($"layer.mode-{ParameterName(mode.Value)}", $"Draw in 3-D: {mode.Name.ToLowerInvariant()}", (_, image) => image.RenderMode = mode.Value)
            with { IsOn = target => target.Viewer.SelectedLayer is ImageLayer image && image.RenderMode == mode.Value }),
    ];

    /// <summary>How layers are put over one another.</summary>
    public static IReadOnlyList<AppCommand> Blendings { get; } =
    [
        .. LookNames.Blendings.Select(blending => new AppCommand($"layer.blend-{ParameterName(blending.Value)}", $"Blend: {blending.Name.ToLowerInvariant()}",
            target => target.Viewer.SelectedLayer!.Blending = blending.Value)
        {
            IsEnabled = target => target.Viewer.SelectedLayer is not null,
            IsOn = target => target.Viewer.SelectedLayer?.Blending == blending.Value,
        }),
    ];

    public static IReadOnlyList<AppCommand> All { get; } =
    [
        OfImage("layer.full-contrast", "Contrast limits from the least to the greatest value", (_, image) => image.ContrastLimits = ContrastRange.Full(image.Statistics)),
        OfImage("layer.slice-contrast", "Measure the contrast limits in the slice", (target, image) => SliceContrast.Measure(target.Bench, image,
            target.Viewer.Layout == ViewLayout.FourUp ? target.Views.KeyAxis : SliceContrast.AxisOf(target.Viewer.Layout))),
        OfImage("layer.reset-gamma", "Gamma back to 1", (_, image) => image.Gamma = 1),
        OfImage("layer.invert-colormap", "Invert the colours", (_, image) => image.Colormap = LookControls.InvertedOf(image.Colormap, Colormap.BuiltIn))
            with { IsOn = target => target.Viewer.SelectedLayer is ImageLayer { Colormap.IsInverted: true } },
        OfImage("layer.own-colors", "Colours of the layer as points to edit", (_, image) => image.Colormap = ColorPoints.From(image.Colormap))
            with { IsOn = target => target.Viewer.SelectedLayer is ImageLayer image && ColorPoints.IsOwn(image.Colormap) },
        Interpolation("layer.nearest", "Interpolate: nearest voxel", interpolate: false, cubic: false),
        Interpolation("layer.linear", "Interpolate: linear", interpolate: true, cubic: false),
        Interpolation("layer.cubic", "Interpolate: cubic in slices", interpolate: true, cubic: true),
        OfLabels("layer.outlines", "Outlines of phases in slices", (_, labels) => labels.ContourWidth = labels.ContourWidth > 0 ? 0 : OutlineWidth)
            with { IsOn = target => target.Viewer.SelectedLayer is LabelsLayer { ContourWidth: > 0 } },
        OfLabels("layer.unlabelled", "Mark unlabelled voxels in slices", (_, labels) => labels.ShowsUnlabelled = !labels.ShowsUnlabelled)
            with { IsOn = target => target.Viewer.SelectedLayer is LabelsLayer { ShowsUnlabelled: true } },
        OfLabels("layer.only-phase", "Show only the phase in the hand, or all", (target, labels) => PhaseVisibility.ShowOnly(labels, PhaseVisibility.InHand(target.Bench.Tools, labels))),
        OfLabels("layer.all-phases", "Show all phases", (_, labels) => PhaseVisibility.ShowAll(labels, true)),
        OfLabels("layer.no-phases", "Hide all phases", (_, labels) => PhaseVisibility.ShowAll(labels, false)),
        new("view.legend", "Legend of phases", target => target.Views.ShowLegend = !target.Views.ShowLegend) { IsOn = target => target.Views.ShowLegend },
        new("view.shadows", "Shadows on surfaces", target => target.Viewer.AmbientOcclusion = target.Viewer.AmbientOcclusion > 0 ? 0 : Occlusion)
        {
            IsOn = target => target.Viewer.AmbientOcclusion > 0,
        },
        .. Modes,
        .. Blendings,
    ];

    // "AttenuatedMaximum" as "attenuated-maximum".
    private static string ParameterName<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    private static AppCommand Interpolation(string id, string title, bool interpolate, bool cubic) => OfImage(id, title, (target, image) =>
    {
        using (target.History.Step($"Interpolation of '{image.Name}'"))
            (image.Interpolate, image.Cubic) = (interpolate, cubic);
    }) with
    { IsOn = target => target.Viewer.SelectedLayer is ImageLayer image && image.Interpolate == interpolate && (!interpolate || image.Cubic == cubic) };

    private static AppCommand OfImage(string id, string title, Action<CommandTarget, ImageLayer> run) =>
        new(id, title, target => run(target, (ImageLayer)target.Viewer.SelectedLayer!)) { IsEnabled = target => target.Viewer.SelectedLayer is ImageLayer };

    private static AppCommand OfLabels(string id, string title, Action<CommandTarget, LabelsLayer> run) =>
        new(id, title, target => run(target, (LabelsLayer)target.Viewer.SelectedLayer!)) { IsEnabled = target => target.Viewer.SelectedLayer is LabelsLayer };
}
