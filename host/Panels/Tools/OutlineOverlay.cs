using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>
/// Polygon and lasso: labels what is inside of an outline. A polygon is made of clicks and closed by Enter, a double click or a click on its begin; Backspace takes the last corner away, Escape
/// all of them. A lasso is drawn with the button held. With Ctrl at the end the inside is erased.
/// </summary>
internal sealed class OutlineOverlay(ViewTools tools, bool isLasso) : IViewOverlay, IDisposable
{
    private readonly GreyRangePicture _range = new(tools);
    private readonly List<(double U, double V)> _corners = [];
    private SliceGrid _grid;
    private LabelsLayer? _layer;
    private bool _isDragging;

    /// <summary>The corners so far, in voxels of the slice.</summary>
    public IReadOnlyList<(double U, double V)> Corners => _corners;

    public bool Follow(SliceTouch touch)
    {
        if (_layer is not null && (!tools.Bench.Viewer.Layers.Contains(_layer) || PaintHelp.IsKeyPressed(ImGuiKey.Escape)))
            Cancel();
        var isPressed = PaintHelp.IsPressed;
        if (isPressed && _layer is null)
            Begin(touch);
        if (_layer is null || _grid.Axis != touch.Axis)
            return isPressed;
        if (isLasso)
            return Draw(touch);
        if (isPressed)
            Click(touch);
        // In a slow frame a click and a key may come together.
        if (PaintHelp.IsKeyPressed(ImGuiKey.Backspace) && _corners.Count > 0)
            Remove();
        if (PaintHelp.IsKeyPressed(ImGuiKey.Enter) || PaintHelp.IsKeyPressed(ImGuiKey.KeypadEnter))
            Close();
        // The button that made a corner is held: the crosshair must not follow.
        _isDragging = touch.IsActive && ImGui.IsMouseDown(ImGuiMouseButton.Left) && (isPressed || _isDragging);
        return isPressed || _isDragging;
    }

    public void Draw(ImDrawListPtr draw, SliceTouch touch)
    {
        if (tools.Bench.Tools.Target is { } target)
            _range.Draw(draw, touch, target);
        if (_layer is not { } layer || _grid.Axis != touch.Axis)
            return;
        var isHere = SliceGrid.Of(layer, touch.Axis, touch.Cursor) is { } grid && grid.Slice == _grid.Slice;
        var places = _corners.Select(corner => touch.ToWindow(_grid.World(corner.U, corner.V, touch.Cursor))).ToList();
        var label = tools.Bench.Tools.Given(layer, PaintHelp.IsErasing);
        var color = label == LabelVolume.Unlabelled ? Theme.Text : Theme.Of(layer.Phases[label].Color) with { W = 1 };
        Lines(draw, places, color with { W = isHere ? 1 : 0.35f }, isLasso ? null : touch.IsHovered && isHere ? touch.Pointer : null);
        if (!isLasso)
            Handles(draw, places, isHere);
    }

    public void Dispose() => _range.Dispose();

    private void Begin(SliceTouch touch)
    {
        if (tools.Bench.Tools.Target is not { } layer)
        {
            tools.Bench.Notices.Tell(PaintHelp.NoLayer);
            return;
        }
        if (SliceGrid.Of(layer, touch.Axis, touch.Cursor) is not { } grid)
            return;
        (_layer, _grid) = (layer, grid);
        if (isLasso)
            _corners.Add(grid.Place(touch.Place));
    }

    private void Click(SliceTouch touch)
    {
        var begin = _corners.Count > 2 ? touch.ToWindow(_grid.World(_corners[0].U, _corners[0].V, touch.Cursor)) : new Vector2(float.MaxValue);
        if (ImGui.IsMouseDoubleClicked(ImGuiMouseButton.Left) || Vector2.Distance(begin, touch.Pointer) < Theme.Px(7))
            Close();
        else
            _corners.Add(_grid.Place(touch.Place));
    }

    private void Remove()
    {
        _corners.RemoveAt(_corners.Count - 1);
        if (_corners.Count == 0)
            Cancel();
    }

    private bool Draw(SliceTouch touch)
    {
        if (!touch.IsActive || !ImGui.IsMouseDown(ImGuiMouseButton.Left))
        {
            Close();
            return true;
        }
        var (u, v) = _grid.Place(touch.Place);
        var (lastU, lastV) = _corners[^1];
        // As fine as half a voxel; more places change nothing.
        if (Math.Abs(u - lastU) + Math.Abs(v - lastV) > 0.5)
            _corners.Add((u, v));
        return true;
    }

    private void Close()
    {
        if (_layer is { } layer && _corners.Count > 2)
        {
            var options = tools.Bench.Tools.Options;
            var (first, last) = options.OutlineScope switch
            {
                RegionScope.Slice => (_grid.Slice, _grid.Slice),
                RegionScope.Volume => (0, layer.Shape.Along(_grid.Axis) - 1),
                _ => (_grid.Slice - ((options.Slices - 1) / 2), _grid.Slice + (options.Slices / 2)),
            };
            var label = tools.Bench.Tools.Given(layer, PaintHelp.IsErasing);
            tools.Bench.Tools.Paint(layer, new PolygonShape(_grid, _corners, first, last), label, tools.Bench.Tools.Title(layer, label, "Outline"));
        }
        Cancel();
    }

    private void Cancel()
    {
        _corners.Clear();
        (_layer, _isDragging) = (null, false);
    }

    private static void Lines(ImDrawListPtr draw, List<Vector2> places, Vector4 color, Vector2? pointer)
    {
        foreach (var (ink, thickness) in ((Vector4 Ink, float Thickness)[])[(new Vector4(0, 0, 0, 0.75f * color.W), 3.5f), (color, 1.6f)])
        {
            foreach (var place in places)
                draw.PathLineTo(place);
            if (pointer is { } end)
                draw.PathLineTo(end);
            draw.PathStroke(Theme.U32(ink), ImDrawFlags.None, Math.Max(1, Theme.Px(thickness)));
        }
        // Where it would be closed.
        if (places.Count > 1)
            draw.AddLine(pointer ?? places[^1], places[0], Theme.U32(color with { W = color.W * 0.45f }), Math.Max(1, Theme.Px(1.2f)));
    }

    private static void Handles(ImDrawListPtr draw, List<Vector2> places, bool isHere)
    {
        for (var i = 0; i < places.Count; i++)
        {
            var radius = Theme.Px(i == 0 ? 4.5f : 3);
            draw.AddCircleFilled(places[i], radius + Theme.Px(1), Theme.U32(new Vector4(0, 0, 0, isHere ? 0.75f : 0.3f)));
            draw.AddCircleFilled(places[i], radius, Theme.U32(Theme.Text with { W = isHere ? 1 : 0.35f }));
        }
    }
}
