using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>What electrode to generate.</summary>
internal sealed record ElectrodeParameters
{
    [Parameter("Shape", Unit = "voxel", Min = 1, Help = "Voxels along z, y and x; one number for a cube.")]
    public IReadOnlyList<double> Shape { get; init; } = [256];

    [Parameter("Voxel size", Unit = "µm", Min = 1e-6, Help = "Edge of a voxel.")]
    public double VoxelSize { get; init; } = 0.2;

    [Parameter("Seed", Help = "The same seed gives the same electrode, on any number of cores.")]
    public int Seed { get; init; } = 1;

    [Parameter("Edges", Help = "periodic: opposite faces fit together; layer: walls at the first and the last slice, as in a coating; walls: on all sides.")]
    public Edges Edges { get; init; } = Edges.Periodic;

    [Parameter("Active material", Min = 0, Max = 1, Help = "Share of the volume that the particles take, with the pores and cracks inside of them.")]
    public double ActiveFraction { get; init; } = 0.6;

    [Parameter("Particles", Help = "sphere, ellipsoid, or rough: an ellipsoid with a random relief.")]
    public ParticleKind Particles { get; init; } = ParticleKind.Ellipsoid;

    [Parameter("Sizes", Help = "Form of the distribution of diameters by number; the diameter is that of a sphere of equal volume.")]
    public SizeLaw Sizes { get; init; } = SizeLaw.LogNormal;

    [Parameter("Mean diameter", Unit = "µm", Min = 1e-6, Help = "Mean by number.")]
    public double MeanDiameter { get; init; } = 6;

    [Parameter("Deviation of diameters", Unit = "µm", Min = 0, Help = "Standard deviation by number; 0 for equal particles.")]
    public double DiameterDeviation { get; init; } = 2;

    [Parameter("Least diameter", Unit = "µm", Min = 0, Help = "The distribution is cut off below; empty for no limit.")]
    public double? LeastDiameter { get; init; }

    [Parameter("Greatest diameter", Unit = "µm", Min = 0, Help = "The distribution is cut off above; empty for no limit.")]
    public double? GreatestDiameter { get; init; }

    [Parameter("Elongation", Min = 1, Max = 10, Help = "Mean ratio of the longest axis to the middle one; not for spheres.")]
    public double Elongation { get; init; } = 1.25;

    [Parameter("Deviation of elongation", Min = 0, Max = 10)]
    public double ElongationDeviation { get; init; } = 0.15;

    [Parameter("Flatness", Min = 1, Max = 10, Help = "Mean ratio of the middle axis to the shortest one; not for spheres.")]
    public double Flatness { get; init; } = 1.15;

    [Parameter("Deviation of flatness", Min = 0, Max = 10)]
    public double FlatnessDeviation { get; init; } = 0.1;

    [Parameter("Orientation", Help = "isotropic; along-z, along-y, along-x: longest axes tend there; flat: shortest axes tend to z, as after calendering.")]
    public Orientation Orientation { get; init; } = Orientation.Isotropic;

    [Parameter("Order", Min = 0, Max = 1, Help = "How strongly: the order parameter (3⟨cos²⟩ − 1)/2, 0 for not at all and 1 for wholly.")]
    public double Order { get; init; } = 0.5;

    [Parameter("Roughness", Min = 0, Max = 0.3, Help = "Of rough particles: standard deviation of the radius over the radius.")]
    public double Roughness { get; init; } = 0.06;

    [Parameter("Decay of roughness", Min = 0, Max = 6, Help = "How fast the relief fades with its degree l, as l to the power of minus this: 0 is spiky, 3 is lumpy.")]
    public double RoughnessDecay { get; init; } = 1.5;

    [Parameter("Contact depth", Min = 0, Max = 0.5, Help = "How deep two particles may overlap, as a share of the smaller one's radius; 0 for not at all.")]
    public double ContactDepth { get; init; }

    [Parameter("Profile", Min = 0, Help = "How the active material changes from the first slice to the last, in proportions: 0.8,1,1.2; empty for the same everywhere.")]
    public IReadOnlyList<double> Profile { get; init; } = [];

