using System.Buffers;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Labels as a texture shows them: the volume's own slices, or coarser ones in which each voxel has the most frequent label of its block.</summary>
internal sealed class LabelGrid
{
    private readonly LabelVolume _labels;
    private readonly TexturePlan _plan;
    private readonly VoxelBox? _box;
    private readonly bool _isSketch;
    private readonly Lazy<byte[]>[]? _reduced;

    /// <param name="labels">The volume.</param>
    /// <param name="plan">How coarse the grid is.</param>
    /// <param name="box">The part of the volume that the plan is for; null for all of it.</param>
    /// <param name="isSketch">Takes the label in the middle of each block, for which one slice in many is read.</param>
    public LabelGrid(LabelVolume labels, TexturePlan plan, VoxelBox? box = null, bool isSketch = false)
    {
        (_labels, _plan, _box, _isSketch) = (labels, plan, box, isSketch);
        if (plan.IsReduced || box is not null || labels.IsOnDemand)
            _reduced = [.. Enumerable.Range(0, plan.Size.Depth).Select(z => new Lazy<byte[]>(() => Reduce(z)))];
    }

    /// <summary>Voxels along (z, y, x).</summary>
    public VolumeShape Size => _plan.Size;

    private (int Z, int Y, int X) Begin => _box is { } box ? (box.Z, box.Y, box.X) : (0, 0, 0);

    /// <summary>The labels of a slice; safe to call from several threads.</summary>
    public ReadOnlySpan<byte> Slice(int z) => _reduced is null ? _labels.Slice(z) : _reduced[z].Value;

    /// <summary>The labels of a part of a slice, row by row; likewise.</summary>
    public void Fill(int z, TexelRect part, Span<byte> labels)
    {
        var slice = Slice(z);
        for (var y = 0; y < part.Height; y++)
            slice.Slice(((part.Y + y) * Size.Width) + part.X, part.Width).CopyTo(labels[(y * part.Width)..]);
    }

    /// <summary>Takes up that labels within a box changed, which counts from the begin of the part that the plan is for.</summary>
    /// <returns>The first and the last slice that differ here, and the part of them.</returns>
    public (int First, int Last, TexelRect Part) Refresh(VoxelBox box)
    {
        var (first, last) = (box.Z / _plan.FactorZ, Math.Min(box.LastZ / _plan.FactorZ, _plan.Size.Depth - 1));
        var (x, y) = (box.X / _plan.FactorX, box.Y / _plan.FactorY);
        var part = new TexelRect(x, y, ((box.X + box.Width - 1) / _plan.FactorX) - x + 1, ((box.Y + box.Height - 1) / _plan.FactorY) - y + 1);
        for (var z = first; _reduced is not null && z <= last; z++)
        {
            var slice = z;
            // One that is being made just now may have missed the change.
            if (_reduced[z].IsValueCreated)
                Reduce(z, part, _reduced[z].Value);
            else
                _reduced[z] = new Lazy<byte[]>(() => Reduce(slice));
        }
        return (first, last, part);
    }

    private byte[] Reduce(int z)
    {
        var result = new byte[Size.SliceLength];
        if (_isSketch)
            Sketch(z, result);
        else
            Reduce(z, new TexelRect(0, 0, Size.Width, Size.Height), result);
        return result;
    }

    private void Sketch(int z, byte[] result)
    {
        var (shape, size, stride) = (_plan.Source, _plan.Size, _labels.Shape.Width);
        var (firstZ, firstRow, firstColumn) = Begin;
        Read(firstZ + Middle(z, _plan.FactorZ, shape.Depth), slice =>
        {
            for (var y = 0; y < size.Height; y++)
            {
                var row = slice[(((firstRow + Middle(y, _plan.FactorY, shape.Height)) * stride) + firstColumn)..];
                for (var x = 0; x < size.Width; x++)
                    result[(y * size.Width) + x] = row[Middle(x, _plan.FactorX, shape.Width)];
            }
        });

        static int Middle(int block, int factor, int length) => Math.Min((block * factor) + (factor / 2), length - 1);
    }

    // Lends a slice of the volume; one that comes from a file is not kept for that.
    private void Read(int z, Action<ReadOnlySpan<byte>> use)
    {
        if (!_labels.IsOnDemand)
        {
            use(_labels.Slice(z));
            return;
        }
        var rented = ArrayPool<byte>.Shared.Rent(_labels.Shape.SliceLength);
        var slice = rented.AsSpan(0, _labels.Shape.SliceLength);
        _labels.CopySlice(z, slice);
        use(slice);
        ArrayPool<byte>.Shared.Return(rented);
    }

