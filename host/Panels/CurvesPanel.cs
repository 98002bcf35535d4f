using System.Numerics;
using System.Runtime.CompilerServices;

using ImGuiNET;

using VolumeViewer.Host.Jobs;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The curves that jobs draw while they run.</summary>
internal sealed class CurvesPanel(Workbench bench)
{
    private readonly ConditionalWeakTable<Job, Dictionary<string, PlotLook>> _looks = [];

    public void Draw()
    {
        var any = false;
        var jobs = bench.Services.Jobs.Jobs;
        for (var index = 0; index < jobs.Count; index++)
        {
            var plots = PlotsOf(jobs[index]);
            if (plots.Count == 0)
                continue;
            any = true;
            ImGui.PushID(jobs.Count - index);
            Ui.Elided(jobs[index].Title, ImGui.GetContentRegionAvail().X, Theme.Text);
            if (jobs[index].State == JobState.Running)
                Ui.Elided(jobs[index].Progress.Status, ImGui.GetContentRegionAvail().X, Theme.Muted);
            foreach (var plot in plots)
                LineChart.Draw(plot.Title, plot, new Vector2(ImGui.GetContentRegionAvail().X, Theme.Px(240)), LookOf(jobs[index], plot.Title), bench);
            ImGui.Dummy(new Vector2(0, Theme.Px(8)));
            ImGui.PopID();
        }
        if (!any)
            Ui.Wrapped("While a network is trained, its learning curves are drawn here.", Theme.Muted);
    }

    private PlotLook LookOf(Job job, string plot)
    {
        var looks = _looks.GetOrCreateValue(job);
        if (!looks.TryGetValue(plot, out var look))
            looks[plot] = look = new PlotLook();
        return look;
    }

    /// <summary>Whether a job has a curve to show.</summary>
    public static bool HasCurves(Job job) => job.AllSeries.Count > 0;

    /// <summary>The curves of a job, those of one plot together.</summary>
    public static IReadOnlyList<Plot> PlotsOf(Job job) =>
    [
        .. job.AllSeries.GroupBy(series => series.Plot).Select(group => new Plot(group.Key, group.First().XLabel, group.Key, [.. group.Select(SeriesOf)])),
    ];

    private static PlotSeries SeriesOf(LiveSeries series)
    {
        var points = series.Snapshot();
        return new PlotSeries(series.Name, [.. points.Select(point => point.X)], [.. points.Select(point => point.Y)]);
    }
}
