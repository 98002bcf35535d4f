using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Predict.Speed;

/// <summary>Runs the parts of a work on threads of its own, in each of which torch takes one core.</summary>
internal static class Streams
{
    /// <param name="streams">How many threads; with one, it takes all cores.</param>
    /// <param name="parts">The parts, each done once; taken in order.</param>
    /// <param name="work">Makes what does a part, once on each thread.</param>
    /// <exception cref="OperationCanceledException">From a part; as any other exception it ends the others after the part they are at.</exception>
    internal static void Run(int streams, IEnumerable<int> parts, Func<Action<int>> work)
    {
        if (streams == 1)
        {
            var one = work();
            foreach (var part in parts)
                one(part);
            return;
        }
        var (queue, faults) = (new ConcurrentQueue<int>(parts), new ConcurrentQueue<Exception>());
        var before = get_num_threads();
        using var ready = new CountdownEvent(streams);
        var threads = Enumerable.Range(0, streams).Select(_ => new Thread(Stream) { IsBackground = true, Name = "prediction" }).ToList();
        threads.ForEach(thread => thread.Start());
        ready.Wait();
        // Torch keeps the number for each thread, and beside it one for threads to come: that is to stay.
        set_num_threads(before);
        threads.ForEach(thread => thread.Join());
        if (faults.TryDequeue(out var fault))
            ExceptionDispatchInfo.Throw(fault);

        void Stream()
        {
            try
            {
                set_num_threads(1);
            }
            finally
            {
                ready.Signal();
            }
            try
            {
                var one = work();
                while (faults.IsEmpty && queue.TryDequeue(out var part))
                    one(part);
            }
            catch (Exception fault)
            {
                faults.Enqueue(fault);
            }
        }
    }
}
