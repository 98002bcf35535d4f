namespace TorchSharp;

/// <summary>A number of one of the element types, passed to operators beside tensors.</summary>
public sealed class Scalar : IDisposable
{
    internal Scalar(torch.ScalarType type, long value) => (Type, Bits) = (type, value);

    internal Scalar(torch.ScalarType type, double value) => (Type, Bits) = (type, BitConverter.DoubleToInt64Bits(value));

    public torch.ScalarType Type { get; }

    /// <summary>The integer, or the bits of the double.</summary>
    internal long Bits { get; }

    internal bool IsFloatingPoint => torch.is_floating_point(Type);

    public static implicit operator Scalar(byte value) => value.ToScalar();

    public static implicit operator Scalar(sbyte value) => value.ToScalar();

    public static implicit operator Scalar(short value) => value.ToScalar();

    public static implicit operator Scalar(int value) => value.ToScalar();

    public static implicit operator Scalar(long value) => value.ToScalar();

    public static implicit operator Scalar(Half value) => value.ToScalar();

    public static implicit operator Scalar(float value) => value.ToScalar();

    public static implicit operator Scalar(double value) => value.ToScalar();

    public static implicit operator Scalar(bool value) => value.ToScalar();

    /// <summary>Nothing is held here; the real package frees a native number.</summary>
    public void Dispose()
    {
    }
}
