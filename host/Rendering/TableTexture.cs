using System.Numerics;
using Silk.NET.OpenGL;

namespace VolumeViewer.Host.Rendering;

/// <summary>A small table of colours that shaders look up.</summary>
internal sealed class TableTexture : IDisposable
{
    private readonly GL _gl;
    private readonly int _filter;
    private uint _texture;

    /// <param name="gl">The context.</param>
    /// <param name="linear">Whether shaders read between the entries.</param>
    public TableTexture(GL gl, bool linear)
    {
        _gl = gl;
        _filter = (int)(linear ? TextureMinFilter.Linear : TextureMinFilter.Nearest);
        _texture = gl.GenTexture();
    }

    /// <summary>Replaces the entries.</summary>
    /// <param name="entries">Row by row.</param>
    /// <param name="width">Entries in a row.</param>
    public unsafe void Fill(ReadOnlySpan<Vector4> entries, int width)
    {
        _gl.ActiveTexture(TextureUnit.Texture0 + SceneResources.FillUnit);
        _gl.BindTexture(TextureTarget.Texture2D, _texture);
        // Half floats: the opacity of one step can be far below 1/255.
        var (columns, rows) = ((uint)width, (uint)(entries.Length / width));
        fixed (Vector4* values = entries)
            _gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.Rgba16f, columns, rows, 0, PixelFormat.Rgba, PixelType.Float, values);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, _filter);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, _filter);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapS, (int)TextureWrapMode.ClampToEdge);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapT, (int)TextureWrapMode.ClampToEdge);
        GlCheck.After(_gl, "Uploading a table of colours");
    }

    /// <summary>Lets a texture unit read it.</summary>
    public void Bind(int unit)
    {
        _gl.ActiveTexture(TextureUnit.Texture0 + unit);
        _gl.BindTexture(TextureTarget.Texture2D, _texture);
    }

    public void Dispose()
    {
        if (_texture != 0)
            _gl.DeleteTexture(_texture);
        _texture = 0;
    }
}
