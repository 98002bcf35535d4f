using System.Numerics;

namespace Silk.NET.Maths;

public static class SystemNumericsExtensions
{
    public static Vector2 ToSystem(this Vector2D<float> value) => new(value.X, value.Y);
    public static Vector3 ToSystem(this Vector3D<float> value) => new(value.X, value.Y, value.Z);
    public static Vector4 ToSystem(this Vector4D<float> value) => new(value.X, value.Y, value.Z, value.W);
    public static Vector2D<float> ToGeneric(this Vector2 value) => new(value.X, value.Y);
    public static Vector3D<float> ToGeneric(this Vector3 value) => new(value.X, value.Y, value.Z);
    public static Vector4D<float> ToGeneric(this Vector4 value) => new(value.X, value.Y, value.Z, value.W);
}
