using System.Buffers.Binary;
using System.Text;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>The structure of a TIFF file: byte order, width of its offsets, and the chain of its pages.</summary>
internal sealed class TiffFile
{
    private readonly ulong _first;

    /// <summary>Reads the header.</summary>
    /// <exception cref="VolumeReadException">This is no TIFF file.</exception>
    public TiffFile(FileBytes bytes)
    {
        Bytes = bytes;
        if (bytes.Length < 8)
            throw Fault(bytes.Length == 0 ? "it is empty." : $"it has only {bytes.Length} bytes, too few for a TIFF file.");
        Span<byte> header = stackalloc byte[(int)Math.Min(16, bytes.Length)];
        bytes.Read(0, header);
        if (header[..2].SequenceEqual("II"u8))
            IsLittleEndian = true;
        else if (!header[..2].SequenceEqual("MM"u8))
            throw Fault($"it is not a TIFF file: it begins with {Show(header[..4])}, where TIFF files begin with \"II\" or \"MM\".");
        var version = Number(header.Slice(2, 2));
        switch (version)
        {
            case 42:
                _first = Number(header.Slice(4, 4));
                break;
            case 43 when header.Length == 16 && Number(header.Slice(4, 2)) == 8:
                IsBig = true;
                _first = Number(header.Slice(8, 8));
                break;
            default:
                throw Fault($"it is not a TIFF file: the version after the byte order is {version}, where 42 (TIFF) or 43 (BigTIFF) should be.");
        }
    }

    /// <summary>The bytes of the file.</summary>
    public FileBytes Bytes { get; }

    /// <summary>Whether numbers begin with their lowest byte.</summary>
    public bool IsLittleEndian { get; }

    /// <summary>Whether numbers have to be turned round on this machine.</summary>
    public bool IsForeignOrder => IsLittleEndian != BitConverter.IsLittleEndian;

    /// <summary>Whether this is BigTIFF, with offsets of 8 bytes.</summary>
    public bool IsBig { get; }

    /// <summary>Walks along the pages.</summary>
    /// <exception cref="VolumeReadException">The chain leaves the file, or runs in a circle.</exception>
    public IEnumerable<TiffDirectory> Directories()
    {
        var visited = new HashSet<ulong>();
        if (_first == 0)
            throw Fault("it has no pages.");
        for (var offset = _first; offset != 0;)
        {
            if (!visited.Add(offset))
                throw Fault($"its pages run in a circle: after page {visited.Count} comes the one at byte {offset} again.");
            if (offset > long.MaxValue)
                throw Fault($"page {visited.Count} should be at byte {offset}, but the file ends at byte {Bytes.Length}.");
            var directory = new TiffDirectory(this, visited.Count, (long)offset);
            yield return directory;
            offset = directory.Next;
        }
    }

    /// <summary>An unsigned number of 1, 2, 4 or 8 bytes in the byte order of the file.</summary>
    public ulong Number(ReadOnlySpan<byte> bytes) => (bytes.Length, IsLittleEndian) switch
    {
        (1, _) => bytes[0],
        (2, true) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, false) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (4, true) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        (4, false) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        (8, true) => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        (8, false) => BinaryPrimitives.ReadUInt64BigEndian(bytes),
        _ => throw new ArgumentException($"Numbers in TIFF files have 1, 2, 4 or 8 bytes, not {bytes.Length}.", nameof(bytes)),
    };

    private VolumeReadException Fault(string problem) => new(Bytes.Path, problem);

    private static string Show(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return text.All(character => character is >= ' ' and <= '~') ? $"\"{text}\"" : $"the bytes {Convert.ToHexString(bytes)}";
    }
}
