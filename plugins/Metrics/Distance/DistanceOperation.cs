using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Plugins.Metrics.Thickness;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Distance;

/// <summary>measure.distance: how far the voxels of phases are from the next other phase.</summary>
internal static class DistanceOperation
{
    private static readonly PhaseField Field = new("distance", 1, 8, DistanceTransform.Of);

    public static Operation<SizeParameters> Create() => new("measure.distance", "Distance to other phases", Field.Run)
    {
        Description = "Gives each voxel the exact distance of its centre to that of the nearest voxel of another phase, with mean, quantiles and distributions.",
        Inputs = [new("in", InputKind.Labels, "The labelled volume.") { IsOnDemand = true }, MeasuredVolume.MaskInput],
        ShapeOf = "in",
    };
}
