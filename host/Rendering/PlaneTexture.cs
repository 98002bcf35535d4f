using Silk.NET.OpenGL;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>One slice of a layer at full resolution: while the 3-D texture is not complete, or when it is coarser than the volume.</summary>
internal sealed class PlaneTexture : IDisposable
{
    private readonly GL _gl;
    private readonly TexelFormat _format;
    private readonly Func<PlaneKey, byte[]> _read;
    private readonly VolumeShape _shape;
    private Task<byte[]>? _reading;
    private PlaneKey? _wanted;
    private uint _texture;

    /// <param name="gl">The context.</param>
    /// <param name="format">What a voxel is stored as.</param>
    /// <param name="shape">Of the layer.</param>
    /// <param name="read">Reads a slice; called on a thread of the pool.</param>
    public PlaneTexture(GL gl, TexelFormat format, VolumeShape shape, Func<PlaneKey, byte[]> read) => (_gl, _format, _shape, _read) = (gl, format, shape, read);

    /// <summary>What is in the texture, or null.</summary>
    public PlaneKey? Shown { get; private set; }

    /// <summary>Whether a slice is on its way into the texture.</summary>
    public bool IsReading => _reading is not null;

    /// <summary>Forgets the slice, since the data changed.</summary>
    public void Invalidate() => (Shown, _wanted, _reading) = (null, null, null);

    /// <summary>Gets a slice, waiting for at most this long. Until it is there the texture keeps the one before.</summary>
    /// <returns>Whether the slice is in the texture.</returns>
    public bool Prepare(PlaneKey key, TimeSpan budget)
    {
        if (Shown == key)
            return true;
        // A slice that is being read is finished first even if another is wanted by now: else nothing shows while the user scrolls.
        if (_reading is null)
        {
            _wanted = key;
            _reading = Task.Run(() => _read(key));
        }
        try
        {
            if (!_reading.Wait(budget > TimeSpan.Zero ? budget : TimeSpan.Zero))
                return false;
        }
        catch (AggregateException failure)
        {
            _reading = null;
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure.InnerExceptions[0]);
        }
        var read = _wanted!.Value;
        Upload(_reading.Result, read.SizeIn(_shape));
        (Shown, _reading) = (read, null);
        return Shown == key || Prepare(key, budget);
    }

    /// <summary>Lets a texture unit read it.</summary>
    public void Bind(int unit, bool linear)
    {
        _gl.ActiveTexture(TextureUnit.Texture0 + unit);
        _gl.BindTexture(TextureTarget.Texture2D, _texture);
        if (_texture == 0)
            return;
        var filter = (int)(linear ? TextureMinFilter.Linear : TextureMinFilter.Nearest);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, filter);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, filter);
    }

    public void Dispose()
    {
        if (_texture != 0)
            _gl.DeleteTexture(_texture);
        _texture = 0;
    }

    private unsafe void Upload(byte[] texels, (int Width, int Height) size)
    {
        if (_texture == 0)
            _texture = _gl.GenTexture();
        _gl.ActiveTexture(TextureUnit.Texture0 + SceneResources.FillUnit);
        _gl.BindTexture(TextureTarget.Texture2D, _texture);
        _gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        fixed (byte* pixels = texels)
            _gl.TexImage2D(TextureTarget.Texture2D, 0, _format.Stored, (uint)size.Width, (uint)size.Height, 0, _format.Pixel, _format.Type, pixels);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapS, (int)TextureWrapMode.ClampToEdge);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapT, (int)TextureWrapMode.ClampToEdge);
        GlCheck.After(_gl, $"Uploading a slice of {size.Height} × {size.Width} pixels");
    }
}
