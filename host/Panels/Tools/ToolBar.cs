using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Commands;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The strip above the views: the tools, and the size and the phases of the brush.</summary>
internal sealed class ToolBar(Workbench bench)
{
    private static readonly Dictionary<ToolKind, Icon> Signs = new() { [ToolKind.Navigate] = Icon.Cross, [ToolKind.Brush] = Icon.Brush, [ToolKind.Eraser] = Icon.Eraser };

    public static float Height => Theme.Px(34);

    /// <summary>Where the phases were drawn last, by label.</summary>
    public Dictionary<int, Rect> Chips { get; } = [];

    private PaintTools Tools => bench.Tools;

    public void Draw(Rect area)
    {
        Chips.Clear();
        var (size, top) = (Theme.Px(26), area.Min.Y + Theme.Px(3));
        var left = area.Min.X + Theme.Px(2);
        foreach (var (kind, command) in PaintCommands.Tools)
        {
            ImGui.SetCursorScreenPos(new Vector2(left, top));
            if (Tools.Kind == kind)
                ImGui.GetWindowDrawList().AddRectFilled(new Vector2(left, top), new Vector2(left + size, top + size), Theme.U32(Theme.AccentDim), Theme.Px(5));
            if (Ui.IconButton(command.Id, Signs[kind], bench.Keys.Hint(command.Id, Help(kind)), size, Tools.Kind == kind ? Theme.Text : null))
                Tools.Take(kind);
            left += size + Theme.Px(3);
        }
        if (!Tools.IsPainting)
            return;
        ImGui.SetCursorScreenPos(new Vector2(left + Theme.Px(8), top));
        if (Tools.Target is { } layer)
            Painting(layer, area, left + Theme.Px(8));
        else
            NoLayer();
    }

    private static string Help(ToolKind kind) => kind switch
    {
        ToolKind.Navigate => "Navigate: the left button moves the crosshair",
        ToolKind.Brush => "Brush: the left button paints labels",
        _ => "Eraser: the left button makes voxels unlabelled",
    };

    private void Painting(LabelsLayer layer, Rect area, float left)
    {
        var width = Theme.Px(96);
        ImGui.SetNextItemWidth(width);
        var diameter = Tools.Diameter;
        if (ImGui.SliderInt("##brush size", ref diameter, PaintTools.SmallestBrush, 100, "%d voxels", ImGuiSliderFlags.AlwaysClamp | ImGuiSliderFlags.Logarithmic))
            Tools.Diameter = diameter;
        var keys = $"{bench.Keys.Text(CommandTable.Find("paint.smaller"))} and {bench.Keys.Text(CommandTable.Find("paint.larger"))}";
        Ui.Tooltip($"Size of brush and eraser, in voxels ({keys})");
        left += width + Theme.Px(10);
        for (var label = 0; label < layer.Phases.Count && left < area.Max.X - Theme.Px(30); label++)
            left = Chip(layer, label, left, area);
        var room = area.Max.X - left - Theme.Px(12);
        if (room < Theme.Px(60))
            return;
        ImGui.SetCursorScreenPos(new Vector2(left + Theme.Px(8), area.Min.Y + Theme.Px(3)));
        ImGui.AlignTextToFramePadding();
        Ui.Elided($"on {layer.Name}", room, Theme.Muted);
    }

    private float Chip(LabelsLayer layer, int label, float left, Rect area)
    {
        var (size, phase) = (Theme.Px(20), layer.Phases[label]);
        var box = Rect.At(left, area.Min.Y + Theme.Px(6), size, size);
        Chips[label] = box;
        ImGui.SetCursorScreenPos(box.Min);
        if (ImGui.InvisibleButton($"phase {label}", box.Size))
            Tools.TakePhase(label);
        var command = label < 9 ? bench.Keys.Hint($"paint.phase-{label + 1}", $"Paint {phase.Name}") : $"Paint {phase.Name}";
        var isTaken = Tools.Kind == ToolKind.Brush && Tools.PhaseOn(layer) == label;
        var draw = ImGui.GetWindowDrawList();
        draw.AddRectFilled(box.Min, box.Max, Theme.U32(Theme.Of(phase.Color) with { W = 1 }), Theme.Px(4));
        if (isTaken || ImGui.IsItemHovered())
            draw.AddRect(box.Min - Vector2.One, box.Max + Vector2.One, Theme.U32(isTaken ? Theme.Text : Theme.Muted), Theme.Px(5), ImDrawFlags.None, Theme.Px(2));
        Ui.Tooltip(command);
        return left + size + Theme.Px(6);
    }

    private void NoLayer()
    {
        if (ImGui.Button("New labels for training"))
            TrainingLabels.Add(bench);
        Ui.Tooltip(bench.Keys.Hint("paint.new-labels", "Adds a labels layer of the size of the selected image, in which nothing is labelled"));
    }
}
