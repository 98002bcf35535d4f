using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Queue;

namespace VolumeViewer.Host.Panels;

/// <summary>The part of a form that makes runs for the queue of it.</summary>
internal static class QueueFields
{
    private const string Help = "Values may be lists, such as 1e-3 | 3e-4, ranges of numbers, such as 1e-4..1e-2 (with /5 for five of them), "
        + "and lists in braces inside of texts, such as kernels={8|16},kernel-size=3. Each combination becomes a run in a folder of its own.";

    private static readonly (SearchKind Kind, string Title)[] Kinds =
        [(SearchKind.Grid, "all combinations"), (SearchKind.Random, "some, drawn at random"), (SearchKind.Halving, "halving: the better ones longer")];

    public static void Draw(FormModel form, float column)
    {
        Ui.Label("For the queue", column, Help);
        var isOn = form.ForQueue;
        if (ImGui.Checkbox("##for queue", ref isOn))
            form.ForQueue = isOn;
        Ui.Tooltip(Help);
        if (!form.ForQueue)
            return;
        ImGui.SameLine();
        Ui.Elided("lists: 1 | 2 | 3", ImGui.GetContentRegionAvail().X, Theme.Muted);
        Ui.Tooltip(Help);
        Ui.Label("Search", column, "Which of the combinations are run.");
        if (ImGui.BeginCombo("##search", Kinds.First(kind => kind.Kind == form.Search).Title))
        {
            foreach (var (kind, title) in Kinds)
            {
                if (ImGui.Selectable(title, kind == form.Search))
                    form.Search = kind;
            }
            ImGui.EndCombo();
        }
        if (form.Search == SearchKind.Grid)
            return;
        Ui.Label("Trials", column, "How many runs to draw.");
        var trials = form.Trials;
        if (ImGui.InputInt("##trials", ref trials))
            form.Trials = Math.Clamp(trials, 1, RunPlanner.MostRuns);
        if (form.Search == SearchKind.Halving)
            DrawHalving(form, column);
    }

    private static void DrawHalving(FormModel form, float column)
    {
        var halving = form.Halving;
        Ui.Label("Judged by", column, "The column of metrics.csv that decides which runs go on; less is better for names with \"loss\" or \"error\".");
        var metric = halving.Metric;
        if (Ui.InputText("##halving metric", ref metric, 200))
            form.Halving = halving with { Metric = metric, IsLowBetter = HalvingSearch.IsLowBetterByName(metric) };
        Ui.Label("First epochs", column, "What every run gets before the first choice.");
        var first = (int)halving.First;
        if (ImGui.InputInt("##halving first", ref first))
            form.Halving = form.Halving with { First = Math.Max(1, first) };
        Ui.Label("Share that goes on", column, "At each choice; the runs that go on get as many times more epochs.");
        var keep = (float)halving.Keep;
        if (ImGui.SliderFloat("##halving keep", ref keep, 0.1f, 0.5f))
            form.Halving = form.Halving with { Keep = Math.Clamp(keep, 0.1f, 0.5f) };
    }

    /// <summary>The button in the place of "Run".</summary>
    public static void Button(Workbench bench, FormModel form, float width, int faults)
    {
        var (runs, fault) = faults == 0 ? FormQueue.Count(form) : (0, null);
        var title = runs switch { 0 => "Add to queue", 1 => "Add 1 run to queue", _ => $"Add {runs} runs to queue" };
        if (Ui.MainButton(title, new Vector2(width, 0), runs > 0))
            FormQueue.Add(bench, form);
        if (fault is not null)
            Ui.Tooltip(fault);
    }
}
