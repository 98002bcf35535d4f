using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Op.Tensor("conv2d", input, weight, bias, strides ?? [1], padding ?? [0], dilation ?? [1], groups);

            public static Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null,
                    long groups = 1) =>
                Op.Tensor("conv2d.padding", input, weight, bias, strides ?? [1], padding == Padding.Same ? "same" : "valid", dilation ?? [1], groups);

            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null,
                long[]? dilation = null, long groups = 1) =>
                Op.Tensor("conv_transpose2d.input", input, weight, bias, strides ?? [1], padding ?? [0], output_padding ?? [0], groups, dilation ?? [1]);

            public static Tensor conv3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Op.Tensor("conv3d", input, weight, bias, strides ?? [1], padding ?? [0], dilation ?? [1], groups);

            public static Tensor conv3d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null,
                    long groups = 1) =>
                Op.Tensor("conv3d.padding", input, weight, bias, strides ?? [1], padding == Padding.Same ? "same" : "valid", dilation ?? [1], groups);

            public static Tensor conv_transpose3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null,
                long[]? dilation = null, long groups = 1) =>
                Op.Tensor("conv_transpose3d.input", input, weight, bias, strides ?? [1], padding ?? [0], output_padding ?? [0], groups, dilation ?? [1]);

            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Op.Tensor("linear", input, weights, bias);

            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null,
                bool training = false, double momentum = 0.1, double eps = 1e-5) =>
                Op.Tensor("batch_norm", input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            public static Tensor instance_norm(
                Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null,
                bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5) =>
                Op.Tensor("instance_norm", input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true);

            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                Op.Tensor("group_norm", input, num_groups, weight, bias, eps);

            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                Op.Tensor("layer_norm", input, normalized_shape, weight, bias, eps);
        }
    }
}
