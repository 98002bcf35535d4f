using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Commands;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>In the header of flat views: what thick slices are shown, and a menu to choose them.</summary>
internal static class SlabChip
{
    private const string Menu = "slab";

    /// <returns>Where the room for what stands left of it ends.</returns>
    public static float Draw(ViewTools tools, ViewCell cell, float right, float top)
    {
        var (bench, viewer) = (tools.Bench, tools.Bench.Viewer);
        if (SliceSteps.Reference(viewer) is not { } layer || cell.Area.Width < Theme.Px(150))
            return right;
        var help = bench.Keys.Hint("slab.toggle", "Thick slices: the maximum, minimum, mean or sum over a depth");
        var size = Theme.Px(22);
        if (viewer.Slab is { } slab && cell.Area.Width >= Theme.Px(210))
        {
            var text = Text(slab, layer.Spacing.IsCalibrated);
            var box = Rect.At(right - Ui.Width(text) - Theme.Px(12), top + Theme.Px(4), Ui.Width(text) + Theme.Px(12), Theme.Px(20));
            ImGui.SetCursorScreenPos(box.Min);
            if (ImGui.InvisibleButton("slab chip", box.Size))
                ImGui.OpenPopup(Menu);
            var draw = ImGui.GetWindowDrawList();
            draw.AddRectFilled(box.Min, box.Max, Theme.U32(ImGui.IsItemHovered() ? Theme.FrameHovered : Theme.AccentDim), Theme.Px(5));
            draw.AddText(new Vector2(box.Min.X + Theme.Px(6), MathF.Round(box.Center.Y - (ImGui.GetTextLineHeight() / 2))), Theme.U32(Theme.Text), text);
            Ui.Tooltip(help);
            right = box.Min.X - Theme.Px(2);
        }
        else
        {
            right -= size;
            ImGui.SetCursorScreenPos(new Vector2(right, top + Theme.Px(3)));
            if (Ui.SignButton("slab button", Sign, help, size, viewer.Slab is null ? null : Theme.Accent))
                ImGui.OpenPopup(Menu);
            right -= Theme.Px(2);
        }
        if (ImGui.BeginPopup(Menu))
        {
            Choose(viewer, layer, bench.Keys);
            ImGui.EndPopup();
        }
        return right;
    }

    /// <summary>For example "max 5.2 µm" or "mean 12 voxels".</summary>
    public static string Text(Slab slab, bool isCalibrated) =>
        $"{slab.Projection switch { SlabProjection.Maximum => "max", SlabProjection.Minimum => "min", SlabProjection.Sum => "sum", _ => "mean" }} {(isCalibrated ? Lengths.Text(slab.ThicknessMicrometres) : $"{Lengths.Number(slab.ThicknessMicrometres)} voxels")}";

    /// <summary>The slab that is taken when it is switched on: ten voxels of the layer that is selected.</summary>
    public static Slab Begin(Layer layer) => new(10 * layer.Spacing.Z);

    /// <summary>Makes the slab thicker or thinner by a step that grows with it; it stays a voxel at least.</summary>
    public static void Resize(Viewer viewer, int steps)
    {
        if (viewer.Slab is not { } slab || SliceSteps.Reference(viewer) is not { } layer)
            return;
        var voxels = Math.Max(1, Math.Round(slab.ThicknessMicrometres / layer.Spacing.Z));
        voxels = Math.Max(1, voxels + (steps * Math.Max(1, Math.Floor(voxels / 5))));
        viewer.Slab = slab.WithThickness(voxels * layer.Spacing.Z);
    }

    private static void Choose(Viewer viewer, Layer layer, KeyMap keys)
    {
        var isOn = viewer.Slab is not null;
        if (ImGui.Checkbox("Thick slices", ref isOn))
            viewer.Slab = isOn ? Begin(layer) : null;
        if (viewer.Slab is not { } slab)
            return;
        var most = Math.Max(layer.Shape.Depth, Math.Max(layer.Shape.Height, layer.Shape.Width));
        var voxels = (float)(slab.ThicknessMicrometres / layer.Spacing.Z);
        ImGui.SetNextItemWidth(Theme.Px(200));
        if (ImGui.SliderFloat("##thickness", ref voxels, 1, Math.Max(2, most), "%.0f voxels", ImGuiSliderFlags.Logarithmic) && voxels > 0)
            viewer.Slab = slab = slab.WithThickness(Math.Max(1, MathF.Round(voxels)) * layer.Spacing.Z);
        Ui.Tooltip("Thickness, in voxels of the selected layer along z; Ctrl and a click to type it");
        if (layer.Spacing.IsCalibrated)
        {
            ImGui.SameLine();
            Ui.Muted(Lengths.Text(slab.ThicknessMicrometres));
        }
        foreach (var (projection, title) in new[] { (SlabProjection.Maximum, "Maximum"), (SlabProjection.Minimum, "Minimum"), (SlabProjection.Mean, "Mean"), (SlabProjection.Sum, "Sum") })
        {
            if (ImGui.RadioButton(title, slab.Projection == projection))
                viewer.Slab = slab with { Projection = projection };
            ImGui.SameLine();
        }
        ImGui.NewLine();
        var isFrequent = slab.ShowsMostFrequentLabel;
        if (ImGui.Checkbox("Most frequent label", ref isFrequent))
            viewer.Slab = slab with { ShowsMostFrequentLabel = isFrequent };
        Ui.Tooltip(keys.Hint("slab.labels", "Of labels, the most frequent over the depth instead of the one in the middle; unlabelled voxels do not count"));
    }

    private static void Sign(IconPen pen)
    {
        pen.Closed(-7, -1, 1, -5, 7, -2, -1, 2);
        pen.Line(-7, 2, -1, 5.5f, 7, 1.5f);
    }
}
