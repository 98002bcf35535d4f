using System.Collections.Immutable;

namespace VolumeViewer.Sdk;

/// <summary>Colours for intensities: stops from 0 to 1, at equal distances or at places of their own, with straight lines between them.</summary>
public sealed class Colormap : IContribution
{
    private const string InvertedId = "-inverted", InvertedTitle = ", inverted";

    private readonly ImmutableArray<Rgba> _stops;

    // Of the stops, rising; none where they stand at equal distances.
    private readonly ImmutableArray<float> _positions = [];

    /// <exception cref="ArgumentException">There are fewer than two stops.</exception>
    public Colormap(string id, string title, IEnumerable<Rgba> stops)
    {
        (Id, Title) = (id, title);
        _stops = [.. stops];
        if (_stops.Length < 2)
            throw new ArgumentException($"The colormap '{id}' needs at least two colours, got {_stops.Length}.", nameof(stops));
    }

    /// <summary>Colours at places of one's own. Before the first and after the last the colour stays.</summary>
    /// <exception cref="ArgumentException">There are fewer than two points, or their positions do not rise within 0 to 1.</exception>
    public Colormap(string id, string title, IEnumerable<ColorPoint> points)
    {
        ColorPoint[] all = [.. points];
        (Id, Title, _stops, _positions) = (id, title, [.. all.Select(point => point.Color)], [.. all.Select(point => point.Position)]);
        if (_stops.Length < 2)
            throw new ArgumentException($"The colormap '{id}' needs at least two colours, got {_stops.Length}.", nameof(points));
        for (var index = 0; index < all.Length; index++)
        {
            // This way round NaN is refused too.
            if (!(_positions[index] >= 0 && _positions[index] <= 1 && (index == 0 || _positions[index] > _positions[index - 1])))
                throw new ArgumentException($"The colormap '{id}' needs positions that rise from 0 to 1, got {string.Join(", ", _positions)}.", nameof(points));
        }
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public string Title { get; }

    /// <summary>The stops and their places.</summary>
    public ImmutableArray<ColorPoint> Points => [.. _stops.Select((color, index) => new ColorPoint(_positions.IsEmpty ? index / (_stops.Length - 1f) : _positions[index], color))];

    /// <summary>From black to white.</summary>
    public static Colormap Gray { get; } = OfHex("gray", "Gray", "#000000 #ffffff");

    /// <summary>The colormaps that are always there, each also inverted. The first ones are gray or perceptually uniform; those of one hue are made to be
    /// added to each other, see <see cref="LayerBlending.Additive"/>.</summary>
    public static IReadOnlyList<Colormap> BuiltIn { get; } = WithInverted(
    [
        Gray,
        OfHex("viridis", "Viridis", "#440154 #482878 #3e4989 #31688e #26828e #1f9e89 #35b779 #6dcd59 #b4de2c #fde725"),
        OfHex("magma", "Magma", "#000004 #180f3d #440f76 #721f81 #9e2f7f #cd4071 #f1605d #fd9668 #feca8d #fcfdbf"),
        OfHex("inferno", "Inferno", "#000004 #1b0c41 #4a0c6b #781c6d #a52c60 #cf4446 #ed6925 #fb9b06 #f7d13d #fcffa4"),
        OfHex("plasma", "Plasma", "#0d0887 #46039f #7201a8 #9c179e #bd3786 #d8576b #ed7953 #fb9f3a #fdca26 #f0f921"),
        OfHex("cividis", "Cividis", "#00224e #123570 #3b496c #575d6d #707173 #8a8678 #a59c74 #c3b369 #e1cc55 #fee838"),
        OfHex("ice-fire", "Ice and fire", "#bde7f4 #5a9bd5 #3a4f9a #1f1e2b #8c2a3c #dd6b4d #fbe2bd"),
        // The polynomial of Mikhailov (2019) at equal distances.
        OfHex("turbo", "Turbo", "#23171b #4a41b5 #4270f2 #2f9ef5 #25c6d7 #2fe5ad #4ef983 #7cfd5e #b0f444 #dfdc32 #ffb827 #ff8c1f #f45c17 #ce310d #a31302 #900d00"),
        OfHex("cyan-hot", "Cyan hot", "#000000 #008080 #00ffff #ffffff"),
        OfHex("red", "Red", "#000000 #ff0000"),
        OfHex("green", "Green", "#000000 #00ff00"),
        OfHex("blue", "Blue", "#000000 #0000ff"),
        OfHex("cyan", "Cyan", "#000000 #00ffff"),
        OfHex("magenta", "Magenta", "#000000 #ff00ff"),
        OfHex("yellow", "Yellow", "#000000 #ffff00"),
    ]);

    /// <summary>The same colours in the opposite order; "-inverted" is added to the id, or taken away.</summary>
    public Colormap Inverted()
    {
        var (id, title) = IsInverted ? (Id[..^InvertedId.Length], Title.EndsWith(InvertedTitle, StringComparison.Ordinal) ? Title[..^InvertedTitle.Length] : Title) : (Id + InvertedId, Title + InvertedTitle);
        return _positions.IsEmpty ? new Colormap(id, title, _stops.Reverse()) : new Colormap(id, title, Points.Reverse().Select(point => point with { Position = 1 - point.Position }));
    }

    /// <summary>Whether it is another in the opposite order, as the id says.</summary>
    public bool IsInverted => Id.EndsWith(InvertedId, StringComparison.Ordinal);

    /// <summary>The colour at <paramref name="position"/>; outside 0 to 1 the end colours go on.</summary>
    public Rgba At(float position)
    {
        var (left, t) = _positions.IsEmpty ? Equal(Math.Clamp(position, 0f, 1f) * (_stops.Length - 1)) : Between(position);
        var (a, b) = (_stops[left], _stops[left + 1]);
        return new Rgba(Mix(a.R, b.R), Mix(a.G, b.G), Mix(a.B, b.B), Mix(a.A, b.A));

        byte Mix(byte from, byte to) => (byte)MathF.Round(from + ((to - from) * t));
    }

    private (int Left, float Share) Equal(float place)
    {
        var left = Math.Min((int)place, _stops.Length - 2);
        return (left, place - left);
    }

    private (int Left, float Share) Between(float position)
    {
        var left = 0;
        while (left < _positions.Length - 2 && _positions[left + 1] <= position)
            left++;
        return (left, Math.Clamp((position - _positions[left]) / (_positions[left + 1] - _positions[left]), 0f, 1f));
    }

    private static Colormap[] WithInverted(Colormap[] colormaps) => [.. colormaps, .. colormaps.Select(colormap => colormap.Inverted())];

    private static Colormap OfHex(string id, string title, string colors) => new(id, title, colors.Split(' ').Select(Rgba.Parse));
}
