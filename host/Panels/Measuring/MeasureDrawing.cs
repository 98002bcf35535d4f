using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Draws measurements over slices and over the 3-D picture.</summary>
internal static class MeasureDrawing
{
    private const int Corners = 64;

    /// <summary>Whether a measurement lies on the slice that is shown.</summary>
    /// <param name="points">Its points.</param>
    /// <param name="kind">A box is on every slice that goes through it.</param>
    /// <param name="across">The axis across the slice.</param>
    /// <param name="cursor">The slice goes through it.</param>
    /// <param name="step">Thickness of a slice.</param>
    public static bool IsOn(IReadOnlyList<WorldPoint> points, MeasurementKind kind, Axis across, WorldPoint cursor, double step)
    {
        var at = cursor.Along(across);
        if (kind == MeasurementKind.Box && points.Count == 2)
            return at >= Math.Min(points[0].Along(across), points[1].Along(across)) && at <= Math.Max(points[0].Along(across), points[1].Along(across));
        var slice = Math.Floor(at / step);
        return points.All(point => Math.Floor(point.Along(across) / step) == slice);
    }

    /// <summary>Its outline in a slice, as places in the window; a line of two or more, closed for regions.</summary>
    public static IReadOnlyList<Vector2> Outline(IReadOnlyList<WorldPoint> points, MeasurementKind kind, Axis? plane, Axis across, Func<WorldPoint, Vector2> toWindow)
    {
        if (kind is not (MeasurementKind.Rectangle or MeasurementKind.Ellipse or MeasurementKind.Box) || points.Count != 2)
            return [.. points.Select(toWindow)];
        var (one, other) = (toWindow(points[0]), toWindow(points[1]));
        if (kind != MeasurementKind.Ellipse || plane != across)
            return [one, new Vector2(other.X, one.Y), other, new Vector2(one.X, other.Y)];
        var (middle, half) = ((one + other) / 2, (other - one) / 2);
        return [.. Enumerable.Range(0, Corners).Select(corner => MathF.SinCos(MathF.Tau * corner / Corners) is var (sin, cos) ? middle + (half * new Vector2(cos, sin)) : default)];
    }

    /// <summary>Draws an outline with a dark seam, so that it is seen on any ground.</summary>
    public static void Outline(ImDrawListPtr draw, IReadOnlyList<Vector2> outline, bool isClosed, Vector4 color, float opacity, bool isChosen)
    {
        Stroke(Theme.U32(Theme.ViewGround, 0.55f * opacity), Theme.Px(isChosen ? 4.5f : 3.5f));
        Stroke(Theme.U32(color, opacity), Math.Max(1, Theme.Px(isChosen ? 2.2f : 1.5f)));

        void Stroke(uint ink, float thickness)
        {
            foreach (var place in outline)
                draw.PathLineTo(place);
            draw.PathStroke(ink, isClosed ? ImDrawFlags.Closed : ImDrawFlags.None, thickness);
        }
    }

    /// <summary>The band of a profile that is averaged, as two thin lines beside it.</summary>
    public static void Band(ImDrawListPtr draw, Vector2 from, Vector2 to, float half, Vector4 color, float opacity)
    {
        var along = to - from;
        if (half < 1 || along.Length() < 1)
            return;
        var aside = Vector2.Normalize(new Vector2(-along.Y, along.X)) * half;
        draw.AddQuadFilled(from + aside, to + aside, to - aside, from - aside, Theme.U32(color, 0.14f * opacity));
        draw.AddLine(from + aside, to + aside, Theme.U32(color, 0.6f * opacity), 1);
        draw.AddLine(from - aside, to - aside, Theme.U32(color, 0.6f * opacity), 1);
    }

