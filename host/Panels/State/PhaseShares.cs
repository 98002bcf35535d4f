using System.Runtime.CompilerServices;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>How much of a labels layer each phase fills, counted once in the background.</summary>
internal sealed class PhaseShares(Action changed)
{
    private readonly ConditionalWeakTable<LabelVolume, Task<double[]>> _counts = [];

    /// <summary>Shares by label, the last entry for unlabelled voxels; null while they are counted or where they cannot be.</summary>
    public double[]? Of(LabelVolume labels)
    {
        var count = _counts.GetValue(labels, volume => Task.Run(() => Told(volume)));
        return count.IsCompletedSuccessfully ? count.Result : null;
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
}
