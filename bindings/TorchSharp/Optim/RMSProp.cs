using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public static RMSProp RMSProp(
                IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
                    double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

            public static RMSProp RMSProp(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8,
                    double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters.Select(item => item.parameter), lr, alpha, eps, weight_decay, momentum, centered, maximize);

            public static RMSProp RMSProp(
                IEnumerable<RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
                    double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>RMSprop (Hinton), with momentum and centring as in PyTorch.</summary>
    public class RMSProp : OptimizerHelper, IMomentum
    {
        public RMSProp(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
                double momentum = 0.0, bool centered = false, bool maximize = false)
            : this([new ParamGroup { Parameters = [.. parameters] }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
        {
        }

        public RMSProp(
            IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
                double momentum = 0.0, bool centered = false, bool maximize = false)
        {
            if (lr < 0)
                throw new ArgumentException($"Invalid learning rate: {lr}");
            if (eps < 0)
                throw new ArgumentException($"Invalid eps: {eps}");
            if (alpha < 0)
                throw new ArgumentException($"Invalid alpha: {alpha}");
            if (momentum < 0)
                throw new ArgumentException($"Invalid momentum value: {momentum}");
            if (weight_decay < 0)
                throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
            _defaults = new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                maximize = maximize,
                momentum = momentum,
                alpha = alpha,
                eps = eps,
                weight_decay = weight_decay,
                centered = centered,
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
            own.maximize ??= defaults.maximize;
            own.momentum ??= defaults.momentum;
            own.alpha ??= defaults.alpha;
            own.eps ??= defaults.eps;
            own.weight_decay ??= defaults.weight_decay;
            own.centered ??= defaults.centered;
            Register(param_group, parameter => new State(parameter));
        }

        private void Step(ParamGroup group)
        {
            var options = group.Options;
            var (lr, alpha, momentum) = (options.LearningRate!.Value, options.alpha!.Value, options.momentum!.Value);
            var (decay, eps) = (options.weight_decay!.Value, options.eps!.Value);
            foreach (var parameter in group.Parameters)
            {
                var gradient = parameter.grad;
                if (gradient is null)
                    continue;
                if (options.maximize!.Value)
                    gradient = -gradient;
                var state = (State)_state[parameter.handle];
                state.step++;
                if (decay != 0)
                    gradient = gradient.add(parameter, alpha: decay);
                state.square_avg!.mul_(alpha).addcmul_(gradient, gradient, value: 1 - alpha);
                Tensor spread;
                if (options.centered!.Value)
                {
                    state.grad_avg!.mul_(alpha).add_(gradient, alpha: 1 - alpha);
                    spread = state.square_avg.addcmul(state.grad_avg, state.grad_avg, value: -1).sqrt_().add_(eps);
                }
                else
                {
                    spread = state.square_avg.sqrt().add_(eps);
                }
                if (momentum > 0)
                    parameter.add_(state.momentum_buffer!.mul_(momentum).addcdiv_(gradient, spread), alpha: -lr);
                else
                    parameter.addcdiv_(gradient, spread, -lr);
            }
        }

        public sealed class State : OptimizerState, IDisposable
        {
            public long step;
            public Tensor? square_avg;
            public Tensor? momentum_buffer;
            public Tensor? grad_avg;

            public State(Parameter parameter)
                : base(parameter)
            {
            }

            public void Dispose()
            {
                square_avg?.Dispose();
                momentum_buffer?.Dispose();
                grad_avg?.Dispose();
            }

            public override void to(Device device)
            {
                Move(ref square_avg, device);
                Move(ref momentum_buffer, device);
                Move(ref grad_avg, device);
            }

            public override void SaveStateDict(BinaryWriter writer)
            {
                writer.Write(step);
                square_avg!.Save(writer);
                SaveConditionalStateTensor(writer, momentum_buffer);
                SaveConditionalStateTensor(writer, grad_avg);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                step = reader.ReadInt64();
                square_avg!.Load(reader);
                LoadConditionalStateTensor(reader, ref momentum_buffer, _parameter.device);
                LoadConditionalStateTensor(reader, ref grad_avg, _parameter.device);
            }

            public override void LoadStateDict(OptimizerState source)
            {
                var other = (State)source;
                step = other.step;
                Copy(ref square_avg, other.square_avg);
                Copy(ref momentum_buffer, other.momentum_buffer);
                Copy(ref grad_avg, other.grad_avg);
            }

            public override bool ApproximatelyEquals(OptimizerState other) =>
                other is State state && step == state.step && Alike(square_avg, state.square_avg) && Alike(momentum_buffer,
                    state.momentum_buffer) && Alike(grad_avg, state.grad_avg);

            public override void Initialize(OptimizerOptions options)
            {
                step = 0;
                Reset(ref square_avg);
                Reset(ref grad_avg);
                Reset(ref momentum_buffer);
            }
        }

        public class Options : OptimizerOptions
        {
            public bool? maximize;
            public double? momentum;
            public double? alpha;
            public double? eps;
            public double? weight_decay;
            public bool? centered;

            public override void SaveStateDict(BinaryWriter writer)
            {
                base.SaveStateDict(writer);
                writer.Write(maximize!.Value);
                writer.Write(momentum!.Value);
                writer.Write(alpha!.Value);
                writer.Write(eps!.Value);
                writer.Write(weight_decay!.Value);
                writer.Write(centered!.Value);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                base.LoadStateDict(reader);
                maximize = reader.ReadBoolean();
                momentum = reader.ReadDouble();
                alpha = reader.ReadDouble();
                eps = reader.ReadDouble();
                weight_decay = reader.ReadDouble();
                centered = reader.ReadBoolean();
            }

            public override void LoadStateDict(OptimizerOptions source)
            {
                base.LoadStateDict(source);
                var other = (Options)source;
                maximize = other.maximize;
                momentum = other.momentum;
                alpha = other.alpha;
                eps = other.eps;
                weight_decay = other.weight_decay;
                centered = other.centered;
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
                IEnumerable<Parameter> parameters, double lr = 1e-3, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0,
                    double momentum = 0.0, bool centered = false)
                : base(parameters, new Options
                {
                    LearningRate = lr,
                    eps = eps,
                    alpha = alpha,
                    weight_decay = weight_decay,
                    momentum = momentum,
                    centered = centered
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
