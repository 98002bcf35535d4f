using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>What the phases of a twin are made of.</summary>
internal enum TwinStructure
{
    /// <summary>Packed particles of the active phase with binder between them, as generate.electrode makes them; two or three phases.</summary>
    Particles,

    /// <summary>Excursion sets of Gaussian fields, for materials without particles; any number of phases.</summary>
    Blobs,
}

/// <summary>The parameters of generate.twin.</summary>
internal sealed record TwinParameters
{
    [Parameter("Structure", Help = "particles: packed particles with binder between them, of two or three phases. blobs: phases without particles.")]
    public TwinStructure Structure { get; init; } = TwinStructure.Particles;

    [Parameter("Active phase", PhasesOf = "in", Help = "Name or file value of the phase that is particles. Empty: the brightest.")]
    public string Active { get; init; } = "";

    [Parameter("Slices", Min = 0, Max = 4096, Help = "Slices of the twin; 0 for as many as the real volume has, but 32 at least.")]
    public int Slices { get; init; }

    [Parameter("Angles", Min = 10, Max = 20000, Help = "Projections of the twin's scan.")]
    public int Angles { get; init; } = 360;

    [Parameter("Rounds", Min = 1, Max = 20, Help = "How often the scan's noise and blur are corrected by a trial scan of the real labels.")]
    public int Rounds { get; init; } = 8;

    [Parameter("Centre y", Unit = "voxel", Help = "Row of the axis of rotation in the real volume, where rings are looked for. Empty: the middle.")]
    public double? CentreY { get; init; }

    [Parameter("Centre x", Unit = "voxel", Help = "Column of the axis of rotation in the real volume. Empty: the middle.")]
    public double? CentreX { get; init; }

    [Parameter("Seed", Help = "The same seed gives the same twin.")]
    public int Seed { get; init; } = 1;
}
