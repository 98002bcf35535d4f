using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>A thin slider over whole numbers, without a number of its own.</summary>
internal static class StepSlider
{
    /// <returns>The number chosen now, or null.</returns>
    public static int? Draw(string id, Rect box, int value, int count, Vector4 color)
    {
        ImGui.SetCursorScreenPos(box.Min);
        ImGui.InvisibleButton(id, Vector2.Max(box.Size, Vector2.One));
        var (hovered, active) = (ImGui.IsItemHovered(), ImGui.IsItemActive());
        var draw = ImGui.GetWindowDrawList();
        var (middle, radius) = (MathF.Round(box.Center.Y), Theme.Px(active ? 7 : 6));
        var (left, right) = (box.Min.X + Theme.Px(10), box.Max.X - Theme.Px(10));
        var across = count > 1 ? left + ((right - left) * value / (count - 1)) : left;
        draw.AddRectFilled(new Vector2(left, middle - Theme.Px(1.5f)), new Vector2(right, middle + Theme.Px(1.5f)), Theme.U32(Theme.Frame), 2);
        draw.AddRectFilled(new Vector2(left, middle - Theme.Px(1.5f)), new Vector2(across, middle + Theme.Px(1.5f)), Theme.U32(color, 0.55f), 2);
        draw.AddCircleFilled(new Vector2(across, middle), radius, Theme.U32(hovered || active ? Theme.Text : color));
        if (!active || count < 2 || right <= left)
            return null;
        var wanted = (int)MathF.Round(Math.Clamp((ImGui.GetIO().MousePos.X - left) / (right - left), 0, 1) * (count - 1));
        return wanted == value ? null : wanted;
    }
}
