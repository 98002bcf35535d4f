using Silk.NET.OpenGL;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// A picture in a texture, with the depth of its surfaces in a second one. The texture's first row is the lowest, as OpenGL counts.
/// </summary>
internal sealed class RenderTarget : IDisposable
{
    private readonly GL _gl;
    private uint _withDepth;
    private uint _colorOnly;

    /// <summary>A target without a picture until <see cref="Resize"/>.</summary>
    public RenderTarget(GL gl)
    {
        _gl = gl;
        _withDepth = gl.GenFramebuffer();
        _colorOnly = gl.GenFramebuffer();
    }

    /// <summary>The picture: RGBA, 8 bits a channel.</summary>
    public uint Texture { get; private set; }

    /// <summary>From 0 at the least depth of the scene to 1 at the greatest, evenly.</summary>
    public uint DepthTexture { get; private set; }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; private set; }

    /// <summary>Rows.</summary>
    public int Height { get; private set; }

    /// <summary>Gives the picture a size; what it held is lost when that changes it.</summary>
    /// <exception cref="GlException">The driver cannot make a picture of this size.</exception>
    public void Resize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (Texture != 0 && width == Width && height == Height)
            return;
        if ((long)width * height * 4 > Array.MaxLength)
            throw new GlException($"A picture of {width} × {height} pixels does not fit into memory; make it smaller.");
        DeleteTextures();
        (Width, Height) = (width, height);
        Texture = CreateTexture(InternalFormat.Rgba8, PixelFormat.Rgba, PixelType.UnsignedByte);
        // As the ray caster has it, so that it is copied as it is.
        DepthTexture = CreateTexture(InternalFormat.DepthComponent32f, PixelFormat.DepthComponent, PixelType.Float);
        Attach(_withDepth, FramebufferAttachment.ColorAttachment0, Texture);
        Attach(_withDepth, FramebufferAttachment.DepthAttachment, DepthTexture);
        var status = _gl.CheckFramebufferStatus(FramebufferTarget.Framebuffer);
        Attach(_colorOnly, FramebufferAttachment.ColorAttachment0, Texture);
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, 0);
        GlCheck.After(_gl, $"Making a picture of {width} × {height} pixels");
        if (status != GLEnum.FramebufferComplete)
            throw new GlException($"The driver cannot draw into a picture of {width} × {height} pixels ({status}); make it smaller.");
    }

    /// <summary>The pixels as RGBA, the top row first.</summary>
    public unsafe byte[] ReadRgba()
    {
        var rgba = new byte[Width * Height * 4];
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, _colorOnly);
        _gl.PixelStore(PixelStoreParameter.PackAlignment, 4);
        fixed (byte* pixels = rgba)
            _gl.ReadPixels(0, 0, (uint)Width, (uint)Height, PixelFormat.Rgba, PixelType.UnsignedByte, pixels);
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, 0);
        GlCheck.After(_gl, "Reading the picture back");
        var row = Width * 4;
        var kept = new byte[row];
        for (var y = 0; y < Height / 2; y++)
        {
            var upper = rgba.AsSpan(y * row, row);
            var lower = rgba.AsSpan((Height - 1 - y) * row, row);
            upper.CopyTo(kept);
            lower.CopyTo(upper);
            kept.CopyTo(lower);
        }
        return rgba;
    }

    /// <summary>The depth at a pixel counted from the lower left corner, see <see cref="DepthTexture"/>.</summary>
    public unsafe float ReadDepth(int x, int y)
    {
        var depth = 1f;
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, _withDepth);
        _gl.ReadPixels(x, y, 1, 1, PixelFormat.DepthComponent, PixelType.Float, &depth);
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, 0);
        GlCheck.After(_gl, "Reading a depth back");
        return depth;
    }

    /// <summary>The depths of all pixels, the lowest row first, see <see cref="DepthTexture"/>.</summary>
    public unsafe float[] ReadDepths()
    {
        var depths = new float[Width * Height];
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, _withDepth);
        _gl.PixelStore(PixelStoreParameter.PackAlignment, 4);
        fixed (float* values = depths)
            _gl.ReadPixels(0, 0, (uint)Width, (uint)Height, PixelFormat.DepthComponent, PixelType.Float, values);
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, 0);
        GlCheck.After(_gl, "Reading depths back");
        return depths;
    }

    /// <summary>Copies picture and depth into a frame, which gets the same size.</summary>
    public unsafe void CopyTo(SoftwareFrame frame)
    {
        frame.Resize(Width, Height);
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, _withDepth);
        _gl.PixelStore(PixelStoreParameter.PackAlignment, 4);
        fixed (uint* colors = frame.Colors)
            _gl.ReadPixels(0, 0, (uint)Width, (uint)Height, PixelFormat.Rgba, PixelType.UnsignedByte, colors);
        fixed (float* depths = frame.Depths)
            _gl.ReadPixels(0, 0, (uint)Width, (uint)Height, PixelFormat.DepthComponent, PixelType.Float, depths);
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, 0);
        GlCheck.After(_gl, "Reading picture and depth back");
    }

    /// <summary>Takes the picture over from a frame of the same size.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="withDepth">Whether its depth is taken over too; if not, the target keeps its own.</param>
    public unsafe void CopyFrom(SoftwareFrame frame, bool withDepth)
    {
        if (frame.Width != Width || frame.Height != Height)
            throw new ArgumentException($"A frame of {frame.Width} × {frame.Height} pixels does not fit a picture of {Width} × {Height}.", nameof(frame));
        _gl.ActiveTexture(TextureUnit.Texture0 + SceneResources.FillUnit);
        _gl.PixelStore(PixelStoreParameter.UnpackAlignment, 4);
        _gl.BindTexture(TextureTarget.Texture2D, Texture);
        fixed (uint* colors = frame.Colors)
            _gl.TexSubImage2D(TextureTarget.Texture2D, 0, 0, 0, (uint)Width, (uint)Height, PixelFormat.Rgba, PixelType.UnsignedByte, colors);
        if (withDepth)
        {
            _gl.BindTexture(TextureTarget.Texture2D, DepthTexture);
            fixed (float* depths = frame.Depths)
                _gl.TexSubImage2D(TextureTarget.Texture2D, 0, 0, 0, (uint)Width, (uint)Height, PixelFormat.DepthComponent, PixelType.Float, depths);
        }
        GlCheck.After(_gl, "Taking a picture over from memory");
    }

    /// <summary>Draws into the picture and its depth from now on.</summary>
    public void BindWithDepth() => Bind(_withDepth);

    /// <summary>Draws into the picture alone from now on, so that shaders can read the depth.</summary>
    public void BindColorOnly() => Bind(_colorOnly);

    public void Dispose()
    {
        if (_withDepth == 0)
            return;
        DeleteTextures();
        _gl.DeleteFramebuffer(_withDepth);
        _gl.DeleteFramebuffer(_colorOnly);
        (_withDepth, _colorOnly) = (0, 0);
    }

    private void Bind(uint framebuffer)
    {
        if (Texture == 0)
            throw new InvalidOperationException("The render target has no size yet: call Resize before drawing into it.");
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, framebuffer);
        _gl.Viewport(0, 0, (uint)Width, (uint)Height);
    }

    private unsafe uint CreateTexture(InternalFormat stored, PixelFormat format, PixelType type)
    {
        var texture = _gl.GenTexture();
        _gl.ActiveTexture(TextureUnit.Texture0 + SceneResources.FillUnit);
        _gl.BindTexture(TextureTarget.Texture2D, texture);
        _gl.TexImage2D(TextureTarget.Texture2D, 0, stored, (uint)Width, (uint)Height, 0, format, type, null);
        var filter = (int)(format == PixelFormat.Rgba ? TextureMinFilter.Linear : TextureMinFilter.Nearest);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, filter);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, filter);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapS, (int)TextureWrapMode.ClampToEdge);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapT, (int)TextureWrapMode.ClampToEdge);
        return texture;
    }

    private void Attach(uint framebuffer, FramebufferAttachment attachment, uint texture)
    {
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, framebuffer);
        _gl.FramebufferTexture2D(FramebufferTarget.Framebuffer, attachment, TextureTarget.Texture2D, texture, 0);
    }

    private void DeleteTextures()
    {
        if (Texture == 0)
            return;
        _gl.DeleteTexture(Texture);
        _gl.DeleteTexture(DepthTexture);
        (Texture, DepthTexture) = (0, 0);
    }
}
