using SkiaSharp.Native;

namespace SkiaSharp;

/// <summary>Pixels that can be drawn on and read at any time.</summary>
public unsafe class SKBitmap : SKObject
{
    private PixelMemory _memory;
    private SKImageInfo _info;
    private int _rowBytes;

    public SKBitmap()
        : base(0)
    {
    }

    public SKBitmap(int width, int height, bool isOpaque = false)
        : this(width, height, SKImageInfo.PlatformColorType, isOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul)
    {
    }

    public SKBitmap(int width, int height, SKColorType colorType, SKAlphaType alphaType)
        : this(new SKImageInfo(width, height, colorType, alphaType))
    {
    }

    public SKBitmap(SKImageInfo info)
        : this(info, info.RowBytes)
    {
    }

    public SKBitmap(SKImageInfo info, int rowBytes)
        : this()
    {
        if (TryAllocPixels(info, rowBytes))
            return;
        throw new InvalidOperationException(
            $"No bitmap of {info.Width} x {info.Height} pixels as {info.ColorType}, {info.AlphaType}, with {rowBytes} bytes a row. "
            + "Sizes must be positive, the colour type Rgba8888, Bgra8888 or Gray8, the alpha type known, and a row long enough.");
    }

    public SKImageInfo Info => _info;

    public int Width => _info.Width;

    public int Height => _info.Height;

    public SKColorType ColorType => _info.ColorType;

    public SKAlphaType AlphaType => _info.AlphaType;

    public int BytesPerPixel => _info.BytesPerPixel;

    public int RowBytes => _rowBytes;

    public int ByteCount => checked((int)ByteCount64);

    public bool IsEmpty => _info.IsEmpty;

    public bool IsNull => _memory is null;

    public bool ReadyToDraw => _memory is not null;

    public byte[] Bytes
    {
        get
        {
            var bytes = GetPixelSpan().ToArray();
            GC.KeepAlive(this);
            return bytes;
        }
    }

