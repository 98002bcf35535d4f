using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Names of dimensions are the one thing that these factories do not offer.</summary>
    private static Tensor Finish(Tensor tensor, bool requires_grad, string[]? names)
    {
        if (names is not null)
            throw new NotSupportedException("Dimensions cannot have names here. Leave the argument 'names' out.");
        return requires_grad ? tensor.requires_grad_() : tensor;
    }

    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(Op.Tensor("zeros", size, dtype ?? default_dtype, Value.None, InitializeDevice(device ?? default_device)), requires_grad, names);

    public static Tensor zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        zeros(size.ToArray(), dtype, device, requires_grad, names);

    public static Tensor zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        zeros(new long[] { size }, dtype, device, requires_grad, names);

    public static Tensor zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        zeros(new long[] { rows, columns }, dtype, device, requires_grad, names);

    public static Tensor zeros(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        zeros(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, names);

    public static Tensor zeros(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        zeros(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, names);

    public static Tensor zeros(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        zeros(new long[] { size }, dtype, device, requires_grad, names);

    public static Tensor zeros(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        zeros(new long[] { rows, columns }, dtype, device, requires_grad, names);

    public static Tensor zeros(
        int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        zeros(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, names);

    public static Tensor zeros(
        int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        zeros(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, names);

    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(Op.Tensor("zeros_like", input, dtype, Value.None, device), requires_grad, names);

    public static Tensor ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(Op.Tensor("ones", size, dtype ?? default_dtype, Value.None, InitializeDevice(device ?? default_device)), requires_grad, names);

    public static Tensor ones(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        ones(size.ToArray(), dtype, device, requires_grad, names);

    public static Tensor ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        ones(new long[] { size }, dtype, device, requires_grad, names);

    public static Tensor ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        ones(new long[] { rows, columns }, dtype, device, requires_grad, names);

    public static Tensor ones(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        ones(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, names);

    public static Tensor ones(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        ones(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, names);

    public static Tensor ones(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        ones(new long[] { size }, dtype, device, requires_grad, names);

    public static Tensor ones(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        ones(new long[] { rows, columns }, dtype, device, requires_grad, names);

    public static Tensor ones(
        int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        ones(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, names);

    public static Tensor ones(
        int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        ones(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, names);

    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(Op.Tensor("ones_like", input, dtype, Value.None, device), requires_grad, names);

    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(Op.Tensor("empty.memory_format", size, dtype ?? default_dtype, Value.None, InitializeDevice(device ?? default_device)), requires_grad, names);

    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty(size.ToArray(), dtype, device, requires_grad, names);

    public static Tensor empty(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty(new long[] { size }, dtype, device, requires_grad, names);

    public static Tensor empty(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty(new long[] { rows, columns }, dtype, device, requires_grad, names);

    public static Tensor empty(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, names);

    public static Tensor empty(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, names);

    public static Tensor empty(int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty(new long[] { size }, dtype, device, requires_grad, names);

    public static Tensor empty(int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty(new long[] { rows, columns }, dtype, device, requires_grad, names);

    public static Tensor empty(
        int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, names);

    public static Tensor empty(
        int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, names);

    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(Op.Tensor("empty_like", input, dtype, Value.None, device), requires_grad, names);
}
