using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Queue;

namespace VolumeViewer.Host.Panels;

/// <summary>The queue as a table, with what can be done with it and with the chosen run.</summary>
internal sealed class QueueView(Workbench bench)
{
    private const ImGuiTableFlags Flags = ImGuiTableFlags.BordersInnerH | ImGuiTableFlags.RowBg | ImGuiTableFlags.ScrollY | ImGuiTableFlags.SizingFixedFit;

    private int? _chosen;

    /// <summary>Where the buttons were drawn last, by their titles.</summary>
    public Dictionary<string, Rect> Buttons { get; } = [];

    /// <summary>Where the rows were drawn last, by the id of the run.</summary>
    public Dictionary<int, Rect> Rows { get; } = [];

    private RunsDesk Desk => bench.Runs;

    public void Draw()
    {
        var queue = Desk.Queue;
        Buttons.Clear();
        Rows.Clear();
        Top(queue);
        var chosen = _chosen is { } id ? queue.Find(id) : null;
        if (queue.Runs.Count == 0)
        {
            Ui.Wrapped("The queue is empty. Open the form of an operation that fills a folder, such as the training of a network, tick 'For the queue', and give lists of values.", Theme.Muted);
            return;
        }
        Steer(queue, chosen);
        Table(queue);
    }

    private void Top(QueueDocument queue)
    {
        if (Desk.HasWorker && queue.IsStarted)
            Button("Stop", "End the worker; what runs stops at its checkpoint, and goes on when the queue is started again", true, Desk.Stop);
        else
            Button("Start", "Work on the queue in a process of its own, which goes on when this window is closed", queue.Runs.Exists(run => run.IsReady), Desk.Start, isMain: true);
        ImGui.SameLine();
        Button("Clear ended", "Take what has ended out of the queue; the folders stay", queue.Runs.Exists(run => run.HasEnded), () => Desk.Change(QueueEditing.Clear));
        ImGui.SameLine();
        ImGui.AlignTextToFramePadding();
        Ui.Muted("At a time");
        ImGui.SameLine();
        ImGui.SetNextItemWidth(Theme.Px(100));
        var parallel = queue.Parallel;
        if (ImGui.InputInt("##parallel", ref parallel) && Math.Clamp(parallel, 1, 64) is var wanted && wanted != queue.Parallel)
            Desk.Change(now => now with { Parallel = wanted });
        Ui.Tooltip("How many runs are worked on at a time; more than one is worth it where one does not use all cores");
        ImGui.SameLine();
        var (waiting, running, done) = (queue.Runs.Count(run => run.IsReady), queue.Runs.Count(run => run.State == QueuedState.Running), queue.Runs.Count(run => run.HasEnded));
        Ui.Elided($"{running} running, {waiting} waiting, {done} ended{(Desk.HasWorker ? "" : queue.IsStarted ? "; the worker died" : "")}", ImGui.GetContentRegionAvail().X, Theme.Muted);
    }

    private void Steer(QueueDocument queue, QueuedRun? run)
    {
        var isRunning = run?.State == QueuedState.Running;
        var canPause = run is { IsToPause: false } && (isRunning || run.IsReady || run.State == QueuedState.Held);
        Button("Pause", "Hold the run back; one that is running stops at its checkpoint", canPause, () => Of(run!, QueueEditing.Pause));
        ImGui.SameLine();
        Button("Resume", "Let it wait for its turn again, to go on from its checkpoint", run is { State: QueuedState.Paused or QueuedState.Failed or QueuedState.SetAside or QueuedState.Interrupted },
            () => Of(run!, QueueEditing.Resume));
        ImGui.SameLine();
        Button("Up", "Bring it before the one above", run is not null && queue.Runs[0] != run, () => Desk.Change(now => QueueEditing.MoveBy(now, run!.Id, -1)));
        ImGui.SameLine();
        Button("Down", "Bring it behind the one below", run is not null && queue.Runs[^1] != run, () => Desk.Change(now => QueueEditing.MoveBy(now, run!.Id, 1)));
        ImGui.SameLine();
        Button("Remove", "Take it out of the queue; its folder stays", run is not null && !isRunning, () => Of(run!, QueueEditing.Remove));
        ImGui.SameLine();
        Button("Rerun…", "Open the form with its values, to queue it again with others", run is not null, () => RunActions.Rerun(bench, run!));
        ImGui.SameLine();
        Button("Curves", "See how it goes", run is not null, () =>
        {
            Desk.Chosen = run!.Folder;
            Desk.Show(RunsTab.Curves);
        });
    }

    private void Of(QueuedRun run, Func<QueueDocument, IReadOnlyList<int>, QueueDocument> change) => Desk.Change(queue => change(queue, [run.Id]));

