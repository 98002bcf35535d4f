using System.Numerics;

namespace VolumeViewer.Host.Rendering;

/// <summary>What a plane cuts out of a box.</summary>
internal static class PlaneCut
{
    /// <summary>The corners of the cut, one after the other around it: 3 to 6 of them, or none where the plane misses the box.</summary>
    /// <param name="extent">Edges (x, y, z) of the box from the origin.</param>
    /// <param name="point">A point of the plane.</param>
    /// <param name="normal">Of the plane, length 1.</param>
    public static IReadOnlyList<Vector3> OfBox(Vector3 extent, Vector3 point, Vector3 normal)
    {
        var corners = new List<Vector3>();
        var same = extent.Length() * 1e-5f;
        for (var corner = 0; corner < 8; corner++)
        {
            foreach (var bit in new[] { 1, 2, 4 })
            {
                if ((corner & bit) != 0)
                    continue;
                var (from, to) = (CornerOf(corner), CornerOf(corner | bit));
                var (before, behind) = (Vector3.Dot(from - point, normal), Vector3.Dot(to - point, normal));
                if (before * behind > 0 || before == behind)
                    continue;
                var place = Vector3.Lerp(from, to, before / (before - behind));
                if (!corners.Exists(other => Vector3.Distance(other, place) <= same))
                    corners.Add(place);
            }
        }
        if (corners.Count < 3)
            return [];
        var middle = corners.Aggregate(Vector3.Zero, (sum, corner) => sum + corner) / corners.Count;
        var right = Vector3.Normalize(corners[0] - middle);
        var down = Vector3.Cross(normal, right);
        return [.. corners.OrderBy(corner => MathF.Atan2(Vector3.Dot(corner - middle, down), Vector3.Dot(corner - middle, right)))];

        Vector3 CornerOf(int corner) => extent * new Vector3(corner & 1, (corner >> 1) & 1, corner >> 2);
    }

    /// <summary>The line in which the plane and the slice across an axis meet: a point of it and its direction, or null where they are parallel.</summary>
    /// <param name="point">A point that both share, (x, y, z).</param>
    /// <param name="normal">Of the plane.</param>
    /// <param name="across">The axis the slice lies across, as a vector of length 1.</param>
    public static (Vector3 Point, Vector3 Direction)? Trace(Vector3 point, Vector3 normal, Vector3 across)
    {
        var direction = Vector3.Cross(normal, across);
        return direction.Length() < 1e-3f ? null : (point, Vector3.Normalize(direction));
    }
}
