using Silk.NET.Core.Loader;
using Silk.NET.OpenGL;

namespace Windowing.Tests;

[Collection(WindowCollection.Name)]
public sealed class OpenGlTests
{
    [DisplayFact]
    public void Clear_WithAColour_IsReadBack()
    {
        using var test = new TestWindow();
        test.Gl.ClearColor(1, 0.2f, 0.6f, 1);
        test.Gl.Clear(ClearBufferMask.ColorBufferBit);
        Assert.Equal(((byte)255, (byte)51, (byte)153), (test.Pixel(5, 7).R, test.Pixel(5, 7).G, test.Pixel(5, 7).B));
        Assert.Equal(GLEnum.NoError, test.Gl.GetError());
    }

    [DisplayFact]
    public unsafe void TexImage3D_OfBytes_IsReadBackInTheSameOrder()
    {
        using var test = new TestWindow();
        var gl = test.Gl;
        var voxels = Enumerable.Range(0, 4 * 5 * 6).Select(i => (byte)(2 * i)).ToArray();
        gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        gl.PixelStore(PixelStoreParameter.PackAlignment, 1);
        var texture = gl.GenTexture();
        gl.BindTexture(TextureTarget.Texture3D, texture);
        gl.TexImage3D(TextureTarget.Texture3D, 0, InternalFormat.R8, 6, 5, 4, 0, PixelFormat.Red, PixelType.UnsignedByte, in voxels[0]);
        byte[] slice = [7, 8, 9];
        fixed (byte* pointer = slice)
            gl.TexSubImage3D(TextureTarget.Texture3D, 0, 3, 4, 2, 3, 1, 1, PixelFormat.Red, PixelType.UnsignedByte, pointer);
        slice.CopyTo(voxels, (((2 * 5) + 4) * 6) + 3);

        var read = new byte[voxels.Length];
        gl.GetTexImage(TextureTarget.Texture3D, 0, PixelFormat.Red, PixelType.UnsignedByte, out read[0]);
        Assert.Equal(voxels, read);
        Assert.Equal(GLEnum.NoError, gl.GetError());
        Assert.True(gl.IsTexture(texture));
        gl.DeleteTexture(texture);
        Assert.False(gl.IsTexture(texture));
    }

    [DisplayFact]
    public void CompileShader_WithAnError_GivesTheLog()
    {
        using var test = new TestWindow();
        var shader = test.Gl.CreateShader(ShaderType.FragmentShader);
        test.Gl.ShaderSource(shader, "#version 330 core\nvoid main() { colour = undeclaredThing; }");
        test.Gl.CompileShader(shader);
        test.Gl.GetShader(shader, ShaderParameterName.CompileStatus, out var compiled);
        Assert.Equal(0, compiled);
        Assert.Contains("undeclaredThing", test.Gl.GetShaderInfoLog(shader));
    }

    [DisplayFact]
    public void DrawArrays_OfATriangleOverAll_FillsAFramebufferWithItsUniform()
    {
        using var test = new TestWindow();
        var gl = test.Gl;
        var program = Link(gl,
            "#version 330 core\nin vec2 place; void main() { gl_Position = vec4(place, 0.0, 1.0); }",
            "#version 330 core\nuniform vec4 tint; uniform mat4 scale; out vec4 colour; void main() { colour = scale * tint; }");
        gl.BindVertexArray(gl.GenVertexArray());
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, gl.GenBuffer());
        gl.BufferData<float>(BufferTargetARB.ArrayBuffer, [-1, -1, 3, -1, -1, 3], BufferUsageARB.StaticDraw);
        var place = (uint)gl.GetAttribLocation(program, "place");
        gl.EnableVertexAttribArray(place);
        gl.VertexAttribPointer(place, 2, VertexAttribPointerType.Float, false, 8, 0);
        gl.BindTexture(TextureTarget.Texture2D, gl.GenTexture());
        gl.TexStorage2D(TextureTarget.Texture2D, 1, SizedInternalFormat.Rgba32f, 6, 5);
        var target = gl.GenTexture();
        gl.BindTexture(TextureTarget.Texture2D, target);
        gl.TexStorage2D(TextureTarget.Texture2D, 1, SizedInternalFormat.Rgba32f, 6, 5);
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, gl.GenFramebuffer());
        gl.FramebufferTexture2D(FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, TextureTarget.Texture2D, target, 0);
        Assert.Equal(GLEnum.FramebufferComplete, gl.CheckFramebufferStatus(FramebufferTarget.Framebuffer));
        gl.Viewport(0, 0, 6, 5);
        gl.UseProgram(program);
        gl.Uniform4(gl.GetUniformLocation(program, "tint"), 0.25f, 0.5f, 2f, 1f);
        ReadOnlySpan<float> half = [0.5f, 0, 0, 0, 0, 0.5f, 0, 0, 0, 0, 0.5f, 0, 0, 0, 0, 1];
        gl.UniformMatrix4(gl.GetUniformLocation(program, "scale"), false, half);
        gl.DrawArrays(PrimitiveType.Triangles, 0, 3);

        var pixels = new float[6 * 5 * 4];
        gl.ReadPixels(0, 0, 6, 5, PixelFormat.Rgba, PixelType.Float, out pixels[0]);
        Assert.Equal([0.125f, 0.25f, 1f, 1f], pixels[^4..]);
        Assert.Equal(GLEnum.NoError, gl.GetError());
    }

    [Fact]
    public void Call_OfAFunctionThatTheDriverLacks_NamesIt()
    {
        using var gl = GL.GetApi(_ => 0);
        Assert.Contains("glFinish", Assert.Throws<SymbolLoadingException>(gl.Finish).Message);
    }

    private static uint Link(GL gl, string vertex, string fragment)
    {
        var program = gl.CreateProgram();
        foreach (var (type, source) in new[] { (ShaderType.VertexShader, vertex), (ShaderType.FragmentShader, fragment) })
        {
            var shader = gl.CreateShader(type);
            gl.ShaderSource(shader, source);
            gl.CompileShader(shader);
            gl.AttachShader(program, shader);
        }
        gl.LinkProgram(program);
        Assert.True(gl.GetProgram(program, ProgramPropertyARB.LinkStatus) == 1, gl.GetProgramInfoLog(program));
        return program;
    }
}
