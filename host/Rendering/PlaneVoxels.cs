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
        if (key.Projection == SlabProjection.Sum)
            values.CopyTo(MemoryMarshal.Cast<byte, float>(texels.AsSpan()));
        else
            Store(values, source.VoxelType, texels);
        return texels;
    }

    /// <summary>The labels of a plane; of several behind each other the most frequent label but <see cref="LabelVolume.Unlabelled"/>, and of those that are as frequent the lowest.</summary>
    public static byte[] Read(LabelVolume labels, PlaneKey key)
    {
        if (key is { Axis: Axis.Z, Count: 1 })
            return labels.Slice(key.First).ToArray();
        var (width, height) = key.SizeIn(labels.Shape);
        var texels = new byte[width * height];
        if (key.Count > 1)
            Parallel.For(0, height, row => FillMostFrequent(labels, key, row, 0, texels.AsSpan(row * width, width)));
        else
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

    /// <summary>The labels of a part of a plane, row by row; likewise.</summary>
    public static byte[] Read(LabelVolume labels, PlaneKey key, TexelRect part)
    {
        var texels = new byte[part.Count];
        for (var row = 0; row < part.Height; row++)
        {
            var target = texels.AsSpan(row * part.Width, part.Width);
            if (key.Count > 1)
                FillMostFrequent(labels, key, part.Y + row, part.X, target);
            else
                Fill(labels, key.Axis, key.First, part.Y + row, part.X, target);
        }
        return texels;
    }

    private static void FillMostFrequent(LabelVolume labels, PlaneKey key, int row, int column, Span<byte> texels)
    {
        var lines = ArrayPool<byte>.Shared.Rent(key.Count * texels.Length);
        for (var plane = 0; plane < key.Count; plane++)
            Fill(labels, key.Axis, key.First + plane, row, column, lines.AsSpan(plane * texels.Length, texels.Length));
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        for (var i = 0; i < texels.Length; i++)
            texels[i] = MostFrequent(lines.AsSpan(0, key.Count * texels.Length), i, texels.Length, counts);
        ArrayPool<byte>.Shared.Return(lines);
    }

    private static void Fill(LabelVolume labels, Axis axis, int plane, int row, int column, Span<byte> texels)
    {
        var slice = labels.Slice(axis == Axis.Z ? plane : row);
        var stride = labels.Shape.Width;
        if (axis != Axis.X)
        {
            slice.Slice(((axis == Axis.Z ? row : plane) * stride) + column, texels.Length).CopyTo(texels);
            return;
        }
        for (var y = 0; y < texels.Length; y++)
            texels[y] = slice[((column + y) * stride) + plane];
    }

    // Of every so manieth label. The counts are 0 before and after.
    private static byte MostFrequent(ReadOnlySpan<byte> labels, int from, int stride, Span<int> counts)
    {
        var shown = LabelVolume.Unlabelled;
        for (var at = from; at < labels.Length; at += stride)
        {
            var label = labels[at];
            if (label == LabelVolume.Unlabelled)
                continue;
            var count = ++counts[label];
            if (shown == LabelVolume.Unlabelled || count > counts[shown] || (count == counts[shown] && label < shown))
                shown = label;
        }
        for (var at = from; at < labels.Length; at += stride)
            counts[labels[at]] = 0;
        return shown;
    }

    private static void Gather<T>(Volume<T> volume, PlaneKey key, float[] values, float missing) where T : unmanaged, INumberBase<T>
    {
        var shape = volume.Shape;
        var (width, height) = key.SizeIn(shape);
        Parallel.For(0, height, row =>
        {
            var target = values.AsSpan(row * width, width);
            var sums = IsAdded(key) ? new double[width] : [];
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
            var share = key.Projection == SlabProjection.Mean ? key.Count : 1;
            for (var i = 0; i < sums.Length; i++)
                target[i] = (float)(sums[i] / share);
        });
    }

    // Slices that are decoded on demand come one after the other.
    private static void GatherSlices(IVolumeSource source, PlaneKey key, float[] values, float missing)
    {
        var slice = new float[values.Length];
        var sums = IsAdded(key) ? new double[values.Length] : [];
        for (var plane = 0; plane < key.Count; plane++)
        {
            source.ReadSlice(key.First + plane, slice);
            for (var i = 0; i < slice.Length; i++)
                Take(slice[i], plane, ref values[i], sums, i, key.Projection, missing);
        }
        var share = key.Projection == SlabProjection.Mean ? key.Count : 1;
        for (var i = 0; i < sums.Length; i++)
            values[i] = (float)(sums[i] / share);
    }

    private static bool IsAdded(PlaneKey key) => key.Projection is SlabProjection.Mean or SlabProjection.Sum;

    private static void Take(float value, int plane, ref float target, double[] sums, int index, SlabProjection projection, float missing)
    {
        if (!float.IsFinite(value))
            value = missing;
        if (sums.Length > 0)
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
