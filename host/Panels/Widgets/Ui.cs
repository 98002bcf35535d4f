using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>The small things all panels are made of.</summary>
/// <remarks>Texts go through TextUnformatted: a name may hold a percent sign, which the other functions take for a format.</remarks>
internal static class Ui
{
    private static int _modalFrame = -2;

    public static float Height => ImGui.GetFrameHeight();

    public static float Width(string text) => ImGui.CalcTextSize(text).X;

    public static void Text(string text) => ImGui.TextUnformatted(text);

    public static void Muted(string text) => Colored(text, Theme.Muted);

    public static void Colored(string text, Vector4 color)
    {
        ImGui.PushStyleColor(ImGuiCol.Text, color);
        ImGui.TextUnformatted(text);
        ImGui.PopStyleColor();
    }

    public static void Wrapped(string text) => Wrapped(text, Theme.Text);

    public static void Wrapped(string text, Vector4 color)
    {
        ImGui.PushTextWrapPos(0);
        Colored(text, color);
        ImGui.PopTextWrapPos();
    }

    public static void Heading(string text)
    {
        ImGui.PushFont(Fonts.Strong);
        ImGui.TextUnformatted(text);
        ImGui.PopFont();
    }

    /// <summary>A text cut to its room, the whole of it as a tooltip where it was cut.</summary>
    public static void Elided(string text, float room, Vector4 color)
    {
        var shown = Elision.Middle(text, room, Width);
        Colored(shown, color);
        if (shown.Length != text.Length)
            Tooltip(text);
    }

    /// <summary>Explains the item before.</summary>
    public static void Tooltip(string text)
    {
        // Under a field that is typed into it would lie over the fields below.
        if (text.Length == 0 || !ImGui.IsItemHovered(ImGuiHoveredFlags.AllowWhenDisabled) || ImGui.IsItemActive())
            return;
        ImGui.BeginTooltip();
        ImGui.PushTextWrapPos(Theme.Px(360));
        ImGui.TextUnformatted(text);
        ImGui.PopTextWrapPos();
        ImGui.EndTooltip();
    }

    /// <summary>A label in the left column; the control after it fills the right one.</summary>
    public static void Label(string text, float column, string help = "")
    {
        ImGui.AlignTextToFramePadding();
        var shown = Elision.End(text, column - Theme.Px(6), Width);
        Colored(shown, Theme.Muted);
        Tooltip(shown == text ? help : help.Length == 0 ? text : $"{text}\n{help}");
        ImGui.SameLine(column);
        ImGui.SetNextItemWidth(-1);
    }

    /// <summary>Whether a dialog was drawn that keeps the rest of the window from being used.</summary>
    public static bool IsModalOpen => ImGui.GetFrameCount() - _modalFrame is 0 or 1;

    /// <summary>Begins a dialog that keeps the rest of the window from being used, if it is open.</summary>
    public static bool BeginModal(string id, ImGuiWindowFlags flags)
    {
        if (!ImGui.BeginPopupModal(id, flags))
            return false;
        _modalFrame = ImGui.GetFrameCount();
        return true;
    }

    /// <summary>A field of text. Numbers have those of Dear ImGui, in which a comma is a decimal one.</summary>
    public static bool InputText(string id, ref string text, uint most, ImGuiInputTextFlags flags = ImGuiInputTextFlags.None)
    {
        var changed = ImGui.InputText(id, ref text, most, flags);
        DecimalComma.IsText();
        return changed;
    }

    /// <summary>The same with words that stand in it while it is empty.</summary>
    public static bool InputTextWithHint(string id, string hint, ref string text, uint most, ImGuiInputTextFlags flags = ImGuiInputTextFlags.None)
    {
        var changed = ImGui.InputTextWithHint(id, hint, ref text, most, flags);
        DecimalComma.IsText();
        return changed;
    }

    /// <summary>The same of several lines.</summary>
    public static bool InputTextMultiline(string id, ref string text, uint most, Vector2 size)
    {
        var changed = ImGui.InputTextMultiline(id, ref text, most, size);
        DecimalComma.IsText();
        return changed;
    }

    /// <summary>Writes "…" where the text of the field before is longer than it, as long as nobody types.</summary>
    /// <returns>Whether it is.</returns>
    public static bool ElideField(string text)
    {
        var (low, high, padding) = (ImGui.GetItemRectMin(), ImGui.GetItemRectMax(), ImGui.GetStyle().FramePadding);
        var room = high.X - low.X - (2 * padding.X);
        if (ImGui.IsItemActive() || Width(text) <= room)
            return false;
        var draw = ImGui.GetWindowDrawList();
        draw.AddRectFilled(low, high, Theme.U32(Theme.Frame), ImGui.GetStyle().FrameRounding);
        draw.AddText(low + padding, Theme.U32(Theme.Text), Elision.End(text, room, Width));
        return true;
    }

