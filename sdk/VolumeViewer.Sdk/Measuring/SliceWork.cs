namespace VolumeViewer.Sdk;

/// <summary>Work on the slices of a box on all cores, with something that each thread keeps for itself.</summary>
internal static class SliceWork
{
    /// <param name="box">Its slices are gone through.</param>
    /// <param name="create">Makes what a thread keeps.</param>
    /// <param name="action">The work on a slice.</param>
    /// <param name="collect">Takes what a thread kept; never called by two at a time.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static void Run<T>(VoxelBox box, Func<T> create, Action<int, T> action, Action<T> collect, CancellationToken cancellationToken)
    {
        var gate = new Lock();
        try
        {
            Parallel.For(box.Z, box.LastZ + 1, new ParallelOptions { CancellationToken = cancellationToken }, create, (z, _, kept) =>
            {
                action(z, kept);
                return kept;
            }, kept =>
            {
                lock (gate)
                    collect(kept);
            });
        }
        catch (AggregateException several)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }
}
