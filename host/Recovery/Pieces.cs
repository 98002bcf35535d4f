using System.Runtime.ExceptionServices;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Recovery;

/// <summary>Work on the pieces of a volume.</summary>
internal static class Pieces
{
    // One core is left for the window.
    private static int Workers => Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>Does something for each piece on all cores but one; the first exception comes out as it was thrown.</summary>
    public static void ForPieces(this LabelVolume labels, int count, Action<int> action, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(labels);
        try
        {
            Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Workers }, action);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }
}
