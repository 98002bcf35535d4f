using System.Runtime.InteropServices;

namespace VolumeViewer.Plugins.Formats;

/// <summary>Puts together the directory of one page, in this machine's byte order. Tags must be added in rising order.</summary>
internal sealed class TiffDirectoryBuilder(bool isBig)
{
    private readonly List<(TiffTag Tag, TiffType Type, byte[] Values)> _entries = [];

    /// <summary>Adds a tag of one or more whole numbers.</summary>
    public void Add(TiffTag tag, TiffType type, params ReadOnlySpan<long> values)
    {
        var bytes = new byte[values.Length * type.ByteSize()];
        for (var i = 0; i < values.Length; i++)
        {
            var target = bytes.AsSpan(i * type.ByteSize());
            switch (type)
            {
                case TiffType.Short: MemoryMarshal.Write(target, checked((ushort)values[i])); break;
                // Offsets that do not fit are refused when the length of the whole file is known.
                case TiffType.Long: MemoryMarshal.Write(target, unchecked((uint)values[i])); break;
                default: MemoryMarshal.Write(target, values[i]); break;
            }
        }
        Add(tag, type, bytes);
    }

    /// <summary>Adds a tag with the bytes of its values.</summary>
    public void Add(TiffTag tag, TiffType type, byte[] values) => _entries.Add((tag, type, values));

    /// <summary>The directory, followed by the values that do not fit into it, with a length that keeps the next one at an even place.</summary>
    /// <param name="offset">Where it will stand in the file.</param>
    /// <param name="isLast">Whether no directory follows right behind it.</param>
    public byte[] Build(long offset, bool isLast)
    {
        var (countBytes, entryBytes, pointerBytes) = isBig ? (8, 20, 8) : (2, 12, 4);
        var valuesAt = countBytes + (_entries.Count * entryBytes) + pointerBytes;
        var bytes = new byte[valuesAt + _entries.Where(entry => entry.Values.Length > pointerBytes).Sum(entry => Even(entry.Values.Length))];
        WriteNumber(bytes, countBytes, _entries.Count);
        var at = countBytes;
        foreach (var (tag, type, values) in _entries)
        {
            MemoryMarshal.Write(bytes.AsSpan(at), (ushort)tag);
            MemoryMarshal.Write(bytes.AsSpan(at + 2), (ushort)type);
            WriteNumber(bytes.AsSpan(at + 4), pointerBytes, values.Length / type.ByteSize());
            if (values.Length <= pointerBytes)
            {
                values.CopyTo(bytes, at + 4 + pointerBytes);
            }
            else
            {
                WriteNumber(bytes.AsSpan(at + 4 + pointerBytes), pointerBytes, offset + valuesAt);
                values.CopyTo(bytes, valuesAt);
                valuesAt += Even(values.Length);
            }
            at += entryBytes;
        }
        WriteNumber(bytes.AsSpan(at), pointerBytes, isLast ? 0 : offset + bytes.Length);
        return bytes;
    }

    private static int Even(int length) => length + (length % 2);

    private static void WriteNumber(Span<byte> target, int size, long number)
    {
        switch (size)
        {
            case 2: MemoryMarshal.Write(target, checked((ushort)number)); break;
            case 4: MemoryMarshal.Write(target, unchecked((uint)number)); break;
            default: MemoryMarshal.Write(target, number); break;
        }
    }
}
