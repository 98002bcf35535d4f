using System.Numerics;

namespace VolumeViewer.Host.Panels;

/// <summary>Where a plane meets a box.</summary>
internal static class PlaneOutline
{
    /// <summary>The corners of the polygon that a plane cuts out of a box along the axes, in their order around it; none where it passes by.</summary>
    /// <param name="point">A point of the plane.</param>
    /// <param name="normal">Across it, length 1.</param>
    /// <param name="low">Corner of the box with the lowest coordinates.</param>
    /// <param name="high">Corner with the highest.</param>
    public static IReadOnlyList<Vector3> Of(Vector3 point, Vector3 normal, Vector3 low, Vector3 high)
    {
        var corners = new List<Vector3>();
        var size = high - low;
        for (var corner = 0; corner < 8; corner++)
        {
            var from = low + (size * Bits(corner));
            for (var bit = 1; bit < 8; bit <<= 1)
            {
                if ((corner & bit) != 0)
                    continue;
                var to = low + (size * Bits(corner | bit));
                var (a, b) = (Vector3.Dot(from - point, normal), Vector3.Dot(to - point, normal));
                // An edge within the plane ends where others cross it.
                if (a != b && a <= 0 != b <= 0)
                    corners.Add(Vector3.Lerp(from, to, a / (a - b)));
            }
        }
        if (corners.Count < 3)
            return [];
        var middle = corners.Aggregate(Vector3.Zero, (sum, corner) => sum + corner) / corners.Count;
        var right = Vector3.Normalize(Vector3.Cross(normal, Math.Abs(normal.X) < 0.8f ? Vector3.UnitX : Vector3.UnitY));
        var up = Vector3.Cross(normal, right);
        return [.. corners.OrderBy(corner => Math.Atan2(Vector3.Dot(corner - middle, up), Vector3.Dot(corner - middle, right)))];
    }

    /// <summary>Where a plane's handle stands: in the middle of its outline or, where it passes by the box, on the plane as near to the box's middle as it can.</summary>
    public static Vector3 Anchor(IReadOnlyList<Vector3> outline, Vector3 point, Vector3 normal, Vector3 low, Vector3 high)
    {
        if (outline.Count > 0)
            return outline.Aggregate(Vector3.Zero, (sum, corner) => sum + corner) / outline.Count;
        var middle = (low + high) / 2;
        return middle - (normal * Vector3.Dot(middle - point, normal));
    }

    private static Vector3 Bits(int corner) => new(corner & 1, (corner >> 1) & 1, corner >> 2);
}
