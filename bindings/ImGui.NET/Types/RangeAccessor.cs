using System.Runtime.CompilerServices;

namespace ImGuiNET;

/// <summary>A fixed number of values in native memory.</summary>
public unsafe struct RangeAccessor<T> where T : struct
{
    public readonly void* Data;
    public readonly int Count;

    public RangeAccessor(IntPtr data, int count) : this((void*)data, count)
    {
    }

    public RangeAccessor(void* data, int count)
    {
        Data = data;
        Count = count;
    }

    public ref T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
#pragma warning disable CA2201 // The package throws the very same.
                throw new IndexOutOfRangeException($"Index {index} is not in 0..{Count - 1}.");
#pragma warning restore CA2201
            return ref Unsafe.Add(ref Unsafe.AsRef<T>(Data), index);
        }
    }
}
