using System.Collections.Immutable;
using System.Numerics;

namespace VolumeViewer.Sdk;

/// <summary>Places in the world, such as the centres of particles, drawn as balls or other signs.</summary>
public sealed class PointsLayer : Layer
{
    private readonly Spacing _spacing;
    private ImmutableArray<Vector3> _positions;
    private ImmutableArray<float> _values = [];
    private float _size;
    private PointSymbol _symbol;
    private Rgba _color = new(240, 164, 64);
    private Colormap _colormap = Colormap.BuiltIn[1];
    private ContrastLimits _contrastLimits = new(0, 1);

    /// <param name="name">Shown in the layer list.</param>
    /// <param name="positions">Places (x, y, z), µm.</param>
    /// <param name="shape">Of the volume that the places belong to; with the spacing it says how large the scene is.</param>
    /// <param name="spacing">Of that volume.</param>
    /// <exception cref="ArgumentException">A place is not finite.</exception>
    public PointsLayer(string name, IEnumerable<Vector3> positions, VolumeShape shape, Spacing spacing) : base(name)
    {
        (Shape, _spacing) = (shape, spacing);
        _positions = Checked([.. positions]);
        _size = (float)(4 * spacing.Finest);
    }

    /// <summary>The places, (x, y, z), µm. Where there is another number of them than before, <see cref="Values"/> are given up.</summary>
    /// <exception cref="ArgumentException">A place is not finite.</exception>
    public ImmutableArray<Vector3> Positions
    {
        get => _positions;
        set
        {
            var checkedValue = Checked(value.IsDefault ? [] : value);
            if (checkedValue.Length != _values.Length)
                Values = [];
            Set(ref _positions, checkedValue);
        }
    }

    /// <summary>A number for each place, shown by the colormap; or none, and all have <see cref="Color"/>.</summary>
    /// <exception cref="ArgumentException">There are neither none nor as many as places.</exception>
    public ImmutableArray<float> Values
    {
        get => _values;
        set
        {
            var values = value.IsDefault ? [] : value;
            if (values.Length != 0 && values.Length != _positions.Length)
                throw new ArgumentException($"The layer '{Name}' has {_positions.Length} points and needs as many values, or none; got {values.Length}.", nameof(value));
            Set(ref _values, values);
        }
    }

    /// <summary>Diameter of the balls or signs, µm. Above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not a positive length.</exception>
    public float Size
    {
        get => _size;
        set
        {
            if (!(value > 0 && float.IsFinite(value)))
                throw new ArgumentOutOfRangeException(nameof(value), value, $"Points need a size above 0 µm, got {value}.");
            Set(ref _size, value);
        }
    }

    /// <summary>What each point is drawn as.</summary>
    public PointSymbol Symbol { get => _symbol; set => Set(ref _symbol, value); }

    /// <summary>The colour of points without values.</summary>
    public Rgba Color { get => _color; set => Set(ref _color, value); }

    /// <summary>Colours of the values.</summary>
    public Colormap Colormap { get => _colormap; set => Set(ref _colormap, value); }

    /// <summary>The values spread over the colormap.</summary>
    public ContrastLimits ContrastLimits { get => _contrastLimits; set => Set(ref _contrastLimits, value); }

    /// <inheritdoc/>
    public override VolumeShape Shape { get; }

    /// <inheritdoc/>
    public override Spacing Spacing => _spacing;

    /// <inheritdoc/>
    public override long MemoryBytes => (_positions.Length * 12L) + (_values.Length * 4L);

    /// <summary>The colour of one point.</summary>
    public Rgba ColorOf(int index) => _values.IsEmpty ? _color : _colormap.At((_values[index] - _contrastLimits.Low) / (_contrastLimits.High - _contrastLimits.Low));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) { }

    private static ImmutableArray<Vector3> Checked(ImmutableArray<Vector3> positions)
    {
        for (var index = 0; index < positions.Length; index++)
        {
            if (!float.IsFinite(positions[index].LengthSquared()))
                throw new ArgumentException($"Point {index} lies at {positions[index]}, which is no place.", nameof(positions));
        }
        return positions;
    }
}
