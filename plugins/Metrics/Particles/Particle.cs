namespace VolumeViewer.Plugins.Metrics.Particles;

/// <summary>What is measured of one particle; lengths in the unit of the spacing, vectors in the order (z, y, x).</summary>
/// <param name="Id">Its number, from 1 on.</param>
/// <param name="Voxels">How many it has.</param>
/// <param name="Volume">Their volume.</param>
/// <param name="Centre">Its centre of mass, from the corner of the volume.</param>
/// <param name="IsCut">Whether it touches a face of the volume or an unlabelled voxel.</param>
/// <param name="InscribedDiameter">Diameter of the largest sphere within the phase about one of its voxels.</param>
/// <param name="Areas">Area of its border to each phase; that of its own phase is the border to other particles.</param>
/// <param name="Contacts">Particles that it touches, with the area of the contact.</param>
/// <param name="Axes">Full axes of the ellipsoid with its moments of inertia, the longest first.</param>
/// <param name="LongAxis">Direction of the longest.</param>
internal sealed record Particle(int Id, long Voxels, double Volume, double[] Centre, bool IsCut, double InscribedDiameter, double[] Areas,
    IReadOnlyList<(int Id, double Area)> Contacts, double[] Axes, double[] LongAxis)
{
    /// <summary>Diameter of the sphere of the same volume.</summary>
    public double EquivalentDiameter => Math.Cbrt(6 * Volume / Math.PI);

    /// <summary>Its whole border.</summary>
    public double Surface => Areas.Sum();

    /// <summary>Surface of the sphere of the same volume over its own (Wadell 1935).</summary>
    public double Sphericity => Math.PI * EquivalentDiameter * EquivalentDiameter / Surface;

    /// <summary>The longest axis over the shortest.</summary>
    public double AspectRatio => Axes[0] / Axes[2];
}
