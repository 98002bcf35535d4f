using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Points;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The table of the points: where each lies, in voxels and µm, and its value.</summary>
internal sealed class PointsPanel(Workbench bench)
{
    private const ImGuiTableFlags Flags = ImGuiTableFlags.BordersInnerH | ImGuiTableFlags.RowBg | ImGuiTableFlags.SizingFixedFit | ImGuiTableFlags.ScrollX | ImGuiTableFlags.ScrollY | ImGuiTableFlags.Resizable;

    private const string OneColor = "one colour", Own = "their values";

    private static readonly (string Name, Func<int, Vector3, float> ValueOf)[] Choices =
        [("z", (_, place) => place.Z), ("y", (_, place) => place.Y), ("x", (_, place) => place.X), ("number", (index, _) => index)];

    private int _last;
    private int? _scrollTo;
    private IReadOnlyCollection<int> _shown = [];

    /// <summary>Where the rows in sight were drawn last, by the places of their points in the list.</summary>
    public Dictionary<int, Rect> Rows { get; } = [];

    private PointsDesk Desk => bench.Points;

    public void Draw()
    {
        Rows.Clear();
        Buttons();
        if (Desk.Target is not { } layer)
        {
            Ui.Wrapped($"Take the tool {bench.Keys.Hint(PointsTools.Add.Id, "Add points")} and click in a view, make an empty layer, or open points from a CSV file.", Theme.Muted);
            return;
        }
        Ui.Elided($"{layer.Name}: {Desk.Selected.Count:N0} of {layer.Positions.Length:N0} selected", ImGui.GetContentRegionAvail().X, Theme.Muted);
        Coloring(layer);
        Value(layer);
        Table(layer);
    }

    private void Buttons()
    {
        var (desk, hasLayer) = (Desk, Desk.Target is not null);
        Button("New", "points.new", "A new layer of points", bench.Viewer.Layers.Count > 0, () => desk.AddLayer(), isFirst: true);
        Button("Open…", "points.open", "Open points from a CSV file", true, () => FileDialogs.OpenPoints(bench));
        Button("Save…", "points.save", "Save the points as CSV", hasLayer, () => FileDialogs.SavePoints(bench));
        Button("All", "points.select-all", "Select all points", hasLayer, desk.SelectAll);
        Button("Remove", "measure.remove", "Remove the selected points", desk.Selected.Count > 0, desk.RemoveSelected);
    }

    // In a narrow panel they go on in the next line.
    private void Button(string label, string command, string help, bool isEnabled, Action run, bool isFirst = false)
    {
        var width = Ui.Width(label) + (2 * ImGui.GetStyle().FramePadding.X);
        if (!isFirst)
        {
            ImGui.SameLine(0, Theme.Px(4));
            if (ImGui.GetContentRegionAvail().X < width)
                ImGui.NewLine();
        }
        ImGui.BeginDisabled(!isEnabled);
        if (ImGui.Button(label))
            run();
        ImGui.EndDisabled();
        Ui.Tooltip(bench.Keys.Hint(command, help));
    }

    private void Coloring(PointsLayer layer)
    {
        Ui.Label("Colour by", LookControls.Column, "Values are coloured by the layer's colormap; they are written into CSV files");
        var choices = new[] { OneColor }.Concat(layer.Values.IsEmpty ? [] : [Own]).Concat(Choices.Select(choice => choice.Name)).ToList();
        if (Ui.Choose("##by", layer.Values.IsEmpty ? OneColor : Own, choices, -1) is not { } chosen || chosen == Own)
            return;
        Desk.ColorBy(chosen, Choices.FirstOrDefault(choice => choice.Name == chosen).ValueOf);
    }

    // One field for the values of all that are selected.
    private void Value(PointsLayer layer)
    {
        if (layer.Values.IsEmpty || Desk.Selected.Count == 0)
            return;
        Ui.Label("Value", LookControls.Column, "Of the selected points");
        var value = layer.Values[Desk.Selected.First()];
        ImGui.SetNextItemWidth(-1);
        if (!ImGui.DragFloat("##value", ref value, Math.Max(1e-6f, (layer.ContrastLimits.High - layer.ContrastLimits.Low) / 200), float.MinValue, float.MaxValue, "%.5g") || !float.IsFinite(value))
            return;
        var values = layer.Values.ToBuilder();
        foreach (var index in Desk.Selected)
            values[index] = value;
        layer.Values = values.DrainToImmutable();
    }

