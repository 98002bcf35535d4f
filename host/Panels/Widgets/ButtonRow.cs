using System.Numerics;

using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>A heading with small buttons at its right; in a narrow panel they stand below it, in as many lines as they need.</summary>
internal sealed class ButtonRow
{
    private readonly string[] _names;
    private readonly float _room;
    private float _end;
    private int _next;

    public ButtonRow(string heading, string[] names)
    {
        _names = names;
        ImGui.AlignTextToFramePadding();
        Ui.Muted(heading);
        _room = ImGui.GetContentRegionAvail().X;
        var width = names.Sum(WidthOf) + (Gap * (names.Length - 1));
        if (Ui.Width(heading) + Theme.Px(8) + width <= _room)
        {
            ImGui.SameLine(_room - width);
            _end = _room - width - Gap;
        }
        else
        {
            _end = -Gap;
        }
    }

    private static float Gap => Theme.Px(3);

    /// <summary>Draws the next button.</summary>
    /// <param name="color">Of its text; null for the usual one.</param>
    /// <returns>Whether it was pressed.</returns>
    public bool Next(Vector4? color = null)
    {
        var name = _names[_next];
        var width = WidthOf(name);
        if (_next > 0 && _end + Gap + width <= _room + 1)
            ImGui.SameLine(0, Gap);
        else if (_next > 0)
            _end = -Gap;
        _end += Gap + width;
        _next++;
        ImGui.PushStyleVar(ImGuiStyleVar.FramePadding, new Vector2(Theme.Px(4), Theme.Px(2)));
        ImGui.PushStyleColor(ImGuiCol.Text, color ?? Theme.Text);
        var pressed = ImGui.Button(name);
        ImGui.PopStyleColor();
        ImGui.PopStyleVar();
        return pressed;
    }

    private static float WidthOf(string name) => Ui.Width(name) + Theme.Px(8);
}
