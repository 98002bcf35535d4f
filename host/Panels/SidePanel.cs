using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Jobs;

namespace VolumeViewer.Host.Panels;

/// <summary>The right of the window: the form of an operation above, jobs, results, curves, history and plugins below.</summary>
internal sealed class SidePanel(Workbench bench)
{
    private readonly OperationForm _form = new(bench);
    private readonly JobsPanel _jobs = new(bench);
    private readonly ResultsPanel _results = new(bench);
    private readonly CurvesPanel _curves = new(bench);
    private readonly HistoryPanel _history = new(bench);
    private readonly PluginsPanel _plugins = new(bench);
    private readonly HashSet<Job> _seenCurves = [];
    private float _formShare = 0.58f;
    private SideTab _tab;

    public OperationForm Form => _form;

    public UndoPanel Undo { get; } = new(bench);

    public LivePanel Live { get; } = new(bench);

    public CuttingPanel Cutting { get; } = new(bench);

    public MeasurePanel Measure { get; } = new(bench);

    public NotesPanel Notes { get; } = new(bench);

    public PointsPanel Points { get; } = new(bench);

    public ResultsPanel Results => _results;

    public void Draw(Rect area)
    {
        // The first curve of a job is what its user waits for.
        foreach (var job in bench.Services.Jobs.Jobs.Where(CurvesPanel.HasCurves))
        {
            if (_seenCurves.Add(job))
                bench.WantedTab = SideTab.Curves;
        }
        ImGui.SetNextWindowPos(area.Min);
        ImGui.SetNextWindowSize(area.Size);
        ImGui.PushStyleVar(ImGuiStyleVar.WindowRounding, 0);
        ImGui.Begin("side", ShellWindow.Flags | ImGuiWindowFlags.NoScrollbar | ImGuiWindowFlags.NoScrollWithMouse);
        ImGui.PopStyleVar();
        if (bench.Form is { } form)
        {
            var room = ImGui.GetContentRegionAvail().Y;
            ImGui.BeginChild("form", new Vector2(0, MathF.Floor(Math.Min(room * _formShare, _form.WantedHeight))));
            _form.Draw(form);
            ImGui.EndChild();
            var place = ImGui.GetCursorScreenPos();
            ImGui.GetWindowDrawList().AddLine(place + new Vector2(0, Theme.Px(2)), place + new Vector2(ImGui.GetContentRegionAvail().X, Theme.Px(2)), Theme.U32(Theme.Line));
            var moved = Ui.Splitter("form height", place, new Vector2(ImGui.GetContentRegionAvail().X, Theme.Px(5)), vertical: false);
            _formShare = Math.Clamp(_formShare + (moved / Math.Max(1, room)), 0.25f, 0.8f);
            ImGui.Dummy(new Vector2(0, Theme.Px(2)));
        }
        Tabs();
        ImGui.End();
    }

    private void Tabs()
    {
        if (bench.WantedTab is { } wanted)
            _tab = wanted;
        bench.WantedTab = null;
        var running = bench.Services.Jobs.Jobs.Count(job => job.State == JobState.Running);
        string[] titles = [running > 0 ? $"Jobs ({running})" : "Jobs", "Results", "Curves", "History", "Plugins", "Undo", "Live", "Measure", "Cut", "Texts", "Points"];
        _tab = (SideTab)TabStrip.Draw("tabs", titles, (int)_tab);
        ImGui.BeginChild($"{_tab}");
        ImGui.Dummy(new Vector2(0, Theme.Px(2)));
        switch (_tab)
        {
            case SideTab.Results: _results.Draw(); break;
            case SideTab.Curves: _curves.Draw(); break;
            case SideTab.History: _history.Draw(); break;
            case SideTab.Plugins: _plugins.Draw(); break;
            case SideTab.Undo: Undo.Draw(); break;
            case SideTab.Live: Live.Draw(); break;
            case SideTab.Measure: Measure.Draw(); break;
            case SideTab.Cut: Cutting.Draw(); break;
            case SideTab.Texts: Notes.Draw(); break;
            case SideTab.Points: Points.Draw(); break;
            default: _jobs.Draw(); break;
        }
        ImGui.EndChild();
    }
}
