using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>A forest and what its training tells.</summary>
/// <param name="Forest">The forest.</param>
/// <param name="OutOfBagAccuracy">Share of the training voxels that are labelled rightly by the trees that have not seen them; NaN where every tree has seen all.</param>
/// <param name="Importances">By feature: its part in all impurity taken away; their sum is 1, or 0 where nothing was split.</param>
internal sealed record TrainedForest(RandomForest Forest, double OutOfBagAccuracy, double[] Importances);

/// <summary>Grows forests, trees in parallel; the result depends on the training set and the options alone.</summary>
internal static class ForestTrainer
{
    public static TrainedForest Train(TrainingSet set, ForestOptions options, Action<int>? grown = null, CancellationToken cancellationToken = default)
    {
        var trees = new Tree[options.Trees];
        var gains = new double[options.Trees][];
        var drawn = new bool[options.Trees][];
        var growers = new ConcurrentBag<TreeGrower>();
        var done = 0;
        try
        {
            Parallel.For(0, options.Trees, new ParallelOptions { CancellationToken = cancellationToken }, number =>
            {
                if (!growers.TryTake(out var grower))
                    grower = new TreeGrower(set, options);
                trees[number] = grower.Grow(number);
                (gains[number], drawn[number]) = (grower.Gains, grower.Drawn);
                growers.Add(grower);
                grown?.Invoke(Interlocked.Increment(ref done));
            });
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
        var importances = new double[set.Codes.Length];
        foreach (var gain in gains)
        {
            for (var feature = 0; feature < importances.Length; feature++)
                importances[feature] += gain[feature];
        }
        var sum = importances.Sum();
        return new TrainedForest(new RandomForest(set.Bins, trees, set.Phases), OutOfBag(set, trees, drawn), [.. importances.Select(each => sum > 0 ? each / sum : 0)]);
    }

    private static double OutOfBag(TrainingSet set, Tree[] trees, bool[][] drawn)
    {
        long judged = 0, right = 0;
        Parallel.ForEach(Partitioner.Create(0, set.Count, Math.Max(1, set.Count / (Environment.ProcessorCount * 4))), range =>
        {
            long judgedHere = 0, rightHere = 0;
            var votes = new float[set.Phases];
            for (var voxel = range.Item1; voxel < range.Item2; voxel++)
            {
                Array.Clear(votes);
                var voters = 0;
                for (var tree = 0; tree < trees.Length; tree++)
                {
                    if (drawn[tree][voxel])
                        continue;
                    voters++;
                    var leaf = trees[tree].Find(set.Codes, voxel);
                    for (var phase = 0; phase < votes.Length; phase++)
                        votes[phase] += trees[tree].Shares[(leaf * votes.Length) + phase];
                }
                if (voters == 0)
                    continue;
                judgedHere++;
                rightHere += Array.IndexOf(votes, votes.Max()) == set.Labels[voxel] ? 1 : 0;
            }
            Interlocked.Add(ref judged, judgedHere);
            Interlocked.Add(ref right, rightHere);
        });
        return right / (double)judged;
    }
}
