using System.Collections.Immutable;
using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The opacity of a translucent image over its grey values, drawn over their histogram, as a curve with points to drag.</summary>
/// <remarks>Heights are square roots of opacities: those of one voxel's thickness are small, and differences among small ones are what is seen.</remarks>
internal sealed class OpacityCurveEditor
{
    private const int Pieces = 96;

    private static readonly (string Name, string Help, Func<ImageLayer, ImmutableArray<OpacityPoint>?> Curve)[] All =
    [
        ("Ramp", "Rises from the lower limit to the upper", _ => OpacityPresets.Ramp),
        ("Step", "What is brighter than the threshold that parts the histogram best", OpacityPresets.Step),
        ("2 peaks", "The brighter two of three classes of the histogram", layer => OpacityPresets.Peaks(layer, 3)),
        ("3 peaks", "The brighter three of four classes of the histogram", layer => OpacityPresets.Peaks(layer, 4)),
    ];

    private int _held = -1;

    /// <summary>Buttons that replace the curve.</summary>
    public static void Presets(ImageLayer layer)
    {
        ImGui.PushStyleVar(ImGuiStyleVar.FramePadding, new Vector2(Theme.Px(4), Theme.Px(2)));
        var gap = Theme.Px(4);
        var width = (ImGui.GetContentRegionAvail().X - (gap * (All.Length - 1))) / All.Length;
        foreach (var (name, help, curve) in All)
        {
            if (name != All[0].Name)
                ImGui.SameLine(0, gap);
            if (ImGui.Button(name, new Vector2(width, 0)) && curve(layer) is { } points)
                layer.OpacityCurve = points;
            Ui.Tooltip($"{help}: this opacity curve replaces the one that is drawn");
        }
        ImGui.PopStyleVar();
    }

    /// <summary>The point under a place of the window; −1 for none.</summary>
    /// <param name="layer">The image.</param>
    /// <param name="area">The plot between the contrast limits.</param>
    /// <param name="place">In the window.</param>
    public static int PointAt(ImageLayer layer, Rect area, Vector2 place)
    {
        var curve = layer.OpacityCurve;
        var nearest = Enumerable.Range(0, curve.Length).MinBy(index => Vector2.DistanceSquared(Place(layer, area, curve[index]), place));
        return Vector2.Distance(Place(layer, area, curve[nearest]), place) < Theme.Px(8) ? nearest : -1;
    }

    /// <summary>Says at the pointer what can be done there.</summary>
    public static void Explain(ImageLayer layer, Rect area)
    {
        if (ImGui.IsAnyMouseDown())
            return;
        var point = PointAt(layer, area, ImGui.GetIO().MousePos);
        Ui.Tooltip(point < 0 ? "Click to add a point of the opacity curve"
            : $"Opacity {layer.OpacityCurve[point].Opacity * 100:0.#} % of one voxel at {Lengths.Number(ValueOf(layer, layer.OpacityCurve[point].Position))}. Drag it; right click removes it.");
    }

    /// <summary>Lets the pointer change the curve.</summary>
    /// <returns>Whether it did.</returns>
    public bool Follow(ImageLayer layer, Rect area, bool isHeld, bool isOver)
    {
        var pointer = ImGui.GetIO().MousePos;
        var curve = layer.OpacityCurve;
        if (isOver && ImGui.IsMouseClicked(ImGuiMouseButton.Right) && PointAt(layer, area, pointer) is >= 0 and var removed)
        {
            layer.OpacityCurve = OpacityCurves.Remove(curve, removed);
            return true;
        }
        if (!isHeld || !ImGui.IsMouseDown(ImGuiMouseButton.Left))
        {
            _held = -1;
            return false;
        }
        var (position, opacity) = At(layer, area, pointer);
        if (ImGui.IsItemActivated())
        {
            _held = PointAt(layer, area, pointer);
            if (_held < 0)
            {
                layer.OpacityCurve = curve = OpacityCurves.Add(curve, position, opacity);
                _held = PointAt(layer, area, pointer);
            }
        }
        if (_held >= 0 && _held < curve.Length)
            layer.OpacityCurve = OpacityCurves.Move(curve, _held, position, opacity);
        return true;
    }

    public void Draw(ImDrawListPtr draw, ImageLayer layer, Rect area)
    {
        var curve = layer.OpacityCurve;
        for (var piece = 0; piece <= Pieces; piece++)
        {
            var place = piece / (float)Pieces;
            draw.PathLineTo(new Vector2(area.Min.X + (area.Width * place), Height(area, TransferTable.OpacityAt(curve, MathF.Pow(place, layer.Gamma)))));
        }
        draw.PathStroke(Theme.U32(Theme.Warning), ImDrawFlags.None, Math.Max(1, Theme.Px(2)));
        for (var index = 0; index < curve.Length; index++)
        {
            var place = Place(layer, area, curve[index]);
            draw.AddCircleFilled(place, Theme.Px(5), Theme.U32(Theme.Ground));
            draw.AddCircleFilled(place, Theme.Px(4), Theme.U32(index == _held ? Theme.Text : Theme.Warning));
        }
    }

    private static float Height(Rect area, float opacity) => area.Max.Y - Theme.Px(4) - ((area.Height - Theme.Px(10)) * MathF.Sqrt(opacity));

    // Positions of the curve count with gamma, the axis of the histogram without.
    private static Vector2 Place(ImageLayer layer, Rect area, OpacityPoint point) =>
        new(area.Min.X + (area.Width * MathF.Pow(point.Position, 1 / layer.Gamma)), Height(area, point.Opacity));

    private static (float Position, float Opacity) At(ImageLayer layer, Rect area, Vector2 place)
    {
        var across = Math.Clamp((place.X - area.Min.X) / Math.Max(1, area.Width), 0, 1);
        var up = Math.Clamp((area.Max.Y - Theme.Px(4) - place.Y) / Math.Max(1, area.Height - Theme.Px(10)), 0, 1);
        return (MathF.Pow(across, layer.Gamma), up * up);
    }

    private static double ValueOf(ImageLayer layer, float position) =>
        layer.ContrastLimits.Low + (((double)layer.ContrastLimits.High - layer.ContrastLimits.Low) * Math.Pow(position, 1 / layer.Gamma));
}
