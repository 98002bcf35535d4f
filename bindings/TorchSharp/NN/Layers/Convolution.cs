using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What all convolutions share: weight and bias, drawn as PyTorch draws them, and the padding.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(bias))]
    protected Parameter? _bias;

    [ComponentName(Name = nameof(weight))]
    protected Parameter? _weight;

    protected long[] _reversed_padding_repeated_twice = [];

    protected Convolution(
        string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type, long[] dilation,
        bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode, Device? device = null, ScalarType? dtype = null)
        : base(name)
    {
        if (groups <= 0 || in_channels % groups != 0 || out_channels % groups != 0)
            throw new ArgumentException($"{groups} groups do not divide {in_channels} input and {out_channels} output channels.");
        if (transposed && padding_mode != PaddingModes.Zeros)
            throw new ArgumentException($"A transposed convolution pads with zeros, not with {padding_mode}.");
        (this.in_channels, this.out_channels, this.kernel_size, this.stride, this.dilation) = (in_channels, out_channels, kernel_size, stride, dilation);
        (this.transposed, this.output_padding, this.groups, this.padding_mode) = (transposed, output_padding, groups, padding_mode);
        if (padding_type is { } type)
            SetPadding(type);
        else
            SetPadding(padding ?? new long[kernel_size.Length]);

        long[] size = transposed ? [in_channels, out_channels / groups, .. kernel_size] : [out_channels, in_channels / groups, .. kernel_size];
        weight = nn.Parameter(empty(size, dtype, device));
        if (bias)
            this.bias = nn.Parameter(empty(out_channels, dtype, device));
        reset_parameters();
    }

    public Parameter? bias
    {
        get => _bias;
        set
        {
            _bias?.Dispose();
            _bias = value?.DetachFromDisposeScope() as Parameter;
            ConditionallyRegisterParameter(nameof(bias), _bias);
        }
    }

    public Parameter weight
    {
        get => _weight!;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (ReferenceEquals(value, _weight))
                return;
            _weight?.Dispose();
            _weight = (Parameter)value.DetachFromDisposeScope();
            ConditionallyRegisterParameter(nameof(weight), _weight);
        }
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public bool transposed { get; }

    public Padding? padding_type { get; private set; }

    public long[]? padding { get; private set; }

    public PaddingModes padding_mode { get; set; }

    public long groups { get; set; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    public long[] dilation { get; set; }

    public long[] output_padding { get; set; }

    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is null)
            return;
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        if (fanIn != 0)
            nn.init.uniform_(bias, -1 / Math.Sqrt(fanIn), 1 / Math.Sqrt(fanIn));
    }

    public void SetPadding(long[] padding)
    {
        (padding_type, this.padding) = (null, padding);
        _reversed_padding_repeated_twice = [.. padding.Reverse().SelectMany(width => new[] { width, width })];
    }

    public void SetPadding(Padding padding)
    {
        if (transposed)
            throw new ArgumentException("Cannot set padding type on ConvTransposeND");
        if (padding == Padding.Same && stride.Any(step => step != 1))
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        (padding_type, this.padding) = (padding, null);
        // Per dimension, the last one first: before, then after.
        _reversed_padding_repeated_twice = new long[2 * kernel_size.Length];
        for (var i = 0; padding == Padding.Same && i < kernel_size.Length; i++)
        {
            var d = kernel_size.Length - 1 - i;
            var total = dilation[d] * (kernel_size[d] - 1);
            (_reversed_padding_repeated_twice[2 * i], _reversed_padding_repeated_twice[(2 * i) + 1]) = (total / 2, total - (total / 2));
        }
    }

    protected bool ValidateShape(Tensor input, long dimensions)
    {
        var shape = input.shape;
        return (shape.Length == dimensions + 2 && shape[1] == in_channels) || (shape.Length == dimensions + 1 && shape[0] == in_channels);
    }
}
