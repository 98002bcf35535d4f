using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Intervals;

/// <summary>A volume cut into equal blocks, which serve as independent samples of the material: 3 along each axis if they have at least 32 voxels a side then, else 2.</summary>
/// <remarks>An axis of fewer than four voxels, such as that through a single slice, is not cut.</remarks>
internal sealed class BlockGrid
{
    private const int LeastEdge = 32;

    private readonly int[] _parts;

    private readonly VolumeShape _shape;

    /// <param name="shape">Shape of the volume.</param>
    public BlockGrid(VolumeShape shape)
    {
        _shape = shape;
        int[] lengths = [shape.Depth, shape.Height, shape.Width];
        var parts = lengths.Where(length => length >= 4).All(length => length >= 3 * LeastEdge) ? 3 : 2;
        _parts = [.. lengths.Select(length => length < 4 ? 1 : parts)];
    }

    /// <summary>How many blocks there are.</summary>
    public int Count => _parts[0] * _parts[1] * _parts[2];

    /// <summary>The first block of a row; its voxels lie in this and the next blocks, see <see cref="Columns"/>.</summary>
    public int OfRow(int z, int y) => ((Part(Axis.Z, z) * _parts[1]) + Part(Axis.Y, y)) * _parts[2];

    /// <summary>Blocks along a row.</summary>
    public int Columns => _parts[2];

    /// <summary>Where a column of blocks begins along a row, or for <see cref="Columns"/> where the row ends.</summary>
    public int ColumnStart(int column) => Start(Axis.X, column);

    /// <summary>The block of a voxel.</summary>
    public int Of(int z, int y, int x) => OfRow(z, y) + Part(Axis.X, x);

    /// <summary>The first voxel of a part along an axis, or for the number of parts the length.</summary>
    public int Start(Axis axis, int part) => (int)((long)part * _shape.Along(axis) / _parts[(int)axis]);

    /// <summary>The boxes of voxels, in the order of the blocks.</summary>
    public IEnumerable<VoxelBox> Boxes()
    {
        for (var block = 0; block < Count; block++)
        {
            var (z, y, x) = (block / (_parts[1] * _parts[2]), block / _parts[2] % _parts[1], block % _parts[2]);
            var (firstZ, firstY, firstX) = (Start(Axis.Z, z), Start(Axis.Y, y), Start(Axis.X, x));
            yield return new VoxelBox(firstZ, firstY, firstX, Start(Axis.Z, z + 1) - firstZ, Start(Axis.Y, y + 1) - firstY, Start(Axis.X, x + 1) - firstX);
        }
    }

    // The last part that begins at or before the place.
    private int Part(Axis axis, int place) => (int)((((long)place + 1) * _parts[(int)axis]) - 1) / _shape.Along(axis);
}
