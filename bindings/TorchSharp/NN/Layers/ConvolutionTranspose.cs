using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A transposed convolution; several sizes of output fit one size of input, and the caller can ask for one of them.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    protected ConvolutionTranspose(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
        bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device = null, ScalarType? dtype = null)
        : base(
            name, in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation,
            transposed, output_padding, groups, bias, padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input) => forward(input, null);

    public abstract Tensor forward(Tensor input, long[]? output_size);

    protected long[] _output_padding(
        Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long num_spatial_dims)
    {
        if (output_size is null)
            return output_padding;
        var spatial = (int)num_spatial_dims;
        var inputSize = input.shape[^spatial..];
        if (output_size.Length < spatial)
            throw new ArgumentException($"The output size needs {spatial} elements, not {output_size.Length}.", nameof(output_size));
        var wanted = output_size[^spatial..];
        var extra = new long[spatial];
        for (var d = 0; d < spatial; d++)
        {
            var least = ((inputSize[d] - 1) * stride[d]) - (2 * padding[d]) + (dilation[d] * (kernel_size[d] - 1)) + 1;
            extra[d] = wanted[d] - least;
            if (extra[d] < 0 || extra[d] >= stride[d])
                throw new ArgumentException($"The output size {wanted[d]} is asked for, and the sizes from {least} to {least + stride[d] - 1} are possible.");
        }
        return extra;
    }
}
