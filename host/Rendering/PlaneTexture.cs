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
    private readonly Func<PlaneKey, TexelRect, byte[]>? _readPart;
    private TexelRect _changed, _changedWanted;
    private Task<byte[]>? _reading;
    private PlaneKey? _wanted;
    private uint _texture;

    /// <param name="gl">The context.</param>
    /// <param name="format">What a voxel is stored as.</param>
    /// <param name="shape">Of the layer.</param>
    /// <param name="read">Reads a slice; called on a thread of the pool.</param>
    /// <param name="readPart">Reads a part of a slice at once, so that after a small change no more than that is read; null where that cannot be.</param>
    public PlaneTexture(GL gl, TexelFormat format, VolumeShape shape, Func<PlaneKey, byte[]> read, Func<PlaneKey, TexelRect, byte[]>? readPart = null) =>
        (_gl, _format, _shape, _read, _readPart) = (gl, format, shape, read, readPart);

    /// <summary>What is in the texture, or null.</summary>
    public PlaneKey? Shown { get; private set; }

    /// <summary>Whether a slice is on its way into the texture.</summary>
    public bool IsReading => _reading is not null;

    /// <summary>Takes up that the data changed within a box: what is shown of it, or on its way, is read again.</summary>
    public void Invalidate(VoxelBox box)
    {
        if (_readPart is null)
        {
            if (IsReading || Shown?.Touches(box) == true)
                (Shown, _wanted, _reading) = (null, null, null);
            return;
        }
        if (Shown is { } shown && shown.Touches(box))
            _changed = _changed.With(shown.PartOf(box));
        if (IsReading && _wanted is { } wanted && wanted.Touches(box))
            _changedWanted = _changedWanted.With(wanted.PartOf(box));
    }

    /// <summary>Gets a slice, waiting for at most this long. Until it is there the texture keeps the one before.</summary>
    /// <returns>Whether the slice is in the texture.</returns>
    public bool Prepare(PlaneKey key, TimeSpan budget)
    {
        if (Shown == key)
        {
            Mend(key);
            return true;
        }
        // A slice that is being read is finished first even if another is wanted by now: else nothing shows while the user scrolls.
        if (_reading is null)
        {
            (_wanted, _changedWanted) = (key, default);
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
        Upload(_reading.Result, read.SizeIn(_shape), read.FormatOf(_format));
        (Shown, _reading, _changed) = (read, null, _changedWanted);
        return Prepare(key, budget);
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

    private unsafe void Mend(PlaneKey key)
    {
        if (_changed.IsEmpty)
            return;
        _gl.ActiveTexture(TextureUnit.Texture0 + SceneResources.FillUnit);
        _gl.BindTexture(TextureTarget.Texture2D, _texture);
        _gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        fixed (byte* pixels = _readPart!(key, _changed))
            _gl.TexSubImage2D(TextureTarget.Texture2D, 0, _changed.X, _changed.Y, (uint)_changed.Width, (uint)_changed.Height, _format.Pixel, _format.Type, pixels);
        GlCheck.After(_gl, $"Uploading {_changed.Height} × {_changed.Width} pixels of a slice");
        _changed = default;
    }

    private unsafe void Upload(byte[] texels, (int Width, int Height) size, TexelFormat format)
    {
        if (_texture == 0)
            _texture = _gl.GenTexture();
        _gl.ActiveTexture(TextureUnit.Texture0 + SceneResources.FillUnit);
        _gl.BindTexture(TextureTarget.Texture2D, _texture);
        _gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        fixed (byte* pixels = texels)
            _gl.TexImage2D(TextureTarget.Texture2D, 0, format.Stored, (uint)size.Width, (uint)size.Height, 0, format.Pixel, format.Type, pixels);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapS, (int)TextureWrapMode.ClampToEdge);
        _gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapT, (int)TextureWrapMode.ClampToEdge);
        GlCheck.After(_gl, $"Uploading a slice of {size.Height} × {size.Width} pixels");
    }
}
