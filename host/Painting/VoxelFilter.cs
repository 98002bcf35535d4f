namespace VolumeViewer.Host.Painting;

/// <summary>Which voxels may be painted over: those of some labels, and those of some greys.</summary>
internal sealed class VoxelFilter
{
    private readonly bool[]? _labels;
    private readonly GreyRows? _greys;
    private readonly float _low, _high;
    private readonly byte? _only;

    /// <param name="labels">For each of the 256 labels whether it may be painted over; null for all.</param>
    /// <param name="greys">The image of the greys, as large as the labels; null where greys do not matter.</param>
    /// <param name="low">The lowest grey.</param>
    /// <param name="high">The highest grey.</param>
    public VoxelFilter(bool[]? labels = null, GreyRows? greys = null, float low = 0, float high = 0)
    {
        (_labels, _greys, _low, _high) = (labels, greys, low, high);
        if (labels is not null && labels.Count(allowed => allowed) == 1)
            _only = (byte)Array.IndexOf(labels, true);
    }

    /// <summary>Allows every voxel.</summary>
    public static VoxelFilter None { get; } = new();

    public bool IsNone => _labels is null && _greys is null;

    /// <summary>Whether voxels of a label may be painted over, whatever their greys.</summary>
    public bool Allows(byte label) => _labels?[label] ?? true;

    /// <summary>The same with one label allowed, where it is now, and no other.</summary>
    public VoxelFilter Only(byte label)
    {
        var labels = new bool[256];
        labels[label] = Allows(label);
        return new VoxelFilter(labels, _greys, _low, _high);
    }

    /// <summary>The same with a range of greys in addition.</summary>
    public VoxelFilter Within(GreyRows greys, float low, float high) => _greys is null ? new VoxelFilter(_labels, greys, low, high)
        : new VoxelFilter(_labels, greys, Math.Max(low, _low), Math.Min(high, _high));

    /// <summary>Which voxels of a part of a row may be painted over, as bits.</summary>
    /// <param name="labels">Of these voxels.</param>
    /// <param name="z">The slice.</param>
    /// <param name="y">The row.</param>
    /// <param name="x">The first voxel.</param>
    /// <param name="bits">Gets them; as many words as the voxels need.</param>
    public void Match(ReadOnlySpan<byte> labels, int z, int y, int x, Span<ulong> bits)
    {
        if (_only is { } label)
            RowMatch.Within(labels, label, label, bits);
        else if (_labels is not null)
            RowMatch.Allowed(labels, _labels, bits);
        else
        {
            bits.Clear();
            BitRow.Set(bits, 0, labels.Length);
        }
        if (_greys is null)
            return;
        Span<ulong> fits = bits.Length <= 64 ? stackalloc ulong[bits.Length] : new ulong[bits.Length];
        _greys.Match(z, y, x, labels.Length, _low, _high, fits);
        for (var i = 0; i < bits.Length; i++)
            bits[i] &= fits[i];
    }
}
