using System.Text;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>The tags of one page.</summary>
internal sealed class TiffDirectory
{
    private readonly TiffFile _file;
    private readonly Dictionary<ushort, Entry> _entries = [];

    /// <summary>Reads the directory at <paramref name="offset"/>; the values of its tags are read when they are asked for.</summary>
    /// <param name="file">The file.</param>
    /// <param name="number">The page, counted from 1 as people do.</param>
    /// <param name="offset">Where it begins.</param>
    /// <exception cref="VolumeReadException">It does not lie within the file.</exception>
    public TiffDirectory(TiffFile file, int number, long offset)
    {
        (_file, Number) = (file, number);
        var (countBytes, entryBytes, pointerBytes) = file.IsBig ? (8, 20, 8) : (2, 12, 4);
        if (!file.Bytes.Contains(offset, countBytes))
            throw Fault($"its tags should be at byte {offset}, but the file ends at byte {file.Bytes.Length}. "
                + "It was cut off, perhaps by a broken copy.");
        Span<byte> head = stackalloc byte[countBytes];
        file.Bytes.Read(offset, head);
        var count = file.Number(head);
        if (count is 0 or > ushort.MaxValue)
            throw Fault($"it claims to have {count} tags at byte {offset}.");
        var body = new byte[((int)count * entryBytes) + pointerBytes];
        if (!file.Bytes.Contains(offset + countBytes, body.Length))
            throw Fault($"its {count} tags at byte {offset} go beyond the end of the file at byte {file.Bytes.Length}. "
                + "It was cut off, perhaps by a broken copy.");
        file.Bytes.Read(offset + countBytes, body);
        for (var i = 0; i < (int)count; i++)
        {
            var entry = body.AsSpan(i * entryBytes, entryBytes);
            var type = (TiffType)file.Number(entry.Slice(2, 2));
            var values = file.Number(entry.Slice(4, pointerBytes));
            var size = type.ByteSize();
            // What fits stands in the entry itself.
            var inPlace = values <= (ulong)pointerBytes && (int)values * size <= pointerBytes;
            var at = inPlace ? (ulong)(offset + countBytes + (i * entryBytes) + 4 + pointerBytes) : file.Number(entry[^pointerBytes..]);
            _entries.TryAdd((ushort)file.Number(entry[..2]), new Entry(type, values, at));
        }
        Next = file.Number(body.AsSpan(^pointerBytes));
    }

    /// <summary>The page, counted from 1.</summary>
    public int Number { get; }

    /// <summary>Where the next directory begins; 0 if there is none.</summary>
    public ulong Next { get; }

    /// <summary>Whether the page has this tag.</summary>
    public bool Has(TiffTag tag) => _entries.ContainsKey((ushort)tag);

    /// <summary>How many values a tag has; 0 if it is missing.</summary>
    public long CountOf(TiffTag tag) => (long)Math.Min(long.MaxValue, _entries.GetValueOrDefault((ushort)tag).Count);

    /// <summary>The first value of a tag of whole numbers.</summary>
    /// <exception cref="VolumeReadException">It is missing and there is no default, or its type is not one of whole numbers.</exception>
    public long Integer(TiffTag tag, long? whenMissing = null) => Has(tag) || whenMissing is null ? Integers(tag, 1)[0] : whenMissing.Value;

    /// <summary>The first <paramref name="count"/> values of a tag of whole numbers.</summary>
    /// <exception cref="VolumeReadException">It is missing, has fewer values, or they lie outside the file.</exception>
    public long[] Integers(TiffTag tag, long count)
    {
        if (!_entries.TryGetValue((ushort)tag, out var entry))
            throw Fault($"the tag {Name(tag)} is missing.");
        if (entry.Count < (ulong)count)
            throw Fault($"the tag {Name(tag)} has {entry.Count} values where {count} are needed.");
        if (entry.Type is not (TiffType.Byte or TiffType.Short or TiffType.Long or TiffType.Long8 or TiffType.Ifd or TiffType.Ifd8
            or TiffType.SByte or TiffType.SShort or TiffType.SLong or TiffType.SLong8))
            throw Fault($"the tag {Name(tag)} is of type {(int)entry.Type}, which is none of whole numbers.");
        var size = entry.Type.ByteSize();
        var raw = Raw(tag, entry, count * size);
        var values = new long[count];
        for (var i = 0; i < values.Length; i++)
        {
            var value = _file.Number(raw.AsSpan(i * size, size));
            // Negative values make no sense in any tag that is read here, and stay negative so that they are refused where they are used.
            values[i] = entry.Type switch
            {
                TiffType.SByte => (sbyte)value,
                TiffType.SShort => (short)value,
                TiffType.SLong => (int)value,
                _ => (long)value,
            };
        }
        return values;
    }

    /// <summary>A fraction or floating-point number, or null where the tag is missing or of another type.</summary>
    public (double Numerator, double Denominator)? Real(TiffTag tag)
    {
        if (!_entries.TryGetValue((ushort)tag, out var entry) || entry.Count == 0)
            return null;
        switch (entry.Type)
        {
            case TiffType.Rational:
                var raw = Raw(tag, entry, 8);
                return (_file.Number(raw.AsSpan(0, 4)), _file.Number(raw.AsSpan(4, 4)));
            case TiffType.Float:
                return (BitConverter.UInt32BitsToSingle((uint)_file.Number(Raw(tag, entry, 4))), 1);
            case TiffType.Double:
                return (BitConverter.UInt64BitsToDouble(_file.Number(Raw(tag, entry, 8))), 1);
            default:
                return null;
        }
    }

    /// <summary>A text, or null where the tag is missing or of another type.</summary>
    public string? Text(TiffTag tag)
    {
        if (!_entries.TryGetValue((ushort)tag, out var entry) || entry.Type is not (TiffType.Ascii or TiffType.Byte or TiffType.Undefined))
            return null;
        // A text is metadata only, so one that is longer than the file must not keep the voxels from being read.
        if (entry.Count > (ulong)_file.Bytes.Length || entry.Count > int.MaxValue)
            return null;
        return Encoding.UTF8.GetString(Raw(tag, entry, (long)entry.Count)).TrimEnd('\0');
    }

    /// <summary>The error that names the file and this page.</summary>
    public VolumeReadException Fault(string problem) => new(_file.Bytes.Path, $"page {Number}: {problem}");

    /// <summary>For example "StripOffsets (273)".</summary>
    public static string Name(TiffTag tag) => $"{tag} ({(int)tag})";

    private byte[] Raw(TiffTag tag, Entry entry, long count)
    {
        if (entry.Offset > long.MaxValue || !_file.Bytes.Contains((long)entry.Offset, count))
            throw Fault($"the values of the tag {Name(tag)} should be at byte {entry.Offset}, but the file ends at byte {_file.Bytes.Length}.");
        var raw = new byte[count];
        _file.Bytes.Read((long)entry.Offset, raw);
        return raw;
    }

    private readonly record struct Entry(TiffType Type, ulong Count, ulong Offset);
}
