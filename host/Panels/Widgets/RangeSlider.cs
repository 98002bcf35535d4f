using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>A slider with two grabs for a range of whole numbers. Between the grabs both are dragged together.</summary>
internal static class RangeSlider
{
    // Which grab of which slider is held: 0 the low one, 1 the high one, 2 both.
    private static (uint Id, int Part, int Low, int High, float From) _held;

    /// <param name="id">Of the item.</param>
    /// <param name="width">Of the slider.</param>
    /// <param name="low">Start of the range.</param>
    /// <param name="high">End of the range, above the start.</param>
    /// <param name="count">The range lies within 0 to this.</param>
    /// <param name="color">Of the range.</param>
    /// <returns>The range chosen now, or null.</returns>
    public static (int Low, int High)? Draw(string id, float width, int low, int high, int count, Vector4 color)
    {
        var place = ImGui.GetCursorScreenPos();
        ImGui.InvisibleButton(id, new Vector2(width, Ui.Height));
        var (key, io, radius) = (ImGui.GetID(id), ImGui.GetIO(), Theme.Px(6));
        var (left, right, middle) = (place.X + radius, place.X + width - radius, place.Y + (Ui.Height / 2));
        float Place(int value) => left + ((right - left) * value / count);
        var draw = ImGui.GetWindowDrawList();
        draw.AddRectFilled(new Vector2(left, middle - Theme.Px(1.5f)), new Vector2(right, middle + Theme.Px(1.5f)), Theme.U32(Theme.Frame), 2);
        draw.AddRectFilled(new Vector2(Place(low), middle - Theme.Px(2)), new Vector2(Place(high), middle + Theme.Px(2)), Theme.U32(color, 0.65f), 2);
        var isLit = ImGui.IsItemHovered() || ImGui.IsItemActive();
        foreach (var at in new[] { Place(low), Place(high) })
            draw.AddCircleFilled(new Vector2(at, middle), radius, Theme.U32(isLit ? Theme.Text : color));
        if (ImGui.IsItemActivated())
            _held = (key, PartAt(io.MousePos.X, Place(low), Place(high), radius), low, high, io.MousePos.X);
        if (!ImGui.IsItemActive() || _held.Id != key || right <= left)
            return null;
        var moved = (int)MathF.Round((io.MousePos.X - _held.From) / (right - left) * count);
        var (newLow, newHigh) = _held.Part switch
        {
            0 => (Math.Clamp(_held.Low + moved, 0, high - 1), high),
            1 => (low, Math.Clamp(_held.High + moved, low + 1, count)),
            _ => (_held.Low + Math.Clamp(moved, -_held.Low, count - _held.High), _held.High + Math.Clamp(moved, -_held.Low, count - _held.High)),
        };
        return (newLow, newHigh) == (low, high) ? null : (newLow, newHigh);
    }

    private static int PartAt(float pointer, float low, float high, float radius)
    {
        var (toLow, toHigh) = (Math.Abs(pointer - low), Math.Abs(pointer - high));
        if (pointer > low + (radius * 1.5f) && pointer < high - (radius * 1.5f))
            return 2;
        // Where both grabs lie on one another, the side that was pressed decides.
        return toLow < toHigh || (toLow == toHigh && pointer < low) ? 0 : 1;
    }
}
