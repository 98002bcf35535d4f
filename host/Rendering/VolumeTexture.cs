using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using Silk.NET.OpenGL;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// A 3-D texture that fills slice by slice: threads of its own prepare slices, and the render thread uploads those that are ready,
/// for as long as it has time. So a large volume that is decoded while it is read never holds up the window.
/// </summary>
internal sealed class VolumeTexture : IDisposable
{
    private const long BytesInFlight = 64L << 20;

    private readonly GL _gl;
    private readonly VolumeShape _size;
    private readonly TexelFormat _format;
    private readonly CancellationTokenSource _cancel = new();
    private readonly BlockingCollection<(int Z, int Version, TexelRect Part, byte[] Texels)> _ready;
    // Slices to be prepared, each once, and the threads that do; guarded by the queue.
    private readonly Queue<int> _slices;
    private readonly bool[] _isQueued;
    private readonly bool[] _isPrepared;
    private readonly TexelRect[] _parts;
    private readonly int[] _versions;
    private readonly int[] _shown;
    private readonly PartFiller _fill;
    private readonly bool _canFillParts;
    private readonly string _name;
    private int _workers;
    private int _unseen;
    private int _stale;
    private Exception? _failure;
    private uint _texture;

    /// <summary>Makes the texture and begins to fill it; what is in it is undefined until <see cref="IsComplete"/>.</summary>
    /// <param name="gl">The context.</param>
    /// <param name="name">Of the layer, for messages.</param>
    /// <param name="size">Voxels of the texture.</param>
    /// <param name="format">What a voxel is stored as.</param>
    /// <param name="fill">Prepares a slice; called from several threads.</param>
    public VolumeTexture(GL gl, string name, VolumeShape size, TexelFormat format, SliceFiller fill)
        : this(gl, name, size, format, (z, _, texels) => fill(z, texels), canFillParts: false) { }

    /// <summary>The same for slices of which parts can be prepared alone.</summary>
    /// <param name="gl">The context.</param>
    /// <param name="name">Of the layer, for messages.</param>
    /// <param name="size">Voxels of the texture.</param>
    /// <param name="format">What a voxel is stored as.</param>
    /// <param name="fill">Prepares a part of a slice; called from several threads.</param>
    /// <param name="isOnDemand">Whether it takes no memory and no time before the first upload that may last.</param>
    public VolumeTexture(GL gl, string name, VolumeShape size, TexelFormat format, PartFiller fill, bool isOnDemand = false) : this(gl, name, size, format, fill, canFillParts: true, isOnDemand) { }

    private VolumeTexture(GL gl, string name, VolumeShape size, TexelFormat format, PartFiller fill, bool canFillParts, bool isOnDemand = false)
    {
        _canFillParts = canFillParts;
        (_gl, _name, _size, _format, _fill) = (gl, name, size, format, fill);
        var capacity = (int)Math.Clamp(BytesInFlight / SliceBytes, 2, 64);
        _ready = new BlockingCollection<(int, int, TexelRect, byte[])>(capacity);
        _slices = new Queue<int>(Enumerable.Range(0, size.Depth));
        _isQueued = new bool[size.Depth];
        Array.Fill(_isQueued, true);
        (_isPrepared, _parts) = (new bool[size.Depth], new TexelRect[size.Depth]);
        Array.Fill(_parts, Whole);
        (_versions, _shown) = (new int[size.Depth], new int[size.Depth]);
        Array.Fill(_shown, -1);
        _unseen = _stale = size.Depth;
        if (!isOnDemand)
            Begin();
    }

    /// <summary>Fills the texels of slice z, as many bytes as the slice has.</summary>
    public delegate void SliceFiller(int z, Span<byte> texels);

    /// <summary>Fills the texels of a part of slice z, row by row, as many bytes as the part has.</summary>
    public delegate void PartFiller(int z, TexelRect part, Span<byte> texels);

    /// <summary>Whether every slice is in the texture, perhaps as it was before a change.</summary>
    public bool IsComplete => _unseen == 0;

    /// <summary>Whether every slice is in the texture as it is now.</summary>
    public bool IsCurrent => _stale == 0;

    /// <summary>From 0 to 1.</summary>
    public double Progress => HasBegun ? 1 - ((double)_stale / _size.Depth) : 1;

    private bool HasBegun => _texture != 0;

    private TexelRect Whole => new(0, 0, _size.Width, _size.Height);

    private int SliceBytes => _size.SliceLength * _format.Bytes;

    /// <summary>Uploads slices that are ready, until all are done or the time is over. Waits for slices while time is left.</summary>
    /// <returns>Whether the texture is as the volume is now.</returns>
    /// <exception cref="UserException">The volume cannot be read.</exception>
    public bool Upload(TimeSpan budget)
    {
        if (!HasBegun && budget <= TimeSpan.Zero)
            return false;
        if (!HasBegun)
            Begin();
        var clock = Stopwatch.StartNew();
        while (!IsCurrent)
        {
            if (Volatile.Read(ref _failure) is { } failure)
                throw new UserException($"The layer '{_name}' cannot be shown: {failure.Message}", failure);
            var left = budget - clock.Elapsed;
            // Waiting in short turns, so that a failure of the last worker is noticed.
            if (!_ready.TryTake(out var slice, (int)Math.Clamp(left.TotalMilliseconds, 0, 50)))
            {
                if (left <= TimeSpan.Zero)
                    return false;
                continue;
            }
            UploadPart(slice.Z, slice.Part, slice.Texels);
            _unseen -= _shown[slice.Z] < 0 ? 1 : 0;
            _shown[slice.Z] = slice.Version;
            // What changed while it was prepared comes once more.
            _stale -= slice.Version == _versions[slice.Z] ? 1 : 0;
            ArrayPool<byte>.Shared.Return(slice.Texels);
            if (clock.Elapsed >= budget)
                break;
        }
        return IsCurrent;
    }

