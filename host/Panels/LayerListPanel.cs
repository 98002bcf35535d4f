using System.Numerics;
using System.Runtime.CompilerServices;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The layers, the one on top first: shown or not, selected, renamed, reordered, removed.</summary>
internal sealed class LayerListPanel(Workbench bench)
{
    private Layer? _renamed;
    private string _name = "";
    private bool _isFirstFrame;

    private Viewer Viewer => bench.Viewer;

    private static float RowHeight => Theme.Px(30);

    /// <summary>Where the eye of each layer was drawn last.</summary>
    public Dictionary<Layer, Rect> Eyes { get; } = [];

    /// <summary>How high the list wants to be.</summary>
    public float WantedHeight => Theme.Px(44) + (Math.Max(2, Viewer.Layers.Count) * (RowHeight + Theme.Px(2)));

    public void Draw(Vector2 size)
    {
        Header();
        ImGui.BeginChild("layers", size with { Y = Math.Max(RowHeight, size.Y - Theme.Px(34)) });
        Eyes.Clear();
        if (bench.WantedRename is { } wanted)
            Rename(wanted);
        bench.WantedRename = null;
        if (Viewer.Layers.Count == 0)
            Ui.Muted("No layers yet.");
        var rows = LayerOrder.Shown(Viewer.Layers);
        for (var row = 0; row < rows.Count; row++)
        {
            // By layer, not by row: a row that is dragged stays the one that is held when it changes places.
            ImGui.PushID(RuntimeHelpers.GetHashCode(rows[row]));
            Row(rows[row], row, rows.Count);
            ImGui.PopID();
        }
        ImGui.EndChild();
    }

    private void Header()
    {
        ImGui.AlignTextToFramePadding();
        Ui.Heading("Layers");
        var selected = Viewer.SelectedLayer;
        ImGui.BeginDisabled(selected is null);
        var step = Ui.Height + Theme.Px(2);
        ImGui.SameLine(ImGui.GetContentRegionAvail().X - (3 * step) + Theme.Px(4));
        if (Ui.IconButton("up", Icon.Up, bench.Keys.Hint("layer.bring-up", "Bring up: draw it later")) && selected is not null)
            LayerOrder.MoveRows(Viewer.Layers, selected, -1);
        ImGui.SameLine(0, Theme.Px(2));
        if (Ui.IconButton("down", Icon.Down, bench.Keys.Hint("layer.send-down", "Send down: draw it earlier")) && selected is not null)
            LayerOrder.MoveRows(Viewer.Layers, selected, 1);
        ImGui.SameLine(0, Theme.Px(2));
        if (Ui.IconButton("remove", Icon.Trash, bench.Keys.Hint("layer.remove", "Remove the selected layer")) && selected is not null)
            bench.Remove(selected);
        ImGui.EndDisabled();
    }

    private void Row(Layer layer, int row, int rows)
    {
        var (place, width, height) = (ImGui.GetCursorScreenPos(), ImGui.GetContentRegionAvail().X, RowHeight);
        var draw = ImGui.GetWindowDrawList();
        var isSelected = ReferenceEquals(layer, Viewer.SelectedLayer);
        var (eye, icon) = (Theme.Px(26), Theme.Px(24));
        var nameAt = place + new Vector2(eye + icon + Theme.Px(6), 0);
        var box = Rect.At(place.X, place.Y, width, height);
        if (isSelected)
            draw.AddRectFilled(box.Min, box.Max, Theme.U32(Theme.AccentDim), Theme.Px(5));
        else if (ImGui.IsMouseHoveringRect(box.Min, box.Max) && ImGui.IsWindowHovered())
            draw.AddRectFilled(box.Min, box.Max, Theme.U32(Theme.Raised), Theme.Px(5));

        ImGui.SetCursorScreenPos(place + new Vector2(Theme.Px(2), (height - eye) / 2));
        Eyes[layer] = Rect.At(place.X + Theme.Px(2), place.Y + ((height - eye) / 2), eye, eye);
        if (Ui.IconButton("eye", layer.Visible ? Icon.Eye : Icon.EyeOff, layer.Visible ? "Hide" : "Show", eye, layer.Visible ? Theme.Text : Theme.Muted))
            layer.Visible = !layer.Visible;

        var isStale = bench.Remade.OldBuilds(layer).Count > 0;
        var room = box.Max.X - nameAt.X - Theme.Px(6) - (isStale ? icon : 0);
        if (isStale)
            Icons.Draw(draw, Icon.Warning, Rect.At(box.Max.X - icon, place.Y, icon, height), Theme.U32(Theme.Warning));
        if (ReferenceEquals(layer, _renamed))
            RenameField(layer, nameAt, room);
        else
            Handle(layer, row, rows, new Vector2(place.X + eye + Theme.Px(4), place.Y), box.Max.X - place.X - eye - Theme.Px(4));

        Chip(draw, layer, Rect.At(place.X + eye + Theme.Px(2), place.Y, icon, height));
        if (!ReferenceEquals(layer, _renamed))
        {
            draw.AddText(nameAt + new Vector2(0, (height - ImGui.GetTextLineHeight()) / 2), Theme.U32(layer.Visible ? Theme.Text : Theme.Muted),
                Elision.Middle(layer.Name, room, Ui.Width));
        }
        ImGui.SetCursorScreenPos(place + new Vector2(0, height + Theme.Px(2)));
        ImGui.Dummy(Vector2.Zero);
        ImGui.SetCursorScreenPos(place + new Vector2(0, height + Theme.Px(2)));
    }

