namespace SkiaSharp.Native;

/// <summary>Pixels in memory and what their bytes mean. Who makes one keeps the memory alive.</summary>
internal readonly unsafe struct PixelView(SKImageInfo info, byte* data, int rowBytes)
{
    public SKImageInfo Info { get; } = info;

    public byte* Data { get; } = data;

    public int RowBytes { get; } = rowBytes;

    public bool IsUnpremul => Info.AlphaType == SKAlphaType.Unpremul && Info.ColorType != SKColorType.Gray8;

    /// <summary>Cairo can work on these bytes as they are, if need be with red and blue exchanged.</summary>
    public bool IsCairoArgb => Info.ColorType is SKColorType.Bgra8888 or SKColorType.Rgba8888 && !IsUnpremul && RowBytes % 4 == 0;

    private bool IsOpaque => Info.AlphaType == SKAlphaType.Opaque || Info.ColorType == SKColorType.Gray8;

    public static uint SwapRedBlue(uint argb) => argb & 0xFF00FF00 | (argb & 0xFF) << 16 | argb >> 16 & 0xFF;

    public static uint Premultiply(uint argb)
    {
        var alpha = argb >> 24;
        return alpha == 255 ? argb : alpha << 24 | Scale(argb >> 16, alpha) << 16 | Scale(argb >> 8, alpha) << 8 | Scale(argb, alpha);
    }

    public static uint Unpremultiply(uint argb)
    {
        var alpha = argb >> 24;
        return alpha switch
        {
            255 => argb,
            0 => 0,
            _ => alpha << 24 | Unscale(argb >> 16, alpha) << 16 | Unscale(argb >> 8, alpha) << 8 | Unscale(argb, alpha),
        };
    }

    public SKColor GetColor(int x, int y)
    {
        var argb = Load(x, y);
        return new SKColor(IsUnpremul ? argb : Unpremultiply(argb));
    }

    public void SetColor(int x, int y, SKColor color) => Store(x, y, IsUnpremul ? (uint)color : Premultiply((uint)color));

    /// <summary>The pixel as premultiplied 0xAARRGGBB.</summary>
    public uint LoadPremultiplied(int x, int y) => IsUnpremul ? Premultiply(Load(x, y)) : Load(x, y);

    public void StorePremultiplied(int x, int y, uint argb) => Store(x, y, IsUnpremul ? Unpremultiply(argb) : argb);

    /// <summary>Writes the same picture into <paramref name="target"/>, which has this one's width and height.</summary>
    public void CopyTo(PixelView target)
    {
        if (Info == target.Info)
        {
            var bytes = Info.RowBytes64;
            for (var y = 0; y < Info.Height; y++)
                Buffer.MemoryCopy(Data + (long)y * RowBytes, target.Data + (long)y * target.RowBytes, bytes, bytes);
            return;
        }
        for (var y = 0; y < Info.Height; y++)
        {
            for (var x = 0; x < Info.Width; x++)
            {
                if (IsUnpremul == target.IsUnpremul)
                    target.Store(x, y, Load(x, y));
                else
                    target.StorePremultiplied(x, y, LoadPremultiplied(x, y));
            }
        }
    }

    private static uint Scale(uint channel, uint alpha) => ((channel & 0xFF) * alpha + 127) / 255;

    private static uint Unscale(uint channel, uint alpha) => Math.Min(255, ((channel & 0xFF) * 255 + alpha / 2) / alpha);

    private uint Load(int x, int y)
    {
        var row = Data + (long)y * RowBytes;
        var argb = Info.ColorType switch
        {
            SKColorType.Bgra8888 => ((uint*)row)[x],
            SKColorType.Rgba8888 => SwapRedBlue(((uint*)row)[x]),
            _ => row[x] * 0x010101u,
        };
        return IsOpaque ? argb | 0xFF000000 : argb;
    }

    private void Store(int x, int y, uint argb)
    {
        var row = Data + (long)y * RowBytes;
        switch (Info.ColorType)
        {
            case SKColorType.Bgra8888:
                ((uint*)row)[x] = argb;
                break;
            case SKColorType.Rgba8888:
                ((uint*)row)[x] = SwapRedBlue(argb);
                break;
            default:
                // Weights of ITU-R BT.709 in 1/256; they add up to 256, so that grey stays what it is.
                row[x] = (byte)((54 * (argb >> 16 & 0xFF) + 183 * (argb >> 8 & 0xFF) + 19 * (argb & 0xFF)) >> 8);
                break;
        }
    }
}
