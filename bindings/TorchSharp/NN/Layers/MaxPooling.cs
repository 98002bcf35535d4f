using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.MaxPool2d MaxPool2d(
                long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new(Spread2(kernel_size)!, Spread2(stride), Spread2(padding), Spread2(dilation), ceil_mode);

            public static Modules.MaxPool2d MaxPool2d(
                (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                new(Spread(kernel_size)!, Spread(stride), Spread(padding), Spread(dilation), ceil_mode);

            public static Modules.MaxPool2d MaxPool2d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            public static Modules.MaxUnpool2d MaxUnpool2d(long kernel_size, long? stride = null, long? padding = null) =>
                new(Spread2(kernel_size)!, Spread2(stride), Spread2(padding));

            public static Modules.MaxUnpool2d MaxUnpool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null) =>
                new(Spread(kernel_size)!, Spread(stride), Spread(padding));

            public static Modules.MaxUnpool2d MaxUnpool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null) =>
                new(kernel_size, stride, padding);

            public static Modules.MaxPool3d MaxPool3d(
                long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new(Spread3(kernel_size)!, Spread3(stride), Spread3(padding), Spread3(dilation), ceil_mode);

            public static Modules.MaxPool3d MaxPool3d(
                (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null,
                (long, long, long)? dilation = null, bool ceil_mode = false) =>
                new(Spread(kernel_size)!, Spread(stride), Spread(padding), Spread(dilation), ceil_mode);

            public static Modules.MaxPool3d MaxPool3d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            public static Modules.MaxUnpool3d MaxUnpool3d(long kernel_size, long? stride = null, long? padding = null) =>
                new(Spread3(kernel_size)!, Spread3(stride), Spread3(padding));

            public static Modules.MaxUnpool3d MaxUnpool3d(
                (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null) =>
                new(Spread(kernel_size)!, Spread(stride), Spread(padding));

            public static Modules.MaxUnpool3d MaxUnpool3d(long[] kernel_size, long[]? stride = null, long[]? padding = null) =>
                new(kernel_size, stride, padding);

            private static long[]? Spread2(long? value) => value is { } present ? [present, present] : null;

            private static long[]? Spread3(long? value) => value is { } present ? [present, present, present] : null;

            private static long[]? Spread((long, long)? values) => values is var (first, second) ? [first, second] : null;

            private static long[]? Spread((long, long, long)? values) => values is var (first, second, third) ? [first, second, third] : null;
        }
    }
}

namespace TorchSharp.Modules
{
    public sealed class MaxPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal MaxPool2d(long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, bool ceil_mode)
            : base(nameof(MaxPool2d)) =>
            (this.kernel_size, this.stride, this.padding, this.dilation, this.ceil_mode) =
                (kernel_size, stride ?? kernel_size, padding ?? [0], dilation ?? [1], ceil_mode);

        public long[] kernel_size { get; set; }

        public long[] stride { get; set; }

        public long[] padding { get; set; }

        public long[] dilation { get; set; }

        public bool ceil_mode { get; set; }

        public override Tensor forward(Tensor input) => F.max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode);

        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            F.max_pool2d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
    }

    public sealed class MaxUnpool2d : ParameterLessModule<Tensor, Tensor, long[], Tensor>
    {
        internal MaxUnpool2d(long[] kernel_size, long[]? stride, long[]? padding)
            : base(nameof(MaxUnpool2d)) =>
            (this.kernel_size, this.stride, this.padding) = (kernel_size, stride ?? kernel_size, padding ?? new long[kernel_size.Length]);

        public long[] kernel_size { get; set; }

        public long[] stride { get; set; }

        public long[] padding { get; set; }

        public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
            F.max_unpool2d(tensor, indices, kernel_size, stride, padding, output_size);

        public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) => base.call(tensor, indices, output_size!);
    }

    public sealed class MaxPool3d : ParameterLessModule<Tensor, Tensor>
    {
        internal MaxPool3d(long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, bool ceil_mode)
            : base(nameof(MaxPool3d)) =>
            (this.kernel_size, this.stride, this.padding, this.dilation, this.ceil_mode) =
                (kernel_size, stride ?? kernel_size, padding ?? [0], dilation ?? [1], ceil_mode);

        public long[] kernel_size { get; set; }

        public long[] stride { get; set; }

        public long[] padding { get; set; }

        public long[] dilation { get; set; }

        public bool ceil_mode { get; set; }

        public override Tensor forward(Tensor input) => F.max_pool3d(input, kernel_size, stride, padding, dilation, ceil_mode);

        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            F.max_pool3d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
    }

    public sealed class MaxUnpool3d : ParameterLessModule<Tensor, Tensor, long[], Tensor>
    {
        internal MaxUnpool3d(long[] kernel_size, long[]? stride, long[]? padding)
            : base(nameof(MaxUnpool3d)) =>
            (this.kernel_size, this.stride, this.padding) = (kernel_size, stride ?? kernel_size, padding ?? new long[kernel_size.Length]);

        public long[] kernel_size { get; set; }

        public long[] stride { get; set; }

        public long[] padding { get; set; }

        public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
            F.max_unpool3d(tensor, indices, kernel_size, stride, padding, output_size);

        public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) => base.call(tensor, indices, output_size!);
    }
}
