using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public static SGD SGD(
                IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0,
                    bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            public static SGD SGD(
                IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0, double dampening = 0,
                    double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters.Select(item => item.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            public static SGD SGD(
                IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0,
                    bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Stochastic gradient descent, with momentum.</summary>
    public class SGD : OptimizerHelper, IMomentum
    {
        public SGD(
            IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
                bool nesterov = false, bool maximize = false)
            : this([new ParamGroup { Parameters = [.. parameters] }], lr, momentum, dampening, weight_decay, nesterov, maximize)
        {
        }

        public SGD(
            IEnumerable<ParamGroup> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
                bool nesterov = false, bool maximize = false)
        {
            if (lr < 0)
                throw new ArgumentException($"Invalid learning rate: {lr}");
            if (momentum < 0)
                throw new ArgumentException($"Invalid momentum value: {momentum}");
            if (weight_decay < 0)
                throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
            if (nesterov && (momentum <= 0 || dampening != 0))
                throw new ArgumentException($"Nesterov momentum requires a momentum and zero dampening");
            _defaults = new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                momentum = momentum,
                dampening = dampening,
                weight_decay = weight_decay,
                nesterov = nesterov,
                maximize = maximize,
            };
            foreach (var group in parameters)
                add_param_group(group);
        }

        public double Momentum
        {
            get => ((Options)_defaults!).momentum!.Value;
            set => ((Options)_defaults!).momentum = value;
        }

        public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

        public override void add_param_group(Modules.ParamGroup param_group)
        {
            param_group.Options ??= new Options();
            var (own, defaults) = ((Options)param_group.Options, (Options)_defaults!);
            own.LearningRate ??= defaults.LearningRate;
            own.momentum ??= defaults.momentum;
            own.dampening ??= defaults.dampening;
            own.weight_decay ??= defaults.weight_decay;
            own.nesterov ??= defaults.nesterov;
            own.maximize ??= defaults.maximize;
            Register(param_group, parameter => new State(parameter));
        }

        private void Step(ParamGroup group)
        {
            var options = group.Options;
            var (lr, momentum, decay) = (options.LearningRate!.Value, options.momentum!.Value, options.weight_decay!.Value);
            foreach (var parameter in group.Parameters)
            {
                var gradient = parameter.grad;
                if (gradient is null)
                    continue;
                if (decay != 0)
                    gradient = gradient.add(parameter, alpha: decay);
                if (momentum != 0)
                {
                    var state = (State)_state[parameter.handle];
                    if (state.momentum_buffer is null)
                        state.momentum_buffer = gradient.clone().DetachFromDisposeScope();
                    else
                        state.momentum_buffer.mul_(momentum).add_(gradient, alpha: 1 - options.dampening!.Value);
                    gradient = options.nesterov!.Value ? gradient.add(state.momentum_buffer, alpha: momentum) : state.momentum_buffer;
                }
                parameter.add_(gradient, alpha: options.maximize!.Value ? lr : -lr);
            }
        }

        public sealed class State : OptimizerState, IDisposable
        {
            public Tensor? momentum_buffer;

            public State(Parameter parameter)
                : base(parameter)
            {
            }

            public void Dispose()
            {
                momentum_buffer?.Dispose();
            }

            public override void to(Device device)
            {
                Move(ref momentum_buffer, device);
            }

            public override void SaveStateDict(BinaryWriter writer)
            {
                SaveConditionalStateTensor(writer, momentum_buffer);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                LoadConditionalStateTensor(reader, ref momentum_buffer, _parameter.device);
            }

            public override void LoadStateDict(OptimizerState source)
            {
                var other = (State)source;
                Copy(ref momentum_buffer, other.momentum_buffer);
            }

            public override bool ApproximatelyEquals(OptimizerState other) =>
                other is State state && Alike(momentum_buffer, state.momentum_buffer);

            public override void Initialize(OptimizerOptions options)
            {
                momentum_buffer?.Dispose();
                momentum_buffer = null;
            }
        }

        public class Options : OptimizerOptions
        {
            public double? momentum;
            public double? dampening;
            public double? weight_decay;
            public bool? nesterov;
            public bool? maximize;

            public override void SaveStateDict(BinaryWriter writer)
            {
                base.SaveStateDict(writer);
                writer.Write(momentum!.Value);
                writer.Write(dampening!.Value);
                writer.Write(weight_decay!.Value);
                writer.Write(nesterov!.Value);
                writer.Write(maximize!.Value);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                base.LoadStateDict(reader);
                momentum = reader.ReadDouble();
                dampening = reader.ReadDouble();
                weight_decay = reader.ReadDouble();
                nesterov = reader.ReadBoolean();
                maximize = reader.ReadBoolean();
            }

            public override void LoadStateDict(OptimizerOptions source)
            {
                base.LoadStateDict(source);
                var other = (Options)source;
                momentum = other.momentum;
                dampening = other.dampening;
                weight_decay = other.weight_decay;
                nesterov = other.nesterov;
                maximize = other.maximize;
            }
        }

        public class ParamGroup : ParamGroup<Options>, IMomentum
        {
            public ParamGroup()
            {
            }

            public ParamGroup(IEnumerable<Parameter> parameters, Options options)
                : base(parameters, options)
            {
            }

            public ParamGroup(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
                    bool nesterov = false, bool maximize = false)
                : base(parameters, new Options
                {
                    LearningRate = lr,
                    momentum = momentum,
                    dampening = dampening,
                    weight_decay = weight_decay,
                    nesterov = nesterov,
                    maximize = maximize
                })
            {
            }

            public double Momentum
            {
                get => Options.momentum!.Value;
                set => Options.momentum = value;
            }
        }
    }
}
