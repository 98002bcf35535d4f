using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Meshes;

/// <summary>The slices of a field with voxels around it that are outside of the surface, so that it is closed by the walls of the volume.</summary>
/// <param name="field">The field.</param>
/// <param name="level">What lies above is inside.</param>
/// <param name="border">1 to have such voxels, 0 to have none.</param>
internal sealed class PaddedSlices(IField field, float level, int border)
{
    private readonly VolumeShape _shape = field.Shape;
    private readonly Spacing _spacing = field.Spacing;

    public int Depth => _shape.Depth + (2 * border);

    public int Height => _shape.Height + (2 * border);

    public int Width => _shape.Width + (2 * border);

    /// <summary>Voxels of a slice.</summary>
    public int Length => Width * Height;

    /// <summary>Reads a slice, counted with the border.</summary>
    public void Read(int z, Span<float> destination)
    {
        var inner = Math.Clamp(z - border, 0, _shape.Depth - 1);
        if (border == 0)
        {
            field.Read(inner, destination);
            return;
        }
        var slice = new float[_shape.SliceLength];
        field.Read(inner, slice);
        var isOutside = inner != z - border;
        for (var y = 0; y < Height; y++)
        {
            var row = Math.Clamp(y - 1, 0, _shape.Height - 1);
            for (var x = 0; x < Width; x++)
            {
                var column = Math.Clamp(x - 1, 0, _shape.Width - 1);
                var value = slice[(row * _shape.Width) + column];
                destination[(y * Width) + x] = isOutside || row != y - 1 || column != x - 1 ? Mirrored(value) : value;
            }
        }
    }

    /// <summary>The place of a point of the grid, (x, y, z), µm.</summary>
    public Vector3 Place(float z, float y, float x) =>
        new((float)((x - border + 0.5) * _spacing.X), (float)((y - border + 0.5) * _spacing.Y), (float)((z - border + 0.5) * _spacing.Z));

    // As far below the level as the voxel within is above: the surface comes to stand on the wall between them.
    private float Mirrored(float value) => value > level ? (2 * level) - value : Math.Min(value, level);
}
