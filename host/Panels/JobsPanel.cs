using System.Numerics;
using System.Runtime.CompilerServices;

using ImGuiNET;

using VolumeViewer.Host.Jobs;

namespace VolumeViewer.Host.Panels;

/// <summary>The jobs: how far they are, how long they take, what they said, and how they ended.</summary>
internal sealed class JobsPanel(Workbench bench)
{
    // Honest work looks at its token several times a second.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly HashSet<Job> _open = [];
    private readonly ConditionalWeakTable<Job, FilledFolder> _filled = [];

    public void Draw()
    {
        var jobs = bench.Services.Jobs.Jobs;
        if (jobs.Count == 0)
        {
            Ui.Wrapped("Nothing was run yet. Operations, opening and saving appear here.", Theme.Muted);
            return;
        }
        if (jobs.Any(job => job.State != JobState.Running) && ImGui.SmallButton("Clear ended"))
            bench.Services.Jobs.ClearEnded();
        _open.IntersectWith(jobs);
        for (var index = 0; index < jobs.Count; index++)
        {
            ImGui.PushID(jobs.Count - index);
            Entry(jobs[index]);
            ImGui.PopID();
        }
    }

    private void Entry(Job job)
    {
        var state = job.State;
        ImGui.Dummy(new Vector2(0, Theme.Px(2)));
        var end = ImGui.GetContentRegionAvail().X;
        var (word, color) = state switch
        {
            JobState.Running => ("", Theme.Accent),
            JobState.Done => ("done", Theme.Good),
            JobState.Failed => ("failed", Theme.Error),
            JobState.Abandoned => ("abandoned", Theme.Warning),
            _ => ("cancelled", Theme.Muted),
        };
        var button = state == JobState.Running ? Theme.Px(74) : Ui.Width(word) + Theme.Px(4);
        ImGui.AlignTextToFramePadding();
        Ui.Elided(job.Title, end - button - Theme.Px(10), Theme.Text);
        ImGui.SameLine(end - button + Theme.Px(2));
        if (state == JobState.Running)
        {
            CancelButton(job, new Vector2(button, 0));
        }
        else
        {
            Ui.Colored(word, color);
        }
        if (state == JobState.Running)
            ProgressBar.Draw(job, ImGui.GetContentRegionAvail().X);
        if (state == JobState.Failed)
            Ui.Wrapped(JobWatcher.Reason(job), Theme.Error);
        Details(job, state);
        ImGui.Separator();
    }

    private static void CancelButton(Job job, Vector2 size)
    {
        if (job.Unanswered > Patience)
        {
            if (ImGui.Button("Abandon", size))
                job.Abandon();
            Ui.Tooltip("It does not answer to being cancelled. Abandon it: nothing waits for it any more, and what it may still bring is dropped.");
            return;
        }
        ImGui.BeginDisabled(job.Unanswered is not null);
        if (ImGui.Button(job.Unanswered is null ? "Cancel" : "Stopping", size))
            job.Cancel();
        ImGui.EndDisabled();
    }

    private void Details(Job job, JobState state)
    {
        var status = state == JobState.Running ? job.Progress.Status : "";
        var time = Lengths.Text(job.Elapsed) + (job.Remaining is { } remaining ? $", about {Lengths.Text(remaining)} left" : "");
        Ui.Elided(status.Length > 0 ? $"{status}   {time}" : time, ImGui.GetContentRegionAvail().X, Theme.Muted);
        if (job.Filled is { } filled)
            FolderButtons.Draw(bench, _filled.GetValue(job, _ => new FilledFolder(filled)));
        var log = job.LogLines;
        if (log.Count == 0)
            return;
        var isOpen = _open.Contains(job);
        if (ImGui.SmallButton(isOpen ? "Hide log" : $"Log ({log.Count})") && !_open.Remove(job))
            _open.Add(job);
        if (!isOpen)
            return;
        ImGui.SameLine();
        if (ImGui.SmallButton("Copy"))
            ImGui.SetClipboardText(string.Join('\n', log));
        ImGui.PushStyleColor(ImGuiCol.ChildBg, Theme.Ground);
        ImGui.BeginChild("log", new Vector2(0, Theme.Px(140)), ImGuiChildFlags.AlwaysUseWindowPadding);
        ImGui.PopStyleColor();
        var atEnd = ImGui.GetScrollY() >= ImGui.GetScrollMaxY() - 1;
        Ui.Wrapped(string.Join('\n', log.TakeLast(500)), Theme.Muted);
        if (atEnd)
            ImGui.SetScrollHereY(1);
        WheelChain.Inside();
        ImGui.EndChild();
        WheelChain.Outside();
    }
}
