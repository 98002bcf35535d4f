using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>Shares out rows to all cores, with a scratch for each.</summary>
internal sealed class Rows(int longest)
{
    private readonly ConcurrentBag<RowScratch> _scratches = [];

    /// <summary>Runs an action for each of the rows first … end − 1; the first exception comes out as it was thrown.</summary>
    public void ForEach(int first, int end, Action<int, RowScratch> action, CancellationToken cancellationToken)
    {
        var chunk = Math.Clamp((end - first) / (Environment.ProcessorCount * 4), 1, 32);
        var chunks = (end - first + chunk - 1) / chunk;
        try
        {
            Parallel.For(0, chunks, new ParallelOptions { CancellationToken = cancellationToken }, number =>
            {
                if (!_scratches.TryTake(out var scratch))
                    scratch = new RowScratch(longest);
                for (var row = first + (number * chunk); row < Math.Min(end, first + ((number + 1) * chunk)); row++)
                    action(row, scratch);
                _scratches.Add(scratch);
            });
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }
}
