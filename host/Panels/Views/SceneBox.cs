using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What is drawn over the 3-D picture: the names of the axes and the cursor.</summary>
internal static class SceneBox
{
    private static readonly Axis[] All = [Axis.Z, Axis.Y, Axis.X];

    /// <summary>The names of the axes, each beside an edge of the box that the renderer draws around the scene.</summary>
    public static void Names(ImDrawListPtr draw, ViewFrame frame, ViewProjection view, Vector3 extent)
    {
        var corners = new Vector2[8];
        for (var corner = 0; corner < 8; corner++)
        {
            if (!TryPlace(frame, view, CornerOf(corner, extent), out corners[corner]))
                return;
        }
        foreach (var axis in All)
            Name(draw, axis, corners, frame);
    }

    public static void Cursor(ImDrawListPtr draw, ViewFrame frame, ViewProjection view, WorldPoint cursor, Vector3 extent)
    {
        var center = cursor.ToVector3();
        if (!TryPlace(frame, view, center, out var at))
            return;
        var reach = Math.Max(extent.X, Math.Max(extent.Y, extent.Z)) * 0.06f;
        foreach (var axis in All)
        {
            var arm = SliceCamera.Unit(axis) * reach;
            if (TryPlace(frame, view, center - arm, out var from) && TryPlace(frame, view, center + arm, out var to))
                draw.AddLine(from, to, Theme.U32(Theme.AxisColor(axis), 0.9f), Theme.Px(1.5f));
        }
        draw.AddCircleFilled(at, Theme.Px(2.5f), Theme.U32(Theme.Text));
    }

    // Beside the edge that is farthest from the middle, so that the name stands outside the box.
    private static void Name(ImDrawListPtr draw, Axis axis, Vector2[] corners, ViewFrame frame)
    {
        var bit = BitOf(axis);
        var middle = corners.Aggregate(Vector2.Zero, (sum, corner) => sum + corner) / 8;
        var start = Enumerable.Range(0, 8).Where(corner => (corner & bit) == 0)
            .MaxBy(corner => Vector2.DistanceSquared((corners[corner] + corners[corner | bit]) / 2, middle));
        var (from, to) = (corners[start], corners[start | bit]);
        // Seen along the axis there is no edge to name.
        if (Vector2.Distance(from, to) < Theme.Px(20))
            return;
        var along = Vector2.Normalize(to - from);
        var outward = Vector2.Normalize(((from + to) / 2) - middle + new Vector2(1e-3f, 0));
        // In a narrow view the name comes inside rather than being cut off.
        var margin = new Vector2(Theme.Px(26));
        var place = Vector2.Max(frame.Area.Min + margin, Vector2.Min(frame.Area.Max - margin, ((from + to) / 2) + (outward * Theme.Px(13))));
        var arm = along * Theme.Px(12);
        Overlay.Arrow(draw, place - arm, place + arm, Theme.AxisColor(axis));
        var name = Overlay.NameOf(axis);
        var size = ImGui.CalcTextSize(name);
        Overlay.Text(draw, place + (outward * Theme.Px(12)) - (size / 2), Theme.AxisColor(axis), name);
    }

    private static int BitOf(Axis axis) => axis switch { Axis.X => 1, Axis.Y => 2, _ => 4 };

    private static Vector3 CornerOf(int corner, Vector3 extent) => extent * new Vector3(corner & 1, (corner >> 1) & 1, corner >> 2);

    private static bool TryPlace(ViewFrame frame, ViewProjection view, Vector3 world, out Vector2 place)
    {
        place = frame.ToWindow(view.Project(world).Pixel);
        return view.Parallel || view.DepthOf(world) > 0;
    }
}
