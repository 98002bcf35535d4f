using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace VolumeViewer.Sdk;

/// <summary>Something the viewer shows. A layer says what to show; a renderer in the host knows how.</summary>
/// <remarks>Layers are changed on the viewer's thread only. Changes are told through <see cref="PropertyChanged"/>, and with their old values through <see cref="Changed"/>.</remarks>
public abstract class Layer : INotifyPropertyChanged, IDisposable
{
    private string _name;
    private bool _visible = true;
    private float _opacity = 1;
    private LayerBlending _blending;
    private ImmutableArray<ClippingPlane> _clippingPlanes = [];
    private bool _ignoresClipping;
    private LayerDepiction _depiction;
    private DepictedPlane? _plane;
    private bool _showsBox;

    /// <param name="name">Shown in the layer list.</param>
    protected Layer(string name) => _name = name;

    /// <inheritdoc/>
    public event PropertyChangedEventHandler? PropertyChanged;

    /// <summary>Raised after a change with what it was before, so that it can be taken back.</summary>
    public event EventHandler<LayerChange>? Changed;

    /// <summary>Shown in the layer list.</summary>
    public string Name { get => _name; set => Set(ref _name, value); }

    /// <summary>Whether the layer is drawn.</summary>
    public bool Visible { get => _visible; set => Set(ref _visible, value); }

    /// <summary>From 0 (not seen) to 1.</summary>
    public float Opacity { get => _opacity; set => Set(ref _opacity, Math.Clamp(value, 0f, 1f)); }

    /// <summary>How it is put over the layers below.</summary>
    public LayerBlending Blending { get => _blending; set => Set(ref _blending, value); }

    /// <summary>Planes that cut this layer alone, beside those of the viewer.</summary>
    public ImmutableArray<ClippingPlane> ClippingPlanes { get => _clippingPlanes; set => Set(ref _clippingPlanes, value.IsDefault ? [] : value); }

    /// <summary>Whether <see cref="Viewer.ClippingPlanes"/> and <see cref="Viewer.CropBox"/> leave the layer as it is.</summary>
    public bool IgnoresClipping { get => _ignoresClipping; set => Set(ref _ignoresClipping, value); }

    /// <summary>What of it the 3-D view shows.</summary>
    public LayerDepiction Depiction { get => _depiction; set => Set(ref _depiction, value); }

    /// <summary>What <see cref="LayerDepiction.Plane"/> shows; null stands for the middle slice across z.</summary>
    public DepictedPlane? Plane { get => _plane; set => Set(ref _plane, value); }

    /// <summary>Whether the 3-D view has the edges of the layer's own box.</summary>
    public bool ShowsBox { get => _showsBox; set => Set(ref _showsBox, value); }

    /// <summary>Where the layer came from: a file, or the operation that made it. Shown as its tooltip.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Whether it is only shown for a while, such as a preview: undo does not know of it, and nothing saves it.</summary>
    public bool IsTemporary { get; init; }

    /// <summary>Voxels along (z, y, x).</summary>
    public abstract VolumeShape Shape { get; }

    /// <summary>Distance between voxel centres, µm. For image and labels layers the user may state another than the file: whatever works on the layer follows.</summary>
    /// <exception cref="NotSupportedException">Set for a layer of another kind.</exception>
    public virtual Spacing Spacing
    {
        get => Spacing.Uncalibrated;
        set => throw new NotSupportedException($"The layer '{Name}' of the type {GetType().Name} has no voxels whose size could be set.");
    }

    /// <summary>About how many bytes of main memory the layer's data take; 0 where they are read on demand.</summary>
    public virtual long MemoryBytes => 0;

    /// <summary>Lets go of the data.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the data.</summary>
    protected abstract void Dispose(bool disposing);

    /// <summary>Sets a field and, if that changed it, raises <see cref="Changed"/> and <see cref="PropertyChanged"/>.</summary>
    protected void Set<T>(ref T field, T value, [CallerMemberName] string property = "")
    {
        if (EqualityComparer<T>.Default.Equals(field, value))
            return;
        var before = field;
        field = value;
        RaiseChanged(Changed is null ? null : new LayerPropertyChange(this, property, before, value), property);
    }

    private protected void RaiseChanged(LayerChange? change, string property)
    {
        if (change is not null)
            Changed?.Invoke(this, change);
        PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(property));
    }
}
