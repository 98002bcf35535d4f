using System.Runtime.CompilerServices;

namespace ImGuiNET;

public unsafe struct ImVector
{
    public readonly int Size;
    public readonly int Capacity;
    public readonly IntPtr Data;

    public ImVector(int size, int capacity, IntPtr data) => (Size, Capacity, Data) = (size, capacity, data);

    public ref T Ref<T>(int index) => ref Unsafe.Add(ref Unsafe.AsRef<T>((void*)Data), index);
    public IntPtr Address<T>(int index) => Data + (index * Unsafe.SizeOf<T>());
}

public unsafe struct ImVector<T>
{
    public readonly int Size;
    public readonly int Capacity;
    public readonly IntPtr Data;

    public ImVector(ImVector vector) => (Size, Capacity, Data) = (vector.Size, vector.Capacity, vector.Data);
    public ImVector(int size, int capacity, IntPtr data) => (Size, Capacity, Data) = (size, capacity, data);

    public ref T this[int index] => ref Unsafe.Add(ref Unsafe.AsRef<T>((void*)Data), index);
}

/// <summary>A vector of native structs, seen as wrappers of pointers to them.</summary>
public unsafe struct ImPtrVector<T>
{
    public readonly int Size;
    public readonly int Capacity;
    public readonly IntPtr Data;
    private readonly int _stride;

    public ImPtrVector(ImVector vector, int stride) : this(vector.Size, vector.Capacity, vector.Data, stride)
    {
    }

    public ImPtrVector(int size, int capacity, IntPtr data, int stride) => (Size, Capacity, Data, _stride) = (size, capacity, data, stride);

    public T this[int index]
    {
        get
        {
            var address = Data + (index * _stride);
            return Unsafe.As<IntPtr, T>(ref address);
        }
    }
}
