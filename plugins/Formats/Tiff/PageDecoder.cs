using System.Buffers;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>Reads the voxels of a page. Nothing is shared between calls but the pool of buffers, so many threads can read at a time.</summary>
internal static class PageDecoder
{
    /// <summary>Fills <paramref name="slice"/> with the voxels of the page.</summary>
    /// <exception cref="VolumeReadException">The data are damaged; the message says in which page and strip or tile.</exception>
    public static void Read(FileBytes bytes, TiffPage page, Span<byte> slice)
    {
        if (page.Layout.IsPlain && !page.IsTiled)
        {
            // The strips of a plain page are stretches of the slice, and can be unpacked in their final place.
            var rowBytes = (int)page.Layout.RowBytes(page.Width);
            for (var row = 0; row < page.Down; row++)
                ReadChunk(bytes, page, row, slice.Slice(row * page.ChunkHeight * rowBytes, page.RowsOf(row) * rowBytes));
            return;
        }
        for (var row = 0; row < page.Down; row++)
        {
            for (var column = 0; column < page.Across; column++)
                ReadAndPlace(bytes, page, row, column, slice);
        }
    }

    private static void ReadAndPlace(FileBytes bytes, TiffPage page, int chunkRow, int chunkColumn, Span<byte> slice)
    {
        var layout = page.Layout;
        var rows = page.RowsOf(chunkRow);
        var rowBytes = (int)layout.RowBytes(page.ChunkWidth);
        var planeBytes = rows * rowBytes;
        var channels = layout.Planar ? layout.ChannelsUsed : layout.Samples;
        var isInterleaved = layout.Planar && channels > 1;
        var rented = ArrayPool<byte>.Shared.Rent(isInterleaved ? planeBytes * channels : planeBytes);
        var plane = isInterleaved ? ArrayPool<byte>.Shared.Rent(planeBytes) : rented;
        try
        {
            for (var channel = 0; channel < (layout.Planar ? channels : 1); channel++)
            {
                ReadChunk(bytes, page, page.ChunkAt(chunkRow, chunkColumn, channel), plane.AsSpan(0, planeBytes));
                if (isInterleaved)
                    Interleave(plane.AsSpan(0, planeBytes), rented, layout.Bits / 8, channel, channels);
            }
            var sourceRowBytes = isInterleaved ? rowBytes * channels : rowBytes;
            var voxelBytes = layout.VoxelType.ByteSize();
            var left = chunkColumn * page.ChunkWidth;
            var width = Math.Min(page.ChunkWidth, page.Width - left);
            var top = chunkRow * page.ChunkHeight;
            for (var y = 0; y < Math.Min(rows, page.Height - top); y++)
            {
                var target = slice.Slice((((top + y) * page.Width) + left) * voxelBytes, width * voxelBytes);
                SampleConverter.Convert(rented.AsSpan(y * sourceRowBytes, sourceRowBytes), channels, layout, target);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
            if (isInterleaved)
                ArrayPool<byte>.Shared.Return(plane);
        }
    }

    // Leaves stored samples in this machine's byte order.
    private static void ReadChunk(FileBytes bytes, TiffPage page, int chunk, Span<byte> output)
    {
        var (offset, byteCount) = page.Place(chunk);
        if (page.Compression == TiffCompression.None)
            bytes.Read(offset, output);
        else
            Unpack(bytes, page, chunk, output);
        var layout = page.Layout;
        var rowBytes = (int)layout.RowBytes(page.ChunkWidth);
        if (page.Predictor == 3)
        {
            Predictors.FloatingPoint(output, rowBytes, layout.Bits / 8, layout.SamplesTogether);
            return;
        }
        if (page.IsForeignOrder && layout.Bits > 8)
            ByteOrder.Swap(output, layout.Bits / 8);
        if (page.Predictor == 2)
            Predictors.Horizontal(output, rowBytes, layout.Bits / 8, layout.SamplesTogether);
    }

    private static void Unpack(FileBytes bytes, TiffPage page, int chunk, Span<byte> output)
    {
        var (offset, byteCount) = page.Place(chunk);
        // No packing makes data more than twice as long; what is behind that is no part of them.
        var length = (int)Math.Min(Math.Min(byteCount, (2L * output.Length) + 65536), Array.MaxLength);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var packed = rented.AsSpan(0, length);
            bytes.Read(offset, packed);
            switch (page.Compression)
            {
                case TiffCompression.Lzw: LzwDecoder.Decode(packed, output); break;
                case TiffCompression.PackBits: PackBitsDecoder.Decode(packed, output); break;
                default: DeflateDecoder.Decode(rented, length, output); break;
            }
        }
        catch (InvalidDataException failure)
        {
            throw new VolumeReadException(bytes.Path, $"page {page.Number}: the {page.Compression} data of {page.ChunkName} {chunk} "
                + $"({byteCount} bytes at byte {offset}) are damaged: {failure.Message}", failure);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static void Interleave(ReadOnlySpan<byte> plane, Span<byte> pixels, int bytesPerSample, int channel, int channels)
    {
        for (int from = 0, to = channel * bytesPerSample; from < plane.Length; from += bytesPerSample, to += channels * bytesPerSample)
            plane.Slice(from, bytesPerSample).CopyTo(pixels[to..]);
    }
}
