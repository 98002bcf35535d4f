using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Linear Linear(
                long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, outputSize, hasBias, device, dtype);

            public static Modules.Linear Linear(Modules.Parameter weight, Modules.Parameter? bias = null) => new(weight, bias);
        }
    }
}

namespace TorchSharp.Modules
{
    public sealed class Linear : nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = nameof(bias))]
        private Parameter? _bias;

        [ComponentName(Name = nameof(weight))]
        private Parameter? _weight;

        internal Linear(Parameter weight, Parameter? bias)
            : base(nameof(Linear))
        {
            (in_features, out_features) = (weight.shape[1], weight.shape[0]);
            this.weight = weight;
            if (bias is not null)
                this.bias = bias;
        }

        internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype)
            : base(nameof(Linear))
        {
            (in_features, out_features) = (inputSize, outputSize);
            weight = empty(outputSize, inputSize, dtype, device).AsParameter();
            nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
            if (!hasBias)
                return;
            var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
            bias = empty(outputSize, dtype, device).AsParameter();
            nn.init.uniform_(bias, -bound, bound);
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

        public long in_features { get; set; }

        public long out_features { get; set; }

        public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weight, bias);
    }
}
