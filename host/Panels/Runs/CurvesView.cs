using System.Numerics;
using System.Text;

using ImGuiNET;

using VolumeViewer.Host.CommandLine;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Runs;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The curves of all runs in one plot.</summary>
internal sealed class CurvesView(Workbench bench)
{
    private RunsDesk Desk => bench.Runs;

    public void Draw()
    {
        var comparison = Desk.Comparison;
        Choices(comparison);
        var curves = new List<RunChart.Curve>();
        var runs = new List<RunView>();
        for (var index = 0; index < comparison.Runs.Count; index++)
        {
            var run = comparison.Runs[index];
            var (xs, ys) = (run.Metrics.Column(Desk.X), run.Metrics.Column(Desk.Y));
            if (!Desk.IsShown(run) || xs.Count == 0 || !ys.Any(double.IsFinite))
                continue;
            var isSmooth = Desk.Smoothing > 0;
            var drawn = isSmooth ? Smoothing.Ema(ys, Desk.Smoothing) : ys;
            curves.Add(new RunChart.Curve(new PlotSeries(comparison.LabelOf(run), xs, drawn), isSmooth ? ys : null, RunColors.Of(index), run.Folder == Desk.Chosen));
            runs.Add(run);
        }
        var frame = RunChart.Begin("run curves", ImGui.GetContentRegionAvail(), Desk.X, Desk.Y + (Desk.IsLog ? " (logarithmic)" : ""),
            curves.SelectMany(curve => curve.Smooth.X), curves.SelectMany(curve => curve.Smooth.Y.Concat(curve.Raw ?? [])), false, Desk.IsLog, 0);
        if (frame is null)
            return;
        if (curves.Count == 0)
            ImGui.GetWindowDrawList().AddText(frame.Area.Min + new Vector2(Theme.Px(20)), Theme.U32(Theme.Muted), $"No run that is shown has numbers for '{Desk.Y}' over '{Desk.X}' yet.");
        RunChart.Draw(frame, curves);
        if (RunChart.Pointed(frame, curves) is not { } pointed)
            return;
        var (series, color) = (curves[pointed.Curve].Smooth, curves[pointed.Curve].Color);
        var (x, y) = (series.X[pointed.Point], series.Y[pointed.Point]);
        ImGui.GetWindowDrawList().AddCircleFilled(frame.Place(x, y), Theme.Px(5), Theme.U32(color));
        RunTip.Show(runs[pointed.Curve], comparison, $"{Desk.Y} {Lengths.Number(y)} at {Desk.X} {Lengths.Number(x)}");
        if (ImGui.IsMouseClicked(ImGuiMouseButton.Left))
            Desk.Chosen = runs[pointed.Curve].Folder;
    }

    private void Choices(RunComparison comparison)
    {
        var width = Math.Clamp((ImGui.GetContentRegionAvail().X - Theme.Px(24)) / 3, Theme.Px(90), Theme.Px(210));
        if (Ui.Choose("##y", Desk.Y, comparison.Metrics, width) is { } y)
            Desk.Y = y;
        ImGui.SameLine();
        Ui.Muted("over");
        ImGui.SameLine();
        if (Ui.Choose("##x", Desk.X, RunCurves.Abscissas, Theme.Px(90)) is { } x)
            Desk.X = x;
        ImGui.SameLine();
        var isLog = Desk.IsLog;
        if (ImGui.Checkbox("log", ref isLog))
            Desk.IsLog = isLog;
        Ui.Tooltip("Draw y on a logarithmic scale");
        ImGui.SetNextItemWidth(width);
        var smoothing = Desk.Smoothing;
        if (ImGui.SliderFloat("##smoothing", ref smoothing, 0, 0.99f, "smoothing %.2f", ImGuiSliderFlags.AlwaysClamp))
            Desk.Smoothing = smoothing;
        Ui.Tooltip("Weight of what was before in an exponential moving average; what was measured stays faintly to be seen");
        ImGui.SameLine();
        if (ImGui.Button("Save CSV…"))
            Save(comparison, "curves.csv");
        ImGui.SameLine();
        if (ImGui.Button("Save PNG…"))
            Save(comparison, "curves.png");
    }

    private void Save(RunComparison comparison, string name)
    {
        var shown = RunComparison.Of([.. comparison.Runs.Where(Desk.IsShown)]);
        var (y, x, smoothing, isLog, chosen) = (Desk.Y, Desk.X, Desk.Smoothing, Desk.IsLog, Desk.ChosenRun);
        bench.FileRequest = new FileRequest("Save the curves as", FileGoal.Save, "Save", name, paths => bench.InBackground(() =>
        {
            var plot = RunCurves.Plot(shown, y, x, smoothing);
            if (paths[0].EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                OutputPath.WriteAllBytes(paths[0], Encoding.UTF8.GetBytes(ResultWriter.Csv(RunCurves.Table(plot))));
            else
                CurvesPicture.Write(plot, isLog, chosen is null ? null : shown.LabelOf(chosen), paths[0]);
            bench.Post(() => bench.Notices.Tell($"Saved the curves as {paths[0]}"));
        }));
    }
}
