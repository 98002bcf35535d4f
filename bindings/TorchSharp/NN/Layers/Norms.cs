using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.BatchNorm2d BatchNorm2d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            public static Modules.BatchNorm3d BatchNorm3d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            public static Modules.InstanceNorm2d InstanceNorm2d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            public static Modules.InstanceNorm3d InstanceNorm3d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    public sealed class BatchNorm2d : BatchNorm
    {
        internal BatchNorm2d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm2d))
        {
        }

        protected override void ValidateInputDimensions(Tensor input)
        {
            if (input.ndim != 4)
                throw new ArgumentException($"expected 4D input, but got {input.ndim}D input.");
        }
    }

    public sealed class BatchNorm3d : BatchNorm
    {
        internal BatchNorm3d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm3d))
        {
        }

        protected override void ValidateInputDimensions(Tensor input)
        {
            if (input.ndim != 5)
                throw new ArgumentException($"expected 5D input, but got {input.ndim}D input.");
        }
    }

    public sealed class InstanceNorm2d : InstanceNorm
    {
        internal InstanceNorm2d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm2d))
        {
        }

        protected override long GetNumberOfBatchDimensions() => 3;

        protected override void ValidateInputDimensions(Tensor input)
        {
            if (input.ndim is not (3 or 4))
                throw new ArgumentException($"expected 3D or 4D input, but got {input.ndim}D input.");
        }
    }

    public sealed class InstanceNorm3d : InstanceNorm
    {
        internal InstanceNorm3d(long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm3d))
        {
        }

        protected override long GetNumberOfBatchDimensions() => 4;

        protected override void ValidateInputDimensions(Tensor input)
        {
            if (input.ndim is not (4 or 5))
                throw new ArgumentException($"expected 4D or 5D input, but got {input.ndim}D input.");
        }
    }
}
