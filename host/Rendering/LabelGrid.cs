using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Labels as a texture shows them: the volume's own slices, or coarser ones in which each voxel has the most frequent label of its block.</summary>
internal sealed class LabelGrid
{
    private readonly LabelVolume _labels;
    private readonly TexturePlan _plan;
    private readonly VoxelBox? _box;
    private readonly Lazy<byte[]>[]? _reduced;

    /// <param name="labels">The volume.</param>
    /// <param name="plan">How coarse the grid is.</param>
    /// <param name="box">The part of the volume that the plan is for; null for all of it.</param>
    public LabelGrid(LabelVolume labels, TexturePlan plan, VoxelBox? box = null)
    {
        (_labels, _plan, _box) = (labels, plan, box);
        if (plan.IsReduced || box is not null)
            _reduced = [.. Enumerable.Range(0, plan.Size.Depth).Select(z => new Lazy<byte[]>(() => Reduce(z)))];
    }

    /// <summary>Voxels along (z, y, x).</summary>
    public VolumeShape Size => _plan.Size;

    /// <summary>The labels of a slice; safe to call from several threads.</summary>
    public ReadOnlySpan<byte> Slice(int z) => _reduced is null ? _labels.Slice(z) : _reduced[z].Value;

    /// <summary>Takes up that labels within these slices of the volume changed.</summary>
    /// <returns>The first and the last slice that differ here.</returns>
    public (int First, int Last) Refresh(VoxelBox box)
    {
        var (first, last) = (box.Z / _plan.FactorZ, Math.Min(box.LastZ / _plan.FactorZ, _plan.Size.Depth - 1));
        for (var z = first; _reduced is not null && z <= last; z++)
        {
            var slice = z;
            _reduced[z] = new Lazy<byte[]>(() => Reduce(slice));
        }
        return (first, last);
    }

    private byte[] Reduce(int z)
    {
        var (shape, size, stride) = (_plan.Source, _plan.Size, _labels.Shape.Width);
        var (firstZ, firstRow, firstColumn) = _box is { } box ? (box.Z, box.Y, box.X) : (0, 0, 0);
        var result = new byte[size.SliceLength];
        Span<int> counts = stackalloc int[256];
        for (var y = 0; y < size.Height; y++)
        {
            for (var x = 0; x < size.Width; x++)
            {
                counts.Clear();
                byte winner = 0;
                for (var fromZ = z * _plan.FactorZ; fromZ < Math.Min((z + 1) * _plan.FactorZ, shape.Depth); fromZ++)
                {
                    var slice = _labels.Slice(firstZ + fromZ)[((firstRow * stride) + firstColumn)..];
                    for (var fromY = y * _plan.FactorY; fromY < Math.Min((y + 1) * _plan.FactorY, shape.Height); fromY++)
                    {
                        for (var fromX = x * _plan.FactorX; fromX < Math.Min((x + 1) * _plan.FactorX, shape.Width); fromX++)
                        {
                            var label = slice[(fromY * stride) + fromX];
                            if (++counts[label] > counts[winner])
                                winner = label;
                        }
                    }
                }
                result[(y * size.Width) + x] = winner;
            }
        }
        return result;
    }
}