    private void Handle(Layer layer, int row, int rows, Vector2 place, float width)
    {
        ImGui.SetCursorScreenPos(place);
        ImGui.InvisibleButton("row", new Vector2(Math.Max(1, width), RowHeight));
        if (ImGui.IsItemActivated())
            Viewer.SelectedLayer = layer;
        if (ImGui.IsItemHovered())
        {
            if (ImGui.IsMouseDoubleClicked(ImGuiMouseButton.Left))
                Rename(layer);
            if (!ImGui.IsItemActive())
                About(layer);
        }
        // Dragged past its own edge, a row changes places with its neighbour.
        if (!ImGui.IsItemActive() || ImGui.IsItemHovered())
            return;
        var pointer = ImGui.GetIO().MousePos.Y;
        if (pointer < place.Y && row > 0)
            LayerOrder.MoveRows(Viewer.Layers, layer, -1);
        else if (pointer > place.Y + RowHeight && row < rows - 1)
            LayerOrder.MoveRows(Viewer.Layers, layer, 1);
    }

    private void Rename(Layer layer) => (_renamed, _name, _isFirstFrame) = (layer, layer.Name, true);

    private void RenameField(Layer layer, Vector2 place, float room)
    {
        ImGui.SetCursorScreenPos(place + new Vector2(-Theme.Px(4), (RowHeight - Ui.Height) / 2));
        ImGui.SetNextItemWidth(room + Theme.Px(4));
        if (_isFirstFrame)
            ImGui.SetKeyboardFocusHere();
        var done = Ui.InputText("##name", ref _name, 200, ImGuiInputTextFlags.EnterReturnsTrue | ImGuiInputTextFlags.AutoSelectAll);
        if (done)
            bench.Rename(layer, _name);
        if (done || (!_isFirstFrame && ImGui.IsItemDeactivated()))
            _renamed = null;
        _isFirstFrame = false;
    }

    private static void Chip(ImDrawListPtr draw, Layer layer, Rect box)
    {
        var color = layer.Visible ? Theme.Accent : Theme.Muted;
        Icons.Draw(draw, layer switch { LabelsLayer => Icon.Labels, SurfaceLayer => Icon.Surface, PointsLayer => Icon.Points, _ => Icon.Image }, box, Theme.U32(color));
    }

    private void About(Layer layer)
    {
        ImGui.BeginTooltip();
        ImGui.PushTextWrapPos(Theme.Px(420));
        Ui.Heading(layer.Name);
        var type = layer switch
        {
            ImageLayer image => $"Image, {image.Volume.VoxelType}",
            LabelsLayer labels => $"Labels, {labels.Phases.Count} phases",
            SurfaceLayer { Mesh: var mesh } => $"Surface, {mesh.TriangleCount:N0} triangles",
            PointsLayer points => $"Points, {points.Positions.Length:N0}",
            _ => layer.GetType().Name,
        };
        Ui.Text(type);
        Ui.Text($"{layer.Shape} voxels (z, y, x)");
        Ui.Text(layer.Spacing.IsCalibrated ? $"Spacing {layer.Spacing}" : "Spacing unknown");
        if (layer.Origin.Length > 0)
            Ui.Muted(layer.Origin);
        if (bench.Remade.OldBuilds(layer) is { Count: > 0 } old)
            Ui.Colored($"Made by an older build of {StaleLayers.Text(old)}", Theme.Warning);
        ImGui.PopTextWrapPos();
        ImGui.EndTooltip();
    }
}
