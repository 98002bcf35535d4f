using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The points of an image's own colours, on the strip of colours below its histogram: dragged, added by a double click, coloured by a click, removed by the right button.</summary>
internal sealed class ColorPointsEditor
{
    private const string Popup = "colour of a point";

    private int _held = -1;
    private int _open = -1;
    private bool _isMoved;
    private Vector2 _from;

    /// <summary>Where the points were drawn last.</summary>
    public IReadOnlyList<Vector2> Shown { get; private set; } = [];

    /// <summary>Whether the colour of a point is being chosen.</summary>
    public bool IsChoosing { get; private set; }

    /// <summary>Lets the pointer change the points. The strip is within the current item of Dear ImGui.</summary>
    /// <returns>Whether it has the pointer, so that nothing else shall react.</returns>
    public bool Follow(ImageLayer layer, Rect strip)
    {
        if (!ColorPoints.IsOwn(layer.Colormap))
        {
            _held = -1;
            return false;
        }
        var pointer = ImGui.GetIO().MousePos;
        if (_held >= 0)
            return Hold(layer, strip, pointer);
        if (!ImGui.IsItemHovered())
            return false;
        var under = PointAt(layer, strip, pointer);
        if (under < 0)
            return AddBy(layer, strip, pointer);
        ImGui.SetMouseCursor(ImGuiMouseCursor.ResizeEW);
        var point = layer.Colormap.Points[under];
        Ui.Tooltip($"{point.Color} at {Lengths.Number(ValueOf(layer, point.Position))}. Drag it; a click changes the colour, the right button removes it.");
        if (ImGui.IsMouseClicked(ImGuiMouseButton.Right))
            layer.Colormap = ColorPoints.Remove(layer.Colormap, under);
        else if (ImGui.IsMouseClicked(ImGuiMouseButton.Left))
            (_held, _from, _isMoved) = (under, pointer, false);
        return true;
    }

    public void Draw(ImDrawListPtr draw, ImageLayer layer, Rect strip)
    {
        Shown = [];
        if (!ColorPoints.IsOwn(layer.Colormap))
            return;
        var points = layer.Colormap.Points;
        Shown = [.. points.Select(point => PlaceOf(layer, strip, point.Position))];
        for (var index = 0; index < points.Length; index++)
        {
            draw.AddCircleFilled(Shown[index], Theme.Px(6), Theme.U32(Theme.Ground));
            draw.AddCircleFilled(Shown[index], Theme.Px(5), Theme.U32(index == _held || (IsChoosing && index == _open) ? Theme.Accent : Theme.Text));
            draw.AddCircleFilled(Shown[index], Theme.Px(3.5f), Theme.U32(Theme.Of(points[index].Color) with { W = 1 }));
        }
    }

    /// <summary>The choice of a colour, while it is open.</summary>
    public void Choose(ImageLayer layer)
    {
        if (_open >= 0 && !IsChoosing)
            ImGui.OpenPopup(Popup);
        IsChoosing = _open >= 0 && ImGui.BeginPopup(Popup);
        if (!IsChoosing)
        {
            _open = -1;
            return;
        }
        if (!ColorPoints.IsOwn(layer.Colormap) || _open >= layer.Colormap.Points.Length)
            ImGui.CloseCurrentPopup();
        else
            Fields(layer, layer.Colormap.Points[_open]);
        ImGui.EndPopup();
    }

    private void Fields(ImageLayer layer, ColorPoint point)
    {
        var color = new Vector3(point.Color.R, point.Color.G, point.Color.B) / 255;
        ImGui.SetNextItemWidth(Theme.Px(200));
        if (ImGui.ColorPicker3("##colour", ref color))
            layer.Colormap = ColorPoints.Recolor(layer.Colormap, _open, Theme.ToRgba(new Vector4(color, 1)));
        Ui.Label("At", Theme.Px(60), "The grey value that has this colour");
        var value = (float)ValueOf(layer, point.Position);
        var (low, high) = (layer.ContrastLimits.Low, layer.ContrastLimits.High);
        ImGui.SetNextItemWidth(Theme.Px(140));
        if (ImGui.DragFloat("##value", ref value, Math.Max(1e-9f, (high - low) / 300), low, high, "%.5g", ImGuiSliderFlags.NoRoundToFormat))
            layer.Colormap = ColorPoints.Move(layer.Colormap, _open, MathF.Pow(Math.Clamp((value - low) / (high - low), 0, 1), layer.Gamma));
    }

    private static int PointAt(ImageLayer layer, Rect strip, Vector2 place)
    {
        var points = layer.Colormap.Points;
        var nearest = Enumerable.Range(0, points.Length).MinBy(index => Vector2.DistanceSquared(PlaceOf(layer, strip, points[index].Position), place));
        return Vector2.Distance(PlaceOf(layer, strip, points[nearest].Position), place) < Theme.Px(8) ? nearest : -1;
    }

    private bool Hold(ImageLayer layer, Rect strip, Vector2 pointer)
    {
        _isMoved |= Vector2.Distance(pointer, _from) > Theme.Px(3);
        if (ImGui.IsMouseDown(ImGuiMouseButton.Left) && _held < layer.Colormap.Points.Length)
        {
            if (_isMoved)
                layer.Colormap = ColorPoints.Move(layer.Colormap, _held, PositionAt(layer, strip, pointer.X));
            return true;
        }
        _open = _isMoved ? -1 : _held;
        _held = -1;
        return true;
    }

    private static bool AddBy(ImageLayer layer, Rect strip, Vector2 pointer)
    {
        if (pointer.Y < strip.Min.Y || pointer.X < strip.Min.X || pointer.X > strip.Max.X)
            return false;
        if (!ImGui.IsAnyMouseDown())
            Ui.Tooltip("A double click adds a colour");
        if (!ImGui.IsMouseDoubleClicked(ImGuiMouseButton.Left))
            return false;
        layer.Colormap = ColorPoints.Add(layer.Colormap, PositionAt(layer, strip, pointer.X));
        return true;
    }

    // Positions count with gamma, the axis of the histogram without.
    private static Vector2 PlaceOf(ImageLayer layer, Rect strip, float position) => new(strip.Min.X + (strip.Width * MathF.Pow(position, 1 / layer.Gamma)), strip.Center.Y);

    private static float PositionAt(ImageLayer layer, Rect strip, float x) => MathF.Pow(Math.Clamp((x - strip.Min.X) / Math.Max(1, strip.Width), 0, 1), layer.Gamma);

    private static double ValueOf(ImageLayer layer, float position) =>
        layer.ContrastLimits.Low + (((double)layer.ContrastLimits.High - layer.ContrastLimits.Low) * Math.Pow(position, 1 / layer.Gamma));
}
