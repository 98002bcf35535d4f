using System.Text;
using Silk.NET.OpenGL;

namespace VolumeViewer.Host.Rendering;

/// <summary>A linked program. Samplers are bound to texture units by name once; everything else comes from uniform blocks.</summary>
internal sealed class ShaderProgram : IDisposable
{
    private readonly GL _gl;
    private uint _program;

    /// <exception cref="GlException">A file does not compile or the stages do not fit; the message has the files and the driver's log.</exception>
    public ShaderProgram(GL gl, ShaderSources sources)
    {
        _gl = gl;
        var vertex = Compile(ShaderType.VertexShader, sources.Vertex);
        uint fragment = 0;
        try
        {
            fragment = Compile(ShaderType.FragmentShader, sources.Fragment);
            _program = Link(vertex, fragment, string.Join(" + ", sources.Vertex.Concat(sources.Fragment)));
        }
        finally
        {
            gl.DeleteShader(vertex);
            if (fragment != 0)
                gl.DeleteShader(fragment);
        }
    }

    /// <summary>Makes it the program that draws.</summary>
    public void Use() => _gl.UseProgram(_program);

    /// <summary>Lets a uniform block be read from a binding point.</summary>
    public ShaderProgram BindBlock(string block, uint point)
    {
        var index = _gl.GetUniformBlockIndex(_program, block);
        if (index != uint.MaxValue)
            _gl.UniformBlockBinding(_program, index, point);
        return this;
    }

    /// <summary>Lets a sampler read from a texture unit.</summary>
    public ShaderProgram BindSampler(string sampler, int unit)
    {
        Use();
        var location = _gl.GetUniformLocation(_program, sampler);
        if (location >= 0)
            _gl.Uniform1(location, unit);
        return this;
    }

    public void Dispose()
    {
        if (_program != 0)
            _gl.DeleteProgram(_program);
        _program = 0;
    }

    private static string Join(IReadOnlyList<string> files)
    {
        var text = new StringBuilder();
        for (var number = 0; number < files.Count; number++)
        {
            // The first file brings #version, which has to stand first. With #line the driver's log counts lines as the files do.
            if (number > 0)
                text.Append("#line 1 ").Append(number).Append('\n');
            text.Append(ShaderFiles.Read(files[number])).Append('\n');
        }
        return text.ToString();
    }

    private uint Compile(ShaderType type, IReadOnlyList<string> files)
    {
        var shader = _gl.CreateShader(type);
        _gl.ShaderSource(shader, Join(files));
        _gl.CompileShader(shader);
        _gl.GetShader(shader, ShaderParameterName.CompileStatus, out var compiled);
        if (compiled != 0)
            return shader;
        var log = _gl.GetShaderInfoLog(shader);
        _gl.DeleteShader(shader);
        var numbered = string.Join(", ", files.Select((file, number) => $"{number} = {file}"));
        throw new GlException($"The {type} of {files[^1]} does not compile (in the log, {numbered}):\n{log}");
    }

    private uint Link(uint vertex, uint fragment, string files)
    {
        var program = _gl.CreateProgram();
        _gl.AttachShader(program, vertex);
        _gl.AttachShader(program, fragment);
        _gl.LinkProgram(program);
        _gl.GetProgram(program, ProgramPropertyARB.LinkStatus, out var linked);
        _gl.DetachShader(program, vertex);
        _gl.DetachShader(program, fragment);
        if (linked != 0)
            return program;
        var log = _gl.GetProgramInfoLog(program);
        _gl.DeleteProgram(program);
        throw new GlException($"The stages {files} do not link:\n{log}");
    }
}