    private void Reduce(int z, TexelRect part, byte[] result)
    {
        if (BlockVote.For(_labels.Phases.Count, _plan.FactorZ * _plan.FactorY * _plan.FactorX) is { } vote)
            Reduce(vote, z, part, result);
        else
            ReduceOneByOne(z, part, result);
    }

    private void Reduce(BlockVote vote, int z, TexelRect part, byte[] result)
    {
        var (shape, size, stride) = (_plan.Source, _plan.Size, _labels.Shape.Width);
        var (firstZ, firstRow, firstColumn) = Begin;
        var counts = ArrayPool<ulong>.Shared.Rent(part.Count);
        counts.AsSpan(0, part.Count).Clear();
        // Others may read the result meanwhile: it gets only what is decided.
        var winners = ArrayPool<byte>.Shared.Rent(part.Count);
        var (left, width) = (part.X * _plan.FactorX, Math.Min((part.X + part.Width) * _plan.FactorX, shape.Width) - (part.X * _plan.FactorX));
        var (top, bottom) = (part.Y * _plan.FactorY, Math.Min((part.Y + part.Height) * _plan.FactorY, shape.Height));
        for (var fromZ = z * _plan.FactorZ; fromZ < Math.Min((z + 1) * _plan.FactorZ, shape.Depth); fromZ++)
        {
            Read(firstZ + fromZ, slice =>
            {
                for (var y = top; y < bottom; y++)
                {
                    var row = slice.Slice(((firstRow + y) * stride) + firstColumn + left, width);
                    var block = ((y / _plan.FactorY) - part.Y) * part.Width;
                    vote.Count(row, _plan.FactorX, counts.AsSpan(block, part.Width));
                    for (var x = 0; fromZ % _plan.FactorZ == 0 && y % _plan.FactorY == 0 && x < part.Width; x++)
                        winners[block + x] = row[x * _plan.FactorX];
                }
            });
        }
        vote.Decide(counts.AsSpan(0, part.Count), winners.AsSpan(0, part.Count));
        for (var y = 0; y < part.Height; y++)
            winners.AsSpan(y * part.Width, part.Width).CopyTo(result.AsSpan(((part.Y + y) * size.Width) + part.X));
        ArrayPool<ulong>.Shared.Return(counts);
        ArrayPool<byte>.Shared.Return(winners);
    }

    private void ReduceOneByOne(int z, TexelRect part, byte[] result)
    {
        var (shape, size, stride) = (_plan.Source, _plan.Size, _labels.Shape.Width);
        var (firstZ, firstRow, firstColumn) = Begin;
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        for (var y = part.Y; y < part.Y + part.Height; y++)
        {
            for (var x = part.X; x < part.X + part.Width; x++)
            {
                var first = _labels.Slice(firstZ + (z * _plan.FactorZ))[((firstRow + (y * _plan.FactorY)) * stride) + firstColumn + (x * _plan.FactorX)];
                var favoured = first == LabelVolume.Unlabelled ? -1 : first;
                var winner = (byte)Math.Max(favoured, 0);
                for (var fromZ = z * _plan.FactorZ; fromZ < Math.Min((z + 1) * _plan.FactorZ, shape.Depth); fromZ++)
                {
                    var slice = _labels.Slice(firstZ + fromZ)[((firstRow * stride) + firstColumn)..];
                    for (var fromY = y * _plan.FactorY; fromY < Math.Min((y + 1) * _plan.FactorY, shape.Height); fromY++)
                    {
                        for (var fromX = x * _plan.FactorX; fromX < Math.Min((x + 1) * _plan.FactorX, shape.Width); fromX++)
                        {
                            var label = slice[(fromY * stride) + fromX];
                            if (++counts[label] > counts[winner] || (counts[label] == counts[winner] && winner != favoured && (label == favoured || label < winner)))
                                winner = label;
                        }
                    }
                }
                result[(y * size.Width) + x] = winner;
                Forget(z, y, x, counts);
            }
        }
    }

    // Sets back only what was counted: a block has few labels, and there are 256.
    private void Forget(int z, int y, int x, Span<int> counts)
    {
        var (shape, stride) = (_plan.Source, _labels.Shape.Width);
        var (firstZ, firstRow, firstColumn) = Begin;
        var (fromX, endX) = (x * _plan.FactorX, Math.Min((x + 1) * _plan.FactorX, shape.Width));
        for (var fromZ = z * _plan.FactorZ; fromZ < Math.Min((z + 1) * _plan.FactorZ, shape.Depth); fromZ++)
        {
            for (var fromY = y * _plan.FactorY; fromY < Math.Min((y + 1) * _plan.FactorY, shape.Height); fromY++)
            {
                foreach (var label in _labels.Slice(firstZ + fromZ).Slice(((firstRow + fromY) * stride) + firstColumn + fromX, endX - fromX))
                    counts[label] = 0;
            }
        }
    }
}
