using System.Runtime.InteropServices;
using System.Text;

namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    private nint _glGetString;
    private nint _glGetStringi;
    private nint _glShaderSource;
    private nint _glGetShaderInfoLog;
    private nint _glGetProgramInfoLog;
    private nint _glGetUniformLocation;
    private nint _glGetAttribLocation;
    private nint _glGetUniformBlockIndex;
    private nint _glBindAttribLocation;
    private nint _glBindFragDataLocation;
    private nint _glDebugMessageCallback;
    private DebugProc? _debugProc;

    public byte* GetString(StringName name) => ((delegate* unmanaged<int, byte*>)Load(ref _glGetString, "glGetString"))((int)name);
    public byte* GetString(GLEnum name) => GetString((StringName)name);
    public byte* GetString(StringName name, uint index) => ((delegate* unmanaged<int, uint, byte*>)Load(ref _glGetStringi, "glGetStringi"))((int)name, index);
    public byte* GetString(GLEnum name, uint index) => GetString((StringName)name, index);
    public string GetStringS(StringName name) => Marshal.PtrToStringUTF8((nint)GetString(name)) ?? string.Empty;
    public string GetStringS(GLEnum name) => GetStringS((StringName)name);
    public string GetStringS(StringName name, uint index) => Marshal.PtrToStringUTF8((nint)GetString(name, index)) ?? string.Empty;
    public string GetStringS(GLEnum name, uint index) => GetStringS((StringName)name, index);

    public void ShaderSource(uint shader, string @string)
    {
        var bytes = Encoding.UTF8.GetBytes(@string);
        var length = bytes.Length;
        fixed (byte* text = bytes)
            ((delegate* unmanaged<uint, int, byte**, int*, void>)Load(ref _glShaderSource, "glShaderSource"))(shader, 1, &text, &length);
    }

    public string GetShaderInfoLog(uint shader)
    {
        GetShader(shader, ShaderParameterName.InfoLogLength, out var length);
        return ReadLog(shader, length, Load(ref _glGetShaderInfoLog, "glGetShaderInfoLog"));
    }

    public void GetShaderInfoLog(uint shader, out string info) => info = GetShaderInfoLog(shader);

    public string GetProgramInfoLog(uint program) => ReadLog(program, GetProgram(program, ProgramPropertyARB.InfoLogLength), Load(ref _glGetProgramInfoLog, "glGetProgramInfoLog"));

    public void GetProgramInfoLog(uint program, out string info) => info = GetProgramInfoLog(program);

    public int GetProgram(uint program, ProgramPropertyARB pname)
    {
        GetProgram(program, pname, out var value);
        return value;
    }

    public int GetProgram(uint program, GLEnum pname) => GetProgram(program, (ProgramPropertyARB)pname);
    public int GetShader(uint shader, ShaderParameterName pname)
    {
        GetShader(shader, pname, out var value);
        return value;
    }

    public int GetShader(uint shader, GLEnum pname) => GetShader(shader, (ShaderParameterName)pname);

    public int GetUniformLocation(uint program, string name) => Find(Load(ref _glGetUniformLocation, "glGetUniformLocation"), program, name);
    public int GetAttribLocation(uint program, string name) => Find(Load(ref _glGetAttribLocation, "glGetAttribLocation"), program, name);
    public uint GetUniformBlockIndex(uint program, string uniformBlockName) => (uint)Find(Load(ref _glGetUniformBlockIndex, "glGetUniformBlockIndex"), program, uniformBlockName);
    public void BindAttribLocation(uint program, uint index, string name) => Bind(Load(ref _glBindAttribLocation, "glBindAttribLocation"), program, index, name);
    public void BindFragDataLocation(uint program, uint color, string name) => Bind(Load(ref _glBindFragDataLocation, "glBindFragDataLocation"), program, color, name);

    public int GetInteger(GetPName pname)
    {
        GetInteger(pname, out var value);
        return value;
    }

    public int GetInteger(GLEnum pname) => GetInteger((GetPName)pname);

    public float GetFloat(GetPName pname)
    {
        GetFloat(pname, out var value);
        return value;
    }

    public float GetFloat(GLEnum pname) => GetFloat((GetPName)pname);

    public void DebugMessageCallback(DebugProc callback, void* userParam)
    {
        var pointer = callback is null ? 0 : Marshal.GetFunctionPointerForDelegate(callback);
        ((delegate* unmanaged<nint, void*, void>)Load(ref _glDebugMessageCallback, "glDebugMessageCallback"))(pointer, userParam);
        // Only now: until OpenGL has the new one, it may still call the old one.
        _debugProc = callback;
        GC.KeepAlive(_debugProc);
    }

    private static string ReadLog(uint name, int length, nint function)
    {
        if (length <= 0)
            return string.Empty;
        var buffer = new byte[length];
        int written;
        fixed (byte* log = buffer)
            ((delegate* unmanaged<uint, int, int*, byte*, void>)function)(name, length, &written, log);
        return Encoding.UTF8.GetString(buffer, 0, written);
    }

    private static int Find(nint function, uint program, string name)
    {
        fixed (byte* text = Terminated(name))
            return ((delegate* unmanaged<uint, byte*, int>)function)(program, text);
    }

    private static void Bind(nint function, uint program, uint index, string name)
    {
        fixed (byte* text = Terminated(name))
            ((delegate* unmanaged<uint, uint, byte*, void>)function)(program, index, text);
    }

    private static byte[] Terminated(string text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text) + 1];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }
}
