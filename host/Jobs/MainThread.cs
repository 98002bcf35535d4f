using System.Collections.Concurrent;

namespace VolumeViewer.Host.Jobs;

/// <summary>Hands work back to the viewer's thread, which owns the layers and OpenGL.</summary>
internal sealed class MainThread
{
    private readonly ConcurrentQueue<Action> _queue = new();

    /// <summary>Queues an action; safe from any thread.</summary>
    public void Post(Action action) => _queue.Enqueue(action);

    /// <summary>Runs what was queued; called once a frame by the viewer's thread.</summary>
    /// <returns>Whether anything ran.</returns>
    public bool Drain()
    {
        var any = false;
        for (var count = _queue.Count; count > 0 && _queue.TryDequeue(out var action); count--)
        {
            action();
            any = true;
        }
        return any;
    }
}
