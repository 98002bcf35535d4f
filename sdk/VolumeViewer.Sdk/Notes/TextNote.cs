using System.Numerics;

namespace VolumeViewer.Sdk;

/// <summary>A text over the views, such as the name of what an arrow of a figure points at: plain data, which files can keep.</summary>
public sealed record TextNote
{
    /// <summary>The smallest and the greatest size of letters, points.</summary>
    public const double LeastPoints = 4, MostPoints = 200;

    private readonly double _points = 12;
    private readonly Vector2 _offset;
    private readonly WorldPoint? _place;

    /// <param name="text">What it says; may have several lines.</param>
    public TextNote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>Tells it from others, whatever becomes of it.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>What it says; may have several lines.</summary>
    public string Text { get; init; }

    /// <summary>The views it stands in.</summary>
    public NoteView View { get; init; }

    /// <summary>Where in the view it stands, and which point of the text stands there. With a <see cref="Place"/> only the latter.</summary>
    public NoteAnchor Anchor { get; init; }

    /// <summary>How far it stands from its anchor or place, to the right and down, points.</summary>
    /// <exception cref="ArgumentException">It is not finite.</exception>
    public Vector2 Offset
    {
        get => _offset;
        init => _offset = float.IsFinite(value.X + value.Y) ? value : throw new ArgumentException($"A text needs a finite offset, got {value}.", nameof(value));
    }

    /// <summary>The place in the world that it belongs to, µm: slices that do not go through it leave the text out. Null for a text that stands in the view.</summary>
    /// <exception cref="ArgumentException">It is not finite.</exception>
    public WorldPoint? Place
    {
        get => _place;
        init => _place = value is not { } place || double.IsFinite(place.Z + place.Y + place.X) ? value : throw new ArgumentException($"A text needs a finite place, got {value}.", nameof(value));
    }

    /// <summary>Size of the letters, points. Held within <see cref="LeastPoints"/> and <see cref="MostPoints"/>.</summary>
    public double Points { get => _points; init => _points = double.IsNaN(value) ? _points : Math.Clamp(value, LeastPoints, MostPoints); }

    /// <summary>Colour of the letters; their outline is dark around light ones and light around dark ones.</summary>
    public Rgba Color { get; init; } = new(255, 255, 255);

    /// <summary>Whether it is drawn.</summary>
    public bool Visible { get; init; } = true;
}
