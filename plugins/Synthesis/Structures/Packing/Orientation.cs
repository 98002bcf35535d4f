namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>Which way particles lie.</summary>
internal enum Orientation
{
    /// <summary>Every way alike.</summary>
    Isotropic,

    /// <summary>The longest axis tends to z.</summary>
    AlongZ,

    /// <summary>The longest axis tends to y.</summary>
    AlongY,

    /// <summary>The longest axis tends to x.</summary>
    AlongX,

    /// <summary>The shortest axis tends to z, as in a calendered electrode.</summary>
    Flat,
}
