using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The crop box, the clipping planes, and what of the selected layer the 3-D view shows.</summary>
internal sealed class CuttingPanel(Workbench bench)
{
    private static readonly Axis[] Axes = [Axis.X, Axis.Y, Axis.Z];

    private readonly DepictionControls _depiction = new(bench);

    private CuttingState Cutting => bench.Cutting;

    private Viewer Viewer => bench.Viewer;

    /// <summary>Where buttons were drawn last, by the id of their command.</summary>
    public Dictionary<string, Rect> Buttons { get; } = [];

    public void Draw()
    {
        Buttons.Clear();
        if (Viewer.Layers.Count == 0)
        {
            Ui.Wrapped("Open something to cut.", Theme.Muted);
            return;
        }
        Crop();
        ImGui.Dummy(new Vector2(0, Theme.Px(6)));
        Planes();
        ImGui.Dummy(new Vector2(0, Theme.Px(6)));
        _depiction.Draw();
        ImGui.Dummy(new Vector2(0, Theme.Px(6)));
        var handles = Cutting.ShowHandles;
        if (ImGui.Checkbox("Handles in the views", ref handles))
            Cutting.ShowHandles = handles;
        Ui.Tooltip(bench.Keys.Hint("cut.handles", "Outlines and handles that can be dragged"));
    }

    private void Note(string command) => Buttons[command] = new Rect(ImGui.GetItemRectMin(), ImGui.GetItemRectMax());

    private void Crop()
    {
        Ui.Heading("Crop box");
        var isOn = Viewer.CropBox is not null;
        if (ImGui.Checkbox("Show a box of the scene alone", ref isOn))
            Cutting.SwitchCrop();
        Note("cut.crop");
        Ui.Tooltip(bench.Keys.Hint("cut.crop", "In 3-D, of all layers but those that ignore clipping"));
        if (Viewer.CropBox is null)
            return;
        foreach (var axis in Axes)
        {
            if (Cutting.Walls(axis) is not { } walls || SliceSteps.Of(Viewer, axis) is not { } steps)
                continue;
            ImGui.PushID((int)axis);
            ImGui.AlignTextToFramePadding();
            Ui.Colored(Overlay.NameOf(axis), Theme.AxisColor(axis));
            ImGui.SameLine(Theme.Px(20));
            if (RangeSlider.Draw("range", ImGui.GetContentRegionAvail().X, walls.Low, walls.High, walls.Count, Theme.AxisColor(axis)) is { } range)
                Cutting.SetWalls(axis, range.Low, range.High);
            Voxels(axis, walls, steps);
            ImGui.PopID();
        }
    }

    // The ends as numbers that can be typed, and the length between them.
    private void Voxels(Axis axis, (int Low, int High, int Count) walls, SliceSteps steps)
    {
        var (first, last) = (walls.Low, walls.High - 1);
        var width = Theme.Px(64);
        ImGui.SetCursorPosX(ImGui.GetCursorPosX() + Theme.Px(20));
        ImGui.SetNextItemWidth(width);
        if (ImGui.DragInt("##first", ref first, 0.3f, 0, last, "%d", ImGuiSliderFlags.AlwaysClamp))
            Cutting.SetWalls(axis, first, walls.High);
        Ui.Tooltip("The first voxel that is shown: drag, or double click to type");
        ImGui.SameLine();
        Ui.Muted("…");
        ImGui.SameLine();
        ImGui.SetNextItemWidth(width);
        if (ImGui.DragInt("##last", ref last, 0.3f, first, walls.Count - 1, "%d", ImGuiSliderFlags.AlwaysClamp))
            Cutting.SetWalls(axis, walls.Low, last + 1);
        Ui.Tooltip("The last voxel that is shown: drag, or double click to type");
        ImGui.SameLine();
        var (low, high) = (walls.Low * steps.StepMicrometres, walls.High * steps.StepMicrometres);
        var text = steps.IsCalibrated ? $"{Lengths.Number(low)} … {Lengths.Text(high)}" : $"{walls.High - walls.Low} voxels";
        Ui.Elided(text, ImGui.GetContentRegionAvail().X, Theme.Muted);
    }

