using System.Numerics;

using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The signs for how far the labelling of a phase is, and which of them the table of phases shows.</summary>
internal sealed class PhaseStateSigns
{
    private readonly HashSet<PhaseState> _hidden = [];

    /// <summary>Whether the table shows phases of this state.</summary>
    public bool Shows(PhaseState state) => !_hidden.Contains(state);

    /// <summary>"In progress".</summary>
    public static string TitleOf(PhaseState state) => state switch
    {
        PhaseState.InProgress => "In progress",
        PhaseState.Done => "Done",
        PhaseState.Flagged => "Flagged",
        _ => "To do",
    };

    /// <summary>A button for each state that occurs, to leave phases out of the table; nothing while all are to do.</summary>
    public void Filter(LabelsLayer layer)
    {
        if (layer.Phases.All(phase => phase.State == PhaseState.ToDo))
        {
            _hidden.Clear();
            return;
        }
        foreach (var state in Enum.GetValues<PhaseState>())
        {
            var count = layer.Phases.Count(phase => phase.State == state);
            ImGui.PushID((int)state);
            if (Sign("filter", state, Shows(state), Ui.Height * 0.85f))
                Toggle(state);
            ImGui.PopID();
            Ui.Tooltip($"{(Shows(state) ? "Hide" : "List")} phases that are {TitleOf(state).ToLowerInvariant()} ({count})");
            ImGui.SameLine(0, Theme.Px(2));
        }
        ImGui.NewLine();
    }

    /// <summary>The sign of a phase; a click goes on to the next state, the other button chooses one.</summary>
    public static void Draw(LabelsLayer layer, int label, Phase phase)
    {
        if (Sign("state", phase.State, true, Ui.Height * 0.8f))
            Set(layer, label, (PhaseState)(((int)phase.State + 1) % Enum.GetValues<PhaseState>().Length));
        Ui.Tooltip($"{phase.Name}: {TitleOf(phase.State).ToLowerInvariant()}. Click for the next, right-click to choose.");
        if (ImGui.IsItemHovered() && ImGui.IsMouseClicked(ImGuiMouseButton.Right))
            ImGui.OpenPopup("choose state");
        if (!ImGui.BeginPopup("choose state"))
            return;
        foreach (var state in Enum.GetValues<PhaseState>())
        {
            if (ImGui.MenuItem(TitleOf(state), "", state == phase.State, true))
                Set(layer, label, state);
        }
        ImGui.EndPopup();
    }

    /// <summary>Marks a phase.</summary>
    public static void Set(LabelsLayer layer, int label, PhaseState state) => layer.Phases = layer.Phases.With(label, layer.Phases[label] with { State = state });

    private void Toggle(PhaseState state)
    {
        if (!_hidden.Remove(state))
            _hidden.Add(state);
    }

    private static bool Sign(string id, PhaseState state, bool isBright, float size)
    {
        var place = ImGui.GetCursorScreenPos() + new Vector2(0, (Ui.Height - size) / 2);
        var pressed = ImGui.InvisibleButton(id, new Vector2(size, Ui.Height));
        var draw = ImGui.GetWindowDrawList();
        if (ImGui.IsItemHovered())
            draw.AddRectFilled(place, place + new Vector2(size), Theme.U32(Theme.FrameHovered), Theme.Px(4));
        var color = state switch
        {
            PhaseState.InProgress => Theme.Accent,
            PhaseState.Done => Theme.Good,
            PhaseState.Flagged => Theme.Warning,
            _ => Theme.Muted,
        };
        Shape(draw, state, place + new Vector2(size / 2), size * 0.27f, Theme.U32(color, isBright ? 1 : 0.35f));
        return pressed;
    }

    // Different shapes, so that they are told apart without colours too.
    private static void Shape(ImDrawListPtr draw, PhaseState state, Vector2 middle, float radius, uint color)
    {
        var thick = Math.Max(1.3f, Theme.Px(1.6f));
        switch (state)
        {
            case PhaseState.InProgress:
                draw.AddCircle(middle, radius, color, 24, thick);
                draw.AddCircleFilled(middle, radius * 0.5f, color, 16);
                break;
            case PhaseState.Done:
                draw.AddLine(middle + new Vector2(-radius, 0), middle + new Vector2(-radius * 0.25f, radius * 0.8f), color, thick);
                draw.AddLine(middle + new Vector2(-radius * 0.25f, radius * 0.8f), middle + new Vector2(radius, -radius * 0.8f), color, thick);
                break;
            case PhaseState.Flagged:
                draw.AddLine(middle + new Vector2(-radius * 0.7f, radius * 1.1f), middle + new Vector2(-radius * 0.7f, -radius * 1.1f), color, thick);
                draw.AddTriangleFilled(middle + new Vector2(-radius * 0.7f, -radius * 1.1f), middle + new Vector2(radius, -radius * 0.45f), middle + new Vector2(-radius * 0.7f, radius * 0.2f), color);
                break;
            default:
                draw.AddCircle(middle, radius, color, 24, thick);
                break;
        }
    }
}
