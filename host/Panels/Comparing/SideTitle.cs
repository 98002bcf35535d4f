using System.Globalization;
using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What stands with one of several pictures beside each other: the name of its side above, and for labels the voxels of each phase over it.</summary>
internal static class SideTitle
{
    private const int MostRows = 12;

    /// <summary>The strip with the name.</summary>
    public static void Draw(ComparedPane pane)
    {
        if (pane.Title is not { } strip)
            return;
        var draw = ImGui.GetWindowDrawList();
        draw.AddRectFilled(strip.Min, strip.Max, Theme.U32(Theme.Raised));
        var room = strip.Width - Theme.Px(16);
        if (room < Theme.Px(16) || strip.Height < ImGui.GetTextLineHeight())
            return;
        var name = pane.Sides[0].Name;
        var shown = Elision.Middle(name, room, Ui.Width);
        draw.AddText(new Vector2(strip.Min.X + Theme.Px(8), MathF.Round(strip.Center.Y - (ImGui.GetTextLineHeight() / 2))), Theme.U32(Theme.Text), shown);
        ImGui.SetCursorScreenPos(strip.Min);
        ImGui.InvisibleButton("title", strip.Size);
        if (shown != name)
            Ui.Tooltip(name);
    }

    /// <summary>The voxels of each phase in the slice and in the volume, for the one labels layer of a side; nothing where there is no room.</summary>
    /// <param name="draw">Gets it.</param>
    /// <param name="bench">Counts.</param>
    /// <param name="counts">Counts slices.</param>
    /// <param name="pane">The picture.</param>
    /// <param name="axis">The axis that its slice lies across, or null in 3-D.</param>
    public static void Voxels(ImDrawListPtr draw, Workbench bench, SliceCounts counts, ComparedPane pane, Axis? axis)
    {
        if (pane.Title is null || pane.Sides[0].Layers.OfType<LabelsLayer>().LastOrDefault() is not { } layer)
            return;
        var slice = axis is { } across ? counts.Of(layer.Labels, across, bench.Viewer.Cursor.VoxelIndex(across, layer), bench.Scene.Layers) : null;
        var shares = bench.Shares.Of(layer.Labels);
        var rows = new List<(Vector4? Color, string Name, string Slice, string Volume)> { (null, "", axis is null ? "" : "slice", "volume") };
        for (var label = 0; label <= layer.Phases.Count; label++)
        {
            var isUnlabelled = label == layer.Phases.Count;
            var (inSlice, inVolume) = (CountOf(slice, label, isUnlabelled), shares is null ? null : CountOf([.. shares.Select(share => (long)Math.Round(share * layer.Shape.VoxelCount))], label, isUnlabelled));
            if (isUnlabelled && (inVolume ?? 0) == 0)
                continue;
            rows.Add((isUnlabelled ? Theme.Muted : Theme.Of(layer.Phases[label].Color) with { W = 1 }, isUnlabelled ? "unlabelled" : layer.Phases[label].Name, axis is null ? "" : Text(inSlice), Text(inVolume)));
        }
        if (rows.Count > MostRows)
            rows.RemoveRange(MostRows, rows.Count - MostRows);
        Table(draw, pane.Frame.Area, rows);
    }

    private static long? CountOf(long[]? counts, int label, bool isUnlabelled) =>
        counts is null ? null : isUnlabelled ? counts[^1] : label < counts.Length - 1 ? counts[label] : null;

    private static string Text(long? count) => count is { } known ? known.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u00a0') : "…";

    private static void Table(ImDrawListPtr draw, Rect area, List<(Vector4? Color, string Name, string Slice, string Volume)> rows)
    {
        var (line, gap) = (ImGui.GetTextLineHeight(), Theme.Px(12));
        var names = Math.Min(rows.Max(row => Ui.Width(row.Name)), Theme.Px(120)) + Theme.Px(16);
        var slices = rows.Max(row => Ui.Width(row.Slice));
        var volumes = rows.Max(row => Ui.Width(row.Volume));
        var (width, height) = (names + gap + slices + (slices > 0 ? gap : 0) + volumes, line * rows.Count);
        // The scale bar stands in the other corner: where there is no room for all, there are fewer numbers.
        if (height > area.Height * 0.45f)
            return;
        if (width > area.Width * 0.62f)
        {
            if (slices > 0)
                Table(draw, area, [.. rows.Select(row => row with { Slice = "" })]);
            else if (volumes > 0)
                Table(draw, area, [.. rows.Skip(1).Select(row => row with { Volume = "" })]);
            return;
        }
        var origin = new Vector2(area.Min.X + Theme.Px(14), MathF.Round(area.Max.Y - height - Theme.Px(12)));
        draw.AddRectFilled(origin - new Vector2(Theme.Px(7), Theme.Px(5)), origin + new Vector2(width + Theme.Px(7), height + Theme.Px(5)), Theme.U32(Theme.ViewGround, 0.72f), Theme.Px(5));
        foreach (var (color, name, slice, volume) in rows)
        {
            if (color is { } tint)
                draw.AddRectFilled(origin + new Vector2(0, line * 0.2f), origin + new Vector2(line * 0.6f, line * 0.8f), Theme.U32(tint), Theme.Px(2));
            var ink = Theme.U32(color is null ? Theme.Muted : Theme.Text);
            draw.AddText(origin + new Vector2(Theme.Px(16), 0), ink, Elision.Middle(name, names - Theme.Px(16), Ui.Width));
            draw.AddText(origin + new Vector2(names + gap + slices - Ui.Width(slice), 0), ink, slice);
            draw.AddText(origin + new Vector2(width - Ui.Width(volume), 0), ink, volume);
            origin += new Vector2(0, line);
        }
    }
}
