using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.GroupNorm GroupNorm(
                long num_groups, long num_channels, double eps = 1e-05, bool affine = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_groups, num_channels, eps, affine, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    public sealed class GroupNorm : nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = nameof(bias))]
        private Parameter? _bias;

        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype)
            : base(nameof(GroupNorm))
        {
            (this.num_groups, this.eps, this.affine) = (num_groups, eps, affine);
            if (!affine)
                return;
            weight = ones(num_channels, dtype, device).AsParameter();
            bias = zeros(num_channels, dtype, device).AsParameter();
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

        public long num_groups { get; set; }

        public double eps { get; set; }

        public bool affine { get; set; }

        public override Tensor forward(Tensor tensor)
        {
            if (tensor.Dimensions < 3)
                throw new ArgumentException($"Invalid number of dimensions for GroupNorm argument: {tensor.Dimensions}");
            return nn.functional.group_norm(tensor, num_groups, affine ? weight : null, bias, eps);
        }
    }
}
