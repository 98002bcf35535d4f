using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Changes parameters by their gradients.</summary>
        public abstract partial class Optimizer : IDisposable
        {
            protected IList<ParamGroup> _parameter_groups = [];

            protected Optimizer(IntPtr handle)
            {
                if (handle != IntPtr.Zero)
                    throw new NotSupportedException("Optimizers are managed objects here and have no native handle.");
            }

            ~Optimizer() => Dispose(false);

            public virtual IEnumerable<ILearningRateController> ParamGroups => _parameter_groups;

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
            }

            public virtual void zero_grad()
            {
                foreach (var parameter in parameters())
                {
                    using var gradient = parameter.grad;
                    gradient?.zero_();
                }
            }

            public virtual void add_param_group(ParamGroup param_group) => _parameter_groups.Add(param_group);

            public virtual Tensor? step(Func<Tensor>? closure = null) =>
                throw new NotSupportedException($"{GetType().Name} does not say how it steps.");

            public virtual IEnumerable<Parameter> parameters() => _parameter_groups.SelectMany(group => group.Parameters);

            /// <summary>Options of each group, state of each parameter, and which states belong to which group.</summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                public List<OptimizerOptions> Options { get; private set; } = [];

                public List<OptimizerState> State { get; private set; } = [];

                public List<List<int>> StateIndexRef { get; private set; } = [];
            }
        }

        public interface ILearningRateController
        {
            double LearningRate { get; set; }

            double InitialLearningRate { get; set; }
        }

        public interface IMomentum
        {
            double Momentum { get; set; }
        }

        public interface IBetas
        {
            (double, double) Betas { get; set; }
        }
    }
}
