namespace VolumeViewer.Sdk;

/// <summary>The views that a text stands in.</summary>
public enum NoteView
{
    /// <summary>All of them.</summary>
    Every,

    /// <summary>The 3-D view.</summary>
    Volume,

    /// <summary>The slice across z.</summary>
    SliceZ,

    /// <summary>The slice across y.</summary>
    SliceY,

    /// <summary>The slice across x.</summary>
    SliceX,

    /// <summary>The oblique slice.</summary>
    Oblique,
}
