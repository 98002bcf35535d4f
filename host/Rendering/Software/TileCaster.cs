using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>Draws tiles of a frame: for each packet of rays first what is opaque, then what lets through, layer by layer.</summary>
internal static class TileCaster
{
    /// <summary>Edge of a tile, pixels.</summary>
    public const int Edge = 32;

    /// <summary>Tiles of a frame.</summary>
    public static int CountOf(SoftwareFrame frame) => ((frame.Width + Edge - 1) / Edge) * ((frame.Height + Edge - 1) / Edge);

    /// <summary>Draws a tile over what is in the frame.</summary>
    /// <param name="frame">Holds colours and depths of what was drawn before.</param>
    /// <param name="view">The camera.</param>
    /// <param name="layers">In drawing order.</param>
    /// <param name="tile">Which, row by row.</param>
    public static void Draw(SoftwareFrame frame, in RayView view, ReadOnlySpan<LayerCaster> layers, int tile)
    {
        var across = (frame.Width + Edge - 1) / Edge;
        var (left, bottom) = (tile % across * Edge, tile / across * Edge);
        var (right, top) = (Math.Min(left + Edge, frame.Width), Math.Min(bottom + Edge, frame.Height));
        // Packets in pairs, one above the other.
        for (var row = bottom; row < top; row += 4)
        {
            for (var column = left; column < right; column += 4)
            {
                if (row + 2 < top)
                    DrawPair(frame, view, layers, column, row);
                else
                    DrawPacket(frame, view, layers, column, row);
            }
        }
    }

    private static void DrawPair(SoftwareFrame frame, in RayView view, ReadOnlySpan<LayerCaster> layers, int column, int row)
    {
        var (first, second) = (RayPacket.At(view, column, row), RayPacket.At(view, column, row + 2));
        var (firstPixels, secondPixels) = (Load(frame, column, row), Load(frame, column, row + 2));
        foreach (var layer in layers)
        {
            if (layer.HasOpaque)
                layer.DrawOpaque(view, first, second, ref firstPixels, ref secondPixels);
        }
        foreach (var layer in layers)
        {
            if (layer.HasTranslucent)
                layer.DrawTranslucent(view, first, second, ref firstPixels, ref secondPixels);
        }
        Store(frame, column, row, firstPixels);
        Store(frame, column, row + 2, secondPixels);
    }

    private static void DrawPacket(SoftwareFrame frame, in RayView view, ReadOnlySpan<LayerCaster> layers, int column, int row)
    {
        var rays = RayPacket.At(view, column, row);
        var pixels = Load(frame, column, row);
        foreach (var layer in layers)
        {
            if (layer.HasOpaque)
                layer.DrawOpaque(view, rays, ref pixels);
        }
        foreach (var layer in layers)
        {
            if (layer.HasTranslucent)
                layer.DrawTranslucent(view, rays, ref pixels);
        }
        Store(frame, column, row, pixels);
    }

    private static PacketPixels Load(SoftwareFrame frame, int column, int row)
    {
        var (colors, depths) = (Vector256<uint>.Zero, Vector256<float>.One);
        if (IsWhole(frame, column, row))
        {
            var (lower, upper) = ((row * frame.Width) + column, ((row + 1) * frame.Width) + column);
            colors = Vector256.Create(Vector128.LoadUnsafe(in frame.Colors[lower]), Vector128.LoadUnsafe(in frame.Colors[upper]));
            depths = Vector256.Create(Vector128.LoadUnsafe(in frame.Depths[lower]), Vector128.LoadUnsafe(in frame.Depths[upper]));
        }
        else
        {
            for (var lane = 0; lane < Lanes.Count; lane++)
            {
                var at = Place(frame, column, row, lane);
                colors = colors.WithElement(lane, frame.Colors[at]);
                depths = depths.WithElement(lane, frame.Depths[at]);
            }
        }
        return new PacketPixels
        {
            Color = new Packet3(Channel(colors, 0), Channel(colors, 8), Channel(colors, 16)),
            Alpha = Channel(colors, 24),
            Depth = depths,
        };
    }

    private static void Store(SoftwareFrame frame, int column, int row, in PacketPixels pixels)
    {
        var colors = Byte(pixels.Color.X) | (Byte(pixels.Color.Y) << 8) | (Byte(pixels.Color.Z) << 16) | (Byte(pixels.Alpha) << 24);
        if (IsWhole(frame, column, row))
        {
            var (lower, upper) = ((row * frame.Width) + column, ((row + 1) * frame.Width) + column);
            colors.GetLower().StoreUnsafe(ref frame.Colors[lower]);
            colors.GetUpper().StoreUnsafe(ref frame.Colors[upper]);
            pixels.Depth.GetLower().StoreUnsafe(ref frame.Depths[lower]);
            pixels.Depth.GetUpper().StoreUnsafe(ref frame.Depths[upper]);
            return;
        }
        for (var lane = 0; lane < Lanes.Count; lane++)
        {
            if (column + (lane & 3) >= frame.Width || row + (lane >> 2) >= frame.Height)
                continue;
            var at = ((row + (lane >> 2)) * frame.Width) + column + (lane & 3);
            frame.Colors[at] = colors[lane];
            frame.Depths[at] = pixels.Depth[lane];
        }
    }

    // Whether all pixels of a packet are in the frame.
    private static bool IsWhole(SoftwareFrame frame, int column, int row) => column + 4 <= frame.Width && row + 2 <= frame.Height;

    // Beside the frame the outermost pixel stands in.
    private static int Place(SoftwareFrame frame, int column, int row, int lane) =>
        (Math.Min(row + (lane >> 2), frame.Height - 1) * frame.Width) + Math.Min(column + (lane & 3), frame.Width - 1);

    private static Vector256<float> Channel(Vector256<uint> colors, int shift) =>
        Vector256.ConvertToSingle(((colors >>> shift) & Vector256.Create(255u)).AsInt32()) * Vector256.Create(1 / 255f);

    private static Vector256<uint> Byte(Vector256<float> channel) => Vector256.ConvertToInt32Native(
        (Vector256.MinNative(Vector256.MaxNative(channel, Vector256<float>.Zero), Vector256<float>.One) * Vector256.Create(255f)) + Vector256.Create(0.5f)).AsUInt32();
}
