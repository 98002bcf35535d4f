using System.Runtime.CompilerServices;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>How much of a labels layer each phase fills, counted in the background, and again after edits.</summary>
internal sealed class PhaseShares(Action changed)
{
    // Comparing slices with each label in wide registers beats a table up to so many phases.
    private const int MostCompared = 12;

    private readonly ConditionalWeakTable<LabelVolume, Entry> _counts = [];

    /// <summary>Shares by label, the last entry for unlabelled voxels; null while they are counted for the first time or where they cannot be.</summary>
    public double[]? Of(LabelVolume labels)
    {
        var entry = _counts.GetOrCreateValue(labels);
        if (entry.Running is { IsCompleted: true } ended)
        {
            if (ended.IsCompletedSuccessfully)
                (entry.Counts, entry.Shares) = (ended.Result, null);
            entry.Running = null;
        }
        // One count at a time: labels that are painted upon change many times a second.
        if (entry.Running is null && entry.IsStale)
        {
            entry.IsStale = false;
            entry.Running = Task.Run(() => Told(labels));
        }
        if (entry.Shares?.Length != labels.Phases.Count + 1 && entry.Counts is { } counts)
            entry.Shares = Shares(counts, labels);
        return entry.Shares;
    }

    /// <summary>Takes up that labels changed: where the change tells by how much, the shares are right at once. Else they are counted again when they are asked for.</summary>
    public void Follow(LabelVolume labels, LabelsChange change)
    {
        if (!_counts.TryGetValue(labels, out var entry))
            return;
        // A count that is under way may have seen the change or not.
        if (entry.Running is null && !entry.IsStale && entry.Counts is { } counts && change.TryAddTo(counts))
            entry.Shares = null;
        else
            entry.IsStale = true;
    }

    public static double[] Count(LabelVolume labels) => Shares(CountAll(labels), labels);

    private static long[] CountAll(LabelVolume labels)
    {
        var counts = new long[LabelVolume.Unlabelled + 1];
        var slice = new byte[labels.Shape.SliceLength];
        var phases = labels.Phases.Count;
        for (var z = 0; z < labels.Shape.Depth; z++)
        {
            labels.CopySlice(z, slice);
            if (phases > MostCompared)
            {
                foreach (var label in slice)
                    counts[label]++;
                continue;
            }
            counts[LabelVolume.Unlabelled] += slice.AsSpan().Count(LabelVolume.Unlabelled);
            for (var label = 0; label < phases; label++)
                counts[label] += slice.AsSpan().Count((byte)label);
        }
        return counts;
    }

    private static double[] Shares(long[] counts, LabelVolume labels)
    {
        var total = (double)labels.Shape.VoxelCount;
        return [.. counts.Take(labels.Phases.Count).Select(count => count / total), counts[LabelVolume.Unlabelled] / total];
    }

    private long[] Told(LabelVolume labels)
    {
        var counts = CountAll(labels);
        changed();
        return counts;
    }

    private sealed class Entry
    {
        public Task<long[]>? Running { get; set; }

        public long[]? Counts { get; set; }

        public double[]? Shares { get; set; }

        public bool IsStale { get; set; } = true;
    }
}
