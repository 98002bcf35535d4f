namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>What is at the faces of the volume.</summary>
internal enum TransportBoundary
{
    /// <summary>Concentration 1 and 0 at the two end faces, no flux through the others.</summary>
    Walls,

    /// <summary>Concentration 1 and 0 at the two end faces; the others continue at the opposite face.</summary>
    PeriodicSides,

    /// <summary>The volume repeats along all axes, and the concentration drops by 1 from one copy to the next.</summary>
    Periodic,
}