    private void Planes()
    {
        Ui.Heading("Clipping planes");
        var all = !Cutting.IsOfLayer;
        if (ImGui.RadioButton("of all layers", all))
            Cutting.IsOfLayer = false;
        ImGui.SameLine();
        if (ImGui.RadioButton("of the selected layer", !all))
            Cutting.IsOfLayer = true;
        Ui.Tooltip("Planes of a layer cut it alone, beside those of all layers");
        AddButtons();
        var (planes, selected) = (Cutting.Planes, Cutting.Selected);
        for (var index = 0; index < planes.Length && index < Cutting.Planes.Length; index++)
        {
            ImGui.PushID(index);
            Row(index, Cutting.Planes[index], index == selected);
            ImGui.PopID();
        }
        if (Cutting.Plane is { } plane)
            PlaneControls.Position(Viewer, plane.Point, plane.Normal, point => Cutting.Change(Cutting.Selected, old => new ClippingPlane(point, old.Normal, old.IsOn)));
        if (Viewer.SelectedLayer is not { } layer)
            return;
        var ignores = layer.IgnoresClipping;
        if (ImGui.Checkbox("The selected layer ignores box and planes", ref ignores))
            layer.IgnoresClipping = ignores;
        Ui.Tooltip(bench.Keys.Hint("cut.ignore", $"Box and planes of all layers leave '{layer.Name}' whole; its own planes cut it still"));
    }

    private void AddButtons()
    {
        ImGui.AlignTextToFramePadding();
        Ui.Muted("Add across");
        foreach (var (id, name, along) in PlaneControls.Directions(Viewer))
        {
            ImGui.SameLine(0, Theme.Px(6));
            if (ImGui.Button($"{name}##add"))
                Cutting.Add(along);
            Note($"cut.plane-{id}");
            Ui.Tooltip(bench.Keys.Hint($"cut.plane-{id}", $"A plane across {(id == "view" ? "the line of sight" : id)} through the crosshair"));
        }
    }

    private void Row(int index, ClippingPlane plane, bool isSelected)
    {
        var (place, width, size) = (ImGui.GetCursorScreenPos(), ImGui.GetContentRegionAvail().X, Theme.Px(26));
        var draw = ImGui.GetWindowDrawList();
        if (isSelected)
            draw.AddRectFilled(place, place + new Vector2(width, size), Theme.U32(Theme.AccentDim), Theme.Px(5));
        if (Ui.IconButton("on", plane.IsOn ? Icon.Eye : Icon.EyeOff, plane.IsOn ? "Let it not cut" : "Let it cut", size, plane.IsOn ? Theme.Text : Theme.Muted))
            Cutting.Switch(index);
        ImGui.SameLine(0, Theme.Px(4));
        var room = width - (size * 4) - Theme.Px(16);
        if (ImGui.InvisibleButton("row", new Vector2(Math.Max(1, room), size)))
            Cutting.Selected = index;
        var text = PlaneControls.Describe(plane.Point, plane.Normal, SliceSteps.Reference(Viewer)?.Spacing.IsCalibrated ?? false);
        draw.AddText(ImGui.GetItemRectMin() + new Vector2(Theme.Px(2), (size - ImGui.GetTextLineHeight()) / 2), Theme.U32(plane.IsOn ? Theme.Text : Theme.Muted), Elision.Middle(text, room, Ui.Width));
        Ui.Tooltip($"What stays: {text}. Click to take it in the hand.");
        ImGui.SameLine(0, Theme.Px(4));
        if (Ui.IconButton("flip", Icon.Flip, bench.Keys.Hint("cut.flip", "Let the other side stay"), size))
            Cutting.Flip(index);
        ImGui.SameLine(0, Theme.Px(2));
        if (Ui.IconButton("through", Icon.Cross, bench.Keys.Hint("cut.through-crosshair", "Move it through the crosshair"), size))
            Cutting.ThroughCursor(index);
        ImGui.SameLine(0, Theme.Px(2));
        if (Ui.IconButton("remove", Icon.Trash, bench.Keys.Hint("cut.remove-plane", "Remove it"), size))
            Cutting.Remove(index);
    }
}
