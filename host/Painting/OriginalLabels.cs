using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Painting;

/// <summary>Labels as they were when a stroke began: what is painted over is kept before, in blocks, so that a stroke in 3-D follows the surface that it began on.</summary>
internal sealed class OriginalLabels(LabelVolume labels)
{
    private const int Edge = 32;

    private readonly Dictionary<(int Z, int Y, int X), byte[]> _blocks = [];

    /// <summary>Keeps a box that is about to change.</summary>
    public void Keep(VoxelBox box)
    {
        for (var z = box.Z / Edge; z <= box.LastZ / Edge; z++)
        {
            for (var y = box.Y / Edge; y <= (box.Y + box.Height - 1) / Edge; y++)
            {
                for (var x = box.X / Edge; x <= (box.X + box.Width - 1) / Edge; x++)
                {
                    if (!_blocks.ContainsKey((z, y, x)))
                        _blocks[(z, y, x)] = Copy(z * Edge, y * Edge, x * Edge);
                }
            }
        }
    }

    /// <summary>The label that a voxel had.</summary>
    public byte At(int z, int y, int x) => _blocks.TryGetValue((z / Edge, y / Edge, x / Edge), out var block)
        ? block[(((z % Edge * Edge) + (y % Edge)) * Edge) + (x % Edge)]
        : labels.Slice(z)[(y * labels.Shape.Width) + x];

    private byte[] Copy(int firstZ, int firstY, int firstX)
    {
        var (block, shape) = (new byte[Edge * Edge * Edge], labels.Shape);
        var width = Math.Min(Edge, shape.Width - firstX);
        for (var z = firstZ; z < Math.Min(firstZ + Edge, shape.Depth); z++)
        {
            for (var y = firstY; y < Math.Min(firstY + Edge, shape.Height); y++)
                labels.Slice(z).Slice((y * shape.Width) + firstX, width).CopyTo(block.AsSpan((((z - firstZ) * Edge) + (y - firstY)) * Edge));
        }
        return block;
    }
}
