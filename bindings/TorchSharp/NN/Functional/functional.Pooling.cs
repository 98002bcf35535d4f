using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Op.Tensor("max_pool2d", input, kernel_size, strides ?? kernel_size, padding ?? [0], dilation ?? [1], ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, [kernel_size, kernel_size], Twice(stride), Twice(padding), Twice(dilation), ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null,
                    bool ceil_mode = false) =>
                max_pool2d(input, Array(kernel_size)!, Array(stride), Array(padding), Array(dilation), ceil_mode);

            public static (Tensor output, Tensor indices) max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Op.Pair("max_pool2d_with_indices", input, kernel_size, strides ?? kernel_size, padding ?? [0], dilation ?? [1], ceil_mode);

            public static Tensor max_pool3d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Op.Tensor("max_pool3d", input, kernel_size, strides ?? kernel_size, padding ?? [0], dilation ?? [1], ceil_mode);

            public static (Tensor output, Tensor indices) max_pool3d_with_indices(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                Op.Pair("max_pool3d_with_indices", input, kernel_size, strides ?? kernel_size, padding ?? [0], dilation ?? [1], ceil_mode);

            /// <summary>Without an output size, the one that the pooling most likely had.</summary>
            public static Tensor max_unpool2d(
                Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                Op.Tensor("max_unpool2d", input, indices, UnpooledSize(input, 2, kernel_size, stride, padding, output_size));

            public static Tensor max_unpool3d(
                Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                Op.Tensor(
                    "max_unpool3d", input, indices, UnpooledSize(input, 3, kernel_size, stride, padding, output_size), stride ?? kernel_size,
                        padding ?? [0, 0, 0]);

            private static long[] UnpooledSize(Tensor input, int dimensions, long[] kernel_size, long[]? stride, long[]? padding, long[]? output_size)
            {
                if (output_size is { Length: > 0 })
                    return output_size[^dimensions..];
                var pooled = input.shape[^dimensions..];
                return [.. pooled.Select((length, i) =>
                    ((length - 1) * At(stride ?? kernel_size, i)) + At(kernel_size, i) - (2 * At(padding ?? [0], i)))];
            }

            private static long At(long[] values, int i) => values[Math.Min(i, values.Length - 1)];

            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                Op.Tensor("avg_pool2d", input, kernel_size, stride ?? kernel_size, padding ?? [0], ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, [kernel_size, kernel_size], Twice(stride), [padding, padding], ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, Array(kernel_size)!, Array(stride), Array(padding), ceil_mode, count_include_pad, divisor_override);

            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => Op.Tensor("adaptive_avg_pool2d", input, output_size);

            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => adaptive_avg_pool2d(input, Array(output_size)!);

            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptive_avg_pool2d(input, [output_size, output_size]);

            private static long[]? Twice(long? value) => value is { } present ? [present, present] : null;

            private static long[]? Array((long, long)? values) => values is var (first, second) ? [first, second] : null;
        }
    }
}
