using System.Numerics;

using ImGuiNET;

using Silk.NET.OpenGL;

namespace VolumeViewer.Host.Panels;

/// <summary>The queue and the runs, in the place of the layers and the views while it is open.</summary>
internal sealed class RunsPanel(Workbench bench, GL gl) : IDisposable
{
    private static readonly string[] Titles = [.. Enum.GetNames<RunsTab>()];

    private readonly RunList _list = new(bench);
    private readonly CurvesView _curves = new(bench);
    private readonly ScatterView _scatter = new(bench);
    private readonly PreviewView _preview = new(bench, gl);

    public QueueView Queue { get; } = new(bench);

    public RunTableView Table { get; } = new(bench);

    /// <summary>Where the tabs were drawn last, by tab.</summary>
    public Dictionary<RunsTab, Rect> Tabs { get; } = [];

    /// <summary>Where the button that closes the panel was drawn last.</summary>
    public Rect CloseButton { get; private set; }

    public void Draw(Rect area)
    {
        ImGui.SetNextWindowPos(area.Min);
        ImGui.SetNextWindowSize(area.Size);
        ImGui.PushStyleVar(ImGuiStyleVar.WindowRounding, 0);
        ImGui.Begin("runs", ShellWindow.Flags | ImGuiWindowFlags.NoScrollbar | ImGuiWindowFlags.NoScrollWithMouse);
        ImGui.PopStyleVar();
        Header();
        if (bench.Runs.Fault is { } fault)
            Ui.Wrapped(fault, Theme.Error);
        if (bench.Runs.Tab == RunsTab.Queue)
            Queue.Draw();
        else
            Compared();
        ImGui.End();
    }

    public void Dispose() => _preview.Dispose();

    private void Header()
    {
        var (place, room) = (ImGui.GetCursorScreenPos(), ImGui.GetContentRegionAvail().X);
        ImGui.BeginChild("run tabs", new Vector2(room - Ui.Height - Theme.Px(10), Theme.Px(38)));
        var tabs = ImGui.GetContentRegionAvail().X;
        bench.Runs.Tab = (RunsTab)TabStrip.Draw("runs", Titles, (int)bench.Runs.Tab);
        ImGui.EndChild();
        foreach (var tab in Enum.GetValues<RunsTab>())
            Tabs[tab] = Rect.At(place.X + (tabs * (int)tab / Titles.Length), place.Y, tabs / Titles.Length, Theme.Px(30));
        ImGui.SameLine();
        var corner = ImGui.GetCursorScreenPos();
        CloseButton = Rect.At(corner.X, corner.Y, Ui.Height, Ui.Height);
        if (Ui.IconButton("close runs", Icon.Close, bench.Keys.Hint("view.close-runs", "Back to the views")))
            bench.Runs.Close();
    }

    private void Compared()
    {
        var width = Math.Min(Theme.Px(250), ImGui.GetContentRegionAvail().X * 0.32f);
        ImGui.BeginChild("run list", new Vector2(width, 0));
        _list.Draw();
        ImGui.EndChild();
        ImGui.SameLine();
        ImGui.BeginChild("run view", Vector2.Zero);
        if (bench.Runs.Comparison.Runs.Count == 0)
        {
            Ui.Wrapped("There is no run yet. Those of the queue appear here by themselves; 'Add folder' brings others: run folders, or a folder of them.", Theme.Muted);
        }
        else
        {
            switch (bench.Runs.Tab)
            {
                case RunsTab.Table: Table.Draw(); break;
                case RunsTab.Scatter: _scatter.Draw(); break;
                case RunsTab.Preview: _preview.Draw(); break;
                default: _curves.Draw(); break;
            }
        }
        ImGui.EndChild();
    }
}
