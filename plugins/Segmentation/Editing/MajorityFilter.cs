using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>
/// The most frequent label in a ball around each voxel. The counts move along a row: each step takes in the front of the ball and lets go of its back
/// (running histograms: Huang, Yang and Tang, IEEE Trans. Acoust. Speech Signal Process. 27 (1979) 13). What lies beyond the faces has no vote, and unlabelled voxels have none.
/// </summary>
internal sealed class MajorityFilter
{
    private readonly LabelVolume _labels;
    private readonly List<(int Dz, int Dy, int Half)> _rows = [];

    /// <param name="labels">Lent.</param>
    /// <param name="radius">Of the ball, in the spacing's unit.</param>
    public MajorityFilter(LabelVolume labels, double radius)
    {
        _labels = labels;
        var (spacing, bound) = (labels.Spacing, radius * radius * (1 + 1e-9));
        var (depth, height) = ((int)Math.Min(labels.Shape.Depth, radius / spacing.Z), (int)Math.Min(labels.Shape.Height, radius / spacing.Y));
        for (var dz = -depth; dz <= depth; dz++)
        {
            for (var dy = -height; dy <= height; dy++)
            {
                var left = bound - (dz * spacing.Z * dz * spacing.Z) - (dy * spacing.Y * dy * spacing.Y);
                if (left >= 0)
                    _rows.Add((dz, dy, (int)Math.Min(labels.Shape.Width, Math.Sqrt(left) / spacing.X)));
            }
        }
    }

    /// <summary>One slice.</summary>
    /// <param name="z">Its index.</param>
    /// <param name="after">Gets the labels.</param>
    /// <param name="phase">The only phase that grows and shrinks, or null for a vote of all.</param>
    /// <param name="replacement">What voxels get that are taken from it.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public void Apply(int z, Span<byte> after, byte? phase, Replacement replacement, CancellationToken cancellationToken)
    {
        var (shape, counts) = (_labels.Shape, new int[LabelVolume.Unlabelled + 1]);
        var before = _labels.SliceMemory(z);
        for (var y = 0; y < shape.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rows = Rows(z, y);
            counts.AsSpan().Clear();
            foreach (var (row, half) in rows)
            {
                foreach (var label in row.Span[..Math.Min(half, shape.Width)])
                    counts[label]++;
            }
            for (var x = 0; x < shape.Width; x++)
            {
                foreach (var (row, half) in rows)
                {
                    var span = row.Span;
                    if (x + half < span.Length)
                        counts[span[x + half]]++;
                    if (x - half - 1 >= 0)
                        counts[span[x - half - 1]]--;
                }
                var own = before.Span[(y * shape.Width) + x];
                after[(y * shape.Width) + x] = phase is { } one ? Median(counts, own, one, replacement) : own == LabelVolume.Unlabelled ? own : Most(counts, own);
            }
        }
    }

    private List<(Memory<byte> Row, int Half)> Rows(int z, int y)
    {
        var shape = _labels.Shape;
        var rows = new List<(Memory<byte>, int)>(_rows.Count);
        foreach (var (dz, dy, half) in _rows)
        {
            if (z + dz >= 0 && z + dz < shape.Depth && y + dy >= 0 && y + dy < shape.Height)
                rows.Add((_labels.SliceMemory(z + dz).Slice((y + dy) * shape.Width, shape.Width), half));
        }
        return rows;
    }

    // A voxel keeps its label where no other is more frequent.
    private byte Most(int[] counts, byte own)
    {
        var most = own;
        for (var label = 0; label < _labels.Phases.Count; label++)
        {
            if (counts[label] > counts[most])
                most = (byte)label;
        }
        return most;
    }

    private byte Median(int[] counts, byte own, byte phase, Replacement replacement)
    {
        var all = 0;
        for (var label = 0; label < _labels.Phases.Count; label++)
            all += counts[label];
        all += counts[LabelVolume.Unlabelled];
        if (counts[phase] * 2 > all)
            return phase;
        if (own != phase || counts[phase] * 2 == all)
            return own;
        if (replacement.Label is { } label2)
            return label2;
        var most = LabelVolume.Unlabelled;
        for (var label = 0; label < _labels.Phases.Count; label++)
        {
            if (label != phase && counts[label] > counts[most])
                most = (byte)label;
        }
        return most;
    }
}
