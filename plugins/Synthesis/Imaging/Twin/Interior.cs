using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>Voxels far from other phases, whose greys are not mixed: those with nothing but their own phase in a cube around them.</summary>
internal static class Interior
{
    private const int Deepest = 3;
    private const int EnoughVoxels = 2000;

    /// <summary>1 for the voxels to be used, 0 for others. Each phase goes as deep, up to three voxels from others, as leaves it two thousand voxels.</summary>
    public static Volume<byte> Of(LabelVolume labels, CancellationToken cancellationToken)
    {
        var depths = Depths(labels, cancellationToken);
        var counts = new long[byte.MaxValue + 1, Deepest + 1];
        labels.ForEachSlice(z =>
        {
            var own = new int[byte.MaxValue + 1, Deepest + 1];
            var of = labels.Slice(z);
            var depth = depths.Slice(z);
            for (var i = 0; i < of.Length; i++)
                own[of[i], depth[i]]++;
            for (var label = 0; label < labels.Phases.Count; label++)
            {
                for (var d = 0; d <= Deepest; d++)
                    Interlocked.Add(ref counts[label, d], own[label, d]);
            }
        }, cancellationToken);
        var needed = new byte[byte.MaxValue + 1];
        Array.Fill(needed, byte.MaxValue);
        for (var label = 0; label < labels.Phases.Count; label++)
        {
            var depth = Deepest;
            for (var voxels = counts[label, depth]; voxels < EnoughVoxels && depth > 0; voxels += counts[label, depth])
                depth--;
            needed[label] = (byte)depth;
        }
        labels.ForEachSlice(z =>
        {
            var of = labels.Slice(z);
            var depth = depths.Slice(z);
            for (var i = 0; i < of.Length; i++)
                depth[i] = depth[i] >= needed[of[i]] ? (byte)1 : (byte)0;
        }, cancellationToken);
        return depths;
    }

    // The half edge, up to the deepest, of the largest cube around each voxel that is all one phase; beyond the volume all phases are right.
    private static Volume<byte> Depths(LabelVolume labels, CancellationToken cancellationToken)
    {
        var (height, width) = (labels.Shape.Height, labels.Shape.Width);
        var within = new Volume<byte>(labels.Shape);
        labels.ForEachSlice(z =>
        {
            var of = labels.Slice(z);
            var rows = new byte[of.Length];
            for (var y = 0; y < height; y++)
                Spread(of, [], rows, y * width, 1, width);
            var target = within.Slice(z);
            for (var x = 0; x < width; x++)
                Spread(of, rows, target, x, width, height);
        }, cancellationToken);
        var depths = new Volume<byte>(labels.Shape);
        Parallel.For(0, height, new ParallelOptions { CancellationToken = cancellationToken }, y =>
        {
            var depth = labels.Shape.Depth;
            var (of, from, to) = (new byte[depth * width], new byte[depth * width], new byte[depth * width]);
            for (var z = 0; z < depth; z++)
            {
                labels.Slice(z).Slice(y * width, width).CopyTo(of.AsSpan(z * width));
                within.Slice(z).Slice(y * width, width).CopyTo(from.AsSpan(z * width));
            }
            for (var x = 0; x < width; x++)
                Spread(of, from, to, x, width, depth);
            for (var z = 0; z < depth; z++)
                to.AsSpan(z * width, width).CopyTo(depths.Slice(z)[(y * width)..]);
        });
        return depths;
    }

    // Along one line: the largest d, of the depths found across the line before, at which all neighbours up to d have the same label and that depth.
    private static void Spread(ReadOnlySpan<byte> labels, ReadOnlySpan<byte> before, Span<byte> target, int start, int step, int length)
    {
        for (var i = 0; i < length; i++)
        {
            var at = start + (i * step);
            var depth = before.IsEmpty ? Deepest : before[at];
            for (var d = 1; d <= depth; d++)
            {
                if (i - d >= 0)
                    depth = Limit(depth, d, labels, before, at, at - (d * step));
                if (i + d < length)
                    depth = Limit(depth, d, labels, before, at, at + (d * step));
            }
            target[at] = (byte)depth;
        }
    }

    private static int Limit(int depth, int d, ReadOnlySpan<byte> labels, ReadOnlySpan<byte> before, int at, int other)
    {
        if (labels[other] != labels[at])
            return Math.Min(depth, d - 1);
        return before.IsEmpty ? depth : Math.Min(depth, Math.Max(d - 1, before[other]));
    }
}
