using ImGuiNET;

using VolumeViewer.Host.Runs;

namespace VolumeViewer.Host.Panels;

/// <summary>What is told of a run when the pointer is on it.</summary>
internal static class RunTip
{
    // More would not fit on the screen; the rest stands in its run.json.
    private const int MostParameters = 24;

    // They are the same in most runs, and long.
    private static readonly string[] Left = ["device", "resume", "weights"];

    /// <param name="run">The run.</param>
    /// <param name="comparison">All of them; what varies comes first.</param>
    /// <param name="first">A line to begin with, such as the values under the pointer.</param>
    public static void Show(RunView run, RunComparison comparison, string? first = null)
    {
        ImGui.BeginTooltip();
        ImGui.PushTextWrapPos(Theme.Px(420));
        if (first is not null)
            Ui.Text(first);
        Ui.Colored(run.Name, Theme.Accent);
        foreach (var name in comparison.Varied)
            Ui.Text($"{name}: {run.Facts.Parameters.GetValueOrDefault(name, "–")}");
        foreach (var (name, value) in run.Facts.Parameters.Where(pair => pair.Value.Length is > 0 and < 60 && !comparison.Varied.Contains(pair.Key) && !Left.Contains(pair.Key)).Take(MostParameters))
            Ui.Muted($"{name}: {value}");
        ImGui.PopTextWrapPos();
        ImGui.EndTooltip();
    }
}
