
using ImGuiNET;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The phases of a labels layer: shown or not, colour, name, and the share of the voxels.</summary>
internal sealed class PhaseTableEditor(Workbench bench)
{
    private readonly PhaseStateSigns _states = new();
    private int _edited = -1;
    private string _name = "";

    public void Draw(LabelsLayer layer)
    {
        Header(layer);
        _states.Filter(layer);
        var shares = bench.Shares.Of(layer.Labels);
        var phases = layer.Phases;
        var longest = phases.Max(phase => Ui.Width(phase.Name)) + (2 * ImGui.GetStyle().FramePadding.X) + Theme.Px(2);
        for (var label = 0; label < phases.Count; label++)
        {
            if (!_states.Shows(phases[label].State))
                continue;
            ImGui.PushID(label);
            // A phase that was just added is not counted yet.
            Row(layer, label, phases[label], shares is not null && label < shares.Length - 1 ? shares[label] : null, longest);
            ImGui.PopID();
        }
        if (ImGui.SmallButton("Add a phase"))
            Add(layer);
        Ui.Tooltip("One more phase at the end of the table, to paint with");
        if (shares is not null && shares[^1] > 0)
            Ui.Muted($"Unlabelled: {shares[^1] * 100:0.00} %");
    }

    /// <summary>Adds a phase with a name, a file value and a colour that no other has.</summary>
    public static void Add(LabelsLayer layer)
    {
        var phases = layer.Phases;
        if (phases.Count >= PhaseTable.MaxCount)
            return;
        var number = phases.Count + 1;
        while (phases.Any(phase => string.Equals(phase.Name, $"phase {number}", StringComparison.OrdinalIgnoreCase)))
            number++;
        layer.Phases = new PhaseTable(phases.Append(new Phase($"phase {number}", PhaseTable.DefaultColor(phases.Count), phases.Max(phase => phase.FileValue) + 1)));
    }

    private void Header(LabelsLayer layer)
    {
        var row = new ButtonRow($"Phases ({layer.Phases.Count})", ["All", "None", "Only"]);
        if (row.Next())
            PhaseVisibility.ShowAll(layer, true);
        Ui.Tooltip(bench.Keys.Hint("layer.all-phases", "Show all phases"));
        if (row.Next())
            PhaseVisibility.ShowAll(layer, false);
        Ui.Tooltip(bench.Keys.Hint("layer.no-phases", "Hide all phases"));
        var inHand = PhaseVisibility.InHand(bench.Tools, layer);
        if (row.Next())
            PhaseVisibility.ShowOnly(layer, inHand);
        Ui.Tooltip(bench.Keys.Hint("layer.only-phase", $"Show only the phase in the hand, '{layer.Phases[inHand].Name}'; once more shows all. Alt + click on an eye does it for its phase."));
    }

    private void Row(LabelsLayer layer, int label, Phase phase, double? share, float longest)
    {
        if (Ui.IconButton("eye", phase.Visible ? Icon.Eye : Icon.EyeOff, phase.Visible ? "Hide this phase (Alt: show it alone)" : "Show this phase (Alt: alone)", 0, phase.Visible ? Theme.Text : Theme.Muted))
        {
            if (ImGui.GetIO().KeyAlt)
                PhaseVisibility.ShowOnly(layer, label);
            else
                layer.Phases = layer.Phases.With(label, phase with { Visible = !phase.Visible });
        }
        ImGui.SameLine(0, Theme.Px(2));
        PhaseStateSigns.Draw(layer, label, phase);
        ImGui.SameLine(0, Theme.Px(2));
        var color = Theme.Of(phase.Color);
        if (ImGui.ColorEdit4("##color", ref color, ImGuiColorEditFlags.NoInputs | ImGuiColorEditFlags.NoLabel | ImGuiColorEditFlags.NoTooltip
            | ImGuiColorEditFlags.AlphaBar | ImGuiColorEditFlags.AlphaPreviewHalf))
            layer.Phases = layer.Phases.With(label, phase with { Color = Theme.ToRgba(color) });
        Ui.Tooltip($"{phase.Name}: label {label}, value {phase.FileValue} in files, opacity {phase.Color.A / 2.55:0} %. Click to change colour and opacity.");
        ImGui.SameLine(0, Theme.Px(6));
        var (gap, available) = (Theme.Px(6), ImGui.GetContentRegionAvail().X);
        float ShareWidth(string widest) => Ui.Width(widest) + Theme.Px(4) + gap;
        var room = PhaseRoom.Of(available, longest, Theme.Px(60), ShareWidth("100.00 %"), ShareWidth("100 %"));
        Name(layer, label, phase, room.Name);
        if (Ui.ElideField(phase.Name) || room.Decimals is null)
            Ui.Tooltip($"{phase.Name}: {Share(2)} of all voxels");
        if (room.Decimals is not { } decimals)
            return;
        var text = Share(decimals);
        ImGui.SameLine(0, gap);
        ImGui.SetCursorPosX(ImGui.GetCursorPosX() + available - room.Name - gap - Ui.Width(text));
        ImGui.AlignTextToFramePadding();
        Ui.Muted(text);
        Ui.Tooltip(decimals == 2 ? "Share of all voxels" : $"Share of all voxels: {Share(2)}");

        string Share(int digits) => share is { } known ? $"{(known * 100).ToString($"F{digits}")} %" : "…";
    }

    private void Name(LabelsLayer layer, int label, Phase phase, float width)
    {
        var name = _edited == label ? _name : phase.Name;
        ImGui.SetNextItemWidth(Math.Max(Theme.Px(40), width));
        if (Ui.InputText("##name", ref name, 100))
            _name = name;
        if (ImGui.IsItemActivated())
            (_edited, _name) = (label, phase.Name);
        if (!ImGui.IsItemDeactivated())
            return;
        var wanted = _name.Trim();
        _edited = -1;
        if (wanted.Length == 0 || wanted == phase.Name)
            return;
        if (layer.Phases.Where((_, other) => other != label).Any(other => string.Equals(other.Name, wanted, StringComparison.OrdinalIgnoreCase)))
            bench.Notices.Fail($"Another phase is named '{wanted}' already; give each its own name.");
        else
            layer.Phases = layer.Phases.With(label, phase with { Name = wanted });
    }
}
