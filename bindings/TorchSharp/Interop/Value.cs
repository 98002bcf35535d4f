using System.Text;

namespace TorchSharp.Interop;

/// <summary>An argument of an operator. The numbers of <see cref="Tag"/> are those of Native/shim.h.</summary>
internal readonly struct Value
{
    public enum Tag : long
    {
        None = 0,
        Tensor = 1,
        Int = 2,
        Double = 3,
        Bool = 4,
        Ints = 5,
        Doubles = 6,
        Tensors = 7,
        String = 8,
        Device = 9,
        Generator = 10,
        Tuple = 11,
        List = 12,
        Dict = 13,
    }

    private readonly Tag _tag;
    private readonly long _bits;

    private Value(Tag tag, long bits, object? held = null) => (_tag, _bits, Held) = (tag, bits, held);

    /// <summary>What must stay alive while libtorch works on the argument.</summary>
    public object? Held { get; }

    public static Value None => default;

    public static implicit operator Value(torch.Tensor? value) => value is null ? None : new(Tag.Tensor, value.Handle, value);

    public static implicit operator Value(int value) => new(Tag.Int, value);

    public static implicit operator Value(long value) => new(Tag.Int, value);

    public static implicit operator Value(long? value) => value is { } present ? new(Tag.Int, present) : None;

    public static implicit operator Value(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Value(double? value) => value is { } present ? present : None;

    public static implicit operator Value(bool value) => new(Tag.Bool, value ? 1 : 0);

    public static implicit operator Value(bool? value) => value is { } present ? present : None;

    public static implicit operator Value(Scalar? value) => value is null ? None
        : value.Type == torch.ScalarType.Bool ? new(Tag.Bool, value.Bits)
        : value.IsFloatingPoint ? new(Tag.Double, value.Bits) : new(Tag.Int, value.Bits);

    public static implicit operator Value(torch.ScalarType value) => new(Tag.Int, (long)value);

    public static implicit operator Value(torch.ScalarType? value) => value is { } present ? present : None;

    public static implicit operator Value(torch.Device? value) => value is null ? None : new(Tag.Device, 0, value);

    public static implicit operator Value(torch.Generator? value) => value is null ? None : new(Tag.Generator, value.Handle, value);

    public static implicit operator Value(long[]? value) => value is null ? None : new(Tag.Ints, 0, value);

    public static implicit operator Value(ReadOnlySpan<long> value) => value.ToArray();

    public static implicit operator Value(double[]? value) => value is null ? None : new(Tag.Doubles, 0, value);

    public static implicit operator Value(torch.Tensor?[] value) => new(Tag.Tensors, 0, value);

    public static implicit operator Value(string? value) => value is null ? None : new(Tag.String, 0, Encoding.UTF8.GetBytes(value));

    /// <summary>How many words <see cref="Write"/> needs.</summary>
    public int Words => _tag switch
    {
        Tag.None => 1,
        Tag.Device => 3,
        Tag.Ints or Tag.Doubles or Tag.Tensors or Tag.String => 2 + ((Array)Held!).Length,
        _ => 2,
    };

    public void Write(Span<long> words)
    {
        words[0] = (long)_tag;
        switch (_tag)
        {
            case Tag.None:
                return;
            case Tag.Device:
                var device = (torch.Device)Held!;
                (words[1], words[2]) = ((long)device.type, device.index);
                return;
            case Tag.Ints:
                ((long[])Held!).CopyTo(words[2..]);
                break;
            case Tag.Doubles:
                var doubles = (double[])Held!;
                for (var i = 0; i < doubles.Length; i++)
                    words[2 + i] = BitConverter.DoubleToInt64Bits(doubles[i]);
                break;
            case Tag.Tensors:
                var tensors = (torch.Tensor?[])Held!;
                for (var i = 0; i < tensors.Length; i++)
                    words[2 + i] = tensors[i]?.Handle ?? 0;
                break;
            case Tag.String:
                var bytes = (byte[])Held!;
                for (var i = 0; i < bytes.Length; i++)
                    words[2 + i] = bytes[i];
                break;
            default:
                words[1] = _bits;
                return;
        }
        words[1] = ((Array)Held!).Length;
    }
}
