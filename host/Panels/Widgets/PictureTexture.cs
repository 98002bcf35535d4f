using Silk.NET.OpenGL;

using VolumeViewer.Host.Rendering;

namespace VolumeViewer.Host.Panels;

/// <summary>A picture for the window, in a texture. Used on the window's thread.</summary>
internal sealed class PictureTexture(GL gl) : IDisposable
{
    /// <summary>The texture; 0 while it is empty.</summary>
    public uint Handle { get; private set; }

    public int Width { get; private set; }

    public int Height { get; private set; }

    public bool IsEmpty => Handle == 0;

    /// <summary>Takes over the pixels, the top row first.</summary>
    /// <exception cref="GlException">The driver cannot hold a picture of this size.</exception>
    public unsafe void Fill(int width, int height, byte[] rgba)
    {
        if (Handle == 0)
            Handle = gl.GenTexture();
        (Width, Height) = (width, height);
        gl.BindTexture(TextureTarget.Texture2D, Handle);
        gl.PixelStore(PixelStoreParameter.UnpackAlignment, 4);
        fixed (byte* pixels = rgba)
            gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.Rgba8, (uint)width, (uint)height, 0, PixelFormat.Rgba, PixelType.UnsignedByte, pixels);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.Linear);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)TextureMinFilter.Nearest);
        GlCheck.After(gl, $"Uploading a picture of {width} × {height} pixels");
    }

    public void Dispose()
    {
        if (Handle != 0)
            gl.DeleteTexture(Handle);
        Handle = 0;
    }
}
