using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>
/// The Boolean model of spheres: as many centres as a Poisson process of intensity λ gives, anywhere in a periodic box. A point is in no sphere with the
/// probability exp(−λ⟨v⟩); two points at a distance r are both in none with exp(−λ⟨v ∪ v shifted by r⟩); the surface per volume is λ⟨s⟩ exp(−λ⟨v⟩)
/// (Chiu, Stoyan, Kendall, Mecke, Stochastic Geometry and its Applications, 2013, chapter 3).
/// </summary>
/// <remarks>Memory: 5 bytes per voxel.</remarks>
internal static class OverlappingSpheres
{
    /// <summary>generate.overlapping-spheres.</summary>
    public static Operation<OverlappingSpheresParameters> Create() => new("generate.overlapping-spheres", "Overlapping spheres", Run)
    {
        Description = "Throws spheres into a periodic box wherever they fall (the Boolean model), of which fraction, surface and correlation are known in closed form.",
    };

    /// <summary>Generates the labels; the caller owns them.</summary>
    /// <returns>The labels, and how many spheres there are.</returns>
    /// <exception cref="UserException">A sphere is larger than the box.</exception>
    public static (LabelVolume Labels, long Spheres) Generate(OverlappingSpheresParameters parameters, Work work)
    {
        var shape = Shapes.Of(parameters.Shape);
        var box = Box.Of(shape, Edges.Periodic);
        var sizes = Sizes(parameters);
        var (random, places) = (new CounterRandom(parameters.Seed, Streams.Sizes), new CounterRandom(parameters.Seed, Streams.Positions));
        // The number of spheres has the index before the first.
        var count = random.Poisson(0, Intensity(parameters) * box.Volume);
        var spheres = new Particle[count];
        for (var i = 0; i < count; i++)
        {
            var radius = sizes.Quantile(Math.Clamp(random.Uniform(i + 1), 1e-9, 1 - 1e-9)) / 2;
            var (z, y) = places.Uniforms(2L * i);
            spheres[i] = new Particle(new Point3(z * shape.Depth, y * shape.Height, places.Uniform((2L * i) + 1) * shape.Width),
                radius * new Point3(1, 1, 1), new Point3(1, 0, 0), new Point3(0, 0, 1));
        }
        var largest = spheres.Length == 0 ? 0 : 2 * spheres.Max(sphere => sphere.Reach);
        if (largest > Math.Min(shape.Depth, Math.Min(shape.Height, shape.Width)))
            throw new UserException($"The largest sphere is {largest * parameters.VoxelSize:0.###} µm across, more than the volume; give a greater shape or voxel size, or smaller spheres.");
        var labels = new LabelVolume(shape, PhaseTable.Named("pore", "solid"), Spacing.Isotropic(parameters.VoxelSize));
        using var distances = new Volume<float>(shape);
        for (var reach = 4.0; ; reach *= 2)
        {
            var drawing = new ParticleDistances(spheres, box, shape, reach, null);
            work.For(shape.Depth, z =>
            {
                drawing.Slice(z, distances.Slice(z), new float[shape.SliceLength]);
                if (parameters.Exact)
                    return;
                var slice = labels.Slice(z);
                var distance = distances.Slice(z);
                for (var i = 0; i < slice.Length; i++)
                    slice[i] = distance[i] < 0 ? (byte)1 : (byte)0;
            });
            if (!parameters.Exact || StructureReport.Mark(labels, distances, parameters.Fraction, work))
                return (labels, count);
            if (count == 0)
            {
                labels.Dispose();
                throw new UserException("By chance there is not one sphere; take another seed, a greater shape or smaller spheres.");
            }
        }
    }

    /// <summary>Spheres per voxel that fill the fraction on average.</summary>
    private static double Intensity(OverlappingSpheresParameters parameters) => -Math.Log(1 - parameters.Fraction) / (Math.PI / 6 * Sizes(parameters).MeanCube);

    private static SizeDistribution Sizes(OverlappingSpheresParameters parameters) =>
        new(SizeLaw.LogNormal, parameters.MeanDiameter / parameters.VoxelSize, parameters.DiameterDeviation / parameters.VoxelSize);

    private static OperationResult Run(OperationContext context, OverlappingSpheresParameters parameters)
    {
        var (labels, spheres) = Generate(parameters, new Work(context.Job));
        var (sizes, voxel) = (Sizes(parameters), parameters.VoxelSize);
        var square = (sizes.Mean * sizes.Mean) + (sizes.Deviation * sizes.Deviation);
        var surface = Intensity(parameters) * Math.PI * square * (1 - parameters.Fraction) / voxel;
        var table = StructureReport.Begin()
            .Add("solid", "of the volume", parameters.Fraction, StructureReport.Fractions(labels)[1])
            .Add("spheres", "", Intensity(parameters) * labels.Shape.VoxelCount, (double)spheres)
            .Add("surface per volume, in closed form", "1/µm", surface, null);
        return StructureReport.Of("overlapping spheres", labels, table);
    }
}
