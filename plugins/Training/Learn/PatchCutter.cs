using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Cuts patches out of volumes. What lies beyond the training rows is their mirror image, so that nothing held back comes in.</summary>
internal sealed class PatchCutter(IReadOnlyList<TrainingVolume> volumes, PatchShape shape)
{
    /// <summary>Of the patches.</summary>
    internal PatchShape Shape => shape;

    /// <summary>Cuts out one patch, turned and flipped; grey values are not changed otherwise.</summary>
    internal void Cut(PatchOrigin origin, Augmentation augmentation, Span<float> grey, Span<long> labels)
    {
        var (volume, edge, length) = (volumes[origin.Volume], shape.Edge, shape.PlaneLength);
        var rows = Mirror.Indices(origin.Y, edge, volume.TrainingRows);
        var columns = Mirror.Indices(origin.X, edge, volume.Width);
        var from = new int[length];
        for (var y = 0; y < edge; y++)
        {
            for (var x = 0; x < edge; x++)
            {
                var (sourceY, sourceX) = augmentation.Source(y, x, edge);
                from[(y * edge) + x] = (rows[sourceY] * volume.Width) + columns[sourceX];
            }
        }
        for (var plane = 0; plane < shape.GreyPlanes; plane++)
        {
            var source = volume.Plane(SliceOfPlane(origin, plane, augmentation.FlipZ));
            var target = grey.Slice(plane * length, length);
            for (var i = 0; i < length; i++)
                target[i] = source[from[i]];
        }
        FillLabels(origin, augmentation.FlipZ, from, labels);
    }

    /// <summary>As <see cref="Cut(PatchOrigin, Augmentation, Span{float}, Span{long})"/>, but deformed: grey values are interpolated along straight lines, labels
    /// are those of the nearest voxel.</summary>
    internal void Cut(PatchOrigin origin, Augmentation symmetry, Warp warp, Span<float> grey, Span<long> labels)
    {
        var (volume, edge, length) = (volumes[origin.Volume], shape.Edge, shape.PlaneLength);
        var (rows, firstRow) = Table(warp.Y, origin.Y, volume.TrainingRows);
        var (columns, firstColumn) = Table(warp.X, origin.X, volume.Width);
        var (corners, nearest, shares) = (new (int A, int B, int C, int D)[length], new int[length], new (float Y, float X)[length]);
        for (var i = 0; i < length; i++)
        {
            var (turnedY, turnedX) = symmetry.Source(i / edge, i % edge, edge);
            var (y, x) = (warp.Y[(turnedY * edge) + turnedX] - firstRow, warp.X[(turnedY * edge) + turnedX] - firstColumn);
            // Nowhere negative, so that cutting off is rounding down.
            var (top, left) = ((int)y, (int)x);
            var (upper, lower) = (rows[top] * volume.Width, rows[top + 1] * volume.Width);
            corners[i] = (upper + columns[left], upper + columns[left + 1], lower + columns[left], lower + columns[left + 1]);
            shares[i] = (y - top, x - left);
            nearest[i] = (rows[(int)(y + 0.5f)] * volume.Width) + columns[(int)(x + 0.5f)];
        }
        for (var plane = 0; plane < shape.GreyPlanes; plane++)
        {
            var source = volume.Plane(SliceOfPlane(origin, plane, symmetry.FlipZ));
            var target = grey.Slice(plane * length, length);
            for (var i = 0; i < length; i++)
            {
                var ((a, b, c, d), (y, x)) = (corners[i], shares[i]);
                var (upper, lower) = (source[a] + (x * (source[b] - source[a])), source[c] + (x * (source[d] - source[c])));
                target[i] = upper + (y * (lower - upper));
            }
        }
        FillLabels(origin, symmetry.FlipZ, nearest, labels);
    }

    // Which row or column of the volume each of those that a deformation reaches is, from the first one on.
    private static (int[] Indices, int First) Table(float[] positions, int origin, int length)
    {
        var (first, last) = ((int)MathF.Floor(positions.Min()), (int)MathF.Ceiling(positions.Max()));
        return (Mirror.Indices(origin + first, last - first + 2, length), first);
    }

    private void FillLabels(PatchOrigin origin, bool flipZ, int[] from, Span<long> labels)
    {
        for (var plane = 0; plane < shape.Depth; plane++)
        {
            var target = labels.Slice(plane * from.Length, from.Length);
            if (LabelsOfPlane(origin, plane, flipZ) is not { } source)
            {
                target.Fill(Losses.Ignored);
                continue;
            }
            for (var i = 0; i < from.Length; i++)
                target[i] = source[from[i]] is var label && label == LabelVolume.Unlabelled ? Losses.Ignored : label;
        }
    }

    /// <summary>The slice that a plane of grey values comes from; it can lie beyond the ends of the volume.</summary>
    private int SliceOfPlane(PatchOrigin origin, int plane, bool flipZ) =>
        origin.Z + (flipZ ? shape.GreyPlanes - 1 - plane : plane) - (shape.IsBlock ? 0 : shape.Neighbours);

    /// <summary>The labels of the slice that a plane of labels comes from, if it has any.</summary>
    private byte[]? LabelsOfPlane(PatchOrigin origin, int plane, bool flipZ)
    {
        var volume = volumes[origin.Volume];
        return volume.Labels[Mirror.Index(origin.Z + (flipZ ? shape.Depth - 1 - plane : plane), volume.Depth)];
    }
}
