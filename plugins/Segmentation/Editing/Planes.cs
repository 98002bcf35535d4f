using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Editing;

/// <summary>Labels as planes across any axis, row by row in the order of the two other axes.</summary>
internal sealed class Planes(LabelVolume labels, Axis axis)
{
    private readonly VolumeShape _shape = labels.Shape;

    /// <summary>How many planes there are.</summary>
    public int Count => _shape.Along(axis);

    /// <summary>The shape of a plane, of depth 1.</summary>
    public VolumeShape Shape => axis switch
    {
        Axis.Z => new VolumeShape(1, _shape.Height, _shape.Width),
        Axis.Y => new VolumeShape(1, _shape.Depth, _shape.Width),
        _ => new VolumeShape(1, _shape.Depth, _shape.Height),
    };

    /// <summary>The distances between the voxels of a plane.</summary>
    public Spacing Spacing => axis switch
    {
        Axis.Z => labels.Spacing,
        Axis.Y => new Spacing(1, labels.Spacing.Z, labels.Spacing.X),
        _ => new Spacing(1, labels.Spacing.Z, labels.Spacing.Y),
    };

    public void Read(int plane, Span<byte> to)
    {
        if (axis == Axis.Z)
        {
            labels.Slice(plane).CopyTo(to);
            return;
        }
        for (var z = 0; z < _shape.Depth; z++)
        {
            var slice = labels.Slice(z);
            if (axis == Axis.Y)
            {
                slice.Slice(plane * _shape.Width, _shape.Width).CopyTo(to[(z * _shape.Width)..]);
                continue;
            }
            for (var y = 0; y < _shape.Height; y++)
                to[(z * _shape.Height) + y] = slice[(y * _shape.Width) + plane];
        }
    }

    /// <summary>Different planes may be written from different threads.</summary>
    public void Write(int plane, ReadOnlySpan<byte> from)
    {
        if (axis == Axis.Z)
        {
            from.CopyTo(labels.Slice(plane));
            return;
        }
        for (var z = 0; z < _shape.Depth; z++)
        {
            var slice = labels.Slice(z);
            if (axis == Axis.Y)
            {
                from.Slice(z * _shape.Width, _shape.Width).CopyTo(slice[(plane * _shape.Width)..]);
                continue;
            }
            for (var y = 0; y < _shape.Height; y++)
                slice[(y * _shape.Width) + plane] = from[(z * _shape.Height) + y];
        }
    }
}
