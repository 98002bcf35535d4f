using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>What of a layer is drawn in 3-D: a box, and the planes that cut it. What lies at a negative distance of a plane is cut away.</summary>
internal sealed record LayerCut(Vector3 Low, Vector3 High, Plane[] Planes)
{
    /// <summary>As the viewer and the layer say.</summary>
    /// <param name="viewer">Its crop box and planes hold for all layers that do not ignore them.</param>
    /// <param name="layer">With planes of its own.</param>
    /// <param name="extent">Edges (x, y, z) of the layer, µm.</param>
    public static LayerCut Of(Viewer viewer, Layer layer, Vector3 extent)
    {
        var (low, high) = (Vector3.Zero, extent);
        var planes = layer.ClippingPlanes.AsEnumerable();
        if (!layer.IgnoresClipping)
        {
            planes = planes.Concat(viewer.ClippingPlanes);
            if (viewer.CropBox is { } box)
                (low, high) = (Vector3.Max(low, box.Low), Vector3.Min(high, box.High));
        }
        // A box beside the layer has no inside.
        high = Vector3.Max(low, high);
        return new LayerCut(low, high, [.. planes.Where(plane => plane.IsOn).Select(plane => new Plane(plane.Normal, -Vector3.Dot(plane.Point, plane.Normal)))]);
    }
}
