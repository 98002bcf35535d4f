namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>The form of particles.</summary>
internal enum ParticleKind
{
    /// <summary>Spheres.</summary>
    Sphere,

    /// <summary>Ellipsoids.</summary>
    Ellipsoid,

    /// <summary>Ellipsoids with a random relief.</summary>
    Rough,
}
