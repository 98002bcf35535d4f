namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Changes an optimizer's learning rates from one epoch to the next.</summary>
            public abstract class LRScheduler
            {
                protected int _step_count;

                internal readonly Optimizer? _optimizer;
                internal readonly List<double> _base_lrs = [];
                internal int _last_epoch = -1;
                internal List<double> _last_lrs = [];

                private readonly bool _verbose;

                protected LRScheduler()
                {
                }

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    (_optimizer, _last_epoch, _verbose) = (optimizer, last_epoch, verbose);
                    _base_lrs = [.. optimizer.ParamGroups.Select(group => group.InitialLearningRate)];
                    _last_lrs = [.. Rates(1)];
                }

                public virtual void step() => step(null);

                public virtual void step(int? epoch)
                {
                    _step_count++;
                    _last_epoch = epoch ?? _last_epoch + 1;
                    var rates = (epoch.HasValue ? get_closed_form_lr() : get_lr()).ToList();
                    foreach (var (group, rate) in _optimizer!.ParamGroups.Zip(rates))
                    {
                        if (_verbose && group.LearningRate != rate)
                            Console.WriteLine($"Adjusting learning rate to {rate}");
                        group.LearningRate = rate;
                    }
                    _last_lrs = rates;
                }

                /// <summary>For schedulers that look at a metric; the others ignore it.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                public IEnumerable<double> get_last_lr() => _last_lrs;

                protected virtual IEnumerable<double> get_lr() => Rates(1);

                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                /// <summary>The groups' present rates, times a factor.</summary>
                private protected IEnumerable<double> Rates(double factor) => _optimizer!.ParamGroups.Select(group => group.LearningRate * factor);
            }

            public static LRScheduler StepLR(
                Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.StepLR(optimizer, step_size, gamma, last_epoch, verbose);

            public static LRScheduler LambdaLR(
                Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) =>
                new impl.LambdaLR(optimizer, lr_lambda, last_epoch, verbose);

            public static LRScheduler MultiStepLR(
                Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.MultiStepLR(optimizer, milestones, gamma, last_epoch, verbose);

            public static LRScheduler PolynomialLR(
                Optimizer optimizer, int total_iters = 5, double power = 1, int last_epoch = -1, bool verbose = false) =>
                new impl.PolynomialLR(optimizer, total_iters, power, last_epoch, verbose);

            public static LRScheduler ExponentialLR(
                Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) =>
                new impl.ExponentialLR(optimizer, gamma, last_epoch, verbose);

            public static LRScheduler LinearLR(
                Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5, int last_epoch = -1, bool verbose = false) =>
                new impl.LinearLR(optimizer, start_factor, end_factor, total_iters, last_epoch, verbose);

            public static LRScheduler CosineAnnealingLR(
                Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) =>
                new impl.CosineAnnealingLR(optimizer, T_max, eta_min, last_epoch, verbose);
        }
    }
}
