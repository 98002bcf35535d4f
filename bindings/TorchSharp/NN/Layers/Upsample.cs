using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Upsample Upsample(
                long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest,
                bool? align_corners = null, bool? recompute_scale_factor = null) =>
                new(size, scale_factor, mode, align_corners, recompute_scale_factor);
        }
    }
}

namespace TorchSharp.Modules
{
    public sealed class Upsample : ParameterLessModule<Tensor, Tensor>
    {
        private readonly long[]? _size;
        private readonly double[]? _scaleFactor;

        internal Upsample(long[]? size, double[]? scale_factor, UpsampleMode mode, bool? align_corners, bool? recompute_scale_factor)
            : base(nameof(Upsample))
        {
            (_size, _scaleFactor) = (size, scale_factor);
            (this.mode, this.align_corners, this.recompute_scale_factor) = (mode, align_corners, recompute_scale_factor);
        }

        public bool? recompute_scale_factor { get; set; }

        public UpsampleMode mode { get; private set; }

        public bool? align_corners { get; private set; }

        public ReadOnlySpan<long> size => _size;

        public ReadOnlySpan<double> scale_factor => _scaleFactor;

        // The modes of both enumerations have the same numbers.
        public override Tensor forward(Tensor input) => nn.functional.interpolate(
            input, _size, _scaleFactor, (InterpolationMode)mode, align_corners, recompute_scale_factor ?? false);
    }
}
