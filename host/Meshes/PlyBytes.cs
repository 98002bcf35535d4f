using System.Buffers.Binary;

namespace VolumeViewer.Host.Meshes;

/// <summary>Binary numbers, one after the other.</summary>
/// <param name="source">The file, from the first of them on.</param>
/// <param name="isBigEndian">Whether the first byte of each number is the one that counts most.</param>
internal sealed class PlyBytes(Stream source, bool isBigEndian) : IPlyCells
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
            var bytes = _record.AsSpan(at, Sizes[types[index]]);
            if (isBigEndian)
                bytes.Reverse();
            numbers[index] = Number(bytes, types[index]);
            at += bytes.Length;
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
