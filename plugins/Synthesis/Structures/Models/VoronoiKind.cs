namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>What of a Voronoi tessellation is solid.</summary>
internal enum VoronoiKind
{
    /// <summary>Walls between cells, as in a closed foam.</summary>
    Faces,

    /// <summary>Struts where three cells or more meet, as in an open foam.</summary>
    Edges,

    /// <summary>The cells themselves, shared out at random among phases, as in a polycrystal.</summary>
    Cells,
}
