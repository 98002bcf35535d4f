namespace VolumeViewer.Sdk;

/// <summary>
/// The old and the new labels of the voxels of a box, as runs of equal change: a count, then for changed voxels both labels.
/// Voxels that did not change cost next to nothing, and neither do areas painted over one phase.
/// </summary>
internal sealed class LabelDifference
{
    private readonly byte[] _runs;

    private LabelDifference(VoxelBox box, byte[] runs) => (Box, _runs) = (box, runs);

    public VoxelBox Box { get; }

    public long ByteCount => _runs.Length;

    /// <summary>Writes the old or the new labels of those voxels that changed.</summary>
    /// <param name="labels">Those to write to.</param>
    /// <param name="toNew">Whether the new labels are written.</param>
    /// <param name="hasAll">Whether a slice has them already; null for none.</param>
    public void Apply(LabelVolume labels, bool toNew, Func<int, bool>? hasAll = null)
    {
        var (at, left, isChanged, label) = (0, 0L, false, (byte)0);
        for (var z = Box.Z; z <= Box.LastZ; z++)
        {
            var slice = Span<byte>.Empty;
            var isDone = hasAll?.Invoke(z) == true;
            for (var y = Box.Y; y < Box.Y + Box.Height; y++)
            {
                for (var x = 0; x < Box.Width;)
                {
                    if (left == 0)
                    {
                        var head = ReadCount(ref at);
                        (left, isChanged) = (head >> 1, (head & 1) == 1);
                        if (isChanged)
                        {
                            label = _runs[at + (toNew ? 1 : 0)];
                            at += 2;
                        }
                    }
                    var count = (int)Math.Min(left, Box.Width - x);
                    if (isChanged && !isDone)
                    {
                        // Only slices that change are asked for to be changed: of labels read on demand those stay in memory.
                        if (slice.IsEmpty)
                            slice = labels.Changing(z);
                        slice.Slice((y * labels.Shape.Width) + Box.X + x, count).Fill(label);
                    }
                    x += count;
                    left -= count;
                }
            }
        }
    }

    /// <summary>Adds to each label's entry by how many voxels more have it, by the new labels or by the old.</summary>
    public void Count(Span<long> counts, bool toNew)
    {
        for (var at = 0; at < _runs.Length;)
        {
            var head = ReadCount(ref at);
            if ((head & 1) == 0)
                continue;
            counts[_runs[at]] += toNew ? -(head >> 1) : head >> 1;
            counts[_runs[at + 1]] += toNew ? head >> 1 : -(head >> 1);
            at += 2;
        }
    }

    private long ReadCount(ref int at)
    {
        long value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = _runs[at++];
            value |= (long)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }

    /// <summary>Makes a difference of rows given one after the other, in the order of the box.</summary>
    internal sealed class Builder(VoxelBox box)
    {
        private readonly List<byte> _runs = [];
        private long _count;
        private long _given;
        private byte _old;
        private byte _new;

        /// <summary>Whether any voxel changed.</summary>
        public bool HasChanges { get; private set; }

        public void Add(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
        {
            var x = 0;
            while (x < before.Length)
            {
                var (old, now) = (before[x], after[x]);
                var length = old == now ? before[x..].CommonPrefixLength(after[x..]) : Math.Min(LengthOf(before[x..], old), LengthOf(after[x..], now));
                Add(length, old, now);
                x += length;
            }
        }

        /// <summary>Puts back the old labels of the rows given so far.</summary>
        public void UndoPart(LabelVolume labels)
        {
            var rest = box.VoxelCount - _given;
            if (rest > 0)
                Add(rest, 0, 0);
            ToDifference().Apply(labels, toNew: false);
        }

        public LabelDifference ToDifference()
        {
            Flush();
            return new LabelDifference(box, [.. _runs]);
        }

        private static int LengthOf(ReadOnlySpan<byte> row, byte label) => row.IndexOfAnyExcept(label) is var end and >= 0 ? end : row.Length;

        private void Add(long count, byte old, byte now)
        {
            _given += count;
            HasChanges |= old != now;
            // All unchanged voxels are alike, whatever their labels are.
            if (old == now)
                (old, now) = (0, 0);
            if (_count > 0 && (_old != old || _new != now))
                Flush();
            (_old, _new, _count) = (old, now, _count + count);
        }

        private void Flush()
        {
            if (_count == 0)
                return;
            var isChanged = _old != _new;
            var head = (ulong)((_count << 1) | (isChanged ? 1L : 0));
            for (; head >= 0x80; head >>= 7)
                _runs.Add((byte)(head | 0x80));
            _runs.Add((byte)head);
            if (isChanged)
            {
                _runs.Add(_old);
                _runs.Add(_new);
            }
            _count = 0;
        }
    }
}
