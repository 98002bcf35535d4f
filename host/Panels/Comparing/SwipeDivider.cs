using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The divider of a swipe, which can be dragged in every view, and the names of the sides that share a picture.</summary>
internal sealed class SwipeDivider(ViewTools tools) : IViewOverlay
{
    private Rect? _dragged;

    private Viewer Viewer => tools.Bench.Viewer;

    public bool Follow(SliceTouch touch) => Follow(touch.Frame.Area, touch.Pointer, touch.IsHovered, touch.IsActive);

    public bool Follow(VolumeTouch touch) => Follow(touch.Frame.Area, touch.Pointer, touch.IsHovered, touch.IsActive);

    public bool Follow(PlaneTouch touch) => Follow(touch.Frame.Area, touch.Pointer, touch.IsHovered, touch.IsActive);

    public void Draw(ImDrawListPtr draw, SliceTouch touch) => Draw(draw, touch.Frame.Area, touch.Pointer);

    public void Draw(ImDrawListPtr draw, VolumeTouch touch) => Draw(draw, touch.Frame.Area, touch.Pointer);

    public void Draw(ImDrawListPtr draw, PlaneTouch touch) => Draw(draw, touch.Frame.Area, touch.Pointer);

    private static float DividerIn(Comparison comparison, Rect area) => area.Min.X + ComparisonTile.DividerOf(comparison, (int)MathF.Round(area.Width));

    private bool Follow(Rect area, Vector2 pointer, bool isHovered, bool isActive)
    {
        if (Viewer.Comparison is not { Mode: ComparisonMode.Swipe } comparison)
        {
            _dragged = null;
            return false;
        }
        var isOver = isHovered && Math.Abs(pointer.X - DividerIn(comparison, area)) <= Theme.Px(7);
        if (isOver && ImGui.IsMouseClicked(ImGuiMouseButton.Left))
            _dragged = area;
        if (_dragged != area)
        {
            if (isOver && _dragged is null)
                ImGui.SetMouseCursor(ImGuiMouseCursor.ResizeEW);
            return false;
        }
        if (!isActive || !ImGui.IsMouseDown(ImGuiMouseButton.Left))
        {
            _dragged = null;
            return true;
        }
        ImGui.SetMouseCursor(ImGuiMouseCursor.ResizeEW);
        Viewer.Comparison = comparison with { Position = (pointer.X - area.Min.X) / Math.Max(1, area.Width) };
        return true;
    }

    private void Draw(ImDrawListPtr draw, Rect area, Vector2 pointer)
    {
        if (Viewer.Comparison is not { } comparison || PaneSplit.IsSplit(comparison))
            return;
        var sides = ComparedSide.Of(Viewer);
        var isSwipe = comparison.Mode == ComparisonMode.Swipe;
        var middle = isSwipe ? DividerIn(comparison, area) : area.Center.X;
        if (isSwipe)
            Line(draw, area, middle, _dragged is not null || (area.Contains(pointer) && Math.Abs(pointer.X - middle) <= Theme.Px(7)));
        if (comparison.Mode == ComparisonMode.Flicker)
        {
            Name(draw, sides[tools.State.Flicker.Side].Name, middle, area, 0);
            return;
        }
        Name(draw, sides[0].Name, middle - Theme.Px(8), area, -1);
        Name(draw, sides[1].Name, middle + Theme.Px(8), area, 1);
    }

    private static void Line(ImDrawListPtr draw, Rect area, float x, bool isBright)
    {
        var color = isBright ? Theme.Text : Theme.Accent;
        draw.AddLine(new Vector2(x, area.Min.Y), new Vector2(x, area.Max.Y), Theme.U32(Theme.ViewGround, 0.7f), Theme.Px(4));
        draw.AddLine(new Vector2(x, area.Min.Y), new Vector2(x, area.Max.Y), Theme.U32(color), Math.Max(1, Theme.Px(1.5f)));
        // A grip, so that it is seen that the line can be dragged.
        var middle = new Vector2(x, area.Center.Y);
        draw.AddRectFilled(middle - new Vector2(Theme.Px(5), Theme.Px(14)), middle + new Vector2(Theme.Px(5), Theme.Px(14)), Theme.U32(color), Theme.Px(4));
        for (var line = -1; line <= 1; line++)
            draw.AddLine(middle + new Vector2(-Theme.Px(2), Theme.Px(5) * line), middle + new Vector2(Theme.Px(2), Theme.Px(5) * line), Theme.U32(Theme.OnAccent), Theme.Px(1));
    }

    // side: −1 ends at x, 1 begins there, 0 is around it. Below the axes' names.
    private static void Name(ImDrawListPtr draw, string name, float x, Rect area, int side)
    {
        var room = side switch { < 0 => x - area.Min.X, > 0 => area.Max.X - x, _ => area.Width } - Theme.Px(18);
        if (room < Theme.Px(24))
            return;
        var text = Elision.Middle(name, room, Ui.Width);
        var width = Ui.Width(text);
        var left = MathF.Round(side switch { < 0 => x - width - Theme.Px(6), > 0 => x + Theme.Px(6), _ => x - (width / 2) });
        var top = area.Min.Y + Theme.Px(6);
        draw.AddRectFilled(new Vector2(left - Theme.Px(6), top - Theme.Px(2)), new Vector2(left + width + Theme.Px(6), top + ImGui.GetTextLineHeight() + Theme.Px(2)), Theme.U32(Theme.ViewGround, 0.7f), Theme.Px(4));
        draw.AddText(new Vector2(left, top), Theme.U32(Theme.Text), text);
    }
}
