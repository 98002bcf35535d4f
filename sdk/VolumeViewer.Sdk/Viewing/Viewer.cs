using System.Collections.Immutable;
using System.Numerics;

namespace VolumeViewer.Sdk;

/// <summary>The model of one viewer: its layers and how they are looked at. It has no window and no GL.</summary>
public sealed class Viewer
{
    private WorldPoint _cursor;
    private ViewLayout _layout = ViewLayout.FourUp;
    private Layer? _selectedLayer;
    private ImmutableArray<ClippingPlane> _clippingPlanes = [];
    private CropBox? _cropBox;
    private Comparison? _comparison;
    private Slab? _slab;
    private PlaneOrientation _oblique = PlaneOrientation.AcrossNormal(Vector3.One);
    private float _ambientOcclusion = 0.6f;
    private bool _showsBox = true;

    /// <summary>An empty viewer.</summary>
    public Viewer() => Layers.CollectionChanged += (_, _) =>
    {
        if (_selectedLayer is null || !Layers.Contains(_selectedLayer))
            SelectedLayer = Layers.LastOrDefault();
        if (_comparison is { } compared && compared.Within(Layers) is var left && left != compared)
            Comparison = left.First.IsEmpty && left.Second.IsEmpty ? null : left;
    };

    /// <summary>Raised after the cursor, the layout, the selection, the clipping planes, the crop box, the comparison, the slab, the oblique slice, the occlusion or the box changed.</summary>
    public event EventHandler? Changed;

    /// <summary>The layers, in drawing order.</summary>
    public LayerList Layers { get; } = [];

    /// <summary>What was drawn to measure with.</summary>
    public MeasurementList Measurements { get; } = new();

    /// <summary>Texts over the views.</summary>
    public NoteList Notes { get; } = new();

    /// <summary>The camera of the 3-D view.</summary>
    public Camera Camera { get; } = new();

    /// <summary>The crosshair that links all views: each slice view shows the slice through it.</summary>
    public WorldPoint Cursor { get => _cursor; set => Change(ref _cursor, value); }

    /// <summary>Which views are shown.</summary>
    public ViewLayout Layout { get => _layout; set => Change(ref _layout, value); }

    /// <summary>Planes that cut all layers in 3-D, but for those that <see cref="Layer.IgnoresClipping"/>.</summary>
    public ImmutableArray<ClippingPlane> ClippingPlanes { get => _clippingPlanes; set => Change(ref _clippingPlanes, value.IsDefault ? [] : value); }

    /// <summary>What of the layers is drawn in 3-D, or null for all of them.</summary>
    public CropBox? CropBox { get => _cropBox; set => Change(ref _cropBox, value); }

    /// <summary>The layers that are shown against each other, or null to show all together.</summary>
    public Comparison? Comparison { get => _comparison; set => Change(ref _comparison, value?.Within(Layers)); }

    /// <summary>The thickness of slices, or null for slices of one voxel.</summary>
    public Slab? Slab { get => _slab; set => Change(ref _slab, value); }

    /// <summary>How the oblique slice lies; it goes through <see cref="Cursor"/>.</summary>
    public PlaneOrientation Oblique { get => _oblique; set => Change(ref _oblique, value ?? throw new ArgumentNullException(nameof(value))); }

    /// <summary>How much surfaces in 3-D are darkened by what stands near them, so that hollows are seen as such: 0 (not at all) to 1.</summary>
    public float AmbientOcclusion { get => _ambientOcclusion; set => Change(ref _ambientOcclusion, Math.Clamp(value, 0f, 1f)); }

    /// <summary>Whether the 3-D view has the edges of the box around the scene.</summary>
    public bool ShowsBox { get => _showsBox; set => Change(ref _showsBox, value); }

    /// <summary>The layer whose controls are shown and that operations take first.</summary>
    public Layer? SelectedLayer { get => _selectedLayer; set => Change(ref _selectedLayer, value); }

    /// <summary>Edges (x, y, z) of the box from the origin that holds all visible layers, or all layers if none is visible; µm.</summary>
    public Vector3 Extent
    {
        get
        {
            var shown = Layers.Where(layer => layer.Visible).ToList();
            return (shown.Count > 0 ? shown : [.. Layers]).Aggregate(Vector3.Zero, (size, layer) => Vector3.Max(size, ExtentOf(layer)));
        }
    }

    /// <summary>Edges (x, y, z) of one layer's box, µm.</summary>
    public static Vector3 ExtentOf(Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        var (shape, spacing) = (layer.Shape, layer.Spacing);
        return new((float)(shape.Width * spacing.X), (float)(shape.Height * spacing.Y), (float)(shape.Depth * spacing.Z));
    }

    /// <summary>Puts the cursor into the middle and the camera where everything visible is in sight.</summary>
    public void ResetView()
    {
        var size = Extent;
        Cursor = new WorldPoint(size.Z / 2, size.Y / 2, size.X / 2);
        Camera.Orientation = Camera.DefaultOrientation;
        Camera.Frame(size);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    private void Change<T>(ref T field, T value)
    {
        if (EqualityComparer<T>.Default.Equals(field, value))
            return;
        field = value;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