    /// <summary>Begins a menu whose current choice is shortened in its middle where it finds no room; its end may be all that tells it from others.</summary>
    /// <param name="id">Of the menu.</param>
    /// <param name="current">The choice.</param>
    public static bool BeginCombo(string id, string current)
    {
        var room = ImGui.CalcItemWidth() - Height - (2 * ImGui.GetStyle().FramePadding.X);
        var shown = Elision.Middle(current, room, Width);
        if (ImGui.BeginCombo(id, shown))
            return true;
        if (shown.Length != current.Length)
            Tooltip(current);
        return false;
    }

    /// <summary>A menu of texts.</summary>
    /// <returns>The text chosen now, or null.</returns>
    public static string? Choose(string id, string current, IReadOnlyList<string> choices, float width)
    {
        string? chosen = null;
        ImGui.SetNextItemWidth(width);
        if (!BeginCombo(id, current))
            return null;
        foreach (var choice in choices)
        {
            if (ImGui.Selectable(choice, choice == current))
                chosen = choice;
        }
        ImGui.EndCombo();
        return chosen;
    }

    /// <summary>A button with the accent: the one thing to do here. While it cannot be pressed it looks like any other.</summary>
    public static bool MainButton(string label, Vector2 size, bool isEnabled = true)
    {
        if (!isEnabled)
        {
            ImGui.BeginDisabled();
            ImGui.Button(label, size);
            ImGui.EndDisabled();
            return false;
        }
        ImGui.PushStyleColor(ImGuiCol.Button, Theme.Accent);
        ImGui.PushStyleColor(ImGuiCol.ButtonHovered, Theme.AccentHovered);
        ImGui.PushStyleColor(ImGuiCol.ButtonActive, Theme.AccentHovered);
        ImGui.PushStyleColor(ImGuiCol.Text, Theme.OnAccent);
        var pressed = ImGui.Button(label, size);
        ImGui.PopStyleColor(4);
        return pressed;
    }

    /// <summary>A square button with a drawn sign.</summary>
    public static bool IconButton(string id, Icon icon, string help, float size = 0, Vector4? color = null) =>
        SignButton(id, help, size, color, (draw, box, ink) => Icons.Draw(draw, icon, box, ink));

    /// <summary>The same with a sign of its own.</summary>
    public static bool SignButton(string id, Action<IconPen> sign, string help, float size = 0, Vector4? color = null) =>
        SignButton(id, help, size, color, (draw, box, ink) => sign(new IconPen(draw, box, ink)));

    private static bool SignButton(string id, string help, float size, Vector4? color, Action<ImDrawListPtr, Rect, uint> paint)
    {
        size = size > 0 ? size : Height;
        var place = ImGui.GetCursorScreenPos();
        var pressed = ImGui.InvisibleButton(id, new Vector2(size));
        var hovered = ImGui.IsItemHovered();
        var draw = ImGui.GetWindowDrawList();
        if (hovered)
            draw.AddRectFilled(place, place + new Vector2(size), Theme.U32(ImGui.IsItemActive() ? Theme.FrameActive : Theme.FrameHovered), Theme.Px(5));
        // GetColorU32 takes the opacity of disabled items into account.
        paint(draw, Rect.At(place.X, place.Y, size, size), ImGui.GetColorU32(color ?? (hovered ? Theme.Text : Theme.Muted)));
        Tooltip(help);
        return pressed;
    }

    /// <summary>A bar between two parts that can be dragged.</summary>
    /// <returns>By how many pixels it was dragged now.</returns>
    public static float Splitter(string id, Vector2 place, Vector2 size, bool vertical)
    {
        ImGui.SetCursorScreenPos(place);
        ImGui.InvisibleButton(id, size);
        if (ImGui.IsItemHovered() || ImGui.IsItemActive())
        {
            ImGui.SetMouseCursor(vertical ? ImGuiMouseCursor.ResizeEW : ImGuiMouseCursor.ResizeNS);
            ImGui.GetWindowDrawList().AddRectFilled(place, place + size, Theme.U32(Theme.Accent, 0.6f));
        }
        var delta = ImGui.GetIO().MouseDelta;
        return ImGui.IsItemActive() ? (vertical ? delta.X : delta.Y) : 0;
    }
}
