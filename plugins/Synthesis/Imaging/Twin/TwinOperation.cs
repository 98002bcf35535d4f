using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>generate.twin: a synthetic volume that measures like a segmented real one.</summary>
internal static class TwinOperation
{
    private const int LeastSlices = 32;

    public static Operation<TwinParameters> Create() => new("generate.twin", "Synthetic twin of a volume", RunAsync)
    {
        Description = "Measures a segmented real volume (fractions, sizes, greys, noise, blur, fringes, rings, drift), generates phases and a tomogram of them that measure "
            + "the same, and sets the numbers of both side by side. The twin's truth comes along.",
        Inputs = [new("in", InputKind.Labels, "The phases of the real volume."), new("grey", InputKind.Image, "Its image.")],
    };

    private static async Task<OperationResult> RunAsync(OperationContext context, TwinParameters parameters)
    {
        var (layer, image) = (context.Labels("in"), context.Image("grey"));
        if (layer.Shape != image.Shape)
        {
            throw new UserException($"'{layer.Name}' has {layer.Shape} voxels (z, y, x), the image '{image.Name}' {image.Shape}; they must be the same. "
                + "Crop or resample one of them.");
        }
        var labels = layer.Labels.WithPhases(layer.Phases);
        var depth = parameters.Slices > 0 ? parameters.Slices : Math.Max(labels.Shape.Depth, LeastSlices);
        var shape = new VolumeShape(depth, labels.Shape.Height, labels.Shape.Width);
        var job = context.Job;
        job.Report(new JobProgress(0, "measuring the real volume"));
        var limits = GreyByPhase.Limits(image.Statistics);
        var realGreys = GreyMeasures.Of(image.Volume, labels, Centre(parameters, labels.Shape), limits, job.CancellationToken);
        var realStructure = StructureMeasures.Of(labels, job.CancellationToken);
        if (!(realGreys.Noise > 0))
            throw new UserException($"'{image.Name}' has no noise within its phases: it is no scan, and generate.tomogram makes one of its labels.");
        var (active, pore) = Roles(labels.Phases, realGreys, parameters.Active);
        var scan = ScanFit.Fit(labels, realGreys, realStructure, shape, parameters, new PartOfJob(job, 0.05, 0.35));
        var structure = new StructureFit(labels, realStructure, shape, parameters, new PartOfJob(job, 0.35, 0.6));
        using var truth = parameters.Structure == TwinStructure.Particles ? await structure.ParticlesAsync(context, active, pore).ConfigureAwait(false) : structure.Blobs();
        var tomogram = Tomogram.Make(truth, scan, new PartOfJob(job, 0.6, 0.95));
        var volume = Stored(tomogram.Greys, image.Volume.VoxelType, job.CancellationToken);
        try
        {
            var twinGreys = GreyMeasures.Of(volume, tomogram.Truth, null, limits, job.CancellationToken);
            var report = new TwinReport(labels.Phases, (realStructure, StructureMeasures.Of(tomogram.Truth, job.CancellationToken)), (realGreys, twinGreys));
            return new OperationResult
            {
                // What is compared with the real image is the twin's; the truth would cover it.
                Layers = [new ImageLayer("twin", volume), new LabelsLayer("truth", tomogram.Truth) { Visible = false }],
                Tables = [report.Comparison(TwinParts.Of(labels, image.Volume, limits, job.CancellationToken)), .. structure.Sizes is { } sizes ? [sizes.Table] : Array.Empty<Table>(), TwinReport.Fitted(scan, labels.Phases, structure.Found)],
                Plots = [.. report.Plots(active), .. structure.Sizes is { } curves ? [curves.Plot] : Array.Empty<Plot>()],
            };
        }
        catch
        {
            volume.Dispose();
            tomogram.Truth.Dispose();
            throw;
        }
    }

    private static (double Y, double X)? Centre(TwinParameters parameters, VolumeShape shape) => parameters is { CentreY: null, CentreX: null }
        ? null : (parameters.CentreY ?? ((shape.Height - 1) / 2.0), parameters.CentreX ?? ((shape.Width - 1) / 2.0));

    private static (int Active, int Pore) Roles(PhaseTable phases, GreyMeasures greys, string active)
    {
        var present = Enumerable.Range(0, phases.Count).Where(label => greys.Inside.Voxels[label] > 0).ToArray();
        return (active.Length > 0 ? phases.Find(active) : present.MaxBy(label => greys.Inside.Means[label]), present.MinBy(label => greys.Inside.Means[label]));
    }

    // Whole numbers as the real volume has them; greys are in its units already.
    private static IVolumeSource Stored(Volume<float> greys, VoxelType type, CancellationToken cancellation)
    {
        if (type is not (VoxelType.UInt8 or VoxelType.UInt16))
            return greys;
        using (greys)
        {
            return type == VoxelType.UInt8
                ? GreyScaling.ToBytes(greys, byte.MinValue, byte.MaxValue, cancellation)
                : GreyScaling.ToShorts(greys, ushort.MinValue, ushort.MaxValue, cancellation);
        }
    }
}
