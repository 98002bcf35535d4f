using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, Spread2(kernel_size)!, Spread2(stride), Spread2(padding), null, Spread2(dilation), groups, bias,
                    padding_mode, device, dtype);

            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long,
                    long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, Spread(kernel_size)!, Spread(stride), Spread(padding), null, Spread(dilation), groups, bias,
                    padding_mode, device, dtype);

            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, Spread2(kernel_size)!, Spread2(stride), null, padding, Spread2(dilation), groups, bias, padding_mode,
                    device, dtype);

            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, Padding padding, (long, long)? stride = null, (long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, Spread(kernel_size)!, Spread(stride), null, padding, Spread(dilation), groups, bias, padding_mode,
                    device, dtype);

            public static Modules.Conv3d Conv3d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, Spread3(kernel_size)!, Spread3(stride), Spread3(padding), null, Spread3(dilation), groups, bias,
                    padding_mode, device, dtype);

            public static Modules.Conv3d Conv3d(
                long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long,
                    long)? padding = null, (long, long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, Spread(kernel_size)!, Spread(stride), Spread(padding), null, Spread(dilation), groups, bias,
                    padding_mode, device, dtype);

            public static Modules.Conv3d Conv3d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, Spread3(kernel_size)!, Spread3(stride), null, padding, Spread3(dilation), groups, bias, padding_mode,
                    device, dtype);

            public static Modules.Conv3d Conv3d(
                long in_channels, long out_channels, (long, long, long) kernel_size, Padding padding, (long, long, long)? stride = null, (long, long,
                    long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, Spread(kernel_size)!, Spread(stride), null, padding, Spread(dilation), groups, bias, padding_mode,
                    device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    public sealed class Conv2d : Convolution
    {
        internal Conv2d(
            long in_channels, long out_channels, long[] kernel_size, long[]? stride, long[]? padding, Padding? padding_type, long[]? dilation,
            long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
            : base(
                nameof(Conv2d), in_channels, out_channels, kernel_size, stride ?? [1, 1], padding, padding_type, dilation ?? [1, 1],
                false, [0, 0], groups, bias, padding_mode, device, dtype)
        {
        }

        public override Tensor forward(Tensor input)
        {
            if (!ValidateShape(input, 2))
                throw new ArgumentException(
                    $"Expected 3D (unbatched) or 4D (batched) input with {in_channels} channels to Conv2d, got [{string.Join(", ", input.shape)}].");
            if (padding_mode != PaddingModes.Zeros)
            {
                using var padded = F.pad(input, _reversed_padding_repeated_twice, padding_mode);
                return F.conv2d(padded, weight, bias, stride, null, dilation, groups);
            }
            return padding_type is { } automatic ? F.conv2d_padding(input, weight, bias, stride, automatic, dilation, groups)
                : F.conv2d(input, weight, bias, stride, padding, dilation, groups);
        }
    }

    public sealed class Conv3d : Convolution
    {
        internal Conv3d(
            long in_channels, long out_channels, long[] kernel_size, long[]? stride, long[]? padding, Padding? padding_type, long[]? dilation,
            long groups, bool bias, PaddingModes padding_mode, Device? device, ScalarType? dtype)
            : base(
                nameof(Conv3d), in_channels, out_channels, kernel_size, stride ?? [1, 1, 1], padding, padding_type, dilation ?? [1, 1, 1],
                false, [0, 0, 0], groups, bias, padding_mode, device, dtype)
        {
        }

        public override Tensor forward(Tensor input)
        {
            if (!ValidateShape(input, 3))
                throw new ArgumentException(
                    $"Expected 4D (unbatched) or 5D (batched) input with {in_channels} channels to Conv3d, got [{string.Join(", ", input.shape)}].");
            if (padding_mode != PaddingModes.Zeros)
            {
                using var padded = F.pad(input, _reversed_padding_repeated_twice, padding_mode);
                return F.conv3d(padded, weight, bias, stride, null, dilation, groups);
            }
            return padding_type is { } automatic ? F.conv3d_padding(input, weight, bias, stride, automatic, dilation, groups)
                : F.conv3d(input, weight, bias, stride, padding, dilation, groups);
        }
    }
}
