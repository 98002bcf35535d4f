using SkiaSharp.Native;

namespace SkiaSharp;

/// <summary>A block of bytes that does not change.</summary>
public unsafe class SKData : SKObject
{
    private readonly PixelMemory _memory;
    private readonly long _size;

    private SKData(ReadOnlySpan<byte> bytes)
        : base(0)
    {
        _memory = new PixelMemory(bytes.Length);
        _size = bytes.Length;
        bytes.CopyTo(new Span<byte>(_memory.Data, bytes.Length));
        Handle = (IntPtr)_memory.Data;
    }

    public bool IsEmpty => Size == 0;

    public long Size => IsDisposed ? 0 : _size;

    public IntPtr Data => Handle;

    public static SKData CreateCopy(IntPtr bytes, int length) => new(new ReadOnlySpan<byte>((void*)bytes, length));

    public static SKData CreateCopy(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return new SKData(bytes);
    }

    public static SKData CreateCopy(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>The whole file, or null where it cannot be read.</summary>
    public static SKData Create(string filename)
    {
        if (string.IsNullOrEmpty(filename))
            throw new ArgumentException("The file has no name. Give its path.", nameof(filename));
        return ReadFile(filename) is { } bytes ? new SKData(bytes) : null;
    }

    public static SKData Create(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new SKData(ReadAll(stream));
    }

    public byte[] ToArray() => AsSpan().ToArray();

    public Stream AsStream() => new MemoryStream(ToArray(), writable: false);

    public ReadOnlySpan<byte> AsSpan() => new((void*)Data, (int)Size);

    public void SaveTo(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        target.Write(AsSpan());
        GC.KeepAlive(this);
    }

    internal static byte[] ReadAll(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    internal static byte[] ReadFile(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The package answers null to a file that it cannot open, and so callers ask for null.
            return null;
        }
    }

    protected override void DisposeManaged() => _memory.Dispose();
}
