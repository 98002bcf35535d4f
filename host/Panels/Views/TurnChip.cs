using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Commands;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>In the header of a slice: how it is turned in its plane, and a menu to turn it.</summary>
internal static class TurnChip
{
    private const string Menu = "turn";

    /// <returns>Where the room for what stands left of it ends.</returns>
    public static float Draw(ViewTools tools, Axis axis, ViewCell cell, float right, float top)
    {
        var (size, turn) = (Theme.Px(22), tools.State.Turns.GetValueOrDefault(axis));
        if (cell.Area.Width < Theme.Px(turn == default ? 260 : 180))
            return right;
        right -= size;
        ImGui.SetCursorScreenPos(new Vector2(right, top + Theme.Px(3)));
        if (Ui.SignButton("turn button", Sign, turn == default ? "Turn or mirror the slice in its plane (Alt and a drag turns it freely)" : $"Turned: {Text(turn)}. Click to change it", size, turn == default ? null : Theme.Accent))
            ImGui.OpenPopup(Menu);
        if (ImGui.BeginPopup(Menu))
        {
            Choose(tools, axis, turn);
            ImGui.EndPopup();
        }
        return right - Theme.Px(2);
    }

    /// <summary>For example "90°" or "mirrored, −12.5°".</summary>
    public static string Text(SliceTurn turn) => FormattableString.Invariant($"{(turn.IsMirrored ? "mirrored, " : "")}{turn.Degrees:0.#}°").Replace('-', '−');

    private static void Choose(ViewTools tools, Axis axis, SliceTurn turn)
    {
        var keys = tools.Bench.Keys;
        var degrees = (float)turn.Degrees;
        ImGui.SetNextItemWidth(Theme.Px(200));
        if (ImGui.SliderFloat("##degrees", ref degrees, -180, 180, "%.1f°"))
            Put(SliceTurn.Of(Math.Round(degrees, 1), turn.IsMirrored));
        Ui.Tooltip("Turned clockwise by so much; Ctrl and a click to type it");
        Item("view.turn-left", "Turn left", turn.By(-90));
        ImGui.SameLine();
        Item("view.turn-right", "Turn right", turn.By(90));
        Item("view.flip-across", "Mirror left and right", turn.FlippedAcross());
        Item("view.flip-down", "Mirror top and bottom", turn.FlippedDown());
        Item("view.turn-back", "As it was", default);

        void Item(string id, string title, SliceTurn next)
        {
            if (ImGui.Button(title))
                Put(next);
            Ui.Tooltip(keys.Hint(id, CommandTable.Find(id).Title));
        }

        void Put(SliceTurn next) => tools.State.Turns[axis] = next;
    }

    private static void Sign(IconPen pen)
    {
        for (var step = 0; step < 9; step++)
        {
            var (from, to) = ((step * 0.5f) - 0.6f, ((step + 1) * 0.5f) - 0.6f);
            pen.Line(6 * MathF.Cos(from), 6 * MathF.Sin(from), 6 * MathF.Cos(to), 6 * MathF.Sin(to));
        }
        pen.Line(1.5f, -4, 5, -3.4f, 5.6f, -7);
    }
}
