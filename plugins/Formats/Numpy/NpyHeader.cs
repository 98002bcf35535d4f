using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>What stands before the data of a .npy file: a Python dictionary with type, order and shape (NumPy's NEP 1).</summary>
internal sealed partial record NpyHeader(VolumeShape Shape, VoxelType VoxelType, bool IsForeignOrder, long DataOffset)
{
    private const int MaxLength = 1 << 20;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads the header, and makes sure that all data are there.</summary>
    /// <exception cref="VolumeReadException">This is no .npy file, or one that is no volume.</exception>
    public static NpyHeader Read(FileBytes file)
    {
        Span<byte> start = stackalloc byte[12];
        if (file.Length < start.Length)
            throw Fault(file, $"it has only {file.Length} bytes, too few for a NumPy file.");
        file.Read(0, start);
        if (!start[..6].SequenceEqual(Magic))
            throw Fault(file, "it is not a NumPy file: it does not begin with \\x93NUMPY.");
        var version = start[6];
        var (textAt, textLength) = version == 1
            ? (10, BinaryPrimitives.ReadUInt16LittleEndian(start[8..]))
            : (12, BinaryPrimitives.ReadUInt32LittleEndian(start[8..]));
        if (version is < 1 or > 3)
            throw Fault(file, $"its format version is {version}; known are 1, 2 and 3.");
        if (textLength > MaxLength || !file.Contains(textAt, textLength))
            throw Fault(file, $"its header should have {textLength} bytes, but the file ends at byte {file.Length}.");
        var raw = new byte[textLength];
        file.Read(textAt, raw);
        var text = Encoding.UTF8.GetString(raw);
        if (DescriptionPattern().Match(text) is not { Success: true } description)
            throw Fault(file, $"its header names no simple data type: {text.Trim()}");
        if (OrderPattern().Match(text) is { Success: true } order && order.Groups[1].Value == "True")
            throw Fault(file, "its data are in Fortran order. Save numpy.ascontiguousarray(array) instead.");
        var (type, isForeign) = TypeOf(file, description.Groups[1].Value);
        var header = new NpyHeader(ShapeOf(file, text, type), type, isForeign, textAt + textLength);
        var bytes = (Int128)header.Shape.VoxelCount * type.ByteSize();
        if (bytes > file.Length - header.DataOffset)
            throw Fault(file, $"its {header.Shape} voxels of type {type} need {bytes} bytes from byte {header.DataOffset} on, "
                + $"but the file ends at byte {file.Length}. It was cut off, perhaps by a broken copy.");
        return header;
    }

    /// <summary>The bytes that come before the data of a volume.</summary>
    public static byte[] Compose(VolumeShape shape, VoxelType type)
    {
        var order = type == VoxelType.UInt8 ? '|' : BitConverter.IsLittleEndian ? '<' : '>';
        var kind = type switch
        {
            VoxelType.Float32 or VoxelType.Float64 => 'f',
            VoxelType.Int16 or VoxelType.Int32 => 'i',
            _ => 'u',
        };
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{{'descr': '{order}{kind}{type.ByteSize()}', 'fortran_order': False, 'shape': ({shape.Depth}, {shape.Height}, {shape.Width}), }}");
        // Data begin at a multiple of 64, and the text ends with a line feed.
        var length = ((10 + text.Length + 1 + 63) / 64 * 64) - 10;
        var bytes = new byte[10 + length];
        Magic.CopyTo(bytes);
        bytes[6] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), (ushort)length);
        Encoding.ASCII.GetBytes(text.PadRight(length - 1) + "\n", bytes.AsSpan(10));
        return bytes;
    }

    private static (VoxelType Type, bool IsForeignOrder) TypeOf(FileBytes file, string description)
    {
        VoxelType? type = description[1..] switch
        {
            "u1" or "b1" => VoxelType.UInt8,
            "u2" => VoxelType.UInt16,
            "i2" => VoxelType.Int16,
            "u4" => VoxelType.UInt32,
            "i4" => VoxelType.Int32,
            "f4" => VoxelType.Float32,
            "f8" => VoxelType.Float64,
            _ => null,
        };
        var isLittleEndian = description[0] switch { '<' => true, '>' => false, _ => BitConverter.IsLittleEndian };
        if (type is { } known)
            return (known, isLittleEndian != BitConverter.IsLittleEndian);
        throw Fault(file, $"its data type is '{description}'. Supported are bool, uint8, uint16, int16, uint32, int32, "
            + "float32 and float64; save array.astype(one of these) instead.");
    }

    private static VolumeShape ShapeOf(FileBytes file, string text, VoxelType type)
    {
        var lengths = ShapePattern().Match(text) is { Success: true } shape
            ? shape.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : throw Fault(file, $"its header has no shape: {text.Trim()}");
        var numbers = lengths.Select(length => int.TryParse(length, NumberStyles.None, null, out var number) ? number : -1).ToArray();
        if (numbers.Length is not (2 or 3) || numbers.Any(number => number < 1) || (Int128)numbers[^1] * numbers[^2] * type.ByteSize() > Array.MaxLength)
            throw Fault(file, $"its shape is ({string.Join(", ", lengths)}); a volume has the shape (z, y, x) and a single slice (y, x), of 1 and more, "
                + $"with at most {Array.MaxLength} bytes a slice.");
        return new VolumeShape(numbers.Length == 3 ? numbers[0] : 1, numbers[^2], numbers[^1]);
    }

    private static VolumeReadException Fault(FileBytes file, string problem) => new(file.Path, problem);

    [GeneratedRegex("""['"]descr['"]\s*:\s*['"]([<>|=][a-zA-Z][0-9]+)['"]""")]
    private static partial Regex DescriptionPattern();

    [GeneratedRegex("""['"]fortran_order['"]\s*:\s*(True|False)""")]
    private static partial Regex OrderPattern();

    [GeneratedRegex("""['"]shape['"]\s*:\s*\(([^)]*)\)""")]
    private static partial Regex ShapePattern();
}
