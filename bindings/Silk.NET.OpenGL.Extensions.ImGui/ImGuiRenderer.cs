using System.Numerics;
using ImGuiNET;

namespace Silk.NET.OpenGL.Extensions.ImGui;

/// <summary>Draws Dear ImGui's lists. Texture ids are OpenGL's names of textures.</summary>
internal sealed unsafe class ImGuiRenderer : IDisposable
{
    private readonly GL _gl;
    private readonly uint _program, _vertices, _indices, _vertexArray;
    private readonly int _projection, _image;
    private uint _fontTexture;

    internal ImGuiRenderer(GL gl)
    {
        _gl = gl;
        _program = ImGuiProgram.Build(gl);
        _projection = gl.GetUniformLocation(_program, "projection");
        _image = gl.GetUniformLocation(_program, "image");
        _vertices = gl.GenBuffer();
        _indices = gl.GenBuffer();
        using var saved = new SavedState(gl);
        _vertexArray = gl.GenVertexArray();
        gl.BindVertexArray(_vertexArray);
        gl.BindBuffer(BufferTargetARB.ArrayBuffer, _vertices);
        gl.BindBuffer(BufferTargetARB.ElementArrayBuffer, _indices);
        var stride = (uint)sizeof(ImDrawVert);
        for (uint i = 0; i < 3; i++)
            gl.EnableVertexAttribArray(i);
        gl.VertexAttribPointer(0, 2, VertexAttribPointerType.Float, false, stride, (void*)0);
        gl.VertexAttribPointer(1, 2, VertexAttribPointerType.Float, false, stride, (void*)8);
        gl.VertexAttribPointer(2, 4, VertexAttribPointerType.UnsignedByte, true, stride, (void*)16);
    }

    internal void CreateFontTexture(ImGuiIOPtr io)
    {
        io.Fonts.GetTexDataAsRGBA32(out byte* pixels, out var width, out var height);
        using var saved = new SavedState(_gl);
        var unpackBuffer = _gl.GetInteger(GetPName.PixelUnpackBufferBinding);
        _gl.BindBuffer(BufferTargetARB.PixelUnpackBuffer, 0);
        _fontTexture = _gl.GenTexture();
        _gl.BindTexture(TextureTarget.Texture2D, _fontTexture);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.Linear);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)TextureMagFilter.Linear);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMaxLevel, 0);
        _gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.Rgba8, (uint)width, (uint)height, 0, PixelFormat.Rgba, PixelType.UnsignedByte, pixels);
        _gl.BindBuffer(BufferTargetARB.PixelUnpackBuffer, (uint)unpackBuffer);
        io.Fonts.SetTexID((nint)_fontTexture);
        io.Fonts.ClearTexData();
    }

    internal void Draw(ImDrawDataPtr data)
    {
        var width = (int)(data.DisplaySize.X * data.FramebufferScale.X);
        var height = (int)(data.DisplaySize.Y * data.FramebufferScale.Y);
        if (width <= 0 || height <= 0)
            return;
        using var saved = new SavedState(_gl);
        SetUp(data, width, height);
        for (var i = 0; i < data.CmdListsCount; i++)
            DrawList(data.CmdLists[i], data.DisplayPos, data.FramebufferScale, height);
    }

    public void Dispose()
    {
        _gl.DeleteTexture(_fontTexture);
        _gl.DeleteVertexArray(_vertexArray);
        _gl.DeleteBuffer(_vertices);
        _gl.DeleteBuffer(_indices);
        _gl.DeleteProgram(_program);
    }

    private void SetUp(ImDrawDataPtr data, int width, int height)
    {
        _gl.Enable(EnableCap.Blend);
        _gl.BlendEquation(BlendEquationModeEXT.FuncAdd);
        _gl.BlendFuncSeparate(BlendingFactor.SrcAlpha, BlendingFactor.OneMinusSrcAlpha, BlendingFactor.One, BlendingFactor.OneMinusSrcAlpha);
        _gl.Disable(EnableCap.CullFace);
        _gl.Disable(EnableCap.DepthTest);
        _gl.Disable(EnableCap.StencilTest);
        _gl.Disable(EnableCap.PrimitiveRestart);
        _gl.Enable(EnableCap.ScissorTest);
        _gl.PolygonMode(TriangleFace.FrontAndBack, PolygonMode.Fill);
        _gl.Viewport(0, 0, (uint)width, (uint)height);

        var (origin, size) = (data.DisplayPos, data.DisplaySize);
        var projection = Matrix4x4.CreateOrthographicOffCenter(origin.X, origin.X + size.X, origin.Y + size.Y, origin.Y, -1, 1);
        _gl.UseProgram(_program);
        _gl.Uniform1(_image, 0);
        _gl.UniformMatrix4(_projection, 1, false, &projection.M11);
        _gl.BindSampler(0, 0);
        _gl.BindVertexArray(_vertexArray);
        _gl.BindBuffer(BufferTargetARB.ArrayBuffer, _vertices);
    }

    private void DrawList(ImDrawListPtr list, Vector2 origin, Vector2 scale, int height)
    {
        _gl.BufferData(BufferTargetARB.ArrayBuffer, (nuint)(list.VtxBuffer.Size * sizeof(ImDrawVert)), (void*)list.VtxBuffer.Data, BufferUsageARB.StreamDraw);
        _gl.BufferData(BufferTargetARB.ElementArrayBuffer, (nuint)(list.IdxBuffer.Size * sizeof(ushort)), (void*)list.IdxBuffer.Data, BufferUsageARB.StreamDraw);
        for (var i = 0; i < list.CmdBuffer.Size; i++)
        {
            var command = list.CmdBuffer[i];
            if (command.UserCallback != IntPtr.Zero)
                throw new NotSupportedException("A draw list has a user callback, which this renderer does not call. Draw to a texture and show that instead.");

            var clip = command.ClipRect;
            var low = new Vector2(clip.X - origin.X, clip.Y - origin.Y) * scale;
            var high = new Vector2(clip.Z - origin.X, clip.W - origin.Y) * scale;
            low = Vector2.Max(low, Vector2.Zero);
            if (high.X <= low.X || high.Y <= low.Y)
                continue;
            // OpenGL counts rows from the bottom.
            _gl.Scissor((int)low.X, (int)(height - high.Y), (uint)(high.X - low.X), (uint)(high.Y - low.Y));
            _gl.BindTexture(TextureTarget.Texture2D, (uint)command.TextureId);
            _gl.DrawElementsBaseVertex(PrimitiveType.Triangles, command.ElemCount, DrawElementsType.UnsignedShort,
                (void*)(command.IdxOffset * sizeof(ushort)), (int)command.VtxOffset);
        }
    }
}
