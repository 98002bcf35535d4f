using System.Buffers;
using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>A box of an image in main memory, with finer voxels than the whole.</summary>
internal sealed class ImagePart : IDetail
{
    private readonly DetailPlan _detail;
    private readonly TexturePlan _whole;
    private readonly TexelFormat _format;
    private readonly BlockRanges _ranges;
    private readonly SliceLoader _loader;
    private readonly ImageTexels _texels;

    /// <summary>Begins to read the voxels in the background.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="whole">How the whole of it is stored.</param>
    /// <param name="detail">Which part of it, and how coarse.</param>
    public ImagePart(ImageLayer layer, TexturePlan whole, DetailPlan detail)
    {
        (_whole, _detail, _format) = (whole, detail, TexelFormat.Of(layer.Volume.VoxelType));
        Plan = TexturePlan.OfDetail(detail, layer.Volume.Spacing);
        // The plain store, as that of a volume which is too large to be held as it is.
        Store = VoxelStore.Create(Plan.Size, layer.Volume.VoxelType, budget: 0);
        _ranges = new BlockRanges(Store);
        _texels = new ImageTexels(new CroppedSource(layer.Volume, detail.Box), Plan, layer.Statistics.Minimum);
        _loader = new SliceLoader(layer.Name, Plan.Size.Depth, Load, _ranges.Measure);
    }

    public TexturePlan Plan { get; }

    /// <summary>The voxels.</summary>
    public VoxelStore Store { get; }

    /// <summary>Changes whenever something new can be seen.</summary>
    public int Version => _loader.Version;

    /// <summary>Where the box begins, (x, y, z) in voxels of the whole, which need not be a whole number.</summary>
    public Vector3 Low => new Vector3(_detail.Box.X, _detail.Box.Y, _detail.Box.Z) / Factors;

    /// <summary>Where it ends.</summary>
    public Vector3 High => Low + (new Vector3(_detail.Box.Width, _detail.Box.Height, _detail.Box.Depth) / Factors);

    /// <summary>Edges (x, y, z) of a voxel here in voxels of the whole.</summary>
    public Vector3 Voxel => new Vector3(_detail.Factor) / Factors;

    private Vector3 Factors => new(_whole.FactorX, _whole.FactorY, _whole.FactorZ);

    public bool Upload(TimeSpan budget) => _loader.Wait(budget);

    /// <summary>Reads again what changed of the volume.</summary>
    public void Refill(VoxelBox changed)
    {
        var (first, last) = (Math.Max(changed.Z, _detail.Box.Z) - _detail.Box.Z, Math.Min(changed.LastZ, _detail.Box.LastZ) - _detail.Box.Z);
        if (first <= last)
            _loader.Refill(first / _detail.Factor, last / _detail.Factor);
    }

    /// <summary>Widens the ranges of the blocks of the whole by those of the voxels here that lie in them.</summary>
    /// <param name="edgeBits">The edge of a block of the whole is 2 to the power of this, in padded voxels.</param>
    /// <param name="count">Blocks of the whole along (z, y, x).</param>
    /// <param name="least">The least value of each.</param>
    /// <param name="largest">The largest.</param>
    public void Widen(int edgeBits, VolumeShape count, float[] least, float[] largest)
    {
        var (x, y, z) = (Along(Low.X, Voxel.X, _ranges.Count.Width), Along(Low.Y, Voxel.Y, _ranges.Count.Height), Along(Low.Z, Voxel.Z, _ranges.Count.Depth));
        Parallel.For(0, count.Depth, blockZ =>
        {
            var (fromZ, toZ) = z(blockZ);
            for (var blockY = 0; fromZ <= toZ && blockY < count.Height; blockY++)
            {
                var (fromY, toY) = y(blockY);
                for (var blockX = 0; fromY <= toY && blockX < count.Width; blockX++)
                {
                    var (fromX, toX) = x(blockX);
                    var to = (((blockZ * count.Height) + blockY) * count.Width) + blockX;
                    for (var k = fromZ; k <= toZ; k++)
                    {
                        for (var j = fromY; j <= toY; j++)
                        {
                            for (var i = fromX; i <= toX; i++)
                            {
                                var own = (((k * _ranges.Count.Height) + j) * _ranges.Count.Width) + i;
                                (least[to], largest[to]) = (Math.Min(least[to], _ranges.Least[own]), Math.Max(largest[to], _ranges.Largest[own]));
                            }
                        }
                    }
                }
            }
        });

        // The blocks here that reach into a block of the whole, or touch it.
        Func<int, (int From, int To)> Along(float low, float voxel, int length) => block =>
        {
            // Padded voxel n lies from n − 1 to n, and interpolation reaches half a voxel farther.
            var (from, to) = (((block << edgeBits) - 1.5f - low) / voxel, (((block + 1) << edgeBits) + 0.5f - low) / voxel);
            return (Math.Max(0, (int)MathF.Floor(from) >> _ranges.EdgeBits), Math.Min(length - 1, ((int)MathF.Ceiling(to) + 1) >> _ranges.EdgeBits));
        };
    }

    public void Dispose() => _loader.Dispose();

    private void Load(int z)
    {
        var length = Plan.Size.SliceLength * _format.Bytes;
        var slice = ArrayPool<byte>.Shared.Rent(length);
        _texels.Fill(z, slice.AsSpan(0, length));
        Store.Write(z, slice.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(slice);
    }
}
