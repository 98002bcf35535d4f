namespace VolumeViewer.Sdk;

/// <summary>A surface made of triangles.</summary>
public sealed class SurfaceLayer : Layer
{
    private readonly Spacing _spacing;
    private SurfaceMesh _mesh;
    private Rgba _color = new(127, 176, 245);
    private Colormap _colormap = Colormap.BuiltIn[1];
    private ContrastLimits _contrastLimits = new(0, 1);

    /// <param name="name">Shown in the layer list.</param>
    /// <param name="mesh">The triangles.</param>
    /// <param name="shape">Of the volume that the surface belongs to; with the spacing it says how large the scene is.</param>
    /// <param name="spacing">Of that volume.</param>
    public SurfaceLayer(string name, SurfaceMesh mesh, VolumeShape shape, Spacing spacing) : base(name)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        (_mesh, Shape, _spacing) = (mesh, shape, spacing);
        if (mesh.ValueRange() is { } range)
            _contrastLimits = range.Low < range.High ? new ContrastLimits(range.Low, range.High) : new ContrastLimits(range.Low - 0.5f, range.Low + 0.5f);
    }

    /// <summary>The triangles.</summary>
    public SurfaceMesh Mesh
    {
        get => _mesh;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            Set(ref _mesh, value);
        }
    }

    /// <summary>The colour of a mesh without values.</summary>
    public Rgba Color { get => _color; set => Set(ref _color, value); }

    /// <summary>Colours of the mesh's values.</summary>
    public Colormap Colormap { get => _colormap; set => Set(ref _colormap, value); }

    /// <summary>The values spread over the colormap.</summary>
    public ContrastLimits ContrastLimits { get => _contrastLimits; set => Set(ref _contrastLimits, value); }

    /// <inheritdoc/>
    public override VolumeShape Shape { get; }

    /// <inheritdoc/>
    public override Spacing Spacing => _spacing;

    /// <inheritdoc/>
    public override long MemoryBytes => _mesh.MemoryBytes;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) { }
}
