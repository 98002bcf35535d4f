namespace VolumeViewer.Sdk;

/// <summary>A corner, the middle of an edge, or the middle: of a view, and of the text that stands there.</summary>
public enum NoteAnchor
{
    /// <summary>Upper left corner.</summary>
    TopLeft,

    /// <summary>Middle of the upper edge.</summary>
    Top,

    /// <summary>Upper right corner.</summary>
    TopRight,

    /// <summary>Middle of the left edge.</summary>
    Left,

    /// <summary>The middle.</summary>
    Middle,

    /// <summary>Middle of the right edge.</summary>
    Right,

    /// <summary>Lower left corner.</summary>
    BottomLeft,

    /// <summary>Middle of the lower edge.</summary>
    Bottom,

    /// <summary>Lower right corner.</summary>
    BottomRight,
}
