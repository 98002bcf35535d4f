using System.Collections.Concurrent;
using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>The line in which a slice cuts a mesh.</summary>
internal static class SurfaceSection
{
    /// <summary>The pieces of the line, each as its two ends, a value for each piece where the mesh has values.</summary>
    /// <param name="mesh">The triangles.</param>
    /// <param name="normal">The direction across the slice, length 1.</param>
    /// <param name="at">Its product with the places of the slice, µm.</param>
    public static (Vector3[] Ends, float[] Values) Of(SurfaceMesh mesh, Vector3 normal, float at)
    {
        var heights = new float[mesh.Vertices.Length];
        var vertices = mesh.Vertices;
        for (var index = 0; index < heights.Length; index++)
            heights[index] = Vector3.Dot(vertices[index], normal) - at;
        // In the order of the triangles, whatever the number of threads.
        var parts = new ConcurrentDictionary<int, List<(Vector3 From, Vector3 To, float Value)>>();
        const int part = 1 << 16;
        Parallel.For(0, (mesh.TriangleCount + part - 1) / part, number =>
        {
            var pieces = new List<(Vector3, Vector3, float)>();
            var last = Math.Min(mesh.TriangleCount, (number + 1) * part);
            for (var triangle = number * part; triangle < last; triangle++)
                Cut(mesh, heights, triangle * 3, pieces);
            parts[number] = pieces;
        });
        var all = parts.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value).ToList();
        return ([.. all.SelectMany(piece => new[] { piece.From, piece.To })], mesh.Values.IsEmpty ? [] : [.. all.Select(piece => piece.Value)]);
    }

    private static void Cut(SurfaceMesh mesh, float[] heights, int corner, List<(Vector3, Vector3, float)> pieces)
    {
        Span<int> index = [mesh.Triangles[corner], mesh.Triangles[corner + 1], mesh.Triangles[corner + 2]];
        var above = (heights[index[0]] > 0 ? 1 : 0) + (heights[index[1]] > 0 ? 1 : 0) + (heights[index[2]] > 0 ? 1 : 0);
        if (above is 0 or 3)
            return;
        Span<Vector3> ends = stackalloc Vector3[2];
        var count = 0;
        for (var side = 0; side < 3; side++)
        {
            var (a, b) = (index[side], index[(side + 1) % 3]);
            if (heights[a] > 0 != heights[b] > 0)
                ends[count++] = Vector3.Lerp(mesh.Vertices[a], mesh.Vertices[b], heights[a] / (heights[a] - heights[b]));
        }
        pieces.Add((ends[0], ends[1], mesh.Values.IsEmpty ? 0 : (mesh.Values[index[0]] + mesh.Values[index[1]] + mesh.Values[index[2]]) / 3));
    }
}
