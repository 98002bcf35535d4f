using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Recovery;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Asks whether labels shall be restored that an earlier run of the program left behind.</summary>
internal sealed class RecoveryDialog(Workbench bench)
{
    private const string Title = "Restore labels?";

    private IReadOnlyList<RecoverySession>? _listed;
    private List<(string Name, string Facts)> _rows = [];

    /// <summary>Places of the buttons as they were drawn last.</summary>
    public Dictionary<string, Rect> Buttons { get; } = [];

    public void Draw()
    {
        Buttons.Clear();
        if (bench.Recovery.Found.Count == 0 || bench.FileRequest is not null)
            return;
        if (!ReferenceEquals(_listed, bench.Recovery.Found))
            List();
        var display = ImGui.GetIO().DisplaySize;
        ImGui.SetNextWindowSize(new Vector2(Math.Min(Theme.Px(560), display.X - Theme.Px(24)), 0));
        ImGui.SetNextWindowPos(display / 2, ImGuiCond.Always, new Vector2(0.5f));
        if (!ImGui.IsPopupOpen(Title))
            ImGui.OpenPopup(Title);
        if (!Ui.BeginModal(Title, ImGuiWindowFlags.NoTitleBar | ImGuiWindowFlags.NoResize | ImGuiWindowFlags.NoMove))
            return;
        Ui.Heading(_rows.Count == 1 ? "Restore the labels of an earlier run?" : $"Restore {_rows.Count} layers of labels of earlier runs?");
        Ui.Wrapped("The program ended before they were saved. Copies of them were kept:", Theme.Muted);
        Rows();
        ImGui.Dummy(new Vector2(0, Theme.Px(4)));
        if (Button("Restore", "Opens them as they were; they stay kept until they are saved", isMain: true))
            Do(bench.Recovery.Restore);
        ImGui.SameLine();
        if (Button("Discard", "Removes the copies for good"))
            Do(bench.Recovery.Discard);
        ImGui.SameLine();
        if (Button("Later", "Asks again at the next start (Escape)") || ImGui.IsKeyPressed(ImGuiKey.Escape, false))
            Do(bench.Recovery.Leave);
        ImGui.EndPopup();
    }

    private void Rows()
    {
        var height = (Math.Min(_rows.Count, 6) * (ImGui.GetTextLineHeightWithSpacing() * 2)) + Theme.Px(16);
        ImGui.PushStyleColor(ImGuiCol.ChildBg, Theme.Ground);
        ImGui.BeginChild("copies", new Vector2(0, height), ImGuiChildFlags.AlwaysUseWindowPadding);
        ImGui.PopStyleColor();
        foreach (var (name, facts) in _rows)
        {
            Ui.Elided(name, ImGui.GetContentRegionAvail().X, Theme.Text);
            Ui.Elided(facts, ImGui.GetContentRegionAvail().X, Theme.Muted);
        }
        ImGui.EndChild();
    }

    private void List()
    {
        _listed = bench.Recovery.Found;
        _rows = [.. _listed.SelectMany(session => session.Copies).Select(Row)];
    }

    private static (string Name, string Facts) Row(LayerCopy copy)
    {
        try
        {
            var manifest = copy.ReadManifest();
            return (manifest.Name, $"{manifest.Saved.LocalDateTime:yyyy-MM-dd HH:mm}, {string.Join(" × ", manifest.Shape)} voxels, {string.Join(", ", manifest.Phases.Select(phase => phase.Name))}");
        }
        catch (UserException problem)
        {
            return ("Damaged", problem.Message);
        }
    }

    private bool Button(string label, string help, bool isMain = false)
    {
        var size = new Vector2(Math.Max(Theme.Px(110), Ui.Width(label) + Theme.Px(24)), 0);
        var pressed = isMain ? Ui.MainButton(label, size) : ImGui.Button(label, size);
        Buttons[label] = new Rect(ImGui.GetItemRectMin(), ImGui.GetItemRectMax());
        Ui.Tooltip(help);
        return pressed;
    }

    private static void Do(Action action)
    {
        ImGui.CloseCurrentPopup();
        action();
    }
}
