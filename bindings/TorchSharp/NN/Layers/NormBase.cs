using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Scale and shift per channel, and running statistics where they are tracked.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(running_mean))]
    private Tensor? _running_mean;

    [ComponentName(Name = nameof(running_var))]
    private Tensor? _running_var;

    [ComponentName(Name = nameof(num_batches_tracked))]
    private Tensor? _num_batches_tracked;

    public NormBase(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(name)
    {
        (this.num_features, this.eps, this.momentum) = (num_features, eps, momentum);
        (this.affine, this.track_running_stats) = (affine, track_running_stats);
        if (affine)
        {
            weight = nn.Parameter(ones(num_features, dtype, device));
            bias = nn.Parameter(zeros(num_features, dtype, device));
        }
        if (track_running_stats)
        {
            running_mean = zeros(num_features, dtype, device);
            running_var = ones(num_features, dtype, device);
            num_batches_tracked = tensor(0L, device: device);
        }
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
            if (ReferenceEquals(value, _weight))
                return;
            _weight?.Dispose();
            _weight = (Parameter)value.DetachFromDisposeScope();
            ConditionallyRegisterParameter(nameof(weight), _weight);
        }
    }

    public Tensor? running_mean
    {
        get => _running_mean;
        set => Set(ref _running_mean, nameof(running_mean), value);
    }

    public Tensor? running_var
    {
        get => _running_var;
        set => Set(ref _running_var, nameof(running_var), value);
    }

    public Tensor? num_batches_tracked
    {
        get => _num_batches_tracked;
        set => Set(ref _num_batches_tracked, nameof(num_batches_tracked), value);
    }

    public long num_features { get; private set; }

    public double eps { get; set; }

    public double? momentum { get; set; }

    public bool affine { get; private set; }

    public bool track_running_stats { get; private set; }

    public void reset_running_stats()
    {
        running_mean?.zero_();
        running_var?.fill_(1);
        num_batches_tracked?.zero_();
    }

    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine)
            return;
        nn.init.ones_(weight);
        nn.init.zeros_(bias!);
    }

    protected abstract void ValidateInputDimensions(Tensor input);

    private void Set(ref Tensor? field, string name, Tensor? value)
    {
        field?.Dispose();
        field = value?.DetachFromDisposeScope();
        ConditionallyRegisterBuffer(name, field);
    }
}
