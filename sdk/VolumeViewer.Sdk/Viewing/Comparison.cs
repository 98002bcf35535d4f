using System.Collections.Immutable;

namespace VolumeViewer.Sdk;

/// <summary>Two groups of layers that are shown against each other, in whatever views the layout has. Immutable.</summary>
public sealed record Comparison
{
    /// <summary>Bounds of <see cref="FieldPixels"/>.</summary>
    public const int SmallestField = 8, LargestField = 1024;

    /// <summary>Bounds of <see cref="SecondsPerSide"/>.</summary>
    public const double ShortestSide = 0.05, LongestSide = 10;

    private readonly float _position;
    private readonly int _fieldPixels;
    private readonly double _secondsPerSide;

    /// <param name="mode">How they are shown.</param>
    /// <param name="first">The layers of the left, or first, side; may be empty.</param>
    /// <param name="second">The layers of the right, or second, side; may be empty.</param>
    /// <param name="showsOthers">Whether layers in neither group are drawn on both sides.</param>
    /// <param name="position">Where a swipe's divider stands, 0 to 1.</param>
    /// <param name="fieldPixels">The edge of a checkerboard's field.</param>
    /// <param name="secondsPerSide">How long a flicker shows a side.</param>
    public Comparison(ComparisonMode mode, ImmutableArray<Layer> first, ImmutableArray<Layer> second,
        bool showsOthers = true, float position = 0.5f, int fieldPixels = 64, double secondsPerSide = 0.5)
    {
        // A file may name layers that are gone.
        (Mode, First, Second) = (mode, [.. first.Where(layer => layer is not null)], [.. second.Where(layer => layer is not null)]);
        (ShowsOthers, Position, FieldPixels, SecondsPerSide) = (showsOthers, position, fieldPixels, secondsPerSide);
    }

    /// <summary>How they are shown.</summary>
    public ComparisonMode Mode { get; init; }

    /// <summary>The layers of the left, or first, side.</summary>
    public ImmutableArray<Layer> First { get; init; }

    /// <summary>The layers of the right, or second, side.</summary>
    public ImmutableArray<Layer> Second { get; init; }

    /// <summary>Whether layers in neither group are drawn on both sides, such as the grey values beneath two segmentations.</summary>
    public bool ShowsOthers { get; init; }

    /// <summary>For <see cref="ComparisonMode.Swipe"/>: where the divider stands, from 0 (left edge) to 1.</summary>
    public float Position { get => _position; init => _position = float.IsNaN(value) ? 0.5f : Math.Clamp(value, 0, 1); }

    /// <summary>For <see cref="ComparisonMode.Checkerboard"/>: the edge of a field, pixels; <see cref="SmallestField"/> to <see cref="LargestField"/>.</summary>
    public int FieldPixels { get => _fieldPixels; init => _fieldPixels = Math.Clamp(value, SmallestField, LargestField); }

    /// <summary>For <see cref="ComparisonMode.Flicker"/>: how long each side is shown, s; <see cref="ShortestSide"/> to <see cref="LongestSide"/>.</summary>
    public double SecondsPerSide { get => _secondsPerSide; init => _secondsPerSide = double.IsNaN(value) ? 0.5 : Math.Clamp(value, ShortestSide, LongestSide); }

    /// <summary>Whether a side has a layer in it, not regarding whether the layer is visible.</summary>
    public bool Shows(Layer layer, bool isSecond) =>
        (isSecond ? Second : First).Contains(layer) || (ShowsOthers && !First.Contains(layer) && !Second.Contains(layer));

    /// <summary>The groups changed for one another.</summary>
    public Comparison Swapped() => this with { First = Second, Second = First };

    /// <summary>Without the layers that a viewer does not have any more; itself where it has all.</summary>
    public Comparison Within(LayerList layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        return First.Concat(Second).All(layers.Contains) ? this : this with { First = First.RemoveAll(layer => !layers.Contains(layer)), Second = Second.RemoveAll(layer => !layers.Contains(layer)) };
    }
}