    /// <summary>Fills slices again, since the volume changed. Until they are there the texture keeps them as they were.</summary>
    public void Refill(int firstZ, int lastZ) => Refill(firstZ, lastZ, Whole);

    /// <summary>The same where only a part of the slices changed.</summary>
    public void Refill(int firstZ, int lastZ, TexelRect part)
    {
        if (!HasBegun)
            return;
        lock (_slices)
        {
            for (var z = firstZ; z <= lastZ; z++)
            {
                _stale += _shown[z] == _versions[z] ? 1 : 0;
                _versions[z]++;
                _parts[z] = _parts[z].With(_canFillParts ? part : Whole);
                // Never two threads at one slice: the later of two parts must come later.
                if (!_isPrepared[z])
                    Enqueue(z);
            }
        }
        StartWorkers();
    }

    /// <summary>Lets a texture unit read it.</summary>
    /// <param name="unit">The unit's number.</param>
    /// <param name="linear">Whether values are interpolated between voxel centres.</param>
    public void Bind(int unit, bool linear)
    {
        _gl.ActiveTexture(TextureUnit.Texture0 + unit);
        _gl.BindTexture(TextureTarget.Texture3D, _texture);
        if (!HasBegun)
            return;
        var filter = (int)(linear ? TextureMinFilter.Linear : TextureMinFilter.Nearest);
        _gl.TexParameter(TextureTarget.Texture3D, TextureParameterName.TextureMinFilter, filter);
        _gl.TexParameter(TextureTarget.Texture3D, TextureParameterName.TextureMagFilter, filter);
    }

    public void Dispose()
    {
        if (_texture == 0)
            return;
        _cancel.Cancel();
        _gl.DeleteTexture(_texture);
        _texture = 0;
        // The collection and the source are left to the collector: a worker may be in the middle of a slice.
    }

    private void Begin()
    {
        _texture = _gl.GenTexture();
        _gl.ActiveTexture(TextureUnit.Texture0 + SceneResources.FillUnit);
        _gl.BindTexture(TextureTarget.Texture3D, _texture);
        Allocate();
        StartWorkers();
    }

    private unsafe void Allocate()
    {
        var (width, height, depth) = ((uint)_size.Width, (uint)_size.Height, (uint)_size.Depth);
        _gl.TexImage3D(TextureTarget.Texture3D, 0, _format.Stored, width, height, depth, 0, _format.Pixel, _format.Type, null);
        var wrap = (int)TextureWrapMode.ClampToEdge;
        _gl.TexParameter(TextureTarget.Texture3D, TextureParameterName.TextureWrapS, wrap);
        _gl.TexParameter(TextureTarget.Texture3D, TextureParameterName.TextureWrapT, wrap);
        _gl.TexParameter(TextureTarget.Texture3D, TextureParameterName.TextureWrapR, wrap);
        GlCheck.After(_gl, $"Making a texture of {_size} voxels for '{_name}'");
    }

    private unsafe void UploadPart(int z, TexelRect part, byte[] texels)
    {
        _gl.ActiveTexture(TextureUnit.Texture0 + SceneResources.FillUnit);
        _gl.BindTexture(TextureTarget.Texture3D, _texture);
        _gl.PixelStore(PixelStoreParameter.UnpackAlignment, 1);
        fixed (byte* pixels = texels)
            _gl.TexSubImage3D(TextureTarget.Texture3D, 0, part.X, part.Y, z, (uint)part.Width, (uint)part.Height, 1, _format.Pixel, _format.Type, pixels);
        GlCheck.After(_gl, $"Uploading slice {z} of '{_name}'");
    }

    // Own threads, not those of the pool: they wait whenever the render thread takes its time.
    private void StartWorkers()
    {
        lock (_slices)
        {
            for (var most = Math.Min(Environment.ProcessorCount, _slices.Count); _workers < most; _workers++)
                new Thread(FillSlices) { IsBackground = true, Name = $"Texture of {_name}" }.Start();
        }
    }

    // Gives the next slice to prepare, or none, in which case the worker must end.
    private (int Z, int Version, TexelRect Part)? Next()
    {
        lock (_slices)
        {
            if (_cancel.IsCancellationRequested || !_slices.TryDequeue(out var z))
            {
                _workers--;
                return null;
            }
            var part = _parts[z];
            (_isQueued[z], _isPrepared[z], _parts[z]) = (false, true, default);
            return (z, _versions[z], part);
        }
    }

    private void Enqueue(int z)
    {
        if (!_isQueued[z])
            _slices.Enqueue(z);
        _isQueued[z] = true;
    }

    // What changed of the slice meanwhile is next.
    private void Done(int z)
    {
        lock (_slices)
        {
            _isPrepared[z] = false;
            if (!_parts[z].IsEmpty)
                Enqueue(z);
        }
    }

    private void FillSlices()
    {
        try
        {
            while (Next() is var (z, version, part))
            {
                var texels = ArrayPool<byte>.Shared.Rent(part.Count * _format.Bytes);
                _fill(z, part, texels.AsSpan(0, part.Count * _format.Bytes));
                _ready.Add((z, version, part, texels), _cancel.Token);
                Done(z);
            }
        }
        catch (OperationCanceledException) when (_cancel.IsCancellationRequested)
        {
        }
#pragma warning disable CA1031 // A reader of any plugin runs here, and an exception on this thread would end the program; the render thread tells it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (!_cancel.IsCancellationRequested)
                Volatile.Write(ref _failure, failure);
        }
    }
}
