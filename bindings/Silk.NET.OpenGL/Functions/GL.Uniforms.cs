using System.Numerics;

namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    private nint _glUniform1f;
    private nint _glUniform1fv;
    private nint _glUniform1i;
    private nint _glUniform1iv;
    private nint _glUniform1ui;
    private nint _glUniform1uiv;
    private nint _glUniform1d;
    private nint _glUniform1dv;
    private nint _glUniform2f;
    private nint _glUniform2fv;
    private nint _glUniform2i;
    private nint _glUniform2iv;
    private nint _glUniform2ui;
    private nint _glUniform2uiv;
    private nint _glUniform2d;
    private nint _glUniform2dv;
    private nint _glUniform3f;
    private nint _glUniform3fv;
    private nint _glUniform3i;
    private nint _glUniform3iv;
    private nint _glUniform3ui;
    private nint _glUniform3uiv;
    private nint _glUniform3d;
    private nint _glUniform3dv;
    private nint _glUniform4f;
    private nint _glUniform4fv;
    private nint _glUniform4i;
    private nint _glUniform4iv;
    private nint _glUniform4ui;
    private nint _glUniform4uiv;
    private nint _glUniform4d;
    private nint _glUniform4dv;
    private nint _glUniformMatrix2fv;
    private nint _glUniformMatrix2dv;
    private nint _glUniformMatrix3fv;
    private nint _glUniformMatrix3dv;
    private nint _glUniformMatrix4fv;
    private nint _glUniformMatrix4dv;

    public void Uniform1(int location, float v0) => ((delegate* unmanaged<int, float, void>)Load(ref _glUniform1f, "glUniform1f"))(location, v0);
    public void Uniform1(int location, uint count, float* value) => ((delegate* unmanaged<int, uint, float*, void>)Load(ref _glUniform1fv, "glUniform1fv"))(location, count, value);
    public void Uniform1(int location, uint count, ref readonly float value)
    {
        fixed (float* pointer = &value)
            Uniform1(location, count, pointer);
    }

    public void Uniform1(int location, ReadOnlySpan<float> value)
    {
        fixed (float* pointer = value)
            Uniform1(location, (uint)(value.Length), pointer);
    }

    public void Uniform1(int location, int v0) => ((delegate* unmanaged<int, int, void>)Load(ref _glUniform1i, "glUniform1i"))(location, v0);
    public void Uniform1(int location, uint count, int* value) => ((delegate* unmanaged<int, uint, int*, void>)Load(ref _glUniform1iv, "glUniform1iv"))(location, count, value);
    public void Uniform1(int location, uint count, ref readonly int value)
    {
        fixed (int* pointer = &value)
            Uniform1(location, count, pointer);
    }

    public void Uniform1(int location, ReadOnlySpan<int> value)
    {
        fixed (int* pointer = value)
            Uniform1(location, (uint)(value.Length), pointer);
    }

    public void Uniform1(int location, uint v0) => ((delegate* unmanaged<int, uint, void>)Load(ref _glUniform1ui, "glUniform1ui"))(location, v0);
    public void Uniform1(int location, uint count, uint* value) => ((delegate* unmanaged<int, uint, uint*, void>)Load(ref _glUniform1uiv, "glUniform1uiv"))(location, count, value);
    public void Uniform1(int location, uint count, ref readonly uint value)
    {
        fixed (uint* pointer = &value)
            Uniform1(location, count, pointer);
    }

    public void Uniform1(int location, ReadOnlySpan<uint> value)
    {
        fixed (uint* pointer = value)
            Uniform1(location, (uint)(value.Length), pointer);
    }

    public void Uniform1(int location, double x) => ((delegate* unmanaged<int, double, void>)Load(ref _glUniform1d, "glUniform1d"))(location, x);
    public void Uniform1(int location, uint count, double* value) => ((delegate* unmanaged<int, uint, double*, void>)Load(ref _glUniform1dv, "glUniform1dv"))(location, count, value);
    public void Uniform1(int location, uint count, ref readonly double value)
    {
        fixed (double* pointer = &value)
            Uniform1(location, count, pointer);
    }

    public void Uniform1(int location, ReadOnlySpan<double> value)
    {
        fixed (double* pointer = value)
            Uniform1(location, (uint)(value.Length), pointer);
    }

    public void Uniform2(int location, float v0, float v1) => ((delegate* unmanaged<int, float, float, void>)Load(ref _glUniform2f, "glUniform2f"))(location, v0, v1);
    public void Uniform2(int location, uint count, float* value) => ((delegate* unmanaged<int, uint, float*, void>)Load(ref _glUniform2fv, "glUniform2fv"))(location, count, value);
    public void Uniform2(int location, uint count, ref readonly float value)
    {
        fixed (float* pointer = &value)
            Uniform2(location, count, pointer);
    }

    public void Uniform2(int location, ReadOnlySpan<float> value)
    {
        fixed (float* pointer = value)
            Uniform2(location, (uint)(value.Length / 2), pointer);
    }

    public void Uniform2(int location, int v0, int v1) => ((delegate* unmanaged<int, int, int, void>)Load(ref _glUniform2i, "glUniform2i"))(location, v0, v1);
    public void Uniform2(int location, uint count, int* value) => ((delegate* unmanaged<int, uint, int*, void>)Load(ref _glUniform2iv, "glUniform2iv"))(location, count, value);
    public void Uniform2(int location, uint count, ref readonly int value)
    {
        fixed (int* pointer = &value)
            Uniform2(location, count, pointer);
    }

    public void Uniform2(int location, ReadOnlySpan<int> value)
    {
        fixed (int* pointer = value)
            Uniform2(location, (uint)(value.Length / 2), pointer);
    }

    public void Uniform2(int location, uint v0, uint v1) => ((delegate* unmanaged<int, uint, uint, void>)Load(ref _glUniform2ui, "glUniform2ui"))(location, v0, v1);
    public void Uniform2(int location, uint count, uint* value) => ((delegate* unmanaged<int, uint, uint*, void>)Load(ref _glUniform2uiv, "glUniform2uiv"))(location, count, value);
    public void Uniform2(int location, uint count, ref readonly uint value)
    {
        fixed (uint* pointer = &value)
            Uniform2(location, count, pointer);
    }

    public void Uniform2(int location, ReadOnlySpan<uint> value)
    {
        fixed (uint* pointer = value)
            Uniform2(location, (uint)(value.Length / 2), pointer);
    }

    public void Uniform2(int location, double x, double y) => ((delegate* unmanaged<int, double, double, void>)Load(ref _glUniform2d, "glUniform2d"))(location, x, y);
    public void Uniform2(int location, uint count, double* value) => ((delegate* unmanaged<int, uint, double*, void>)Load(ref _glUniform2dv, "glUniform2dv"))(location, count, value);
    public void Uniform2(int location, uint count, ref readonly double value)
    {
        fixed (double* pointer = &value)
            Uniform2(location, count, pointer);
    }

    public void Uniform2(int location, ReadOnlySpan<double> value)
    {
        fixed (double* pointer = value)
            Uniform2(location, (uint)(value.Length / 2), pointer);
    }

    public void Uniform3(int location, float v0, float v1, float v2) => ((delegate* unmanaged<int, float, float, float, void>)Load(ref _glUniform3f, "glUniform3f"))(location, v0, v1, v2);
    public void Uniform3(int location, uint count, float* value) => ((delegate* unmanaged<int, uint, float*, void>)Load(ref _glUniform3fv, "glUniform3fv"))(location, count, value);
    public void Uniform3(int location, uint count, ref readonly float value)
    {
        fixed (float* pointer = &value)
            Uniform3(location, count, pointer);
    }

    public void Uniform3(int location, ReadOnlySpan<float> value)
    {
        fixed (float* pointer = value)
            Uniform3(location, (uint)(value.Length / 3), pointer);
    }

    public void Uniform3(int location, int v0, int v1, int v2) => ((delegate* unmanaged<int, int, int, int, void>)Load(ref _glUniform3i, "glUniform3i"))(location, v0, v1, v2);
    public void Uniform3(int location, uint count, int* value) => ((delegate* unmanaged<int, uint, int*, void>)Load(ref _glUniform3iv, "glUniform3iv"))(location, count, value);
    public void Uniform3(int location, uint count, ref readonly int value)
    {
        fixed (int* pointer = &value)
            Uniform3(location, count, pointer);
    }

    public void Uniform3(int location, ReadOnlySpan<int> value)
    {
        fixed (int* pointer = value)
            Uniform3(location, (uint)(value.Length / 3), pointer);
    }

    public void Uniform3(int location, uint v0, uint v1, uint v2) => ((delegate* unmanaged<int, uint, uint, uint, void>)Load(ref _glUniform3ui, "glUniform3ui"))(location, v0, v1, v2);
    public void Uniform3(int location, uint count, uint* value) => ((delegate* unmanaged<int, uint, uint*, void>)Load(ref _glUniform3uiv, "glUniform3uiv"))(location, count, value);
    public void Uniform3(int location, uint count, ref readonly uint value)
    {
        fixed (uint* pointer = &value)
            Uniform3(location, count, pointer);
    }

    public void Uniform3(int location, ReadOnlySpan<uint> value)
    {
        fixed (uint* pointer = value)
            Uniform3(location, (uint)(value.Length / 3), pointer);
    }

    public void Uniform3(int location, double x, double y, double z) => ((delegate* unmanaged<int, double, double, double, void>)Load(ref _glUniform3d, "glUniform3d"))(location, x, y, z);
    public void Uniform3(int location, uint count, double* value) => ((delegate* unmanaged<int, uint, double*, void>)Load(ref _glUniform3dv, "glUniform3dv"))(location, count, value);
    public void Uniform3(int location, uint count, ref readonly double value)
    {
        fixed (double* pointer = &value)
            Uniform3(location, count, pointer);
    }

    public void Uniform3(int location, ReadOnlySpan<double> value)
    {
        fixed (double* pointer = value)
            Uniform3(location, (uint)(value.Length / 3), pointer);
    }

    public void Uniform4(int location, float v0, float v1, float v2, float v3) => ((delegate* unmanaged<int, float, float, float, float, void>)Load(ref _glUniform4f, "glUniform4f"))(location, v0, v1, v2, v3);
    public void Uniform4(int location, uint count, float* value) => ((delegate* unmanaged<int, uint, float*, void>)Load(ref _glUniform4fv, "glUniform4fv"))(location, count, value);
    public void Uniform4(int location, uint count, ref readonly float value)
    {
        fixed (float* pointer = &value)
            Uniform4(location, count, pointer);
    }

    public void Uniform4(int location, ReadOnlySpan<float> value)
    {
        fixed (float* pointer = value)
            Uniform4(location, (uint)(value.Length / 4), pointer);
    }

    public void Uniform4(int location, int v0, int v1, int v2, int v3) => ((delegate* unmanaged<int, int, int, int, int, void>)Load(ref _glUniform4i, "glUniform4i"))(location, v0, v1, v2, v3);
    public void Uniform4(int location, uint count, int* value) => ((delegate* unmanaged<int, uint, int*, void>)Load(ref _glUniform4iv, "glUniform4iv"))(location, count, value);
    public void Uniform4(int location, uint count, ref readonly int value)
    {
        fixed (int* pointer = &value)
            Uniform4(location, count, pointer);
    }

    public void Uniform4(int location, ReadOnlySpan<int> value)
    {
        fixed (int* pointer = value)
            Uniform4(location, (uint)(value.Length / 4), pointer);
    }

    public void Uniform4(int location, uint v0, uint v1, uint v2, uint v3) => ((delegate* unmanaged<int, uint, uint, uint, uint, void>)Load(ref _glUniform4ui, "glUniform4ui"))(location, v0, v1, v2, v3);
    public void Uniform4(int location, uint count, uint* value) => ((delegate* unmanaged<int, uint, uint*, void>)Load(ref _glUniform4uiv, "glUniform4uiv"))(location, count, value);
    public void Uniform4(int location, uint count, ref readonly uint value)
    {
        fixed (uint* pointer = &value)
            Uniform4(location, count, pointer);
    }

    public void Uniform4(int location, ReadOnlySpan<uint> value)
    {
        fixed (uint* pointer = value)
            Uniform4(location, (uint)(value.Length / 4), pointer);
    }

    public void Uniform4(int location, double x, double y, double z, double w) => ((delegate* unmanaged<int, double, double, double, double, void>)Load(ref _glUniform4d, "glUniform4d"))(location, x, y, z, w);
    public void Uniform4(int location, uint count, double* value) => ((delegate* unmanaged<int, uint, double*, void>)Load(ref _glUniform4dv, "glUniform4dv"))(location, count, value);
    public void Uniform4(int location, uint count, ref readonly double value)
    {
        fixed (double* pointer = &value)
            Uniform4(location, count, pointer);
    }

    public void Uniform4(int location, ReadOnlySpan<double> value)
    {
        fixed (double* pointer = value)
            Uniform4(location, (uint)(value.Length / 4), pointer);
    }

    public void Uniform2(int location, Vector2 vector) => Uniform2(location, vector.X, vector.Y);
    public void Uniform2(int location, ref Vector2 vector) => Uniform2(location, vector.X, vector.Y);
    public void Uniform3(int location, Vector3 vector) => Uniform3(location, vector.X, vector.Y, vector.Z);
    public void Uniform3(int location, ref Vector3 vector) => Uniform3(location, vector.X, vector.Y, vector.Z);
    public void Uniform4(int location, Vector4 vector) => Uniform4(location, vector.X, vector.Y, vector.Z, vector.W);
    public void Uniform4(int location, ref Vector4 vector) => Uniform4(location, vector.X, vector.Y, vector.Z, vector.W);
    public void UniformMatrix2(int location, uint count, bool transpose, float* value) => ((delegate* unmanaged<int, uint, byte, float*, void>)Load(ref _glUniformMatrix2fv, "glUniformMatrix2fv"))(location, count, ToByte(transpose), value);
    public void UniformMatrix2(int location, uint count, bool transpose, ref readonly float value)
    {
        fixed (float* pointer = &value)
            UniformMatrix2(location, count, transpose, pointer);
    }

    public void UniformMatrix2(int location, bool transpose, ReadOnlySpan<float> value)
    {
        fixed (float* pointer = value)
            UniformMatrix2(location, (uint)(value.Length / 4), transpose, pointer);
    }

    public void UniformMatrix2(int location, uint count, bool transpose, double* value) => ((delegate* unmanaged<int, uint, byte, double*, void>)Load(ref _glUniformMatrix2dv, "glUniformMatrix2dv"))(location, count, ToByte(transpose), value);
    public void UniformMatrix2(int location, uint count, bool transpose, ref readonly double value)
    {
        fixed (double* pointer = &value)
            UniformMatrix2(location, count, transpose, pointer);
    }

    public void UniformMatrix2(int location, bool transpose, ReadOnlySpan<double> value)
    {
        fixed (double* pointer = value)
            UniformMatrix2(location, (uint)(value.Length / 4), transpose, pointer);
    }

    public void UniformMatrix3(int location, uint count, bool transpose, float* value) => ((delegate* unmanaged<int, uint, byte, float*, void>)Load(ref _glUniformMatrix3fv, "glUniformMatrix3fv"))(location, count, ToByte(transpose), value);
    public void UniformMatrix3(int location, uint count, bool transpose, ref readonly float value)
    {
        fixed (float* pointer = &value)
            UniformMatrix3(location, count, transpose, pointer);
    }

    public void UniformMatrix3(int location, bool transpose, ReadOnlySpan<float> value)
    {
        fixed (float* pointer = value)
            UniformMatrix3(location, (uint)(value.Length / 9), transpose, pointer);
    }

    public void UniformMatrix3(int location, uint count, bool transpose, double* value) => ((delegate* unmanaged<int, uint, byte, double*, void>)Load(ref _glUniformMatrix3dv, "glUniformMatrix3dv"))(location, count, ToByte(transpose), value);
    public void UniformMatrix3(int location, uint count, bool transpose, ref readonly double value)
    {
        fixed (double* pointer = &value)
            UniformMatrix3(location, count, transpose, pointer);
    }

    public void UniformMatrix3(int location, bool transpose, ReadOnlySpan<double> value)
    {
        fixed (double* pointer = value)
            UniformMatrix3(location, (uint)(value.Length / 9), transpose, pointer);
    }

    public void UniformMatrix4(int location, uint count, bool transpose, float* value) => ((delegate* unmanaged<int, uint, byte, float*, void>)Load(ref _glUniformMatrix4fv, "glUniformMatrix4fv"))(location, count, ToByte(transpose), value);
    public void UniformMatrix4(int location, uint count, bool transpose, ref readonly float value)
    {
        fixed (float* pointer = &value)
            UniformMatrix4(location, count, transpose, pointer);
    }

    public void UniformMatrix4(int location, bool transpose, ReadOnlySpan<float> value)
    {
        fixed (float* pointer = value)
            UniformMatrix4(location, (uint)(value.Length / 16), transpose, pointer);
    }

    public void UniformMatrix4(int location, uint count, bool transpose, double* value) => ((delegate* unmanaged<int, uint, byte, double*, void>)Load(ref _glUniformMatrix4dv, "glUniformMatrix4dv"))(location, count, ToByte(transpose), value);
    public void UniformMatrix4(int location, uint count, bool transpose, ref readonly double value)
    {
        fixed (double* pointer = &value)
            UniformMatrix4(location, count, transpose, pointer);
    }

    public void UniformMatrix4(int location, bool transpose, ReadOnlySpan<double> value)
    {
        fixed (double* pointer = value)
            UniformMatrix4(location, (uint)(value.Length / 16), transpose, pointer);
    }
}
