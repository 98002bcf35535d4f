namespace VolumeViewer.Host.Rendering;

/// <summary>The files that one program is made of; each stage is its files in this order.</summary>
internal sealed record ShaderSources(IReadOnlyList<string> Vertex, IReadOnlyList<string> Fragment)
{
    public static readonly ShaderSources Background = new(["fullscreen.vert"], ["background.frag"]);
    public static readonly ShaderSources Lines = new(["view.glsl", "lines.vert"], ["view.glsl", "lines.frag"]);
    public static readonly ShaderSources ImageMaximum = Volume("image.glsl", "image-maximum.frag");
    public static readonly ShaderSources ImageTranslucent = Volume("image.glsl", "image-translucent.frag");
    public static readonly ShaderSources ImageIsosurface = Volume("lighting.glsl", "image.glsl", "image-isosurface.frag");
    public static readonly ShaderSources LabelsOpaque = Volume("lighting.glsl", "labels.glsl", "labels-opaque.frag");
    public static readonly ShaderSources LabelsTranslucent = Volume("lighting.glsl", "labels.glsl", "labels-translucent.frag");
    public static readonly ShaderSources ImagePlanes = Volume("image.glsl", "planes.glsl", "planes-image.frag");
    public static readonly ShaderSources LabelsPlanes = Volume("labels.glsl", "planes.glsl", "planes-labels.frag");
    public static readonly ShaderSources SliceImage = new(["fullscreen.vert"], ["slice.glsl", "slice-image.frag"]);
    public static readonly ShaderSources SliceLabels = new(["fullscreen.vert"], ["slice.glsl", "slice-labels.frag"]);

    /// <summary>Every program there is.</summary>
    public static IReadOnlyList<ShaderSources> All { get; } =
        [Background, Lines, ImageMaximum, ImageTranslucent, ImageIsosurface, LabelsOpaque, LabelsTranslucent, ImagePlanes, LabelsPlanes, SliceImage, SliceLabels];

    private static ShaderSources Volume(params IEnumerable<string> files) => new(["fullscreen.vert"], ["view.glsl", "clip.glsl", "ray.glsl", .. files]);
}
