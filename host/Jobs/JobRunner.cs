using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Jobs;

/// <summary>The jobs of one window or command: those that run and those that ended.</summary>
internal sealed class JobRunner
{
    private readonly Lock _lock = new();
    private readonly List<Job> _jobs = [];

    /// <summary>All jobs, the newest first.</summary>
    public IReadOnlyList<Job> Jobs { get { lock (_lock) return [.. _jobs]; } }

    /// <summary>Starts work on a thread of the pool.</summary>
    /// <param name="title">Shown in the list of jobs.</param>
    /// <param name="work">Gets the job to report to.</param>
    /// <param name="completed">Called on the pool's thread with the result, if the work succeeded.</param>
    public Job Start<T>(string title, Func<Job, Task<T>> work, Action<T> completed)
    {
        var job = new Job(title);
        lock (_lock)
            _jobs.Insert(0, job);
        _ = Task.Run(async () =>
        {
            try
            {
                completed(await job.RunAsync(work).ConfigureAwait(false));
            }
            catch (OperationCanceledException)
            {
                job.Log("Cancelled.");
            }
            // The edge between the program and a plugin's code: whatever went wrong is told in the list of jobs, and the viewer goes on.
            catch (Exception failure)
            {
                job.Log(failure is UserException ? failure.Message : failure.ToString());
            }
        });
        return job;
    }

    /// <summary>Takes ended jobs off the list.</summary>
    public void ClearEnded()
    {
        lock (_lock)
        {
            foreach (var job in _jobs.Where(job => job.State != JobState.Running))
                job.Dispose();
            _jobs.RemoveAll(job => job.State != JobState.Running);
        }
    }

    /// <summary>Asks every running job to end.</summary>
    public void CancelAll()
    {
        foreach (var job in Jobs)
            job.Cancel();
    }
}
