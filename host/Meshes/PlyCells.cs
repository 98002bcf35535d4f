using System.Buffers.Binary;

namespace VolumeViewer.Host.Meshes;

/// <summary>The numbers behind the header of a PLY file, whether they are binary or text.</summary>
internal interface IPlyCells
{
    /// <summary>Reads as many numbers as there are types.</summary>
    /// <param name="types">Of the numbers, such as "uchar".</param>
    /// <param name="numbers">Gets them.</param>
    /// <exception cref="IOException">The file ends too early.</exception>
    /// <exception cref="FormatException">Something else stands there.</exception>
    void Read(ReadOnlySpan<string> types, Span<double> numbers);
}

/// <summary>Little-endian numbers, one after the other.</summary>
internal sealed class PlyBytes(Stream source) : IPlyCells
{
    private byte[] _record = new byte[64];

    /// <summary>Bytes of each type.</summary>
    public static IReadOnlyDictionary<string, int> Sizes { get; } = new Dictionary<string, int>
    {
        ["char"] = 1,
        ["uchar"] = 1,
        ["int8"] = 1,
        ["uint8"] = 1,
        ["short"] = 2,
        ["ushort"] = 2,
        ["int16"] = 2,
        ["uint16"] = 2,
        ["int"] = 4,
        ["uint"] = 4,
        ["int32"] = 4,
        ["uint32"] = 4,
        ["float"] = 4,
        ["float32"] = 4,
        ["double"] = 8,
        ["float64"] = 8,
    };

    public void Read(ReadOnlySpan<string> types, Span<double> numbers)
    {
        if (_record.Length < types.Length * 8)
            _record = new byte[types.Length * 8];
        var length = 0;
        foreach (var type in types)
            length += Sizes[type];
        source.ReadExactly(_record.AsSpan(0, length));
        var at = 0;
        for (var index = 0; index < types.Length; index++)
        {
            numbers[index] = Number(_record.AsSpan(at), types[index]);
            at += Sizes[types[index]];
        }
    }

    private static double Number(ReadOnlySpan<byte> bytes, string type) => type switch
    {
        "char" or "int8" => (sbyte)bytes[0],
        "uchar" or "uint8" => bytes[0],
        "short" or "int16" => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        "ushort" or "uint16" => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        "int" or "int32" => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        "uint" or "uint32" => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        "float" or "float32" => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        _ => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
    };
}

/// <summary>Words with blanks or line ends between them.</summary>
internal sealed class PlyWords(TextWords words, int headerLines) : IPlyCells
{
    public void Read(ReadOnlySpan<string> types, Span<double> numbers)
    {
        for (var index = 0; index < types.Length; index++)
        {
            var word = words.Next() ?? throw new EndOfStreamException($"it ends in line {headerLines + words.Line}, before all that its header names has come.");
            if (!double.TryParse(word, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out numbers[index]))
                throw new FormatException($"line {headerLines + words.Line} has {TextWords.Quoted(word)} where a number belongs.");
        }
    }
}
