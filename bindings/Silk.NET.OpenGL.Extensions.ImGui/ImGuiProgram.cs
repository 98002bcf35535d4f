namespace Silk.NET.OpenGL.Extensions.ImGui;

/// <summary>The shader program that draws the user interface.</summary>
internal static class ImGuiProgram
{
    internal static uint Build(GL gl)
    {
        var vertex = Compile(gl, ShaderType.VertexShader, "imgui.vert");
        var fragment = Compile(gl, ShaderType.FragmentShader, "imgui.frag");
        var program = gl.CreateProgram();
        gl.AttachShader(program, vertex);
        gl.AttachShader(program, fragment);
        gl.LinkProgram(program);
        gl.DetachShader(program, vertex);
        gl.DetachShader(program, fragment);
        gl.DeleteShader(vertex);
        gl.DeleteShader(fragment);
        if (gl.GetProgram(program, ProgramPropertyARB.LinkStatus) == 0)
            throw new InvalidOperationException($"The shaders imgui.vert and imgui.frag do not link: {gl.GetProgramInfoLog(program)}");
        return program;
    }

    private static uint Compile(GL gl, ShaderType type, string name)
    {
        using var stream = typeof(ImGuiProgram).Assembly.GetManifestResourceStream($"Shaders/{name}")
            ?? throw new InvalidOperationException($"The shader {name} is missing from {typeof(ImGuiProgram).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        var shader = gl.CreateShader(type);
        gl.ShaderSource(shader, reader.ReadToEnd());
        gl.CompileShader(shader);
        gl.GetShader(shader, ShaderParameterName.CompileStatus, out var compiled);
        return compiled != 0 ? shader : throw new InvalidOperationException($"The shader {name} does not compile: {gl.GetShaderInfoLog(shader)}");
    }
}
