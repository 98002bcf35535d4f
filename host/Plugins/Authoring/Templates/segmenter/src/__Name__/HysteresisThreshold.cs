using VolumeViewer.Sdk;

namespace __Name__;

/// <summary>A threshold with hysteresis: grows the bright voxels into the less bright ones that touch them.</summary>
public static class HysteresisThreshold
{
    private const byte Background = 0;
    private const byte Foreground = 1;
    private const byte Candidate = 2;

    /// <summary>Labels every voxel of a volume; voxels that are no number stay unlabelled. The caller owns the result.</summary>
    /// <param name="volume">The greys.</param>
    /// <param name="low">From here on a voxel is foreground if it touches foreground by a face.</param>
    /// <param name="high">From here on a voxel is foreground by itself.</param>
    /// <param name="job">Told of the progress.</param>
    public static LabelVolume Label(IVolumeSource volume, float low, float high, IJobContext? job = null)
    {
        var shape = volume.Shape;
        var labels = new LabelVolume(shape, PhaseTable.Named("background", "foreground"), volume.Spacing);
        var seeds = new Stack<(int Z, int Index)>();
        var greys = new float[shape.SliceLength];
        for (var z = 0; z < shape.Depth; z++)
        {
            job?.CancellationToken.ThrowIfCancellationRequested();
            volume.ReadSlice(z, greys);
            var slice = labels.Slice(z);
            for (var i = 0; i < greys.Length; i++)
            {
                slice[i] = float.IsNaN(greys[i]) ? LabelVolume.Unlabelled : greys[i] >= high ? Foreground : greys[i] >= low ? Candidate : Background;
                if (slice[i] == Foreground)
                    seeds.Push((z, i));
            }
            job?.Report(new JobProgress((z + 1.0) / shape.Depth, $"slice {z + 1} of {shape.Depth}"));
        }
        Grow(labels, seeds, job);
        for (var z = 0; z < shape.Depth; z++)
            labels.Slice(z).Replace(Candidate, Background);
        return labels;
    }

    private static void Grow(LabelVolume labels, Stack<(int Z, int Index)> seeds, IJobContext? job)
    {
        var shape = labels.Shape;
        for (var steps = 0L; seeds.TryPop(out var seed); steps++)
        {
            if (steps % 1_000_000 == 0)
                job?.CancellationToken.ThrowIfCancellationRequested();
            var (z, index) = seed;
            var (y, x) = Math.DivRem(index, shape.Width);
            if (x > 0)
                Visit(z, index - 1);
            if (x < shape.Width - 1)
                Visit(z, index + 1);
            if (y > 0)
                Visit(z, index - shape.Width);
            if (y < shape.Height - 1)
                Visit(z, index + shape.Width);
            if (z > 0)
                Visit(z - 1, index);
            if (z < shape.Depth - 1)
                Visit(z + 1, index);
        }

        void Visit(int z, int index)
        {
            ref var label = ref labels.Slice(z)[index];
            if (label != Candidate)
                return;
            label = Foreground;
            seeds.Push((z, index));
        }
    }
}
