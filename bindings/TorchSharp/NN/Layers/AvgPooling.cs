using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.AvgPool2d AvgPool2d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

            public static Modules.AvgPool2d AvgPool2d(
                (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                new(Spread(kernel_size)!, Spread(stride), Spread(padding), ceil_mode, count_include_pad, divisor_override);

            public static Modules.AvgPool2d AvgPool2d(
                long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                new(Spread2(kernel_size)!, Spread2(stride), Spread2(padding), ceil_mode, count_include_pad, divisor_override);

            public static Modules.AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

            public static Modules.AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(Spread(output_size)!);

            public static Modules.AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new(Spread2(output_size)!);
        }
    }
}

namespace TorchSharp.Modules
{
    public sealed class AvgPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AvgPool2d(long[] kernel_size, long[]? stride, long[]? padding, bool ceil_mode, bool count_include_pad, long? divisor_override)
            : base(nameof(AvgPool2d)) =>
            (this.kernel_size, this.stride, this.padding, this.ceil_mode, this.count_include_pad, this.divisor_override) =
                (kernel_size, stride ?? kernel_size, padding ?? [0], ceil_mode, count_include_pad, divisor_override);

        public long[] kernel_size { get; set; }

        public long[] stride { get; set; }

        public long[] padding { get; set; }

        public bool ceil_mode { get; set; }

        public bool count_include_pad { get; set; }

        public long? divisor_override { get; set; }

        public override Tensor forward(Tensor input) =>
            F.avg_pool2d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
    }

    public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveAvgPool2d(long[] output_size)
            : base(nameof(AdaptiveAvgPool2d)) => this.output_size = output_size;

        public long[] output_size { get; set; }

        public override Tensor forward(Tensor input) => F.adaptive_avg_pool2d(input, output_size);
    }
}
