using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>A text that names phases of a layer: typed, or chosen from a menu of those there are.</summary>
internal static class PhaseField
{
    /// <param name="form">Has the layer.</param>
    /// <param name="parameter">Says whose phases, and what else may be named.</param>
    /// <param name="text">The names, with commas between where several can be.</param>
    /// <param name="spare">Room to leave free at the right.</param>
    /// <returns>Whether the text was changed.</returns>
    public static bool Draw(FormModel form, ParameterInfo parameter, ref string text, float spare)
    {
        ImGui.PushID(parameter.Name);
        ImGui.SetNextItemWidth(Math.Max(Theme.Px(40), ImGui.GetContentRegionAvail().X - Ui.Height - Theme.Px(4) - spare));
        var changed = Ui.InputTextWithHint("##phases", parameter.ManyPhases ? "phases" : "phase", ref text, 1000);
        if (Ui.ElideField(text))
            Ui.Tooltip(text);
        ImGui.SameLine(0, Theme.Px(4));
        if (Ui.IconButton("choose", Icon.Down, "Choose from the phases"))
            ImGui.OpenPopup("phases");
        if (ImGui.BeginPopup("phases"))
        {
            changed |= Menu(Choices(form, parameter), parameter.ManyPhases, ref text);
            ImGui.EndPopup();
        }
        ImGui.PopID();
        return changed;
    }

    /// <summary>The text with a name taken in or out.</summary>
    public static string Toggled(string text, string name)
    {
        var names = Names(text);
        if (names.RemoveAll(each => string.Equals(each, name, StringComparison.OrdinalIgnoreCase)) == 0)
            names.Add(name);
        return string.Join(", ", names);
    }

    /// <summary>What can be named: the phases of the layer and the further words. Where that input is left empty it is the layer that the operation changes.</summary>
    internal static IReadOnlyList<(string Name, Rgba? Color)> Choices(FormModel form, ParameterInfo parameter)
    {
        var input = form.Operation.Inputs.FirstOrDefault(each => each.Name == parameter.PhasesOf);
        var layer = (input is null ? null : form.LayerOf(input)) as LabelsLayer ?? form.Edited;
        return [.. layer is null ? [] : layer.Phases.Select(phase => (phase.Name, (Rgba?)phase.Color)), .. parameter.MoreThanPhases.Select(word => (word, (Rgba?)null))];
    }

    private static List<string> Names(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static bool Menu(IReadOnlyList<(string Name, Rgba? Color)> choices, bool many, ref string text)
    {
        var changed = false;
        var chosen = Names(text);
        if (choices.Count == 0)
            Ui.Muted("Choose a layer first.");
        foreach (var (name, color) in choices)
        {
            var place = ImGui.GetCursorScreenPos();
            var side = ImGui.GetTextLineHeight();
            ImGui.SetCursorPosX(ImGui.GetCursorPosX() + side + Theme.Px(6));
            var isChosen = chosen.Contains(name, StringComparer.OrdinalIgnoreCase);
            // With several the menu stays open for the next.
            if (ImGui.Selectable($"{name}##{name}", isChosen, many ? ImGuiSelectableFlags.NoAutoClosePopups : ImGuiSelectableFlags.None))
                (text, changed) = (many ? Toggled(text, name) : name, true);
            if (color is { } known)
                ImGui.GetWindowDrawList().AddRectFilled(place, place + new System.Numerics.Vector2(side), Theme.U32(Theme.Of(known)), Theme.Px(3));
        }
        return changed;
    }
}
