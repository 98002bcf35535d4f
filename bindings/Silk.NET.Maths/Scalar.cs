using System.Runtime.CompilerServices;

namespace Silk.NET.Maths;

/// <summary>Arithmetic on generic numbers; the comparisons of types are constants to the compiler.</summary>
public static class Scalar
{
    public static T Add<T>(T left, T right) where T : unmanaged
    {
        if (typeof(T) == typeof(int))
            return Cast<int, T>(Cast<T, int>(left) + Cast<T, int>(right));
        if (typeof(T) == typeof(float))
            return Cast<float, T>(Cast<T, float>(left) + Cast<T, float>(right));
        if (typeof(T) == typeof(double))
            return Cast<double, T>(Cast<T, double>(left) + Cast<T, double>(right));
        if (typeof(T) == typeof(long))
            return Cast<long, T>(Cast<T, long>(left) + Cast<T, long>(right));
        if (typeof(T) == typeof(uint))
            return Cast<uint, T>(Cast<T, uint>(left) + Cast<T, uint>(right));
        if (typeof(T) == typeof(short))
            return Cast<short, T>((short)(Cast<T, short>(left) + Cast<T, short>(right)));
        if (typeof(T) == typeof(ushort))
            return Cast<ushort, T>((ushort)(Cast<T, ushort>(left) + Cast<T, ushort>(right)));
        if (typeof(T) == typeof(byte))
            return Cast<byte, T>((byte)(Cast<T, byte>(left) + Cast<T, byte>(right)));
        if (typeof(T) == typeof(sbyte))
            return Cast<sbyte, T>((sbyte)(Cast<T, sbyte>(left) + Cast<T, sbyte>(right)));
        if (typeof(T) == typeof(ulong))
            return Cast<ulong, T>(Cast<T, ulong>(left) + Cast<T, ulong>(right));
        throw Unsupported(typeof(T));
    }

    public static T Subtract<T>(T left, T right) where T : unmanaged
    {
        if (typeof(T) == typeof(int))
            return Cast<int, T>(Cast<T, int>(left) - Cast<T, int>(right));
        if (typeof(T) == typeof(float))
            return Cast<float, T>(Cast<T, float>(left) - Cast<T, float>(right));
        if (typeof(T) == typeof(double))
            return Cast<double, T>(Cast<T, double>(left) - Cast<T, double>(right));
        if (typeof(T) == typeof(long))
            return Cast<long, T>(Cast<T, long>(left) - Cast<T, long>(right));
        if (typeof(T) == typeof(uint))
            return Cast<uint, T>(Cast<T, uint>(left) - Cast<T, uint>(right));
        if (typeof(T) == typeof(short))
            return Cast<short, T>((short)(Cast<T, short>(left) - Cast<T, short>(right)));
        if (typeof(T) == typeof(ushort))
            return Cast<ushort, T>((ushort)(Cast<T, ushort>(left) - Cast<T, ushort>(right)));
        if (typeof(T) == typeof(byte))
            return Cast<byte, T>((byte)(Cast<T, byte>(left) - Cast<T, byte>(right)));
        if (typeof(T) == typeof(sbyte))
            return Cast<sbyte, T>((sbyte)(Cast<T, sbyte>(left) - Cast<T, sbyte>(right)));
        if (typeof(T) == typeof(ulong))
            return Cast<ulong, T>(Cast<T, ulong>(left) - Cast<T, ulong>(right));
        throw Unsupported(typeof(T));
    }

    public static T Multiply<T>(T left, T right) where T : unmanaged
    {
        if (typeof(T) == typeof(int))
            return Cast<int, T>(Cast<T, int>(left) * Cast<T, int>(right));
        if (typeof(T) == typeof(float))
            return Cast<float, T>(Cast<T, float>(left) * Cast<T, float>(right));
        if (typeof(T) == typeof(double))
            return Cast<double, T>(Cast<T, double>(left) * Cast<T, double>(right));
        if (typeof(T) == typeof(long))
            return Cast<long, T>(Cast<T, long>(left) * Cast<T, long>(right));
        if (typeof(T) == typeof(uint))
            return Cast<uint, T>(Cast<T, uint>(left) * Cast<T, uint>(right));
        if (typeof(T) == typeof(short))
            return Cast<short, T>((short)(Cast<T, short>(left) * Cast<T, short>(right)));
        if (typeof(T) == typeof(ushort))
            return Cast<ushort, T>((ushort)(Cast<T, ushort>(left) * Cast<T, ushort>(right)));
        if (typeof(T) == typeof(byte))
            return Cast<byte, T>((byte)(Cast<T, byte>(left) * Cast<T, byte>(right)));
        if (typeof(T) == typeof(sbyte))
            return Cast<sbyte, T>((sbyte)(Cast<T, sbyte>(left) * Cast<T, sbyte>(right)));
        if (typeof(T) == typeof(ulong))
            return Cast<ulong, T>(Cast<T, ulong>(left) * Cast<T, ulong>(right));
        throw Unsupported(typeof(T));
    }

