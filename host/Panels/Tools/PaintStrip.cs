using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Commands;

namespace VolumeViewer.Host.Panels;

/// <summary>What can be set of the tools that change labels: size and phase.</summary>
internal static class PaintStrip
{
    public static IEnumerable<ToolOption> Options(Workbench bench)
    {
        if (bench.Tools.Target is not { } layer)
            return [new ToolOption("Labels", 170, width => NoLayer(bench, width))];
        return
        [
            new ToolOption("Size", 96, width => Size(bench, width)),
            new ToolOption("Phase", 60, width => PhaseChips.Draw(bench, layer, width)) { Grows = true },
        ];
    }

    private static void Size(Workbench bench, float width)
    {
        ImGui.SetNextItemWidth(width);
        var diameter = bench.Tools.Diameter;
        if (ImGui.SliderInt("##brush size", ref diameter, PaintTools.SmallestBrush, 100, "%d voxels", ImGuiSliderFlags.AlwaysClamp | ImGuiSliderFlags.Logarithmic))
            bench.Tools.Diameter = diameter;
        var keys = $"{bench.Keys.Text(CommandTable.Find("paint.smaller"))} and {bench.Keys.Text(CommandTable.Find("paint.larger"))}";
        Ui.Tooltip($"Size of brush and eraser, in voxels ({keys})");
    }

    private static void NoLayer(Workbench bench, float width)
    {
        if (ImGui.Button("New labels for training", new Vector2(width, 0)))
            TrainingLabels.Add(bench);
        Ui.Tooltip(bench.Keys.Hint("paint.new-labels", "Adds a labels layer of the size of the selected image, in which nothing is labelled"));
    }
}
