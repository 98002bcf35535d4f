using System.Numerics;

using ImGuiNET;

using VolumeViewer.Host.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Voxels of a slice in a colour over its picture, made anew only when they or the part that is seen have changed.</summary>
internal sealed class SliceMask(ViewTools tools) : IDisposable
{
    // More voxels than this are thinned out: the picture would not show them.
    private const int MostPixels = 1 << 20;

    private readonly PictureTexture _texture = new(tools.Gl);
    private object? _key;

    /// <summary>Fills the bits of a part of a row.</summary>
    public delegate void RowBits(int z, int y, int x, int count, Span<ulong> bits);

    /// <summary>Draws them.</summary>
    /// <param name="draw">Gets the picture.</param>
    /// <param name="touch">The slice view.</param>
    /// <param name="layer">Whose voxels.</param>
    /// <param name="key">Whatever the voxels depend on; when it stays equal they are not asked for again.</param>
    /// <param name="bits">Which voxels; called on this thread.</param>
    /// <param name="color">With its opacity.</param>
    public void Draw(ImDrawListPtr draw, SliceTouch touch, Layer layer, object key, RowBits bits, Vector4 color)
    {
        if (SliceGrid.Of(layer, touch.Axis, touch.Cursor) is not { } grid)
            return;
        var shown = touch.Camera.Shown(touch.Frame.Width, touch.Frame.Height, touch.Cursor);
        var (first, last) = (grid.Place(shown.First), grid.Place(shown.Last));
        if (grid.Box((int)Math.Floor(first.U), (int)Math.Floor(first.V), (int)Math.Floor(last.U), (int)Math.Floor(last.V)) is not { } box)
            return;
        var whole = (key, box, color);
        if (!whole.Equals(_key))
        {
            Fill(grid, box, bits, Theme.ToRgba(color));
            _key = whole;
        }
        var (u, v) = (First(box, grid.AxisU), First(box, grid.AxisV));
        var (endU, endV) = (u + Count(box, grid.AxisU), v + Count(box, grid.AxisV));
        draw.AddImageQuad((IntPtr)_texture.Handle, Corner(u, v), Corner(endU, v), Corner(endU, endV), Corner(u, endV));

        Vector2 Corner(int atU, int atV) => touch.ToWindow(grid.World(atU, atV, touch.Cursor));
    }

    public void Dispose() => _texture.Dispose();

    private static int First(VoxelBox box, Axis axis) => axis switch { Axis.Z => box.Z, Axis.Y => box.Y, _ => box.X };

    private static int Count(VoxelBox box, Axis axis) => axis switch { Axis.Z => box.Depth, Axis.Y => box.Height, _ => box.Width };

    private void Fill(SliceGrid grid, VoxelBox box, RowBits bits, Rgba color)
    {
        var (countU, countV) = (Count(box, grid.AxisU), Count(box, grid.AxisV));
        var thin = (int)Math.Ceiling(Math.Sqrt((double)countU * countV / MostPixels));
        var (width, height) = ((countU + thin - 1) / thin, (countV + thin - 1) / thin);
        var rgba = new byte[width * height * 4];
        var row = new ulong[BitRow.Words(box.Width)];
        // Rows of the picture are rows of the volume, or columns of single voxels where the slice lies across x.
        for (var v = 0; v < height; v++)
        {
            for (var u = 0; u < (grid.Axis == Axis.X ? width : 1); u++)
            {
                var (z, y) = grid.Axis switch { Axis.Z => (box.Z, box.Y + (v * thin)), Axis.Y => (box.Z + (v * thin), box.Y), _ => (box.Z + (u * thin), box.Y + (v * thin)) };
                bits(z, y, box.X, box.Width, row);
                if (grid.Axis == Axis.X)
                    Put(u, v, (row[0] & 1) != 0);
                for (var x = 0; grid.Axis != Axis.X && x < width; x++)
                    Put(x, v, BitRow.Has(row, x * thin));
            }
        }
        _texture.Fill(width, height, rgba);

        void Put(int x, int y, bool isSet)
        {
            if (!isSet)
                return;
            var at = ((y * width) + x) * 4;
            (rgba[at], rgba[at + 1], rgba[at + 2], rgba[at + 3]) = (color.R, color.G, color.B, color.A);
        }
    }
}