    public static T Divide<T>(T left, T right) where T : unmanaged
    {
        if (typeof(T) == typeof(int))
            return Cast<int, T>(Cast<T, int>(left) / Cast<T, int>(right));
        if (typeof(T) == typeof(float))
            return Cast<float, T>(Cast<T, float>(left) / Cast<T, float>(right));
        if (typeof(T) == typeof(double))
            return Cast<double, T>(Cast<T, double>(left) / Cast<T, double>(right));
        if (typeof(T) == typeof(long))
            return Cast<long, T>(Cast<T, long>(left) / Cast<T, long>(right));
        if (typeof(T) == typeof(uint))
            return Cast<uint, T>(Cast<T, uint>(left) / Cast<T, uint>(right));
        if (typeof(T) == typeof(short))
            return Cast<short, T>((short)(Cast<T, short>(left) / Cast<T, short>(right)));
        if (typeof(T) == typeof(ushort))
            return Cast<ushort, T>((ushort)(Cast<T, ushort>(left) / Cast<T, ushort>(right)));
        if (typeof(T) == typeof(byte))
            return Cast<byte, T>((byte)(Cast<T, byte>(left) / Cast<T, byte>(right)));
        if (typeof(T) == typeof(sbyte))
            return Cast<sbyte, T>((sbyte)(Cast<T, sbyte>(left) / Cast<T, sbyte>(right)));
        if (typeof(T) == typeof(ulong))
            return Cast<ulong, T>(Cast<T, ulong>(left) / Cast<T, ulong>(right));
        throw Unsupported(typeof(T));
    }

    /// <summary>Converts between number types, cutting off what the target cannot hold.</summary>
    public static TTo As<TFrom, TTo>(TFrom val) where TFrom : unmanaged where TTo : unmanaged
    {
        if (typeof(TFrom) == typeof(TTo))
            return Cast<TFrom, TTo>(val);
        if (typeof(TFrom) == typeof(float) || typeof(TFrom) == typeof(double))
            return FromDouble<TTo>(typeof(TFrom) == typeof(float) ? Cast<TFrom, float>(val) : Cast<TFrom, double>(val));
        if (typeof(TFrom) == typeof(ulong))
            return FromUnsigned<TTo>(Cast<TFrom, ulong>(val));
        return FromLong<TTo>(ToLong(val));
    }

    private static long ToLong<T>(T value) where T : unmanaged
    {
        if (typeof(T) == typeof(int))
            return Cast<T, int>(value);
        if (typeof(T) == typeof(long))
            return Cast<T, long>(value);
        if (typeof(T) == typeof(uint))
            return Cast<T, uint>(value);
        if (typeof(T) == typeof(short))
            return Cast<T, short>(value);
        if (typeof(T) == typeof(ushort))
            return Cast<T, ushort>(value);
        if (typeof(T) == typeof(byte))
            return Cast<T, byte>(value);
        if (typeof(T) == typeof(sbyte))
            return Cast<T, sbyte>(value);
        throw Unsupported(typeof(T));
    }

    private static T FromLong<T>(long value) where T : unmanaged
    {
        if (typeof(T) == typeof(int))
            return Cast<int, T>((int)value);
        if (typeof(T) == typeof(float))
            return Cast<float, T>((float)value);
        if (typeof(T) == typeof(double))
            return Cast<double, T>((double)value);
        if (typeof(T) == typeof(long))
            return Cast<long, T>((long)value);
        if (typeof(T) == typeof(uint))
            return Cast<uint, T>((uint)value);
        if (typeof(T) == typeof(short))
            return Cast<short, T>((short)value);
        if (typeof(T) == typeof(ushort))
            return Cast<ushort, T>((ushort)value);
        if (typeof(T) == typeof(byte))
            return Cast<byte, T>((byte)value);
        if (typeof(T) == typeof(sbyte))
            return Cast<sbyte, T>((sbyte)value);
        if (typeof(T) == typeof(ulong))
            return Cast<ulong, T>((ulong)value);
        throw Unsupported(typeof(T));
    }

    private static T FromUnsigned<T>(ulong value) where T : unmanaged
    {
        if (typeof(T) == typeof(int))
            return Cast<int, T>((int)value);
        if (typeof(T) == typeof(float))
            return Cast<float, T>((float)value);
        if (typeof(T) == typeof(double))
            return Cast<double, T>((double)value);
        if (typeof(T) == typeof(long))
            return Cast<long, T>((long)value);
        if (typeof(T) == typeof(uint))
            return Cast<uint, T>((uint)value);
        if (typeof(T) == typeof(short))
            return Cast<short, T>((short)value);
        if (typeof(T) == typeof(ushort))
            return Cast<ushort, T>((ushort)value);
        if (typeof(T) == typeof(byte))
            return Cast<byte, T>((byte)value);
        if (typeof(T) == typeof(sbyte))
            return Cast<sbyte, T>((sbyte)value);
        if (typeof(T) == typeof(ulong))
            return Cast<ulong, T>((ulong)value);
        throw Unsupported(typeof(T));
    }

    private static T FromDouble<T>(double value) where T : unmanaged
    {
        if (typeof(T) == typeof(int))
            return Cast<int, T>((int)value);
        if (typeof(T) == typeof(float))
            return Cast<float, T>((float)value);
        if (typeof(T) == typeof(double))
            return Cast<double, T>((double)value);
        if (typeof(T) == typeof(long))
            return Cast<long, T>((long)value);
        if (typeof(T) == typeof(uint))
            return Cast<uint, T>((uint)value);
        if (typeof(T) == typeof(short))
            return Cast<short, T>((short)value);
        if (typeof(T) == typeof(ushort))
            return Cast<ushort, T>((ushort)value);
        if (typeof(T) == typeof(byte))
            return Cast<byte, T>((byte)value);
        if (typeof(T) == typeof(sbyte))
            return Cast<sbyte, T>((sbyte)value);
        if (typeof(T) == typeof(ulong))
            return Cast<ulong, T>((ulong)value);
        throw Unsupported(typeof(T));
    }

    private static TTo Cast<TFrom, TTo>(TFrom value) where TFrom : unmanaged where TTo : unmanaged => Unsafe.As<TFrom, TTo>(ref value);

    private static NotSupportedException Unsupported(Type type) => new($"Arithmetic on {type} is not supported; use int, long, float, double or another primitive number.");
}
