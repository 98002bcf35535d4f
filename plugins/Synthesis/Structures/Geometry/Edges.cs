namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>What happens at the faces of a generated volume.</summary>
internal enum Edges
{
    /// <summary>Opposite faces fit together; particles are cut there and go on at the other side.</summary>
    Periodic,

    /// <summary>Walls below the first and above the last slice, as a current collector and a separator are; periodic along y and x.</summary>
    Layer,

    /// <summary>Walls on all sides.</summary>
    Walls,
}
