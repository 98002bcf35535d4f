using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Thickness;

/// <summary>measure.thickness: the local thickness of phases, and how it is distributed.</summary>
internal static class ThicknessOperation
{
    // Two fields and the layer, and 12 bytes for each sphere that is left: one in some twelve voxels of fine phases.
    private const double BytesPerVoxel = 13;

    private static readonly PhaseField Field = new("local thickness", 2, BytesPerVoxel, LocalThickness.Of);

    public static Operation<SizeParameters> Create() => new("measure.thickness", "Local thickness", Field.Run)
    {
        Description = "Gives each voxel the diameter of the largest sphere within its phase that covers it, with mean, quantiles and distributions by volume: "
            + "the continuous size distribution of pores or particles.",
        Inputs = [new("in", InputKind.Labels, "The labelled volume.") { IsOnDemand = true }, MeasuredVolume.MaskInput],
        ShapeOf = "in",
    };
}
