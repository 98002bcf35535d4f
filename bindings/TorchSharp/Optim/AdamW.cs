using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            public static AdamW AdamW(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
                    double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            public static AdamW AdamW(
                IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
                    double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters.Select(item => item.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            public static AdamW AdamW(
                IEnumerable<AdamW.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
                    double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019).</summary>
    public class AdamW : OptimizerHelper, IBetas
    {
        public AdamW(
            IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
                double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : this([new ParamGroup { Parameters = [.. parameters] }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
        {
        }

        public AdamW(
            IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
                double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        {
            if (lr < 0)
                throw new ArgumentException($"Invalid learning rate: {lr}");
            if (eps < 0)
                throw new ArgumentException($"Invalid eps: {eps}");
            if (beta1 is < 0 or >= 1)
                throw new ArgumentException($"Invalid beta1: {beta1}");
            if (beta2 is < 0 or >= 1)
                throw new ArgumentException($"Invalid beta2: {beta2}");
            if (weight_decay < 0)
                throw new ArgumentException($"Invalid weight_decay value: {weight_decay}");
            _defaults = new Options
            {
                LearningRate = lr,
                InitialLearningRate = lr,
                beta1 = beta1,
                beta2 = beta2,
                weight_decay = weight_decay,
                eps = eps,
                amsgrad = amsgrad,
                maximize = maximize,
            };
            foreach (var group in parameters)
                add_param_group(group);
        }

        public (double, double) Betas
        {
            get => (((Options)_defaults!).beta1!.Value, ((Options)_defaults!).beta2!.Value);
            set => (((Options)_defaults!).beta1, ((Options)_defaults!).beta2) = value;
        }

        public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(Step, closure);

        public override void add_param_group(Modules.ParamGroup param_group)
        {
            param_group.Options ??= new Options();
            var (own, defaults) = ((Options)param_group.Options, (Options)_defaults!);
            own.LearningRate ??= defaults.LearningRate;
            own.beta1 ??= defaults.beta1;
            own.beta2 ??= defaults.beta2;
            own.weight_decay ??= defaults.weight_decay;
            own.eps ??= defaults.eps;
            own.amsgrad ??= defaults.amsgrad;
            own.maximize ??= defaults.maximize;
            Register(param_group, parameter => new State(parameter));
        }

        private void Step(ParamGroup group)
        {
            var options = group.Options;
            var (lr, beta1, beta2) = (options.LearningRate!.Value, options.beta1!.Value, options.beta2!.Value);
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
                parameter.mul_(1 - (lr * decay));
                state.exp_avg!.mul_(beta1).add_(gradient, alpha: 1 - beta1);
                state.exp_avg_sq!.mul_(beta2).addcmul_(gradient, gradient, value: 1 - beta2);
                if (options.amsgrad!.Value)
                {
                    var before = state.max_exp_avg_sq!;
                    state.max_exp_avg_sq = maximum(before, state.exp_avg_sq).DetachFromDisposeScope();
                    before.Dispose();
                }
                var second = options.amsgrad.Value ? state.max_exp_avg_sq! : state.exp_avg_sq;
                // Both averages start at zero; these factors undo what that costs the first steps.
                var correction1 = 1 - Math.Pow(beta1, state.step);
                var correction2 = 1 - Math.Pow(beta2, state.step);
                var denominator = (second.sqrt() / Math.Sqrt(correction2)).add_(eps);
                parameter.addcdiv_(state.exp_avg, denominator, value: -(lr / correction1));
            }
        }

        public sealed class State : OptimizerState, IDisposable
        {
            public long step;
            public Tensor? exp_avg;
            public Tensor? exp_avg_sq;
            public Tensor? max_exp_avg_sq;

            public State(Parameter parameter)
                : base(parameter)
            {
            }

            public void Dispose()
            {
                exp_avg?.Dispose();
                exp_avg_sq?.Dispose();
                max_exp_avg_sq?.Dispose();
            }

            public override void to(Device device)
            {
                Move(ref exp_avg, device);
                Move(ref exp_avg_sq, device);
                Move(ref max_exp_avg_sq, device);
            }

            public override void SaveStateDict(BinaryWriter writer)
            {
                writer.Write(step);
                exp_avg!.Save(writer);
                exp_avg_sq!.Save(writer);
                SaveConditionalStateTensor(writer, max_exp_avg_sq);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                step = reader.ReadInt64();
                exp_avg!.Load(reader);
                exp_avg_sq!.Load(reader);
                LoadConditionalStateTensor(reader, ref max_exp_avg_sq, _parameter.device);
            }

            public override void LoadStateDict(OptimizerState source)
            {
                var other = (State)source;
                step = other.step;
                Copy(ref exp_avg, other.exp_avg);
                Copy(ref exp_avg_sq, other.exp_avg_sq);
                Copy(ref max_exp_avg_sq, other.max_exp_avg_sq);
            }

            public override bool ApproximatelyEquals(OptimizerState other) =>
                other is State state && step == state.step && Alike(exp_avg, state.exp_avg) && Alike(exp_avg_sq,
                    state.exp_avg_sq) && Alike(max_exp_avg_sq, state.max_exp_avg_sq);

            public override void Initialize(OptimizerOptions options)
            {
                step = 0;
                Reset(ref exp_avg);
                Reset(ref exp_avg_sq);
                max_exp_avg_sq?.Dispose();
                max_exp_avg_sq = null;
                if (((Options)options).amsgrad!.Value)
                    Reset(ref max_exp_avg_sq);
            }
        }

        public class Options : OptimizerOptions
        {
            public double? beta1;
            public double? beta2;
            public double? weight_decay;
            public double? eps;
            public bool? amsgrad;
            public bool? maximize;

            public override void SaveStateDict(BinaryWriter writer)
            {
                base.SaveStateDict(writer);
                writer.Write(beta1!.Value);
                writer.Write(beta2!.Value);
                writer.Write(eps!.Value);
                writer.Write(weight_decay!.Value);
                writer.Write(amsgrad!.Value);
                writer.Write(maximize!.Value);
            }

            public override void LoadStateDict(BinaryReader reader)
            {
                base.LoadStateDict(reader);
                beta1 = reader.ReadDouble();
                beta2 = reader.ReadDouble();
                eps = reader.ReadDouble();
                weight_decay = reader.ReadDouble();
                amsgrad = reader.ReadBoolean();
                maximize = reader.ReadBoolean();
            }

            public override void LoadStateDict(OptimizerOptions source)
            {
                base.LoadStateDict(source);
                var other = (Options)source;
                beta1 = other.beta1;
                beta2 = other.beta2;
                eps = other.eps;
                weight_decay = other.weight_decay;
                amsgrad = other.amsgrad;
                maximize = other.maximize;
            }
        }

        public class ParamGroup : ParamGroup<Options>, IBetas
        {
            public ParamGroup()
            {
            }

            public ParamGroup(IEnumerable<Parameter> parameters, Options options)
                : base(parameters, options)
            {
            }

            public ParamGroup(
                IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
                    double weight_decay = 0, bool amsgrad = false, bool maximize = false)
                : base(parameters, new Options
                {
                    LearningRate = lr,
                    beta1 = beta1,
                    beta2 = beta2,
                    eps = eps,
                    weight_decay = weight_decay,
                    amsgrad = amsgrad,
                    maximize = maximize
                })
            {
            }

            public (double, double) Betas
            {
                get => (Options.beta1!.Value, Options.beta2!.Value);
                set => (Options.beta1, Options.beta2) = value;
            }
        }
    }
}
