using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>
/// The layout of fields on the voxel grid in which transport is solved: voxels in the order (z, y, x) with the flux along z, one plane and one row of
/// padding at each side, and rows padded to whole vectors, so that no loop has to ask where the volume ends.
/// </summary>
internal sealed class TransportGrid
{
    /// <summary>Voxels that are worked on at once.</summary>
    public const int Lanes = 8;

    /// <exception cref="UserException">The volume is larger than an array can be.</exception>
    public TransportGrid(int depth, int height, int width, bool periodicDepth, bool periodicSides)
    {
        (Depth, Height, Width, PeriodicDepth, PeriodicSides) = (depth, height, width, periodicDepth, periodicSides);
        RowLength = (width + Lanes - 1) / Lanes * Lanes;
        Stride = RowLength + Lanes;
        var length = ((long)Stride * (height + 2) * (depth + 2)) + Lanes;
        if (length > Array.MaxLength)
        {
            throw new UserException($"A volume of {depth} × {height} × {width} voxels is too large to solve transport in at once (at most 2³¹ voxels). "
                + "Measure a part of it, or a coarser copy.");
        }
        (Plane, Length) = (Stride * (height + 2), (int)length);
    }

    public int Depth { get; }

    public int Height { get; }

    public int Width { get; }

    /// <summary>Whether the first plane follows the last.</summary>
    public bool PeriodicDepth { get; }

    /// <summary>Whether rows and columns go on at the other side.</summary>
    public bool PeriodicSides { get; }

    /// <summary>Voxels of a row, rounded up to whole vectors.</summary>
    public int RowLength { get; }

    /// <summary>From a voxel to the next along y.</summary>
    public int Stride { get; }

    /// <summary>From a voxel to the next along z.</summary>
    public int Plane { get; }

    /// <summary>Elements of a field.</summary>
    public int Length { get; }

    /// <summary>Voxels without padding.</summary>
    public long VoxelCount => (long)Depth * Height * Width;

    /// <summary>The first voxel of a row; planes and rows from −1 to one past the last.</summary>
    public int Row(int z, int y) => ((z + 1) * Plane) + ((y + 1) * Stride) + Lanes;

    /// <summary>The step to the next voxel along an axis of the grid: 0 is z, 1 is y, 2 is x.</summary>
    public int Step(int axis) => axis switch { 0 => Plane, 1 => Stride, _ => 1 };

    /// <summary>Copies what lies at the sides of a plane to the padding of the other side, if the sides are periodic.</summary>
    public void WrapSides<T>(T[] field, int z)
    {
        if (!PeriodicSides)
            return;
        for (var y = 0; y < Height; y++)
        {
            var row = Row(z, y);
            (field[row - 1], field[row + Width]) = (field[row + Width - 1], field[row]);
        }
        field.AsSpan(Row(z, Height - 1), Width).CopyTo(field.AsSpan(Row(z, -1), Width));
        field.AsSpan(Row(z, 0), Width).CopyTo(field.AsSpan(Row(z, Height), Width));
    }

    /// <summary>Copies the first plane behind the last and the last before the first, if the volume is periodic along z.</summary>
    public void WrapDepth<T>(T[] field)
    {
        if (!PeriodicDepth)
            return;
        field.AsSpan(Plane * Depth, Plane).CopyTo(field.AsSpan(0, Plane));
        field.AsSpan(Plane, Plane).CopyTo(field.AsSpan(Plane * (Depth + 1), Plane));
    }

    /// <summary>Both kinds of wrapping, for all planes.</summary>
    public void Wrap<T>(T[] field)
    {
        for (var z = 0; PeriodicSides && z < Depth; z++)
            WrapSides(field, z);
        WrapDepth(field);
    }
}
