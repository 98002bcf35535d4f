using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var type = dtype ?? (value.Type == ScalarType.Bool ? ScalarType.Bool : is_integral(value.Type) ? ScalarType.Int64 : default_dtype);
        return Finish(Op.Tensor("full", size, value, type, Value.None, InitializeDevice(device ?? default_device)), requires_grad, names);
    }

    public static Tensor full(
        ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full(size.ToArray(), value, dtype, device, requires_grad, names);

    public static Tensor full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full(new long[] { size }, value, dtype, device, requires_grad, names);

    public static Tensor full(
        long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full(new long[] { rows, columns }, value, dtype, device, requires_grad, names);

    public static Tensor full(
        long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full(new long[] { dim0, dim1, dim2 }, value, dtype, device, requires_grad, names);

    public static Tensor full(
        long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        full(new long[] { dim0, dim1, dim2, dim3 }, value, dtype, device, requires_grad, names);

    public static Tensor full(int size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full(new long[] { size }, value, dtype, device, requires_grad, names);

    public static Tensor full(
        int rows, int columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full(new long[] { rows, columns }, value, dtype, device, requires_grad, names);

    public static Tensor full(
        int dim0, int dim1, int dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full(new long[] { dim0, dim1, dim2 }, value, dtype, device, requires_grad, names);

    public static Tensor full(
        int dim0, int dim1, int dim2, int dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) =>
        full(new long[] { dim0, dim1, dim2, dim3 }, value, dtype, device, requires_grad, names);

    public static Tensor full_like(
        Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(Op.Tensor("full_like", input, value, dtype, Value.None, device), requires_grad, names);

    public static Tensor rand(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Finish(Op.Tensor("rand.generator", size, generator, dtype ?? default_dtype, Value.None, InitializeDevice(device ?? default_device)),
            requires_grad, names);

    public static Tensor rand(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        rand(size.ToArray(), dtype, device, requires_grad, generator, names);

    public static Tensor rand(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        rand(new long[] { size }, dtype, device, requires_grad, generator, names);

    public static Tensor rand(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        rand(new long[] { rows, columns }, dtype, device, requires_grad, generator, names);

    public static Tensor rand(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        rand(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, generator, names);

    public static Tensor rand(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        rand(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, generator, names);

    public static Tensor rand(
        int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        rand(new long[] { size }, dtype, device, requires_grad, generator, names);

    public static Tensor rand(
        int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        rand(new long[] { rows, columns }, dtype, device, requires_grad, generator, names);

    public static Tensor rand(
        int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        rand(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, generator, names);

    public static Tensor rand(
        int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        rand(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, generator, names);

    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(Op.Tensor("rand_like", input, dtype, Value.None, device), requires_grad, null);

    public static Tensor randn(
        long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Finish(Op.Tensor("randn.generator", size, generator, dtype ?? default_dtype, Value.None, InitializeDevice(device ?? default_device)),
            requires_grad, names);

    public static Tensor randn(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randn(size.ToArray(), dtype, device, requires_grad, generator, names);

    public static Tensor randn(
        long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn(new long[] { size }, dtype, device, requires_grad, generator, names);

    public static Tensor randn(
        long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randn(new long[] { rows, columns }, dtype, device, requires_grad, generator, names);

    public static Tensor randn(
        long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randn(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, generator, names);

    public static Tensor randn(
        long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randn(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, generator, names);

    public static Tensor randn(
        int size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randn(new long[] { size }, dtype, device, requires_grad, generator, names);

    public static Tensor randn(
        int rows, int columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randn(new long[] { rows, columns }, dtype, device, requires_grad, generator, names);

    public static Tensor randn(
        int dim0, int dim1, int dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randn(new long[] { dim0, dim1, dim2 }, dtype, device, requires_grad, generator, names);

    public static Tensor randn(
        int dim0, int dim1, int dim2, int dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randn(new long[] { dim0, dim1, dim2, dim3 }, dtype, device, requires_grad, generator, names);

    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(Op.Tensor("randn_like", input, dtype, Value.None, device), requires_grad, null);

    public static Tensor randint(
        long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        Finish(Op.Tensor("randint.low_generator", low, high, size, generator, dtype ?? ScalarType.Int64, Value.None,
            InitializeDevice(device ?? default_device)), requires_grad, names);

    public static Tensor randint(
        long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null,
        string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Finish(Op.Tensor("randperm.generator", n, generator, dtype ?? ScalarType.Int64, Value.None, InitializeDevice(device ?? default_device)),
            requires_grad, null);

    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) => Op.Tensor("normal.Tensor_Tensor", mean, std, generator);

    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var integral = is_integral(start.Type) && is_integral(stop.Type) && is_integral(step.Type);
        var type = dtype ?? (integral ? ScalarType.Int64 : default_dtype);
        return Finish(Op.Tensor("arange.start_step", start, stop, step, type, Value.None, InitializeDevice(device ?? default_device)), requires_grad, null);
    }

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor eye(
        long rows, long columns = -1L, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(Op.Tensor("eye.m", rows, columns == -1 ? rows : columns, dtype ?? default_dtype, Value.None,
            InitializeDevice(device ?? default_device)), requires_grad, names);

    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(Op.Tensor("linspace", start, end, steps, dtype ?? default_dtype, Value.None, InitializeDevice(device ?? default_device)), requires_grad, null);
}
