using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Cuts patches out of volumes. What lies beyond the training rows is their mirror image, so that nothing held back comes in.</summary>
internal sealed class PatchCutter(IReadOnlyList<TrainingVolume> volumes, PatchShape shape)
{
    /// <summary>Of the patches.</summary>
    internal PatchShape Shape => shape;

    internal TrainingVolume VolumeOf(PatchOrigin origin) => volumes[origin.Volume];

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
        for (var plane = 0; plane < shape.Depth; plane++)
        {
            var target = labels.Slice(plane * length, length);
            if (LabelsOfPlane(origin, plane, augmentation.FlipZ) is { } source)
            {
                for (var i = 0; i < length; i++)
                    target[i] = source[from[i]] is var label && label == LabelVolume.Unlabelled ? Losses.Ignored : label;
            }
            else
                target.Fill(Losses.Ignored);
        }
    }

    /// <summary>The slice that a plane of grey values comes from; it can lie beyond the ends of the volume.</summary>
    internal int SliceOfPlane(PatchOrigin origin, int plane, bool flipZ) =>
        origin.Z + (flipZ ? shape.GreyPlanes - 1 - plane : plane) - (shape.IsBlock ? 0 : shape.Neighbours);

    /// <summary>The labels of the slice that a plane of labels comes from, if it has any.</summary>
    internal byte[]? LabelsOfPlane(PatchOrigin origin, int plane, bool flipZ)
    {
        var volume = volumes[origin.Volume];
        return volume.Labels[Mirror.Index(origin.Z + (flipZ ? shape.Depth - 1 - plane : plane), volume.Depth)];
    }
}
