using System.Buffers;
using System.IO.Compression;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>The deflated strips of one slice, in buffers of the pool until <see cref="Dispose"/>.</summary>
internal sealed class CompressedSlice : IDisposable
{
    private const int StripBytes = 1 << 20;

    private readonly List<(byte[] Buffer, int Length)> _strips = [];

    private CompressedSlice()
    {
    }

    /// <summary>The strips, from the top down.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Strips => _strips.Select(strip => (ReadOnlyMemory<byte>)strip.Buffer.AsMemory(0, strip.Length));

    /// <summary>Rows of a strip of about a megabyte, which readers can keep in their caches.</summary>
    public static int RowsPerStrip(IVolumeSource volume) =>
        Math.Clamp(StripBytes / RowBytes(volume), 1, volume.Shape.Height);

    /// <summary>Reads and packs one slice.</summary>
    public static CompressedSlice Of(IVolumeSource volume, int z)
    {
        var rowBytes = RowBytes(volume);
        var sliceBytes = rowBytes * volume.Shape.Height;
        var raw = ArrayPool<byte>.Shared.Rent(sliceBytes);
        var result = new CompressedSlice();
        try
        {
            volume.ReadSlice(z, raw.AsSpan(0, sliceBytes));
            var stripBytes = RowsPerStrip(volume) * rowBytes;
            for (var at = 0; at < sliceBytes;)
            {
                var length = Math.Min(stripBytes, sliceBytes - at);
                result.Add(raw.AsSpan(at, length));
                at += length;
            }
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(raw);
        }
    }

    public void Dispose()
    {
        foreach (var (buffer, _) in _strips)
            ArrayPool<byte>.Shared.Return(buffer);
        _strips.Clear();
    }

    private static int RowBytes(IVolumeSource volume) => volume.Shape.Width * volume.VoxelType.ByteSize();

    private void Add(ReadOnlySpan<byte> raw)
    {
        // Data that cannot be packed grow by an eighth at most (all literals of nine bits).
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(raw.Length + (raw.Length / 4L) + 4096, Array.MaxLength));
        try
        {
            using var packed = new MemoryStream(buffer);
            using (var deflater = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
                deflater.Write(raw);
            _strips.Add((buffer, (int)packed.Position));
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }
}
