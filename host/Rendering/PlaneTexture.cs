using Silk.NET.OpenGL;

namespace VolumeViewer.Host.Rendering;

/// <summary>One z-slice of a layer at full resolution: while the 3-D texture is not complete, or when it is coarser than the volume.</summary>
internal sealed class PlaneTexture : IDisposable
{
    private readonly GL _gl;
    private readonly TexelFormat _format;
    private readonly Func<int, byte[]> _read;
    private readonly int _width;
    private readonly int _height;
    private Task<byte[]>? _reading;
    private int _wanted = -1;
    private uint _texture;

    /// <param name="gl">The context.</param>
    /// <param name="format">What a voxel is stored as.</param>
    /// <param name="width">Voxels in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="read">Reads a slice; called on a thread of the pool.</param>
    public PlaneTexture(GL gl, TexelFormat format, int width, int height, Func<int, byte[]> read) =>
        (_gl, _format, _width, _height, _read) = (gl, format, width, height, read);

    /// <summary>The slice that is in the texture; −1 for none.</summary>
    public int Slice { get; private set; } = -1;

    /// <summary>Whether a slice is on its way into the texture.</summary>
    public bool IsReading => _reading is not null;

    /// <summary>Forgets the slice, since the data changed.</summary>
    public void Invalidate() => (Slice, _wanted, _reading) = (-1, -1, null);

    /// <summary>Gets a slice, waiting for at most this long. Until it is there the texture keeps the one before.</summary>
    /// <returns>Whether the slice is in the texture.</returns>
    public bool Prepare(int z, TimeSpan budget)
    {
        if (Slice == z)
            return true;
        // A slice that is being read is finished first even if another is wanted by now: else nothing shows while the user scrolls.
        if (_reading is null)
        {
            _wanted = z;
            _reading = Task.Run(() => _read(z));
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
        Upload(_reading.Result);
        Slice = _wanted;
        _reading = null;
        return Slice == z || Prepare(z, budget);
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

    private unsafe void Upload(byte[] texels)
    {
        if (_texture == 0)
            _texture = _gl.GenTexture();
        _gl.ActiveTexture(TextureUnit.Texture0 + SceneResources.FillUnit);
        _gl.BindTexture(TextureTarget.Texture2D, _texture);
        _gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        fixed (byte* pixels = texels)
            _gl.TexImage2D(TextureTarget.Texture2D, 0, _format.Stored, (uint)_width, (uint)_height, 0, _format.Pixel, _format.Type, pixels);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapS, (int)TextureWrapMode.ClampToEdge);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapT, (int)TextureWrapMode.ClampToEdge);
        GlCheck.After(_gl, $"Uploading a slice of {_height} × {_width} pixels");
    }
}
