using System.Runtime.CompilerServices;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>How much of a labels layer each phase fills, counted in the background, and again after edits.</summary>
internal sealed class PhaseShares(Action changed)
{
    private readonly ConditionalWeakTable<LabelVolume, Entry> _counts = [];

    /// <summary>Shares by label, the last entry for unlabelled voxels; null while they are counted for the first time or where they cannot be.</summary>
    public double[]? Of(LabelVolume labels)
    {
        var entry = _counts.GetOrCreateValue(labels);
        if (entry.Running is { IsCompleted: true } ended)
        {
            entry.Shares = ended.IsCompletedSuccessfully ? ended.Result : entry.Shares;
            entry.Running = null;
        }
        // One count at a time: labels that are painted upon change many times a second.
        if (entry.Running is null && entry.IsStale)
        {
            entry.IsStale = false;
            entry.Running = Task.Run(() => Told(labels));
        }
        return entry.Shares;
    }

    /// <summary>Tells that labels changed: they are counted again when they are asked for, and until then have the shares from before.</summary>
    public void Recount(LabelVolume labels)
    {
        if (_counts.TryGetValue(labels, out var entry))
            entry.IsStale = true;
    }

    public static double[] Count(LabelVolume labels)
    {
        var counts = new long[LabelVolume.Unlabelled + 1];
        for (var z = 0; z < labels.Shape.Depth; z++)
        {
            foreach (var label in labels.Slice(z))
                counts[label]++;
        }
        var total = (double)labels.Shape.VoxelCount;
        return [.. counts.Take(labels.Phases.Count).Select(count => count / total), counts[LabelVolume.Unlabelled] / total];
    }

    private double[] Told(LabelVolume labels)
    {
        var shares = Count(labels);
        changed();
        return shares;
    }

    private sealed class Entry
    {
        public Task<double[]>? Running { get; set; }

        public double[]? Shares { get; set; }

        public bool IsStale { get; set; } = true;
    }
}
