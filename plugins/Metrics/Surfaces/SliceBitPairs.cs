using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>Goes over all slices with the one that follows, as planes of bits, on all cores.</summary>
internal static class SliceBitPairs
{
    // A run of slices is one piece of work: each piece reads one slice more than it counts.
    private const int RunLength = 8;

    /// <summary>Counts whole numbers over all slices. The sum does not depend on the number of threads.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="counters">How many numbers are counted.</param>
    /// <param name="count">Adds what a slice z has to the counters: z, its bits, those of z + 1 (null for the last slice), the counters.</param>
    /// <param name="sliceDone">Called after every slice.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static long[] Count(LabelVolume labels, int counters, Action<int, SliceBits, SliceBits?, long[]> count, Action? sliceDone = null,
        CancellationToken cancellationToken = default)
    {
        var (shape, total) = (labels.Shape, new long[counters]);
        var runs = (shape.Depth + RunLength - 1) / RunLength;
        Parallel.For(0, runs, new ParallelOptions { CancellationToken = cancellationToken },
            () => (Slice: new SliceBits(shape, labels.Phases.Count), Next: new SliceBits(shape, labels.Phases.Count), Counts: new long[counters]),
            (run, _, local) =>
            {
                var (slice, next) = (local.Slice, local.Next);
                var end = Math.Min(shape.Depth, (run + 1) * RunLength);
                slice.Read(labels.Slice(run * RunLength));
                for (var z = run * RunLength; z < end; z++)
                {
                    var hasNext = z + 1 < shape.Depth;
                    if (hasNext)
                        next.Read(labels.Slice(z + 1));
                    count(z, slice, hasNext ? next : null, local.Counts);
                    (slice, next) = (next, slice);
                    sliceDone?.Invoke();
                }
                return local;
            },
            local =>
            {
                lock (total)
                {
                    for (var i = 0; i < total.Length; i++)
                        total[i] += local.Counts[i];
                }
            });
        return total;
    }
}
