using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Commands;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What can be set of the tools that change labels.</summary>
internal static class PaintStrip
{
    private static readonly string[] Reaches = ["slice", "slices", "3-D"], Scopes = ["slice", "slices", "volume"], FillScopes = ["slice", "", "volume"], WandScopes = ["slice", "box", ""];

    public static IEnumerable<ToolOption> Brush(Workbench bench) => ForLayer(bench, layer =>
    [
        new("Size", 96, width => Size(bench, layer, width)),
        Phase(bench, layer),
        new("Shape", 26, _ => Shape(bench)),
        new("Reach", 76, width => Reach(bench, width)),
        DoubleClick(bench),
        Limits(bench, layer),
    ]);

    public static IEnumerable<ToolOption> Eraser(Workbench bench) => ForLayer(bench, layer =>
    [
        new("Size", 96, width => Size(bench, layer, width)),
        new("Shape", 26, _ => Shape(bench)),
        new("Reach", 76, width => Reach(bench, width)),
        DoubleClick(bench),
        Limits(bench, layer),
    ]);

    public static IEnumerable<ToolOption> Fill(Workbench bench) => ForLayer(bench, layer =>
    [
        Phase(bench, layer),
        new("Within", 84, width => Scope(bench, "##scope", FillScopes, width, "What is filled: the region in the slice, or in the volume")),
        new("Only what hangs together", 26, _ => Toggle("contiguous", ToolSigns.Contiguous, bench.Tools.Options.IsContiguous, on => bench.Tools.Options.IsContiguous = on,
            "Only the voxels that hang together with the one clicked on; else all voxels of its label")),
        Corners(bench),
        Limits(bench, layer),
    ]);

    public static IEnumerable<ToolOption> Wand(Workbench bench) => ForLayer(bench, layer =>
    [
        new("Tolerance", 84, width => Tolerance(bench, width)),
        Phase(bench, layer),
        new("Within", 76, width => Scope(bench, "##scope", WandScopes, width, "Where the region grows: in the slice, or in a box around the place")),
        new("Half the box", 76, width => WandReach(bench, width)),
        Corners(bench),
        Limits(bench, layer),
    ]);

    public static IEnumerable<ToolOption> Outline(Workbench bench) => ForLayer(bench, layer =>
    [
        Phase(bench, layer),
        new("Through", 84, width => Through(bench, width)),
        Limits(bench, layer),
    ]);

    public static IEnumerable<ToolOption> Pick(Workbench bench) => ForLayer(bench, layer => [Phase(bench, layer)]);

    private static IEnumerable<ToolOption> ForLayer(Workbench bench, Func<LabelsLayer, IEnumerable<ToolOption>> options) =>
        bench.Tools.Target is { } layer ? options(layer) : [new ToolOption("Labels", 170, width => NoLayer(bench, width))];

    private static ToolOption Phase(Workbench bench, LabelsLayer layer) => new("Phase", 72, width => PhaseChips.Draw(bench, layer, width)) { Grows = true };

    private static ToolOption Limits(Workbench bench, LabelsLayer layer) => new("Limits", 26, _ => PaintLimits.Draw(bench, layer));

    private static ToolOption Corners(Workbench bench) => new("Corners too", 26, _ => Toggle("corners", ToolSigns.Corners, bench.Tools.Options.WithCorners, on => bench.Tools.Options.WithCorners = on,
        "Voxels that touch at an edge or a corner hang together too (26 neighbours), not only those with a common face (6)"));

    private static ToolOption DoubleClick(Workbench bench) => new("Fill by a double click", 26, _ => Toggle("double click", ToolSigns.Fill, bench.Tools.Options.DoubleClickFills,
        on => bench.Tools.Options.DoubleClickFills = on, bench.Keys.Hint("paint.double-click", "A double click on a slice fills the region under it, as the fill tool does")));

    private static void Size(Workbench bench, LabelsLayer layer, float width)
    {
        var options = bench.Tools.Options;
        var unit = Theme.Px(28);
        ImGui.SetNextItemWidth(layer.Spacing.IsCalibrated ? width - unit - Theme.Px(2) : width);
        var (size, least, most) = options.IsMicrometres ? ((float)options.Size, (float)(layer.Spacing.X / 2), (float)(layer.Spacing.X * 100)) : ((float)options.Size, PaintOptions.SmallestBrush, 100f);
        if (ImGui.SliderFloat("##brush size", ref size, least, most, options.IsMicrometres ? "%.3g" : layer.Spacing.IsCalibrated ? "%.0f" : "%.0f voxels", ImGuiSliderFlags.AlwaysClamp | ImGuiSliderFlags.Logarithmic))
            options.Size = size;
        var keys = $"{bench.Keys.Text(CommandTable.Find("paint.smaller"))} and {bench.Keys.Text(CommandTable.Find("paint.larger"))}";
        Ui.Tooltip($"Size of brush and eraser, in {(options.IsMicrometres ? "µm" : "voxels")} ({keys})");
        if (!layer.Spacing.IsCalibrated)
            return;
        ImGui.SameLine(0, Theme.Px(2));
        ImGui.PushStyleVar(ImGuiStyleVar.FramePadding, new Vector2(Theme.Px(2), Theme.Px(4)));
        if (ImGui.Button(options.IsMicrometres ? "µm" : "vx", new Vector2(unit, 0)))
            Units(options, layer);
        ImGui.PopStyleVar();
        Ui.Tooltip(options.IsMicrometres ? "The size is in µm. Click to count voxels" : "The size counts voxels of the finer axis. Click for µm");
    }

