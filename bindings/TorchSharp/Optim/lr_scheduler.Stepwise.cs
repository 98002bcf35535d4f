namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                public class LambdaLR : LRScheduler
                {
                    private readonly Func<int, double>[] _lambdas;

                    public LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _lambdas = [.. Enumerable.Repeat(lr_lambda, optimizer.ParamGroups.Count())];
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => _base_lrs.Select((rate, i) => rate * _lambdas[i](_last_epoch));
                }

                public class StepLR : LRScheduler
                {
                    private readonly int _stepSize;
                    private readonly double _gamma;

                    public StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _stepSize = step_size;
                        _gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => Rates(_last_epoch == 0 || _last_epoch % _stepSize != 0 ? 1 : _gamma);

                    protected override IEnumerable<double> get_closed_form_lr() => _base_lrs.Select(rate => rate * Math.Pow(_gamma, _last_epoch / _stepSize));
                }

                public class MultiStepLR : LRScheduler
                {
                    private readonly int[] _milestones;
                    private readonly double _gamma;

                    public MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _milestones = [.. milestones];
                        _gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => Rates(_milestones.Contains(_last_epoch) ? _gamma : 1);

                    protected override IEnumerable<double> get_closed_form_lr() => _base_lrs.Select(rate => rate * Math.Pow(_gamma,
                        _milestones.Distinct().Count(milestone => milestone <= _last_epoch)));
                }

                public class ExponentialLR : LRScheduler
                {
                    private readonly double _gamma;

                    public ExponentialLR(Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => Rates(_last_epoch == 0 ? 1 : _gamma);

                    protected override IEnumerable<double> get_closed_form_lr() => _base_lrs.Select(rate => rate * Math.Pow(_gamma, _last_epoch));
                }
            }
        }
    }
}
