using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>How the tomogram comes about.</summary>
internal enum ImagingModel
{
    /// <summary>Projections on a detector, and filtered back-projection of them.</summary>
    Projections,

    /// <summary>Blur, noise, rings and fringes put on the slices themselves: fast, without what comes of projecting.</summary>
    Simple,
}

/// <summary>What is around the labelled box while it is turned in the beam.</summary>
internal enum Surroundings
{
    /// <summary>The specimen goes on as its mirror image, as far as a circle around the box: the box is a crop of a larger specimen.</summary>
    Mirrored,

    /// <summary>Nothing: the box stands free.</summary>
    Air,
}

/// <summary>How phase contrast is computed.</summary>
internal enum FringeModel
{
    /// <summary>The transport-of-intensity equation: fringes of one period at each edge.</summary>
    Transport,

    /// <summary>The Fresnel propagator: all fringes of a coherent wave.</summary>
    Fresnel,
}

/// <summary>The voxels of the tomogram.</summary>
internal enum TomogramVoxels
{
    /// <summary>Greys as they are.</summary>
    Float32,

    /// <summary>0 … 65535 between the limits.</summary>
    UInt16,

    /// <summary>0 … 255 between the limits.</summary>
    UInt8,
}

/// <summary>The parameters of generate.tomogram.</summary>
internal sealed record TomogramParameters
{
    [Parameter("Model", Help = "projections: real projections and filtered back-projection. simple: blur, noise, rings and fringes put on the slices, without what comes "
        + "of projecting; projection parameters are ignored then.")]
    public ImagingModel Model { get; init; } = ImagingModel.Projections;

    [Parameter("Greys", Help = "The grey of each phase in a perfect image, in the order of the labels; the tomogram is in these units. Empty: pore, void and air 0, "
        + "binder, carbon and CBD 0.3, others 1 if one of those is there, and equal steps from 0 to 1 if none is.")]
    public IReadOnlyList<double> Greys { get; init; } = [];

    [Parameter("Grey of air", Help = "The grey of what does not absorb at all. Empty: the lowest grey of the phases.")]
    public double? AirGrey { get; init; }

    [Parameter("Attenuation", Unit = "1/µm", Min = 0, Max = 1e9, Help = "Linear attenuation of one unit of grey above air (per voxel where the voxel size is unknown). "
        + "With greys that are attenuations, give 1. Empty: as the transmission asks.")]
    public double? AttenuationPerGrey { get; init; }

    [Parameter("Transmission", Min = 0.001, Max = 0.999, Help = "Share of the beam that passes the specimen on its longest way, if no attenuation is given.")]
    public double Transmission { get; init; } = 0.4;

    [Parameter("Surroundings", Help = "mirrored: the box is a crop of a larger specimen. air: it stands free.")]
    public Surroundings Surroundings { get; init; } = Surroundings.Mirrored;

    [Parameter("Binning", Min = 1, Max = 16, Help = "Voxels of the truth along each edge of a voxel of the tomogram: above 1, voxels at borders hold several phases. "
        + "The truth is given back at the size of the tomogram, each voxel with its most frequent phase.")]
    public int Binning { get; init; } = 1;

    [Parameter("Texture", Min = 0, Max = 1, Help = "Standard deviation of the relative change of absorption within phases, from place to place. 0: phases are uniform.")]
    public double Texture { get; init; }

    [Parameter("Texture length", Unit = "voxel", Min = 0.5, Max = 1e4, Help = "Over so many voxels of the tomogram the absorption changes.")]
    public double TextureLength { get; init; } = 6;

    [Parameter("Angles", Min = 1, Max = 20000, Help = "Number of projections.")]
    public int Angles { get; init; } = 360;

    [Parameter("Angular range", Unit = "°", Min = 1, Max = 180, Help = "The projections spread evenly over so many degrees; below 180 there is a missing wedge.")]
    public double AngularRange { get; init; } = 180;

    [Parameter("Detector oversampling", Min = 1, Max = 8, Help = "Detector columns per voxel.")]
    public int DetectorOversampling { get; init; } = 1;

    [Parameter("Filter", Help = "The window on the ramp of the reconstruction: ram-lak keeps all, shepp-logan and hann smooth.")]
    public FilterWindow Filter { get; init; } = FilterWindow.Hann;

    [Parameter("Photons", Min = 0, Max = 1e9, Help = "Photons per detector pixel without a specimen: Poisson noise. 0: no noise.")]
    public double Photons { get; init; } = 8000;

    [Parameter("Read noise", Unit = "photon", Min = 0, Max = 1e9, Help = "Standard deviation of the detector's own noise, in photons.")]
    public double ReadNoise { get; init; } = 20;

    [Parameter("Detector blur", Unit = "voxel", Min = 0, Max = 50, Help = "Standard deviation of the detector's point spread, before the noise.")]
    public double DetectorBlur { get; init; } = 0.7;

    [Parameter("Smoothing", Unit = "voxel", Min = 0, Max = 50, Help = "Standard deviation of a Gaussian over the finished tomogram, along all axes; it makes noise coarser.")]
    public double Smoothing { get; init; }

