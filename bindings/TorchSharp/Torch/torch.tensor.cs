using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    private static Tensor FromElements<T>(
        ReadOnlySpan<T> elements, ReadOnlySpan<long> dimensions, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged
    {
        var own = ScalarTypeOf(typeof(T));
        var tensor = Tensor.FromMemory(elements, dimensions, own);
        var target = InitializeDevice(device);
        if (tensor.ToWillCopy(dtype ?? own, target))
            tensor = tensor.to(dtype ?? own, target, disposeAfter: true);
        return Finish(tensor, requires_grad, names);
    }

    private static ReadOnlySpan<T> Elements<T>(IList<T> list) => list as T[] ?? [.. list];

    // The elements of an array of several dimensions, in the order of its indices.
    private static unsafe Tensor FromArray<T>(
        Array array, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
        where T : unmanaged
    {
        var dimensions = new long[array.Rank];
        for (var i = 0; i < dimensions.Length; i++)
            dimensions[i] = array.GetLongLength(i);
        var elements = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);
        return FromElements(elements, dimensions, dtype, device, requires_grad, names);
    }
}
