using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Which planes stand for a layer in 3-D.</summary>
internal static class Depictions
{
    /// <summary>The plane that a layer is shown on when it is shown on one.</summary>
    public static DepictedPlane PlaneOf(Layer layer) => layer.Plane ?? new DepictedPlane(Viewer.ExtentOf(layer) / 2, Vector3.UnitZ);

    /// <summary>Whether the layer is drawn from planes without depth, like slices, instead of through its volume.</summary>
    public static bool IsFlat(Layer layer) => layer is ImageLayer or LabelsLayer
        && (layer.Depiction == LayerDepiction.Slices || (layer.Depiction == LayerDepiction.Plane && PlaneOf(layer).Thickness == 0));

    /// <summary>The planes of a layer that is drawn flat, each as its normal and the normal's product with a point of the plane.</summary>
    public static IReadOnlyList<Vector4> PlanesOf(Layer layer, WorldPoint cursor)
    {
        if (layer.Depiction == LayerDepiction.Plane)
        {
            var plane = PlaneOf(layer);
            return [new Vector4(plane.Normal, Vector3.Dot(plane.Normal, plane.Point))];
        }
        // In the middle of the voxels, as slice views have it.
        return
        [
            .. new[] { Axis.X, Axis.Y, Axis.Z }.Select(axis =>
                new Vector4(SliceCamera.Unit(axis), (float)((cursor.VoxelIndex(axis, layer) + 0.5) * layer.Spacing.Along(axis)))),
        ];
    }

    /// <summary>The two planes that leave of a layer the slab that it is shown as, or none.</summary>
    public static IReadOnlyList<ClippingPlane> SlabOf(Layer layer)
    {
        if (layer.Depiction != LayerDepiction.Plane || IsFlat(layer))
            return [];
        var plane = PlaneOf(layer);
        var half = plane.Normal * (Math.Max(plane.Thickness, 1e-6f) / 2);
        return [new ClippingPlane(plane.Point - half, plane.Normal), new ClippingPlane(plane.Point + half, -plane.Normal)];
    }
}