    private unsafe void Table(PointsLayer layer)
    {
        var headings = new List<string> { "#", "z", "y", "x" };
        if (layer.Spacing.IsCalibrated)
            headings.AddRange(["z µm", "y µm", "x µm"]);
        if (!layer.Values.IsEmpty)
            headings.Add("value");
        if (!ImGui.BeginTable("points", headings.Count, Flags, ImGui.GetContentRegionAvail()))
            return;
        ImGui.TableSetupScrollFreeze(1, 1);
        foreach (var heading in headings)
            ImGui.TableSetupColumn(heading, ImGuiTableColumnFlags.WidthFixed, Ui.Width(heading == "#" ? $"{layer.Positions.Length}0" : "00000.00"));
        ImGui.TableHeadersRow();
        var line = ImGui.GetTextLineHeight() + (ImGui.GetStyle().CellPadding.Y * 2);
        FollowSelection(line);
        var clipper = new ImGuiListClipperPtr(ImGuiNative.ImGuiListClipper_ImGuiListClipper());
        clipper.Begin(layer.Positions.Length, line);
        while (clipper.Step())
        {
            for (var index = clipper.DisplayStart; index < clipper.DisplayEnd; index++)
                Row(layer, index);
        }
        clipper.End();
        clipper.Destroy();
        ImGui.EndTable();
    }

    // What is selected in a view is brought into sight, once.
    private void FollowSelection(float line)
    {
        if (Desk.Selected.Count > 0 && !Desk.Selected.SequenceEqual(_shown))
            _scrollTo = Desk.Selected.First();
        _shown = [.. Desk.Selected];
        if (_scrollTo is not { } row)
            return;
        _scrollTo = null;
        var (top, bottom) = (ImGui.GetScrollY(), ImGui.GetScrollY() + ImGui.GetWindowHeight() - (3 * line));
        if (row * line < top || row * line > bottom)
            ImGui.SetScrollY(Math.Max(0, (row - 2) * line));
    }

    private void Row(PointsLayer layer, int index)
    {
        var (place, voxel) = (layer.Positions[index], layer.VoxelOf(layer.Positions[index]));
        ImGui.TableNextRow();
        ImGui.TableNextColumn();
        var corner = ImGui.GetCursorScreenPos();
        if (ImGui.Selectable($"{index}", Desk.IsSelected(index), ImGuiSelectableFlags.SpanAllColumns))
            Press(index, place);
        Rows[index] = Rect.At(corner.X, corner.Y, ImGui.GetContentRegionAvail().X, ImGui.GetTextLineHeight());
        Ui.Tooltip("A click selects the point and moves the crosshair to it; with Ctrl one more, with Shift all up to it");
        Number(voxel.Z, "0.##");
        Number(voxel.Y, "0.##");
        Number(voxel.X, "0.##");
        if (layer.Spacing.IsCalibrated)
        {
            Number(place.Z, "G5");
            Number(place.Y, "G5");
            Number(place.X, "G5");
        }
        if (!layer.Values.IsEmpty)
            Number(layer.Values[index], "G5");
    }

    private void Press(int index, Vector3 place)
    {
        var io = ImGui.GetIO();
        if (io.KeyCtrl)
            Desk.Toggle(index);
        else if (io.KeyShift)
            Desk.Select(Enumerable.Range(Math.Min(_last, index), Math.Abs(_last - index) + 1));
        else
            Desk.Select([index]);
        if (!io.KeyShift)
            _last = index;
        // Its row is in sight already.
        _shown = [.. Desk.Selected];
        bench.Viewer.Cursor = WorldPoint.Of(place);
    }

    private static void Number(float value, string format)
    {
        ImGui.TableNextColumn();
        var text = value.ToString(format);
        // Numbers stand at the right, so that their digits line up.
        ImGui.SetCursorPosX(ImGui.GetCursorPosX() + Math.Max(0, ImGui.GetContentRegionAvail().X - Ui.Width(text)));
        Ui.Text(text);
    }
}