    private void Table(QueueDocument queue)
    {
        if (!ImGui.BeginTable("queue", 6, Flags, Vector2.Zero))
            return;
        ImGui.TableSetupScrollFreeze(0, 1);
        ImGui.TableSetupColumn("id", ImGuiTableColumnFlags.WidthFixed, Theme.Px(40));
        ImGui.TableSetupColumn("state", ImGuiTableColumnFlags.WidthFixed, Theme.Px(84));
        ImGui.TableSetupColumn("what varies", ImGuiTableColumnFlags.WidthStretch, 1.2f);
        ImGui.TableSetupColumn("progress", ImGuiTableColumnFlags.WidthStretch, 1);
        ImGui.TableSetupColumn("time", ImGuiTableColumnFlags.WidthFixed, Theme.Px(74));
        ImGui.TableSetupColumn("left", ImGuiTableColumnFlags.WidthFixed, Theme.Px(74));
        ImGui.TableHeadersRow();
        foreach (var run in queue.Runs)
            Row(run);
        ImGui.EndTable();
    }

    private void Row(QueuedRun run)
    {
        ImGui.TableNextRow();
        ImGui.TableNextColumn();
        var place = ImGui.GetCursorScreenPos();
        var height = ImGui.GetTextLineHeight() + Theme.Px(8);
        if (ImGui.Selectable($"##{run.Id}", run.Id == _chosen, ImGuiSelectableFlags.SpanAllColumns, new Vector2(0, height)))
            _chosen = run.Id == _chosen ? null : run.Id;
        Rows[run.Id] = Rect.At(place.X, place.Y, Theme.Px(200), height);
        Ui.Tooltip($"{run.Operation}\n{run.Folder}\n{string.Join('\n', run.Parameters.Select(pair => $"{pair.Key}: {pair.Value}"))}");
        ImGui.SameLine(0, 0);
        Cell($"{run.Id}", Theme.Muted);
        ImGui.TableNextColumn();
        Cell(run.IsToPause ? "pausing" : QueueEditing.Word(run.State), Color(run.State));
        ImGui.TableNextColumn();
        Cell(run.Name, Theme.Text);
        ImGui.TableNextColumn();
        Progress(run, height);
        ImGui.TableNextColumn();
        Cell(run.Seconds > 0 ? Lengths.Text(TimeSpan.FromSeconds(run.Seconds)) : "", Theme.Muted);
        ImGui.TableNextColumn();
        Cell(run.Remaining is { } left ? Lengths.Text(TimeSpan.FromSeconds(left)) : "", Theme.Muted);
    }

    private static void Progress(QueuedRun run, float height)
    {
        if (run.Reason is { } reason)
        {
            Cell(reason, run.State == QueuedState.Failed ? Theme.Error : Theme.Muted);
            return;
        }
        var (place, width, bar) = (ImGui.GetCursorScreenPos(), ImGui.GetContentRegionAvail().X, Theme.Px(6));
        var percent = $"{run.Fraction:0%}";
        var room = Math.Max(Theme.Px(20), width - Ui.Width("100%") - Theme.Px(8));
        var draw = ImGui.GetWindowDrawList();
        var top = place + new Vector2(0, MathF.Floor((height - bar) / 2));
        draw.AddRectFilled(top, top + new Vector2(room, bar), Theme.U32(Theme.Frame), bar / 2);
        if (run.Fraction > 0)
            draw.AddRectFilled(top, top + new Vector2(Math.Max(bar, room * (float)run.Fraction), bar), Theme.U32(Color(run.State)), bar / 2);
        ImGui.SetCursorPosX(ImGui.GetCursorPosX() + room + Theme.Px(8));
        Cell(percent, Theme.Muted);
        if (run.Status.Length > 0)
            Ui.Tooltip(run.Status);
    }

    private static void Cell(string text, Vector4 color)
    {
        ImGui.SetCursorPosY(ImGui.GetCursorPosY() + Theme.Px(3));
        Ui.Elided(text, ImGui.GetContentRegionAvail().X, color);
    }

    private static Vector4 Color(QueuedState state) => state switch
    {
        QueuedState.Running => Theme.Accent,
        QueuedState.Done => Theme.Good,
        QueuedState.Failed => Theme.Error,
        QueuedState.Interrupted or QueuedState.Paused => Theme.Warning,
        _ => Theme.Muted,
    };

    private void Button(string title, string help, bool isEnabled, Action act, bool isMain = false)
    {
        var place = ImGui.GetCursorScreenPos();
        bool pressed;
        if (isMain)
        {
            pressed = Ui.MainButton(title, Vector2.Zero, isEnabled);
        }
        else
        {
            ImGui.BeginDisabled(!isEnabled);
            pressed = ImGui.Button(title);
            ImGui.EndDisabled();
        }
        Buttons[title] = new Rect(place, place + ImGui.GetItemRectSize());
        Ui.Tooltip(help);
        if (pressed)
            act();
    }
}
