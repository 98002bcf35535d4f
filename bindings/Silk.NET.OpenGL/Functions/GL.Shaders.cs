namespace Silk.NET.OpenGL;

public unsafe partial class GL
{
    private nint _glIsProgram;
    private nint _glIsShader;
    private nint _glCreateShader;
    private nint _glCompileShader;
    private nint _glDeleteShader;
    private nint _glAttachShader;
    private nint _glDetachShader;
    private nint _glCreateProgram;
    private nint _glLinkProgram;
    private nint _glValidateProgram;
    private nint _glUseProgram;
    private nint _glDeleteProgram;
    private nint _glUniformBlockBinding;
    private nint _glGetShaderiv;
    private nint _glGetProgramiv;

    public uint CreateShader(ShaderType type) => ((delegate* unmanaged<int, uint>)Load(ref _glCreateShader, "glCreateShader"))((int)type);
    public uint CreateShader(GLEnum type) => ((delegate* unmanaged<int, uint>)Load(ref _glCreateShader, "glCreateShader"))((int)type);
    public void CompileShader(uint shader) => ((delegate* unmanaged<uint, void>)Load(ref _glCompileShader, "glCompileShader"))(shader);
    public void DeleteShader(uint shader) => ((delegate* unmanaged<uint, void>)Load(ref _glDeleteShader, "glDeleteShader"))(shader);
    public void AttachShader(uint program, uint shader) => ((delegate* unmanaged<uint, uint, void>)Load(ref _glAttachShader, "glAttachShader"))(program, shader);
    public void DetachShader(uint program, uint shader) => ((delegate* unmanaged<uint, uint, void>)Load(ref _glDetachShader, "glDetachShader"))(program, shader);
    public uint CreateProgram() => ((delegate* unmanaged<uint>)Load(ref _glCreateProgram, "glCreateProgram"))();
    public void LinkProgram(uint program) => ((delegate* unmanaged<uint, void>)Load(ref _glLinkProgram, "glLinkProgram"))(program);
    public void ValidateProgram(uint program) => ((delegate* unmanaged<uint, void>)Load(ref _glValidateProgram, "glValidateProgram"))(program);
    public void UseProgram(uint program) => ((delegate* unmanaged<uint, void>)Load(ref _glUseProgram, "glUseProgram"))(program);
    public bool IsProgram(uint program) => ((delegate* unmanaged<uint, byte>)Load(ref _glIsProgram, "glIsProgram"))(program) != 0;
    public bool IsShader(uint shader) => ((delegate* unmanaged<uint, byte>)Load(ref _glIsShader, "glIsShader"))(shader) != 0;
    public void DeleteProgram(uint program) => ((delegate* unmanaged<uint, void>)Load(ref _glDeleteProgram, "glDeleteProgram"))(program);
    public void UniformBlockBinding(uint program, uint uniformBlockIndex, uint uniformBlockBinding) => ((delegate* unmanaged<uint, uint, uint, void>)Load(ref _glUniformBlockBinding, "glUniformBlockBinding"))(program, uniformBlockIndex, uniformBlockBinding);
    public void GetShader(uint shader, ShaderParameterName pname, int* @params) => ((delegate* unmanaged<uint, int, int*, void>)Load(ref _glGetShaderiv, "glGetShaderiv"))(shader, (int)pname, @params);
    public void GetShader(uint shader, ShaderParameterName pname, out int @params)
    {
        @params = default;
        fixed (int* pointer = &@params)
            GetShader(shader, pname, pointer);
    }

    public void GetShader(uint shader, GLEnum pname, int* @params) => ((delegate* unmanaged<uint, int, int*, void>)Load(ref _glGetShaderiv, "glGetShaderiv"))(shader, (int)pname, @params);
    public void GetShader(uint shader, GLEnum pname, out int @params)
    {
        @params = default;
        fixed (int* pointer = &@params)
            GetShader(shader, pname, pointer);
    }

    public void GetProgram(uint program, ProgramPropertyARB pname, int* @params) => ((delegate* unmanaged<uint, int, int*, void>)Load(ref _glGetProgramiv, "glGetProgramiv"))(program, (int)pname, @params);
    public void GetProgram(uint program, ProgramPropertyARB pname, out int @params)
    {
        @params = default;
        fixed (int* pointer = &@params)
            GetProgram(program, pname, pointer);
    }

    public void GetProgram(uint program, GLEnum pname, int* @params) => ((delegate* unmanaged<uint, int, int*, void>)Load(ref _glGetProgramiv, "glGetProgramiv"))(program, (int)pname, @params);
    public void GetProgram(uint program, GLEnum pname, out int @params)
    {
        @params = default;
        fixed (int* pointer = &@params)
            GetProgram(program, pname, pointer);
    }
}
