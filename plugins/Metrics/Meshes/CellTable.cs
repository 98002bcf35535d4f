using System.Numerics;
using VolumeViewer.Plugins.Metrics.Surfaces;

namespace VolumeViewer.Plugins.Metrics.Meshes;

/// <summary>The triangles of each configuration of <see cref="MarchingCubes"/>, turned so that seen from outside they go around counter-clockwise.</summary>
internal static class CellTable
{
    /// <summary>By configuration: three points for each triangle, each on the edge between the corners that are its bits 0 to 2 and 3 to 5. Corner n is at (n &gt;&gt; 2, n &gt;&gt; 1 &amp; 1, n &amp; 1) in (z, y, x).</summary>
    public static byte[][] Oriented { get; } = [.. MarchingCubes.Triangles().Select((triangles, configuration) => Orient(triangles, configuration))];

    private static byte[] Orient(byte[] triangles, int configuration)
    {
        var oriented = (byte[])triangles.Clone();
        for (var i = 0; i < oriented.Length; i += 3)
        {
            var (a, b, c) = (Middle(oriented[i]), Middle(oriented[i + 1]), Middle(oriented[i + 2]));
            var outward = Outward(oriented[i], configuration) + Outward(oriented[i + 1], configuration) + Outward(oriented[i + 2], configuration);
            if (Vector3.Dot(Vector3.Cross(b - a, c - a), outward) < 0)
                (oriented[i + 1], oriented[i + 2]) = (oriented[i + 2], oriented[i + 1]);
        }
        return oriented;
    }

    private static Vector3 Middle(byte point) => (Corner(point & 7) + Corner(point >> 3)) / 2;

    // From the corner of an edge that is inside to the one that is not.
    private static Vector3 Outward(byte point, int configuration)
    {
        var along = Corner(point >> 3) - Corner(point & 7);
        return (configuration >> (point & 7) & 1) == 1 ? along : -along;
    }

    private static Vector3 Corner(int corner) => new(corner & 1, corner >> 1 & 1, corner >> 2);
}