    public SKColor[] Pixels
    {
        get
        {
            var (view, pixels) = (View, new SKColor[Width * Height]);
            for (var i = 0; i < pixels.Length; i++)
                pixels[i] = view.GetColor(i % Width, i / Width);
            GC.KeepAlive(this);
            return pixels;
        }
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Length != Width * Height)
                throw new ArgumentException($"A bitmap of {Width} x {Height} takes {Width * Height} colours, got {value.Length}.", nameof(value));
            var view = View;
            for (var i = 0; i < value.Length; i++)
                view.SetColor(i % Width, i / Width, value[i]);
            GC.KeepAlive(this);
        }
    }

    internal PixelMemory Memory => _memory;

    internal PixelView View
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            if (_memory is null)
                throw new InvalidOperationException("The bitmap has no pixels. Create it with a size, or call TryAllocPixels.");
            return new PixelView(_info, _memory.Data, _rowBytes);
        }
    }

    // The last row ends with its last pixel, as far as the padding of others reaches.
    private long ByteCount64 => _info.IsEmpty ? 0 : (long)_rowBytes * (_info.Height - 1) + _info.RowBytes64;

    /// <summary>Null where the bytes are no PNG.</summary>
    public static SKBitmap Decode(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Png.Read(SKData.ReadAll(stream));
    }

    public static SKBitmap Decode(Stream stream, SKImageInfo bitmapInfo) => Convert(Decode(stream), bitmapInfo);

    /// <summary>Null where the file cannot be read or is no PNG.</summary>
    public static SKBitmap Decode(string filename)
    {
        ArgumentNullException.ThrowIfNull(filename);
        return SKData.ReadFile(filename) is { } bytes ? Png.Read(bytes) : null;
    }

    public static SKBitmap Decode(string filename, SKImageInfo bitmapInfo) => Convert(Decode(filename), bitmapInfo);

    public static SKBitmap Decode(SKData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Png.Read(data.ToArray());
    }

    public static SKBitmap Decode(byte[] buffer) => Decode(buffer.AsSpan());

    public static SKBitmap Decode(byte[] buffer, SKImageInfo bitmapInfo) => Decode(buffer.AsSpan(), bitmapInfo);

    /// <exception cref="ArgumentNullException">The bytes are no PNG: unlike for a stream, the package throws here.</exception>
    public static SKBitmap Decode(ReadOnlySpan<byte> buffer) => Png.Read(buffer.ToArray())
        ?? throw new ArgumentNullException(nameof(buffer), $"The {buffer.Length} bytes are no PNG image that can be decoded.");

    public static SKBitmap Decode(ReadOnlySpan<byte> buffer, SKImageInfo bitmapInfo) => Convert(Decode(buffer), bitmapInfo);

    public static SKBitmap FromImage(SKImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return image.Pixels.Copy();
    }

    public bool TryAllocPixels(SKImageInfo info) => TryAllocPixels(info, info.RowBytes);

    public bool TryAllocPixels(SKImageInfo info, int rowBytes)
    {
        if (!IsValid(info, rowBytes))
            return false;
        Replace(info, rowBytes, new PixelMemory((long)rowBytes * info.Height));
        return true;
    }

    public bool InstallPixels(SKImageInfo info, IntPtr pixels) => InstallPixels(info, pixels, info.RowBytes);

    public bool InstallPixels(SKImageInfo info, IntPtr pixels, int rowBytes)
    {
        if (!IsValid(info, rowBytes))
            return false;
        Replace(info, rowBytes, PixelMemory.Borrow(pixels));
        return true;
    }

    public void Erase(SKColor color) => Erase(color, _info.Rect);

    public void Erase(SKColor color, SKRectI rect)
    {
        var view = View;
        for (var y = Math.Max(0, rect.Top); y < Math.Min(Height, rect.Bottom); y++)
        {
            for (var x = Math.Max(0, rect.Left); x < Math.Min(Width, rect.Right); x++)
                view.SetColor(x, y, color);
        }
        GC.KeepAlive(this);
    }

    public SKColor GetPixel(int x, int y)
    {
        CheckIndex(x, y);
        var color = View.GetColor(x, y);
        GC.KeepAlive(this);
        return color;
    }

    public void SetPixel(int x, int y, SKColor color)
    {
        CheckIndex(x, y);
        View.SetColor(x, y, color);
        GC.KeepAlive(this);
    }

    public IntPtr GetPixels() => _memory is null ? 0 : (IntPtr)View.Data;

    public IntPtr GetPixels(out IntPtr length)
    {
        length = checked((IntPtr)ByteCount64);
        return GetPixels();
    }

    public Span<byte> GetPixelSpan() => new((void*)GetPixels(out var length), checked((int)length));

    public Span<byte> GetPixelSpan(int x, int y) => GetPixelSpan()[(y * RowBytes + x * BytesPerPixel)..];

    public SKBitmap Copy() => Copy(ColorType);

    public SKBitmap Copy(SKColorType colorType)
    {
        var copy = new SKBitmap();
        if (CopyTo(copy, colorType))
            return copy;
        copy.Dispose();
        return null;
    }

    public bool CopyTo(SKBitmap destination) => CopyTo(destination, ColorType);

    public bool CopyTo(SKBitmap destination, SKColorType colorType)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (_memory is null)
            return false;
        var info = _info.WithColorType(colorType);
        using var copy = new SKBitmap();
        if (!copy.TryAllocPixels(info))
            return false;
        View.CopyTo(copy.View);
        destination.Replace(info, copy._rowBytes, copy._memory);
        copy._memory = null;
        return true;
    }

    public SKBitmap Resize(SKImageInfo info, SKSamplingOptions sampling)
    {
        if (info.IsEmpty)
            return null;
        var resized = new SKBitmap(info);
        using var canvas = new SKCanvas(resized);
        using var image = SKImage.FromBitmap(this);
        canvas.DrawImage(image, SKRect.Create(info.Width, info.Height), sampling);
        return resized;
    }

    public SKBitmap Resize(SKSizeI size, SKSamplingOptions sampling) => Resize(_info.WithSize(size.Width, size.Height), sampling);

    public SKData Encode(SKEncodedImageFormat format, int quality)
    {
        using var stream = new MemoryStream();
        Encode(stream, format, quality);
        return SKData.CreateCopy(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    public bool Encode(Stream dst, SKEncodedImageFormat format, int quality)
    {
        ArgumentNullException.ThrowIfNull(dst);
        if (format != SKEncodedImageFormat.Png)
            throw new NotSupportedException($"Pictures are encoded as Png here, not as {format}. Ask for SKEncodedImageFormat.Png.");
        Png.Write(View, dst);
        GC.KeepAlive(this);
        return true;
    }

    protected override void DisposeManaged() => _memory?.Dispose();

    private static bool IsValid(SKImageInfo info, int rowBytes) => !info.IsEmpty && info.BytesPerPixel > 0 && info.AlphaType != SKAlphaType.Unknown
        && rowBytes >= info.RowBytes64 && rowBytes % info.BytesPerPixel == 0;

    // The decoder does not scale, so another size is refused.
    private static SKBitmap Convert(SKBitmap decoded, SKImageInfo info)
    {
        if (decoded is null || decoded.Info == info)
            return decoded;
        using (decoded)
        {
            if (decoded.Info.Size != info.Size)
                return null;
            var converted = new SKBitmap(info);
            decoded.View.CopyTo(converted.View);
            return converted;
        }
    }

    private void Replace(SKImageInfo info, int rowBytes, PixelMemory memory)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        _memory?.Dispose();
        (_info, _rowBytes, _memory) = (info, rowBytes, memory);
        Handle = (IntPtr)memory.Data;
    }

    private void CheckIndex(int x, int y)
    {
        if ((uint)x >= (uint)Width)
            throw new ArgumentOutOfRangeException(nameof(x), x, $"The bitmap is {Width} pixels wide.");
        if ((uint)y >= (uint)Height)
            throw new ArgumentOutOfRangeException(nameof(y), y, $"The bitmap is {Height} pixels high.");
    }
}
