using System.Runtime.InteropServices;

namespace SkiaSharp.Native;

/// <summary>Zeroed memory of an image, freed when the last of the bitmap and its canvases lets go of it.</summary>
internal sealed unsafe class PixelMemory : SafeHandle
{
    private readonly nint _length;

    /// <summary>Memory of our own.</summary>
    public PixelMemory(long length)
        : base(0, ownsHandle: true)
    {
        _length = checked((nint)length);
        SetHandle((nint)NativeMemory.AllocZeroed((nuint)Math.Max(1, length)));
        GC.AddMemoryPressure(Math.Max(1, length));
    }

    private PixelMemory(void* borrowed)
        : base(0, ownsHandle: false) => SetHandle((nint)borrowed);

    public override bool IsInvalid => handle == 0;

    public byte* Data => (byte*)handle;

    /// <summary>Somebody else's memory, which outlives this.</summary>
    public static PixelMemory Borrow(nint address) => new((void*)address);

    protected override bool ReleaseHandle()
    {
        NativeMemory.Free((void*)handle);
        GC.RemoveMemoryPressure(Math.Max(1, _length));
        return true;
    }
}
