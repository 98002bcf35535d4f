using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, Spread2(kernel_size)!, Spread2(stride), Spread2(padding), Spread2(dilation), Spread2(output_padding),
                    groups, bias, padding_mode, device, dtype);

            public static Modules.ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? output_padding = null, (long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, Spread(kernel_size)!, Spread(stride), Spread(padding), Spread(dilation), Spread(output_padding),
                    groups, bias, padding_mode, device, dtype);

            public static Modules.ConvTranspose3d ConvTranspose3d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, Spread3(kernel_size)!, Spread3(stride), Spread3(padding), Spread3(dilation), Spread3(output_padding),
                    groups, bias, padding_mode, device, dtype);

            public static Modules.ConvTranspose3d ConvTranspose3d(
                long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null,
                (long, long, long)? output_padding = null, (long, long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, Spread(kernel_size)!, Spread(stride), Spread(padding), Spread(dilation), Spread(output_padding),
                    groups, bias, padding_mode, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    public sealed class ConvTranspose2d : ConvolutionTranspose
    {
        internal ConvTranspose2d(
            long in_channels, long out_channels, long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, long[]? output_padding,
            long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
            : base(
                nameof(ConvTranspose2d), in_channels, out_channels, kernel_size, stride ?? [1, 1], padding, null, dilation ?? [1, 1],
                true, output_padding ?? [0, 0], groups, bias, padding_mode, device, dtype)
        {
        }

        public override Tensor forward(Tensor input, long[]? output_size)
        {
            if (!ValidateShape(input, 2))
                throw new ArgumentException(
                    $"Expected 3D (unbatched) or 4D (batched) input with {in_channels} channels to ConvTranspose2d, got [{string.Join(", ", input.shape)}].");
            var extra = _output_padding(input, output_size, kernel_size, stride, padding!, dilation, 2);
            return F.conv_transpose2d(input, weight, bias, stride, padding, extra, dilation, groups);
        }
    }

    public sealed class ConvTranspose3d : ConvolutionTranspose
    {
        internal ConvTranspose3d(
            long in_channels, long out_channels, long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, long[]? output_padding,
            long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
            : base(
                nameof(ConvTranspose3d), in_channels, out_channels, kernel_size, stride ?? [1, 1, 1], padding, null, dilation ?? [1, 1, 1],
                true, output_padding ?? [0, 0, 0], groups, bias, padding_mode, device, dtype)
        {
        }

        public override Tensor forward(Tensor input, long[]? output_size)
        {
            if (!ValidateShape(input, 3))
                throw new ArgumentException(
                    $"Expected 4D (unbatched) or 5D (batched) input with {in_channels} channels to ConvTranspose3d, got [{string.Join(", ", input.shape)}].");
            var extra = _output_padding(input, output_size, kernel_size, stride, padding!, dilation, 3);
            return F.conv_transpose3d(input, weight, bias, stride, padding, extra, dilation, groups);
        }
    }
}
