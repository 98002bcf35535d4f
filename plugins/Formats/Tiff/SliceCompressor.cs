using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>Packs slices on all cores and hands them on in order.</summary>
internal static class SliceCompressor
{
    /// <summary>Calls <paramref name="write"/> for each slice in order, on the calling thread, while the next ones are being packed.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Run(IVolumeSource volume, Action<int, CompressedSlice> write, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        var depth = volume.Shape.Depth;
        // As many slices are held as keep the cores busy while one is written, and no more: memory is bounded by this.
        var ahead = Environment.ProcessorCount + 1;
        var pending = new Queue<Task<CompressedSlice>>(ahead);
        try
        {
            for (int started = 0, written = 0; written < depth; written++)
            {
                while (started < depth && pending.Count < ahead)
                {
                    var z = started++;
                    pending.Enqueue(Task.Run(() => CompressedSlice.Of(volume, z), cancellationToken));
                }
                cancellationToken.ThrowIfCancellationRequested();
                using (var slice = pending.Peek().GetAwaiter().GetResult())
                {
                    pending.Dequeue();
                    write(written, slice);
                }
                progress?.Report(new JobProgress((written + 1.0) / depth, $"slice {written + 1} of {depth} written"));
            }
        }
        finally
        {
            // After a failure the others still read from the volume, which the caller may dispose next.
            foreach (var task in pending)
            {
                Task.WaitAny([task], CancellationToken.None);
                if (task.IsCompletedSuccessfully)
                    task.Result.Dispose();
            }
        }
    }
}
