using System.Buffers;
using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Turns slices of an image into texels, averaging where the texture is coarser.</summary>
internal sealed class ImageTexels
{
    private readonly IVolumeSource _source;
    private readonly TexturePlan _plan;
    private readonly float _missing;

    /// <param name="source">The image.</param>
    /// <param name="plan">How coarse the texture is.</param>
    /// <param name="missing">Stands for NaN and infinite values, which would spread to their neighbours.</param>
    public ImageTexels(IVolumeSource source, TexturePlan plan, float missing) => (_source, _plan, _missing) = (source, plan, missing);

    /// <summary>Fills texture slice z.</summary>
    public void Fill(int z, Span<byte> texels)
    {
        if (_plan.IsReduced)
            FillReduced(z, texels);
        else
            FillWhole(_source, z, texels, _missing);
    }

    /// <summary>Fills one slice of the volume, as it is.</summary>
    public static void FillWhole(IVolumeSource source, int z, Span<byte> texels, float missing)
    {
        switch (source.VoxelType)
        {
            case VoxelType.UInt8 or VoxelType.UInt16:
                source.ReadSlice(z, texels);
                break;
            case VoxelType.Int16:
                source.ReadSlice(z, texels);
                // −32768 becomes 0: textures hold no signed numbers that are interpolated exactly.
                foreach (ref var value in MemoryMarshal.Cast<byte, ushort>(texels))
                    value ^= 0x8000;
                break;
            default:
                var values = MemoryMarshal.Cast<byte, float>(texels);
                source.ReadSlice(z, values);
                foreach (ref var value in values)
                    value = float.IsFinite(value) ? value : missing;
                break;
        }
    }

    private void FillReduced(int z, Span<byte> texels)
    {
        var (shape, size) = (_plan.Source, _plan.Size);
        var slice = ArrayPool<float>.Shared.Rent(shape.SliceLength);
        var sums = new double[size.SliceLength];
        var lastZ = Math.Min((z + 1) * _plan.FactorZ, shape.Depth);
        for (var fromZ = z * _plan.FactorZ; fromZ < lastZ; fromZ++)
        {
            _source.ReadSlice(fromZ, slice.AsSpan(0, shape.SliceLength));
            for (var y = 0; y < shape.Height; y++)
            {
                var row = slice.AsSpan(y * shape.Width, shape.Width);
                var target = sums.AsSpan(y / _plan.FactorY * size.Width, size.Width);
                for (int x = 0, to = 0, within = 0; x < row.Length; x++)
                {
                    target[to] += float.IsFinite(row[x]) ? row[x] : _missing;
                    if (++within == _plan.FactorX)
                        (to, within) = (to + 1, 0);
                }
            }
        }
        ArrayPool<float>.Shared.Return(slice);
        for (var y = 0; y < size.Height; y++)
        {
            for (var x = 0; x < size.Width; x++)
            {
                // Blocks at the end can be cut off.
                var count = (lastZ - (z * _plan.FactorZ))
                    * Math.Min(_plan.FactorY, shape.Height - (y * _plan.FactorY)) * Math.Min(_plan.FactorX, shape.Width - (x * _plan.FactorX));
                Store(texels, (y * size.Width) + x, sums[(y * size.Width) + x] / count);
            }
        }
    }

    private void Store(Span<byte> texels, int index, double value)
    {
        switch (_source.VoxelType)
        {
            case VoxelType.UInt8: texels[index] = (byte)(value + 0.5); break;
            case VoxelType.UInt16: MemoryMarshal.Cast<byte, ushort>(texels)[index] = (ushort)(value + 0.5); break;
            case VoxelType.Int16: MemoryMarshal.Cast<byte, ushort>(texels)[index] = (ushort)(value - short.MinValue + 0.5); break;
            default: MemoryMarshal.Cast<byte, float>(texels)[index] = (float)value; break;
        }
    }
}