    [Parameter("Fringes", Unit = "voxel²", Min = 0, Max = 1e4, Help = "Strength of phase contrast: R λ (δ/β) / 4π in voxels², with the distance R and the wavelength λ. 0: none.")]
    public double Fringes { get; init; } = 0.6;

    [Parameter("Fringe model", Help = "transport: one fringe at each edge. fresnel: those of a coherent wave.")]
    public FringeModel FringeModel { get; init; } = FringeModel.Transport;

    [Parameter("Fringe width", Unit = "voxel", Min = 0, Max = 50, Help = "Standard deviation of the Gaussian that widens the fringes of the transport model.")]
    public double FringeWidth { get; init; } = 1;

    [Parameter("δ/β", Min = 1, Max = 1e6, Help = "Refraction against absorption, for the Fresnel model.")]
    public double DeltaOverBeta { get; init; } = 100;

    [Parameter("Phase retrieval", Min = 0, Max = 2, Help = "Strength of the single-material phase retrieval that undoes fringes by a low-pass: 1 fits the fringes exactly, "
        + "less leaves some of them. 0: none.")]
    public double PhaseRetrieval { get; init; }

    [Parameter("Beam hardening", Min = 0, Max = 10, Help = "h in p / (1 + h p), what the detector measures of a line integral p. 0: none.")]
    public double BeamHardening { get; init; }

    [Parameter("Rings", Min = 0, Max = 1, Help = "Standard deviation of the relative error of the gain of a detector column; it stays over all angles.")]
    public double Rings { get; init; } = 0.004;

    [Parameter("Ring share", Min = 0, Max = 1, Help = "Share of the detector columns whose gain is wrong.")]
    public double RingShare { get; init; } = 0.3;

    [Parameter("Ring length", Unit = "slice", Min = 0.1, Max = 1e6, Help = "Over so many slices the gain error of a column changes.")]
    public double RingLength { get; init; } = 20;

    [Parameter("Bad projections", Min = 0, Max = 1, Help = "Share of the projections that are spoilt, each of which leaves streaks.")]
    public double BadProjections { get; init; }

    [Parameter("Bad projection error", Min = 0, Max = 10, Help = "How wrong a bad projection is: standard deviation of a pattern of stripes that multiplies its intensity.")]
    public double BadProjectionError { get; init; } = 0.1;

    [Parameter("Inclusions", Min = 0, Max = 10000, Help = "Number of small balls that absorb strongly and throw streaks; they are unlabelled in the truth.")]
    public int Inclusions { get; init; }

    [Parameter("Inclusion radius", Unit = "voxel", Min = 0.5, Max = 1000, Help = "Radius of the inclusions in voxels of the tomogram.")]
    public double InclusionRadius { get; init; } = 3;

    [Parameter("Inclusion grey", Min = 0, Max = 1e6, Help = "How much more an inclusion absorbs than the phase that absorbs most.")]
    public double InclusionGrey { get; init; } = 8;

    [Parameter("Centre error", Unit = "voxel", Min = -50, Max = 50, Help = "How far the axis of rotation is from where the reconstruction takes it to be.")]
    public double CentreError { get; init; }

    [Parameter("Sample drift", Unit = "voxel", Min = -50, Max = 50, Help = "How far the specimen wanders across the beam from the first projection to the last.")]
    public double SampleDrift { get; init; }

    [Parameter("Jitter", Unit = "voxel", Min = 0, Max = 20, Help = "Standard deviation of the specimen's place across the beam, at random in each projection.")]
    public double Jitter { get; init; }

    [Parameter("Grey drift", Min = 0, Max = 1, Help = "Standard deviation of the slowly varying relative change of the greys from slice to slice.")]
    public double GreyDrift { get; init; } = 0.01;

    [Parameter("Grey drift length", Unit = "slice", Min = 0.1, Max = 1e6, Help = "Over so many slices the greys drift.")]
    public double GreyDriftLength { get; init; } = 30;

    [Parameter("Noise", Min = 0, Max = 1e9, Help = "Of the simple model: standard deviation of the noise in greys, after blur and smoothing.")]
    public double Noise { get; init; } = 0.08;

    [Parameter("Voxels", Help = "float32: greys as they are. u-int16, u-int8: whole numbers between the limits.")]
    public TomogramVoxels Voxels { get; init; } = TomogramVoxels.Float32;

    [Parameter("Low", Help = "The grey that becomes 0. Empty: the grey that 0.1 % of the voxels are below.")]
    public double? Low { get; init; }

    [Parameter("High", Help = "The grey that becomes the largest whole number. Empty: the grey that 0.1 % of the voxels are above.")]
    public double? High { get; init; }

    [Parameter("Projections", Help = "Also give back the projections, as line integrals: slices are angles, rows the detector's rows.")]
    public bool ShowProjections { get; init; }

    [Parameter("Seed", Help = "The same seed gives the same bytes, on any number of threads.")]
    public int Seed { get; init; } = 1;
}
