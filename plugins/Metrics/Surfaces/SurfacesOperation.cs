using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>measure.surfaces: how much surface each phase and interface has, by five methods, and how long the lines are where three phases meet.</summary>
internal static class SurfacesOperation
{
    public static Operation<SurfacesParameters> Create() => new("measure.surfaces", "Surfaces and interfaces", Run)
    {
        Description = "Measures the specific surface of each phase and the area of each interface by counting faces, by Crofton's formula, by the gradient of the smoothed "
            + "phases and by marching cubes, plain and smoothed, with the spread between the methods; and the length of the lines where three phases meet. The border of the volume, and what "
            + "is unlabelled, is no surface. The 95 % intervals come from the scatter between blocks of the volume.",
        Inputs = [new("in", InputKind.Labels, "The labelled volume."), MeasuredVolume.MaskInput],
    };

    private static OperationResult Run(OperationContext context, SurfacesParameters parameters)
    {
        var layer = context.Labels("in");
        var labels = MeasuredVolume.Of(context, parameters.Exclude);
        try
        {
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

    /// <summary>Measures all there is to measure.</summary>
    internal static SurfacesReport Measure(LabelVolume labels, SurfacesParameters parameters, IJobContext job)
    {
        var phases = labels.Phases.Count;
        // Neighbours, lines, gradient, smoothed marching cubes; the plain one passes once for each phase and each pair.
        var passes = 4 + phases + PhasePairs.Count(phases);
        var progress = new SliceProgress(job, passes * labels.Shape.Depth, "measuring surfaces");
        var grid = new BlockRows(labels.Shape);
        var counts = NeighbourCounts.Count(labels, grid, LatticeDirections.All, progress.Step, job.CancellationToken);
        var lines = TripleLines.Count(labels, grid, progress.Step, job.CancellationToken);
        var gradient = GradientSurfaces.Measure(labels, grid, parameters.Smoothing, parameters.SmoothingRadius, progress.Step, job.CancellationToken);
        bool Touches(int first, int second) => Enumerable.Range(0, counts.Directions.Count).Any(direction => counts.Total(direction, first, second) > 0);
        var cubes = MarchingCubes.Measure(labels, grid, Touches, progress.Step, job.CancellationToken);
        var smoothed = SmoothedMarchingCubes.Measure(labels, grid, Touches, parameters.Smoothing, parameters.SmoothingRadius, progress.Step, job.CancellationToken);
        // Pairs that do not touch were passed over.
        job.Report(new JobProgress(1, "measured surfaces"));
        return new SurfacesReport(labels, counts,
            [CountedSurfaces.Faces(counts, labels.Spacing), CountedSurfaces.Crofton(counts, labels.Spacing), gradient, cubes, smoothed], lines);
    }
}
