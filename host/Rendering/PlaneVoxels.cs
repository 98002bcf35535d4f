using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Reads planes of a volume across any axis at full resolution, several behind each other made one.</summary>
internal static class PlaneVoxels
{
    /// <summary>Whether planes across an axis can be read fast enough: across z always, else when the volume is in memory.</summary>
    public static bool CanRead(IVolumeSource source, Axis axis) => axis == Axis.Z || source is Volume<byte> or Volume<ushort> or Volume<short> or Volume<float>;

    /// <summary>The texels of a plane, as <see cref="ImageTexels"/> stores them. The mean of whole numbers is rounded.</summary>
    /// <param name="source">The image.</param>
    /// <param name="key">Which planes.</param>
    /// <param name="bytesPerTexel">Of the texture's format.</param>
    /// <param name="missing">Stands for NaN and infinite values.</param>
    public static byte[] Read(IVolumeSource source, PlaneKey key, int bytesPerTexel, float missing)
    {
        var (width, height) = key.SizeIn(source.Shape);
        var texels = new byte[checked(width * height * bytesPerTexel)];
        if (key is { Axis: Axis.Z, Count: 1 })
        {
            ImageTexels.FillWhole(source, key.First, texels, missing);
            return texels;
        }
        var values = new float[width * height];
        switch (source)
        {
            case Volume<byte> volume: Gather(volume, key, values, missing); break;
            case Volume<ushort> volume: Gather(volume, key, values, missing); break;
            case Volume<short> volume: Gather(volume, key, values, missing); break;
            case Volume<float> volume: Gather(volume, key, values, missing); break;
            default: GatherSlices(source, key, values, missing); break;
        }
        Store(values, source.VoxelType, texels);
        return texels;
    }

    /// <summary>The labels of one plane.</summary>
    public static byte[] Read(LabelVolume labels, PlaneKey key)
    {
        if (key.Axis == Axis.Z)
            return labels.Slice(key.First).ToArray();
        var (width, height) = key.SizeIn(labels.Shape);
        var texels = new byte[width * height];
        Fill(labels, key, 0, height - 1, texels);
        return texels;
    }

    /// <summary>Reads some rows of a plane across y or x again.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="key">Which plane.</param>
    /// <param name="firstZ">The slice that is the first row.</param>
    /// <param name="lastZ">The last.</param>
    /// <param name="texels">The whole plane.</param>
    public static void Fill(LabelVolume labels, PlaneKey key, int firstZ, int lastZ, byte[] texels)
    {
        var (width, shape) = (texels.Length / labels.Shape.Depth, labels.Shape);
        Parallel.For(firstZ, lastZ + 1, z =>
        {
            var rented = labels.IsOnDemand ? ArrayPool<byte>.Shared.Rent(shape.SliceLength) : null;
            if (rented is not null)
                labels.CopySlice(z, rented.AsSpan(0, shape.SliceLength));
            ReadOnlySpan<byte> slice = rented is null ? labels.Slice(z) : rented.AsSpan(0, shape.SliceLength);
            var row = texels.AsSpan(z * width, width);
            if (key.Axis == Axis.Y)
                slice.Slice(key.First * width, width).CopyTo(row);
            else
            {
                for (var y = 0; y < row.Length; y++)
                    row[y] = slice[(y * shape.Width) + key.First];
            }
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented);
        });
    }

    /// <summary>The labels of a part of one plane, row by row.</summary>
    public static byte[] Read(LabelVolume labels, PlaneKey key, TexelRect part)
    {
        var (texels, stride) = (new byte[part.Count], labels.Shape.Width);
        for (var row = 0; row < part.Height; row++)
        {
            var slice = labels.Slice(key.Axis == Axis.Z ? key.First : part.Y + row);
            var target = texels.AsSpan(row * part.Width, part.Width);
            if (key.Axis != Axis.X)
            {
                slice.Slice(((key.Axis == Axis.Z ? part.Y + row : key.First) * stride) + part.X, part.Width).CopyTo(target);
                continue;
            }
            for (var y = 0; y < target.Length; y++)
                target[y] = slice[((part.X + y) * stride) + key.First];
        }
        return texels;
    }

    private static void Gather<T>(Volume<T> volume, PlaneKey key, float[] values, float missing) where T : unmanaged, INumberBase<T>
    {
        var shape = volume.Shape;
        var (width, height) = key.SizeIn(shape);
        Parallel.For(0, height, row =>
        {
            var target = values.AsSpan(row * width, width);
            var sums = key.Projection == SlabProjection.Mean ? new double[width] : [];
            for (var plane = 0; plane < key.Count; plane++)
            {
                if (key.Axis == Axis.X)
                    break;
                var line = key.Axis == Axis.Z ? volume.Slice(key.First + plane).Slice(row * width, width) : volume.Slice(row).Slice((key.First + plane) * width, width);
                for (var i = 0; i < line.Length; i++)
                    Take(float.CreateTruncating(line[i]), plane, ref target[i], sums, i, key.Projection, missing);
            }
            if (key.Axis == Axis.X)
            {
                var slice = volume.Slice(row);
                for (var y = 0; y < width; y++)
                {
                    var line = slice.Slice((y * shape.Width) + key.First, key.Count);
                    for (var plane = 0; plane < line.Length; plane++)
                        Take(float.CreateTruncating(line[plane]), plane, ref target[y], sums, y, key.Projection, missing);
                }
            }
            for (var i = 0; i < sums.Length; i++)
                target[i] = (float)(sums[i] / key.Count);
        });
    }

    // Slices that are decoded on demand come one after the other.
    private static void GatherSlices(IVolumeSource source, PlaneKey key, float[] values, float missing)
    {
        var slice = new float[values.Length];
        var sums = key.Projection == SlabProjection.Mean ? new double[values.Length] : [];
        for (var plane = 0; plane < key.Count; plane++)
        {
            source.ReadSlice(key.First + plane, slice);
            for (var i = 0; i < slice.Length; i++)
                Take(slice[i], plane, ref values[i], sums, i, key.Projection, missing);
        }
        for (var i = 0; i < sums.Length; i++)
            values[i] = (float)(sums[i] / key.Count);
    }

    private static void Take(float value, int plane, ref float target, double[] sums, int index, SlabProjection projection, float missing)
    {
        if (!float.IsFinite(value))
            value = missing;
        if (projection == SlabProjection.Mean)
            sums[index] += value;
        else if (plane == 0 || (projection == SlabProjection.Maximum ? value > target : value < target))
            target = value;
    }

    private static void Store(float[] values, VoxelType type, byte[] texels)
    {
        switch (type)
        {
            case VoxelType.UInt8:
                for (var i = 0; i < values.Length; i++)
                    texels[i] = (byte)(values[i] + 0.5f);
                break;
            case VoxelType.UInt16:
                var unsigned = MemoryMarshal.Cast<byte, ushort>(texels.AsSpan());
                for (var i = 0; i < values.Length; i++)
                    unsigned[i] = (ushort)(values[i] + 0.5f);
                break;
            case VoxelType.Int16:
                var signed = MemoryMarshal.Cast<byte, ushort>(texels.AsSpan());
                // −32768 is stored as 0, see ImageTexels.
                for (var i = 0; i < values.Length; i++)
                    signed[i] = (ushort)(values[i] - short.MinValue + 0.5f);
                break;
            default:
                values.CopyTo(MemoryMarshal.Cast<byte, float>(texels.AsSpan()));
                break;
        }
    }
}
