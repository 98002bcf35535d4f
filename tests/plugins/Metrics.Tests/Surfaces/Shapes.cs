using VolumeViewer.Plugins.Metrics.Surfaces;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Surfaces;

/// <summary>Shapes of phase 1 in phase 0, of known surface.</summary>
internal static class Shapes
{
    public static LabelVolume Of(VolumeShape shape, Func<int, int, int, bool> isInside, Spacing? spacing = null) =>
        LabelVolumes.Filled(shape, PhaseTable.Named("outside", "inside"), (z, y, x) => isInside(z, y, x) ? (byte)1 : (byte)0, spacing);

    /// <summary>A ball around the middle; its centre lies between voxels.</summary>
    public static LabelVolume Ball(int side, double radius, Spacing? spacing = null)
    {
        var (step, middle) = (spacing ?? Spacing.Uncalibrated, (side - 1) / 2.0);
        return Of(new VolumeShape(side, side, side), (z, y, x) =>
            Math.Pow((z - middle) * step.Z, 2) + Math.Pow((y - middle) * step.Y, 2) + Math.Pow((x - middle) * step.X, 2) <= radius * radius, spacing);
    }

    /// <summary>The area between the phases 0 and 1 by each method.</summary>
    public static Dictionary<SurfaceMethod, double> Areas(LabelVolume labels) =>
        Report(labels).Methods.ToDictionary(areas => areas.Method, areas => areas.Phases[1].Sum());

    public static SurfacesReport Report(LabelVolume labels) => SurfacesOperation.Measure(labels, new SurfacesParameters(), new Plugins.Tests.RecordedJob());
}
