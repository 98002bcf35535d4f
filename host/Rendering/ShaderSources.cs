using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>The files that one program is made of; each stage is its files in this order.</summary>
internal sealed record ShaderSources(IReadOnlyList<string> Vertex, IReadOnlyList<string> Fragment)
{
    public static readonly ShaderSources Background = new(["fullscreen.vert"], ["background.frag"]);
    public static readonly ShaderSources Mean = new(["fullscreen.vert"], ["mean.frag"]);
    public static readonly ShaderSources Lines = new(["view.glsl", "lines.vert"], ["view.glsl", "lines.frag"]);
    public static readonly ShaderSources ImageMaximum = Image("image-maximum.frag", skips: false);
    public static readonly ShaderSources ImageTranslucent = Image("image-translucent.frag", skips: false);
    public static readonly ShaderSources ImageIsosurface = Surface(skips: false);
    public static readonly ShaderSources ImageAttenuated = Image("image-attenuated.frag", skips: false);
    public static readonly ShaderSources ImageAdditive = Image("image-additive.frag", skips: false);
    public static readonly ShaderSources SparseMaximum = Image("image-maximum.frag", skips: true);
    public static readonly ShaderSources SparseTranslucent = Image("image-translucent.frag", skips: true);
    public static readonly ShaderSources SparseIsosurface = Surface(skips: true);
    public static readonly ShaderSources SparseAttenuated = Image("image-attenuated.frag", skips: true);
    public static readonly ShaderSources SparseAdditive = Image("image-additive.frag", skips: true);
    public static readonly ShaderSources ImageMinimum = Volume("image.glsl", "image-minimum.frag");
    public static readonly ShaderSources ImageAverage = Volume("image.glsl", "image-average.frag");
    public static readonly ShaderSources LabelsOpaque = Volume("lighting.glsl", "occlusion.glsl", "labels.glsl", "labels-opaque.frag");
    public static readonly ShaderSources LabelsTranslucent = Volume("lighting.glsl", "labels.glsl", "films.glsl", "labels-translucent.frag");
    public static readonly ShaderSources ImageFilms = Films(skips: false);
    public static readonly ShaderSources SparseFilms = Films(skips: true);
    public static readonly ShaderSources ImagePlanes = Volume("image.glsl", "planes.glsl", "planes-image.frag");
    public static readonly ShaderSources LabelsPlanes = Volume("labels.glsl", "planes.glsl", "planes-labels.frag");
    public static readonly ShaderSources Triangles = new(["view.glsl", "mesh.glsl", "surface.vert"], ["view.glsl", "clip.glsl", "lighting.glsl", "mesh.glsl", "surface.frag"]);
    public static readonly ShaderSources Points = new(["view.glsl", "points.vert"], ["view.glsl", "clip.glsl", "lighting.glsl", "mesh.glsl", "symbols.glsl", "points.frag"]);
    public static readonly ShaderSources Section = new(["sheet.glsl", "mesh.glsl", "section.vert"], ["sheet.glsl", "mesh.glsl", "section.frag"]);
    public static readonly ShaderSources Discs = new(["sheet.glsl", "discs.vert"], ["sheet.glsl", "mesh.glsl", "symbols.glsl", "discs.frag"]);
    public static readonly ShaderSources SliceImage = new(["fullscreen.vert"], ["slice-block.glsl", "slice.glsl", "blend.glsl", "slice-image.frag"]);
    public static readonly ShaderSources SliceLabels = new(["fullscreen.vert"], ["slice-block.glsl", "slice.glsl", "hatch.glsl", "blend.glsl", "slice-labels.frag"]);
    public static readonly ShaderSources SliceLabelsPlane = new(["fullscreen.vert"], ["slice-block.glsl", "hatch.glsl", "blend.glsl", "slice-labels-plane.frag"]);

    /// <summary>Every program there is.</summary>
    public static IReadOnlyList<ShaderSources> All { get; } =
    [
        Background, Mean, Lines, ImageMaximum, ImageTranslucent, ImageIsosurface, ImageAttenuated, ImageMinimum, ImageAverage, ImageAdditive, LabelsOpaque,
        LabelsTranslucent, ImageFilms, SparseFilms, ImagePlanes, LabelsPlanes, Triangles, Points, Section, Discs, SliceImage, SliceLabels, SliceLabelsPlane, SparseMaximum, SparseTranslucent, SparseIsosurface, SparseAttenuated, SparseAdditive,
    ];

    /// <summary>The program that draws an image in 3-D.</summary>
    /// <param name="mode">How.</param>
    /// <param name="skips">Whether much of it is empty, and rays go over that.</param>
    public static ShaderSources OfImage(ImageRenderMode mode, bool skips) => mode switch
    {
        ImageRenderMode.MaximumIntensity => skips ? SparseMaximum : ImageMaximum,
        ImageRenderMode.Translucent => skips ? SparseTranslucent : ImageTranslucent,
        ImageRenderMode.AttenuatedMaximum => skips ? SparseAttenuated : ImageAttenuated,
        ImageRenderMode.Additive => skips ? SparseAdditive : ImageAdditive,
        ImageRenderMode.MinimumIntensity => ImageMinimum,
        ImageRenderMode.Average => ImageAverage,
        _ => skips ? SparseIsosurface : ImageIsosurface,
    };

    private static ShaderSources Image(string file, bool skips) => Volume("image.glsl", Skipping(skips), file);

    private static ShaderSources Surface(bool skips) => Volume("lighting.glsl", "occlusion.glsl", "image.glsl", Skipping(skips), "image-isosurface.frag");

    private static ShaderSources Films(bool skips) =>
        Volume("lighting.glsl", "labels.glsl", "films.glsl", "image.glsl", Skipping(skips), "image-films.frag");

    private static string Skipping(bool skips) => skips ? "skip-blocks.glsl" : "skip-none.glsl";

    private static ShaderSources Volume(params IEnumerable<string> files) => new(["fullscreen.vert"], ["view.glsl", "clip.glsl", "ray.glsl", "blend.glsl", .. files]);
}
