namespace VolumeViewer.Host.Rendering;

/// <summary>The files that one program is made of; each stage is its files in this order.</summary>
internal sealed record ShaderSources(IReadOnlyList<string> Vertex, IReadOnlyList<string> Fragment)
{
    public static readonly ShaderSources Background = new(["fullscreen.vert"], ["background.frag"]);
    public static readonly ShaderSources Lines = new(["view.glsl", "lines.vert"], ["view.glsl", "lines.frag"]);
    public static readonly ShaderSources ImageMaximum = Volume("image.glsl", "image-maximum.frag");
    public static readonly ShaderSources ImageTranslucent = Volume("image.glsl", "image-translucent.frag");
    public static readonly ShaderSources ImageIsosurface = Volume("lighting.glsl", "occlusion.glsl", "image.glsl", "image-isosurface.frag");
    public static readonly ShaderSources ImageAttenuated = Volume("image.glsl", "image-attenuated.frag");
    public static readonly ShaderSources ImageMinimum = Volume("image.glsl", "image-minimum.frag");
    public static readonly ShaderSources ImageAverage = Volume("image.glsl", "image-average.frag");
    public static readonly ShaderSources ImageAdditive = Volume("image.glsl", "image-additive.frag");
    public static readonly ShaderSources LabelsOpaque = Volume("lighting.glsl", "occlusion.glsl", "labels.glsl", "labels-opaque.frag");
    public static readonly ShaderSources LabelsTranslucent = Volume("lighting.glsl", "labels.glsl", "labels-translucent.frag");
    public static readonly ShaderSources ImagePlanes = Volume("image.glsl", "planes.glsl", "planes-image.frag");
    public static readonly ShaderSources LabelsPlanes = Volume("labels.glsl", "planes.glsl", "planes-labels.frag");
    public static readonly ShaderSources Surface = new(["view.glsl", "mesh.glsl", "surface.vert"], ["view.glsl", "clip.glsl", "lighting.glsl", "mesh.glsl", "surface.frag"]);
    public static readonly ShaderSources Points = new(["view.glsl", "points.vert"], ["view.glsl", "clip.glsl", "lighting.glsl", "mesh.glsl", "points.frag"]);
    public static readonly ShaderSources Section = new(["sheet.glsl", "mesh.glsl", "section.vert"], ["sheet.glsl", "mesh.glsl", "section.frag"]);
    public static readonly ShaderSources Discs = new(["sheet.glsl", "discs.vert"], ["sheet.glsl", "mesh.glsl", "discs.frag"]);
    public static readonly ShaderSources SliceImage = new(["fullscreen.vert"], ["slice.glsl", "blend.glsl", "slice-image.frag"]);
    public static readonly ShaderSources SliceLabels = new(["fullscreen.vert"], ["slice.glsl", "blend.glsl", "slice-labels.frag"]);

    /// <summary>Every program there is.</summary>
    public static IReadOnlyList<ShaderSources> All { get; } =
    [
        Background, Lines, ImageMaximum, ImageTranslucent, ImageIsosurface, ImageAttenuated, ImageMinimum, ImageAverage, ImageAdditive, LabelsOpaque,
        LabelsTranslucent, ImagePlanes, LabelsPlanes, Surface, Points, Section, Discs, SliceImage, SliceLabels,
    ];

    private static ShaderSources Volume(params IEnumerable<string> files) => new(["fullscreen.vert"], ["view.glsl", "clip.glsl", "ray.glsl", "blend.glsl", .. files]);
}
