namespace VolumeViewer.Host.Panels;

/// <summary>What the left button does in a slice view.</summary>
internal enum ToolKind
{
    /// <summary>Moves the crosshair.</summary>
    Navigate,

    /// <summary>Paints a phase.</summary>
    Brush,

    /// <summary>Takes labels away.</summary>
    Eraser,
}