    [Parameter("Layers", Help = "Whether each value of the profile is a layer of its own; otherwise values between are interpolated.")]
    public bool Layers { get; init; }

    [Parameter("Inner porosity", Min = 0, Max = 0.9, Help = "Share of the particles that is pores inside of them.")]
    public double InnerPorosity { get; init; }

    [Parameter("Size of inner pores", Unit = "µm", Min = 1e-6, Help = "Correlation length of the pores inside of particles.")]
    public double InnerPoreSize { get; init; } = 0.6;

    [Parameter("Cracked particles", Min = 0, Max = 1, Help = "Share of the particles that a crack goes through.")]
    public double CrackedShare { get; init; }

    [Parameter("Crack width", Unit = "µm", Min = 1e-6)]
    public double CrackWidth { get; init; } = 0.4;

    [Parameter("Carbon-binder domain", Min = 0, Max = 1, Help = "Share of the volume.")]
    public double BinderFraction { get; init; } = 0.12;

    [Parameter("Placement", Help = "bridges: in the necks between particles; coating: around them; energy: grown as a film or as fingers; field: in clouds.")]
    public BinderPlacement Placement { get; init; } = BinderPlacement.Bridges;

    [Parameter("Fingers", Min = 0, Max = 1, Help = "For energy: 0 grows films on the particles, 1 grows fingers on what there is already.")]
    public double Fingers { get; init; } = 0.5;

    [Parameter("Binder length", Unit = "µm", Min = 1e-6, Help = "Correlation length of clouds, and of the unevenness of bridges and coatings.")]
    public double BinderLength { get; init; } = 1.2;

    [Parameter("Unevenness", Unit = "µm", Min = 0, Help = "For bridges and coating: standard deviation of their thickness from place to place; 0 for even ones.")]
    public double Unevenness { get; init; } = 0.3;

    [Parameter("Particle numbers", Help = "Makes a layer beside the labels that holds, for each voxel of active material, the number of its particle in the table; 2 bytes a voxel.")]
    public bool ParticleNumbers { get; init; }

    /// <summary>Diameters measured elsewhere, in µm, in the place of those that mean, deviation and limits describe.</summary>
    public VolumeSizes? MeasuredSizes { get; init; }

    /// <summary>The diameters that are asked for.</summary>
    /// <param name="unit">The unit they are given in, in µm.</param>
    /// <exception cref="UserException">The distribution is empty.</exception>
    public SizeDistribution SizeDistribution(double unit = 1) => MeasuredSizes is null
        ? new(Sizes, MeanDiameter / unit, DiameterDeviation / unit, LeastDiameter / unit, GreatestDiameter / unit)
        : new(MeasuredSizes.Scaled(1 / unit));

    /// <exception cref="UserException">Values contradict each other, or cannot be reached by any arrangement.</exception>
    public void Check()
    {
        if (ActiveFraction + BinderFraction > 1)
            throw new UserException($"Active material {ActiveFraction} and carbon-binder domain {BinderFraction} are more than the whole in sum; lower one of them.");
        var most = ContactDepth > 0 ? 0.95 : 0.74;
        if (ActiveFraction > most)
            throw new UserException($"{ActiveFraction:0.###} of active material cannot be packed {(ContactDepth > 0 ? "even with contacts" : "without overlap")}; "
                + $"ask for at most {most}{(ContactDepth > 0 ? "" : ", or allow a contact depth such as 0.1")}.");
        var profile = new FractionProfile(Profile, Layers);
        if (ActiveFraction * profile.Greatest > most)
            throw new UserException($"The profile asks for {ActiveFraction * profile.Greatest:0.###} of active material where it is greatest, which cannot be packed; "
                + "make it flatter, or lower the fraction.");
        if (LeastDiameter >= GreatestDiameter)
            throw new UserException($"The least diameter {LeastDiameter} µm must be below the greatest, {GreatestDiameter} µm.");
    }
}
