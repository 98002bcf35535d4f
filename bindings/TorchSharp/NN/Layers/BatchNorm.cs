using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract class BatchNorm : NormBase
{
    public BatchNorm(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var factor = momentum ?? 0.0;
        if (training && track_running_stats && num_batches_tracked is not null)
        {
            num_batches_tracked.add_(1);
            factor = momentum ?? (1.0 / num_batches_tracked.ToDouble());
        }
        var ofBatch = training || (running_mean is null && running_var is null);
        var tracked = !training || track_running_stats;
        return nn.functional.batch_norm(
            input, tracked ? running_mean : null, tracked ? running_var : null, affine ? weight : null, bias, ofBatch, factor, eps);
    }
}
