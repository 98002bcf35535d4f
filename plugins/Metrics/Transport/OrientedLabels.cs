using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>Labels in one array, turned so that the flux goes along the first axis. One byte a voxel.</summary>
internal sealed class OrientedLabels
{
    private OrientedLabels(byte[] labels, int depth, int height, int width, Axis axis, Spacing spacing)
    {
        (Labels, Depth, Height, Width, Axis) = (labels, depth, height, width, axis);
        (Step, StepY, StepX) = axis switch
        {
            Axis.Z => (spacing.Z, spacing.Y, spacing.X),
            Axis.Y => (spacing.Y, spacing.Z, spacing.X),
            _ => (spacing.X, spacing.Z, spacing.Y),
        };
        Spacing = spacing;
    }

    /// <summary>By depth, height and width.</summary>
    public byte[] Labels { get; }

    /// <summary>Voxels along the flux.</summary>
    public int Depth { get; }

    public int Height { get; }

    public int Width { get; }

    /// <summary>The volume's axis along which the flux goes.</summary>
    public Axis Axis { get; }

    /// <summary>The volume's spacing.</summary>
    public Spacing Spacing { get; }

    /// <summary>Spacing along the flux.</summary>
    public double Step { get; }

    /// <summary>Spacing along the height.</summary>
    public double StepY { get; }

    /// <summary>Spacing along the width.</summary>
    public double StepX { get; }

    /// <exception cref="UserException">The volume has more voxels than an array can hold.</exception>
    public static OrientedLabels Of(LabelVolume volume, Axis axis, CancellationToken cancellationToken = default)
    {
        var shape = volume.Shape;
        if (shape.VoxelCount > Array.MaxLength)
            throw new UserException($"A volume of {shape} voxels (z, y, x) is too large to solve transport in at once. Measure a part of it, or a coarser copy.");
        var labels = LargeArrays.Create<byte>((int)shape.VoxelCount);
        volume.ForEachSlice(z =>
        {
            var slice = volume.Slice(z);
            for (var y = 0; y < shape.Height; y++)
                Place(slice.Slice(y * shape.Width, shape.Width), labels, shape, axis, z, y);
        }, cancellationToken);
        return axis switch
        {
            Axis.Z => new(labels, shape.Depth, shape.Height, shape.Width, axis, volume.Spacing),
            Axis.Y => new(labels, shape.Height, shape.Depth, shape.Width, axis, volume.Spacing),
            _ => new(labels, shape.Width, shape.Depth, shape.Height, axis, volume.Spacing),
        };
    }

    /// <summary>The volume's axis that is the first (0), second or third of these labels.</summary>
    public Axis VolumeAxis(int axis) => (Axis, axis) switch
    {
        (Axis.Z, _) => (Axis)axis,
        (_, 0) => Axis,
        (_, 1) => Axis.Z,
        (Axis.Y, _) => Axis.X,
        _ => Axis.Y,
    };

    /// <summary>A part of these.</summary>
    public OrientedLabels Part(int z, int y, int x, int depth, int height, int width)
    {
        var part = new byte[(long)depth * height * width];
        for (var row = 0; row < depth * height; row++)
        {
            var from = ((((long)z + (row / height)) * Height) + y + (row % height)) * Width;
            Labels.AsSpan((int)(from + x), width).CopyTo(part.AsSpan(row * width, width));
        }
        return new OrientedLabels(part, depth, height, width, Axis, Spacing);
    }

    private static void Place(ReadOnlySpan<byte> row, byte[] labels, VolumeShape shape, Axis axis, int z, int y)
    {
        if (axis == Axis.Z)
        {
            row.CopyTo(labels.AsSpan((int)((((long)z * shape.Height) + y) * shape.Width)));
            return;
        }
        if (axis == Axis.Y)
        {
            row.CopyTo(labels.AsSpan((int)((((long)y * shape.Depth) + z) * shape.Width)));
            return;
        }
        for (var x = 0; x < row.Length; x++)
            labels[(((long)x * shape.Depth) + z) * shape.Height + y] = row[x];
    }
}