    /// <summary>The arc of an angle between its arms.</summary>
    public static void Arc(ImDrawListPtr draw, IReadOnlyList<Vector2> arms, Vector4 color, float opacity)
    {
        var (one, other) = (arms[0] - arms[1], arms[2] - arms[1]);
        var radius = Math.Min(Theme.Px(22), Math.Min(one.Length(), other.Length()) * 0.6f);
        if (radius < 3)
            return;
        var (start, turn) = (MathF.Atan2(one.Y, one.X), MathF.Atan2((one.X * other.Y) - (one.Y * other.X), Vector2.Dot(one, other)));
        draw.PathArcTo(arms[1], radius, start, start + turn);
        draw.PathStroke(Theme.U32(color, opacity), ImDrawFlags.None, Math.Max(1, Theme.Px(1.5f)));
    }

    /// <summary>Places to take hold of.</summary>
    public static void Handles(ImDrawListPtr draw, IEnumerable<Vector2> places, Vector4 color, Vector2? hot)
    {
        foreach (var place in places)
        {
            var half = Theme.Px(place == hot ? 5 : 3.5f);
            draw.AddRectFilled(place - new Vector2(half), place + new Vector2(half), Theme.U32(Theme.ViewGround, 0.85f), Theme.Px(1));
            draw.AddRectFilled(place - new Vector2(half - 1), place + new Vector2(half - 1), Theme.U32(place == hot ? Theme.Text : color), Theme.Px(1));
        }
    }

    /// <summary>Ends of lines: short strokes across a ruler, dots elsewhere.</summary>
    public static void Ends(ImDrawListPtr draw, IReadOnlyList<Vector2> line, MeasurementKind kind, Vector4 color, float opacity)
    {
        if (kind == MeasurementKind.Ruler && line.Count == 2 && (line[1] - line[0]).Length() > 1)
        {
            var along = Vector2.Normalize(line[1] - line[0]);
            var aside = new Vector2(-along.Y, along.X) * Theme.Px(5);
            foreach (var end in line)
                draw.AddLine(end - aside, end + aside, Theme.U32(color, opacity), Math.Max(1, Theme.Px(1.5f)));
            return;
        }
        foreach (var place in line)
            draw.AddCircleFilled(place, Theme.Px(2.5f), Theme.U32(color, opacity));
    }

    /// <summary>The number beside it, kept inside of the picture and below those that were written there before.</summary>
    public static void Tag(ImDrawListPtr draw, Rect area, IReadOnlyList<Vector2> outline, MeasurementKind kind, string text, Vector4 color, List<Rect> taken)
    {
        var size = ImGui.CalcTextSize(text);
        var anchor = kind switch
        {
            MeasurementKind.Angle when outline.Count > 1 => outline[1],
            MeasurementKind.Rectangle or MeasurementKind.Ellipse or MeasurementKind.Box => new Vector2(outline.Average(place => place.X), outline.Min(place => place.Y) - size.Y - Theme.Px(9)),
            MeasurementKind.Path => outline[^1],
            _ => (outline[0] + outline[^1]) / 2,
        };
        var place = anchor - new Vector2(size.X / 2, 0) + new Vector2(0, Theme.Px(kind is MeasurementKind.Rectangle or MeasurementKind.Ellipse or MeasurementKind.Box ? 2 : 8));
        var room = new Vector2(Theme.Px(5), Theme.Px(2));
        place = Vector2.Max(area.Min + room, Vector2.Min(area.Max - room - size, place));
        var box = new Rect(place - room, place + size + room);
        while (taken.FindIndex(box.Overlaps) is var above and >= 0)
        {
            place.Y = MathF.Ceiling(taken[above].Max.Y + room.Y + 1);
            box = new Rect(place - room, place + size + room);
        }
        taken.Add(box);
        draw.AddRectFilled(box.Min, box.Max, Theme.U32(Theme.ViewGround, 0.72f), Theme.Px(4));
        draw.AddText(place, Theme.U32(Vector4.Lerp(color, Theme.Text, 0.35f)), text);
    }
}
