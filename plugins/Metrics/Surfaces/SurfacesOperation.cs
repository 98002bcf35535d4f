using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>measure.surfaces: how much surface each phase and interface has, by five methods, and how long the lines are where three phases meet.</summary>
internal static class SurfacesOperation
{
    private const int SmoothedSlices = 10;

    public static Operation<SurfacesParameters> Create() => new("measure.surfaces", "Surfaces and interfaces", Run)
    {
        Description = "Measures the specific surface of each phase and the area of each interface by counting faces, by Crofton's formula, by the gradient of the smoothed "
            + "phases and by marching cubes, plain and smoothed, with the spread between the methods; and the length of the lines where three phases meet. The border of the volume, and what "
            + "is unlabelled, is no surface unless the outer boundary is asked for. The 95 % intervals come from the scatter between blocks of the volume.",
        Inputs = [new("in", InputKind.Labels, "The labelled volume.") { IsOnDemand = true }, MeasuredVolume.MaskInput],
    };

    private static OperationResult Run(OperationContext context, SurfacesParameters parameters)
    {
        var layer = context.Labels("in");
        var labels = MeasuredVolume.Of(context, parameters.Exclude);
        try
        {
            MemoryNeed.CheckSlices(context, layer, "The area of surfaces", WorkBytes(labels, parameters), parameters);
            var report = Measure(labels, parameters, context.Job);
            var interfaces = parameters.InterfaceLayer ? InterfaceVoxels.Make(labels, report.Faces, context.CancellationToken) : null;
            return new OperationResult
            {
                Layers = interfaces is null ? [] : [new LabelsLayer($"{layer.Name}, interfaces", interfaces)],
                Tables = [.. report.Tables()],
            };
        }
        finally
        {
            if (!ReferenceEquals(labels, layer.Labels))
                labels.Dispose();
        }
    }

    // What smooths keeps a dozen slices of floats for each phase and thread; the layer is whole.
    private static long WorkBytes(LabelVolume labels, SurfacesParameters parameters)
    {
        var slices = (3 * (SmoothedSlices + (2L * parameters.SmoothingRadius))) + (labels.Phases.Count * (long)SmoothedSlices);
        return (Environment.ProcessorCount * slices * labels.Shape.SliceLength * sizeof(float)) + (parameters.InterfaceLayer ? labels.Shape.VoxelCount : 0)
            + (parameters.OuterBoundary ? OuterBoundary.MemoryBytes(labels, parameters.SmoothingRadius) : 0);
    }

    /// <summary>Measures all there is to measure.</summary>
    internal static SurfacesReport Measure(LabelVolume labels, SurfacesParameters parameters, IJobContext job)
    {
        var phases = labels.Phases.Count;
        // Lines pass once; of the frame only pairs with what is outside are measured.
        var outerSlices = parameters.OuterBoundary ? Passes(phases + 1, phases) * OuterBoundary.Slices(labels, parameters.SmoothingRadius) : 0;
        var progress = new SliceProgress(job, ((Passes(phases, PhasePairs.Count(phases)) + 1) * labels.Shape.Depth) + outerSlices, "measuring surfaces");
        var lines = TripleLines.Count(labels, new BlockRows(labels.Shape), progress.Step, job.CancellationToken);
        var (counts, methods) = MeasureMethods(labels, parameters, (_, _) => true, progress, job.CancellationToken);
        var outer = parameters.OuterBoundary
            ? OuterBoundary.Of(labels, parameters.SmoothingRadius, (framed, wanted) => MeasureMethods(framed, parameters, wanted, progress, job.CancellationToken).Methods)
            : null;
        // Pairs that do not touch were passed over.
        job.Report(new JobProgress(1, "measured surfaces"));
        return new SurfacesReport(labels, counts, methods, lines, outer);
    }

    // Neighbours, gradient, smoothed marching cubes; the plain one passes once for each phase and each pair.
    private static int Passes(int phases, int pairs) => 3 + phases + pairs;

    private static (NeighbourCounts Counts, IReadOnlyList<SurfaceAreas> Methods) MeasureMethods(LabelVolume labels, SurfacesParameters parameters, Func<int, int, bool> wanted,
        SliceProgress progress, CancellationToken cancellationToken)
    {
        var grid = new BlockRows(labels.Shape);
        var counts = NeighbourCounts.Count(labels, grid, LatticeDirections.All, progress.Step, cancellationToken);
        bool Touches(int first, int second) =>
            wanted(first, second) && Enumerable.Range(0, counts.Directions.Count).Any(direction => counts.Total(direction, first, second) > 0);
        return (counts,
        [
            CountedSurfaces.Faces(counts, labels.Spacing),
            CountedSurfaces.Crofton(counts, labels.Spacing),
            GradientSurfaces.Measure(labels, grid, parameters.Smoothing, parameters.SmoothingRadius, progress.Step, cancellationToken),
            MarchingCubes.Measure(labels, grid, Touches, progress.Step, cancellationToken),
            SmoothedMarchingCubes.Measure(labels, grid, Touches, parameters.Smoothing, parameters.SmoothingRadius, progress.Step, cancellationToken),
        ]);
    }
}
