using VolumeViewer.Host.Jobs;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Notes how jobs end, so that failures are told once.</summary>
internal sealed class JobWatcher(JobRunner runner)
{
    private readonly Dictionary<Job, JobState> _states = [];

    public bool AnyRunning { get; private set; }

    /// <summary>Jobs that ended since the last look.</summary>
    public IReadOnlyList<Job> Look()
    {
        var ended = new List<Job>();
        var jobs = runner.Jobs;
        AnyRunning = false;
        foreach (var job in jobs)
        {
            var state = job.State;
            AnyRunning |= state == JobState.Running;
            if (state != JobState.Running && _states.GetValueOrDefault(job, JobState.Running) == JobState.Running)
                ended.Add(job);
            _states[job] = state;
        }
        foreach (var gone in _states.Keys.Except(jobs).ToList())
            _states.Remove(gone);
        return ended;
    }

    /// <summary>Why a job failed, in a sentence for the user.</summary>
    public static string Reason(Job job) => job.Failure switch
    {
        null => "",
        UserException fault => fault.Message,
        var other => other.Message.Length > 0 ? other.Message : other.GetType().Name,
    };
}
