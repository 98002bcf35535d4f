using System.Runtime.ExceptionServices;
using Silk.NET.OpenGL;

namespace VolumeViewer.Host.Rendering;

/// <summary>What an oblique slice view shows of a layer whose 3-D texture is coarser than the layer: read from the volume in the background, once the view rests.</summary>
/// <param name="gl">The context.</param>
/// <param name="format">What a place is stored as.</param>
/// <param name="read">Reads the places; called on a thread of the pool.</param>
internal sealed class ObliqueTexture(GL gl, TexelFormat format, Func<ObliqueKey, CancellationToken, byte[]> read) : IDisposable
{
    // While the view moves, what it shows now is not wanted any more when it would be there.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(80);

    private (ObliqueKey Key, Task<byte[]> Task, CancellationTokenSource Cancel)? _reading;
    private uint _texture;

    /// <summary>What is in the texture, or null.</summary>
    public ObliqueKey? Shown { get; private set; }

    /// <summary>Gets what a view shows, waiting for at most this long.</summary>
    /// <returns>Whether it is in the texture.</returns>
    public bool Prepare(ObliqueKey key, TimeSpan budget)
    {
        if (Shown == key)
            return true;
        if (_reading?.Key != key)
        {
            Cancel();
            var cancel = new CancellationTokenSource();
            _reading = (key, Read(key, cancel.Token), cancel);
        }
        var task = _reading!.Value.Task;
        try
        {
            if (!task.Wait(budget > TimeSpan.Zero ? budget : TimeSpan.Zero))
                return false;
        }
        catch (AggregateException failure)
        {
            _reading = null;
            ExceptionDispatchInfo.Throw(failure.InnerExceptions[0]);
        }
        Upload(task.Result, key);
        (Shown, _reading) = (key, null);
        return true;
    }

    /// <summary>Takes up that the data changed.</summary>
    public void Invalidate()
    {
        Cancel();
        Shown = null;
    }

    /// <summary>Lets a texture unit read it.</summary>
    public void Bind(int unit)
    {
        gl.ActiveTexture(TextureUnit.Texture0 + unit);
        gl.BindTexture(TextureTarget.Texture2D, _texture);
    }

    public void Dispose()
    {
        Cancel();
        if (_texture != 0)
            gl.DeleteTexture(_texture);
        _texture = 0;
    }

    private void Cancel()
    {
        _reading?.Cancel.Cancel();
        _reading = null;
    }

    private async Task<byte[]> Read(ObliqueKey key, CancellationToken cancellationToken)
    {
        await Task.Delay(Rest, cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => read(key, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private unsafe void Upload(byte[] texels, ObliqueKey key)
    {
        if (_texture == 0)
            _texture = gl.GenTexture();
        gl.ActiveTexture(TextureUnit.Texture0 + SceneResources.FillUnit);
        gl.BindTexture(TextureTarget.Texture2D, _texture);
        gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        fixed (byte* pixels = texels)
            gl.TexImage2D(TextureTarget.Texture2D, 0, format.Stored, (uint)key.Columns, (uint)key.Rows, 0, format.Pixel, format.Type, pixels);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.Nearest);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)TextureMinFilter.Nearest);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapS, (int)TextureWrapMode.ClampToEdge);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapT, (int)TextureWrapMode.ClampToEdge);
        GlCheck.After(gl, $"Uploading {key.Rows} × {key.Columns} places of a slice");
    }
}