    // The brush stays as large as it is.
    private static void Units(PaintOptions options, LabelsLayer layer)
    {
        var finest = layer.Spacing.Finest;
        var size = options.IsMicrometres ? options.Size / finest : options.Size * finest;
        options.IsMicrometres = !options.IsMicrometres;
        options.Size = size;
    }

    private static void Shape(Workbench bench)
    {
        var options = bench.Tools.Options;
        if (Ui.SignButton("shape", options.IsRound ? ToolSigns.Round : ToolSigns.Square, bench.Keys.Hint("paint.shape", options.IsRound ? "Round: a disc or a ball. Click for a square or a cube" : "Square, or a cube. Click for a disc or a ball"), Ui.Height, Theme.Text))
            options.IsRound = !options.IsRound;
    }

    private static void Reach(Workbench bench, float width)
    {
        var options = bench.Tools.Options;
        if (Choice("##reach", Reaches, (int)options.Reach, width, () => Slices(options, options.Reach == BrushReach.Slices)) is { } reach)
            options.Reach = (BrushReach)reach;
        Ui.Tooltip(bench.Keys.Hint("paint.reach", "How deep the brush reaches: this slice, some slices around it, or as deep as it is wide (a ball or a cube, as in the 3-D view)"));
    }

    private static void Through(Workbench bench, float width)
    {
        var options = bench.Tools.Options;
        if (Choice("##through", Scopes, (int)options.OutlineScope, width, () => Slices(options, options.OutlineScope == RegionScope.Slices)) is { } scope)
            options.OutlineScope = (RegionScope)scope;
        Ui.Tooltip("Which slices the outline fills: this one, some around it, or all");
    }

    private static void Slices(PaintOptions options, bool isShown)
    {
        if (!isShown)
            return;
        ImGui.Separator();
        ImGui.SetNextItemWidth(Theme.Px(110));
        var slices = options.Slices;
        if (ImGui.SliderInt("##slices", ref slices, 1, 50, "%d slices"))
            options.Slices = slices;
        Ui.Tooltip("How many slices, half of them on either side. Ctrl and a click types a number");
    }

    private static void Scope(Workbench bench, string id, string[] names, float width, string help)
    {
        var options = bench.Tools.Options;
        var current = (int)options.FillScope;
        if (names[current].Length == 0)
            current = current == 1 ? 2 : 1;
        if (Choice(id, names, current, width, () => { }) is { } scope)
            options.FillScope = (RegionScope)scope;
        Ui.Tooltip(help);
    }

    private static void Tolerance(Workbench bench, float width)
    {
        ImGui.SetNextItemWidth(width);
        var options = bench.Tools.Options;
        var (tolerance, range) = (options.Tolerance, bench.Tools.Image is { } image ? image.ContrastLimits.High - image.ContrastLimits.Low : 1);
        if (ImGui.DragFloat("##tolerance", ref tolerance, range / 500, range / 10_000, range, "± %.4g", ImGuiSliderFlags.AlwaysClamp))
            options.Tolerance = tolerance;
        Ui.Tooltip("How far greys may be from the one under the pointer. Dragging with the wand changes it too");
    }

    private static void WandReach(Workbench bench, float width)
    {
        ImGui.SetNextItemWidth(width);
        var reach = bench.Tools.Options.WandReach;
        if (ImGui.DragInt("##wand reach", ref reach, 1, 4, 512, "%d vx"))
            bench.Tools.Options.WandReach = reach;
        Ui.Tooltip("Voxels from the place to the faces of the box that the region stays in");
    }

    // A menu of the names that are not empty; the index of the one chosen now.
    private static int? Choice(string id, string[] names, int current, float width, Action more)
    {
        int? chosen = null;
        ImGui.SetNextItemWidth(width);
        if (!ImGui.BeginCombo(id, names[current]))
            return null;
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Length > 0 && ImGui.Selectable(names[i], i == current, ImGuiSelectableFlags.NoAutoClosePopups))
                chosen = i;
        }
        more();
        ImGui.EndCombo();
        return chosen;
    }

    private static void Toggle(string id, Action<IconPen> sign, bool isOn, Action<bool> set, string help)
    {
        var place = ImGui.GetCursorScreenPos();
        if (isOn)
            ImGui.GetWindowDrawList().AddRectFilled(place, place + new Vector2(Ui.Height), Theme.U32(Theme.AccentDim), Theme.Px(5));
        if (Ui.SignButton(id, sign, $"{help} ({(isOn ? "on" : "off")})", Ui.Height, isOn ? Theme.Text : null))
            set(!isOn);
    }

    private static void NoLayer(Workbench bench, float width)
    {
        if (ImGui.Button("New labels for training", new Vector2(width, 0)))
            TrainingLabels.Add(bench);
        Ui.Tooltip(bench.Keys.Hint("paint.new-labels", "Adds a labels layer of the size of the selected image, in which nothing is labelled"));
    }
}
