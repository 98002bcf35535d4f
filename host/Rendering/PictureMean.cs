using System.Numerics;
using Silk.NET.OpenGL;

namespace VolumeViewer.Host.Rendering;

/// <summary>The mean of pictures of the same scene, each with its lines of sight and its samples shifted a little: edges and steps become smooth.</summary>
internal sealed class PictureMean : IDisposable
{
    /// <summary>How many pictures are worth it.</summary>
    public const int Most = 16;

    private readonly SceneResources _scene;
    private readonly UniformBuffer<Vector4> _block;
    private uint _framebuffer;
    private uint _sum;
    private (int Width, int Height) _size;

    public PictureMean(SceneResources scene) => (_scene, _block, _framebuffer) = (scene, new UniformBuffer<Vector4>(scene.Gl), scene.Gl.GenFramebuffer());

    /// <summary>How many pictures there are.</summary>
    public int Count { get; private set; }

    /// <summary>By how much of a pixel the lines of sight of picture n pass beside the middle, and of a step the samples: evenly spread for any number of
    /// pictures (Halton 1960). The first is not shifted.</summary>
    public static (Vector2 Jitter, float Shift) ShiftOf(int picture) => picture == 0 ? default
        : (new Vector2(Radical(picture, 2), Radical(picture, 3)) - new Vector2(0.5f), Radical(picture, 5));

    /// <summary>Begins anew.</summary>
    public void Clear() => Count = 0;

    /// <summary>Takes a picture up, and puts the mean of all in its place. Of another size than those before, it is the first.</summary>
    /// <exception cref="GlException">The driver has no room for the sum.</exception>
    public void Add(RenderTarget picture)
    {
        var gl = _scene.Gl;
        if (_size != (picture.Width, picture.Height))
            Resize(picture.Width, picture.Height);
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, _framebuffer);
        gl.Viewport(0, 0, (uint)picture.Width, (uint)picture.Height);
        gl.Disable(EnableCap.DepthTest);
        if (Count > 0)
        {
            gl.Enable(EnableCap.Blend);
            gl.BlendEquation(BlendEquationModeEXT.FuncAdd);
            gl.BlendFunc(BlendingFactor.One, BlendingFactor.One);
        }
        Draw(picture.Texture, 1);
        gl.Disable(EnableCap.Blend);
        Count++;
        if (Count > 1)
        {
            picture.BindColorOnly();
            Draw(_sum, 1f / Count);
        }
        gl.BlendFunc(BlendingFactor.One, BlendingFactor.OneMinusSrcAlpha);
        gl.BindVertexArray(0);
        gl.UseProgram(0);
        gl.ActiveTexture(TextureUnit.Texture0);
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, 0);
        GlCheck.After(gl, "Averaging pictures");
    }

    public void Dispose()
    {
        if (_framebuffer == 0)
            return;
        _scene.Gl.DeleteFramebuffer(_framebuffer);
        if (_sum != 0)
            _scene.Gl.DeleteTexture(_sum);
        _block.Dispose();
        (_framebuffer, _sum) = (0, 0);
    }

    // The digits of a number behind the point, the lowest first.
    private static float Radical(int number, int radix)
    {
        var (sum, part) = (0f, 1f / radix);
        for (; number > 0; number /= radix, part /= radix)
            sum += part * (number % radix);
        return sum;
    }

    private void Draw(uint texture, float factor)
    {
        _scene.Gl.ActiveTexture(TextureUnit.Texture0 + SceneResources.VoxelsUnit);
        _scene.Gl.BindTexture(TextureTarget.Texture2D, texture);
        _block.Bind(SceneResources.LayerPoint, new Vector4(factor));
        _scene.Use(ShaderSources.Mean);
        _scene.DrawView();
    }

    private unsafe void Resize(int width, int height)
    {
        var gl = _scene.Gl;
        if (_sum == 0)
            _sum = gl.GenTexture();
        gl.ActiveTexture(TextureUnit.Texture0 + SceneResources.FillUnit);
        gl.BindTexture(TextureTarget.Texture2D, _sum);
        // Half floats: sixteen bytes add up to less than they can tell apart.
        gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.Rgba16f, (uint)width, (uint)height, 0, PixelFormat.Rgba, PixelType.Float, null);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.Nearest);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)TextureMinFilter.Nearest);
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, _framebuffer);
        gl.FramebufferTexture2D(FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, TextureTarget.Texture2D, _sum, 0);
        if (gl.CheckFramebufferStatus(FramebufferTarget.Framebuffer) != GLEnum.FramebufferComplete)
            throw new GlException($"The driver cannot add up pictures of {width} × {height} pixels; make the window smaller.");
        (_size, Count) = ((width, height), 0);
    }
}
