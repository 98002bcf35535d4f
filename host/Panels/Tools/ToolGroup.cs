namespace VolumeViewer.Host.Panels;

/// <summary>Tools that stand together in the bar; where there is no room for all, a group shows one of its tools.</summary>
internal enum ToolGroup
{
    /// <summary>Looking around.</summary>
    Navigate,

    /// <summary>Painting labels by hand.</summary>
    Paint,

    /// <summary>Labelling what belongs together.</summary>
    Fill,

    /// <summary>Labelling what is inside of an outline.</summary>
    Outline,

    /// <summary>Measuring.</summary>
    Measure,

    /// <summary>Placing points.</summary>
    Points,
}
