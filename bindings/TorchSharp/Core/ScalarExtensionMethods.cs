namespace TorchSharp;

public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this byte value) => new(torch.ScalarType.Byte, (long)value);

    public static Scalar ToScalar(this sbyte value) => new(torch.ScalarType.Int8, (long)value);

    public static Scalar ToScalar(this short value) => new(torch.ScalarType.Int16, (long)value);

    public static Scalar ToScalar(this int value) => new(torch.ScalarType.Int32, (long)value);

    public static Scalar ToScalar(this long value) => new(torch.ScalarType.Int64, value);

    public static Scalar ToScalar(this float value) => new(torch.ScalarType.Float32, (double)value);

    public static Scalar ToScalar(this double value) => new(torch.ScalarType.Float64, value);

    public static Scalar ToScalar(this bool value) => new(torch.ScalarType.Bool, value ? 1L : 0L);

    public static Scalar ToScalar(this Half value) => new(torch.ScalarType.Float16, (double)value);

    public static Half ToHalf(this Scalar value) => (Half)value.ToDouble();

    public static float ToSingle(this Scalar value) => (float)value.ToDouble();

    public static double ToDouble(this Scalar value) => value.IsFloatingPoint ? BitConverter.Int64BitsToDouble(value.Bits) : value.Bits;

    public static sbyte ToSByte(this Scalar value) => (sbyte)value.ToInt64();

    public static byte ToByte(this Scalar value) => (byte)value.ToInt64();

    public static short ToInt16(this Scalar value) => (short)value.ToInt64();

    public static int ToInt32(this Scalar value) => (int)value.ToInt64();

    public static long ToInt64(this Scalar value) => value.IsFloatingPoint ? (long)BitConverter.Int64BitsToDouble(value.Bits) : value.Bits;

    public static bool ToBoolean(this Scalar value) => value.ToDouble() != 0;
}
