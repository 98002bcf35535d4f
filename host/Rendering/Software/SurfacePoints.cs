using System.Numerics;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>Finds where lines of sight end on the surfaces of a layer, for a raster of pixels.</summary>
internal static class SurfacePoints
{
    // Lines of sight across and down.
    private const int Edge = 64;

    /// <summary>The points, (x, y, z) in µm, in the order of the raster.</summary>
    /// <param name="layer">Draws the layer.</param>
    /// <param name="view">How it is looked at.</param>
    /// <param name="extent">Edges (x, y, z) of the layer, µm.</param>
    public static IReadOnlyList<Vector3> Of(LayerCaster layer, ViewProjection view, Vector3 extent)
    {
        var (eye, points) = (new RayView(view.ToBlock(extent), Edge, Edge), new List<Vector3>());
        for (var row = 0; row < Edge; row += 2)
        {
            for (var column = 0; column < Edge; column += 4)
            {
                var rays = RayPacket.At(eye, column, row);
                var pixels = new PacketPixels { Depth = Vector256<float>.One };
                layer.Pick(eye, rays, ref pixels);
                var place = rays.At(Vector256.Create(eye.Block.Nearest) + (pixels.Depth * Vector256.Create(eye.Block.Farthest - eye.Block.Nearest)));
                for (var lane = 0; lane < Lanes.Count; lane++)
                {
                    if (pixels.Depth[lane] < 1)
                        points.Add(new Vector3(place.X[lane], place.Y[lane], place.Z[lane]));
                }
            }
        }
        return points;
    }
}
