using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor over the array's own memory: a change of one shows in the other.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var dimensions = new long[rawArray.Rank];
        for (var i = 0; i < dimensions.Length; i++)
            dimensions[i] = rawArray.GetLongLength(i);
        var own = ScalarTypeOf(rawArray.GetType().GetElementType()!);
        var tensor = Wrap(rawArray, 0, dimensions, own);
        var target = InitializeDevice(device);
        if (tensor.ToWillCopy(dtype ?? own, target))
            tensor = tensor.to(dtype ?? own, target, disposeAfter: true);
        return Finish(tensor, requires_grad, names);
    }

    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device, false);

    /// <summary>One dimension over the array's own memory. Count and offset are in the array's elements.</summary>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        if (offset < 0 || offset >= rawArray.LongLength)
            throw new ArgumentException($"The offset {offset} is outside of the array, which has {rawArray.LongLength} elements.");
        if (count < 0)
            count = rawArray.LongLength - offset;
        if (count > rawArray.LongLength - offset)
            throw new IndexOutOfRangeException($"{count} elements from element {offset} on, and the array has {rawArray.LongLength}.");
        var own = ScalarTypeOf(rawArray.GetType().GetElementType()!);
        var tensor = Wrap(rawArray, offset * own.ElementSize(), [count], own);
        return Finish(dtype == own ? tensor : tensor.to_type(dtype, disposeAfter: true), requires_grad, null);
    }

    private static unsafe Tensor Wrap(Array array, long byteOffset, long[] dimensions, ScalarType type)
    {
        var pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        fixed (long* sizes = dimensions)
        {
            var handle = Shim.shim_tensor_wrap(
                (nint)(pin.AddrOfPinnedObject() + byteOffset), sizes, dimensions.Length, (long)type, &Shim.Unpin, GCHandle.ToIntPtr(pin));
            if (handle == IntPtr.Zero)
            {
                pin.Free();
                Shim.Throw();
            }
            return new Tensor(handle);
        }
    }
}
