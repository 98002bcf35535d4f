namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                public class PolynomialLR : LRScheduler
                {
                    private readonly double _totalIters;
                    private readonly double _power;

                    public PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1.0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _totalIters = total_iters;
                        _power = power;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => Rates(_last_epoch == 0 || _last_epoch > _totalIters ? 1
                        : Math.Pow((1.0 - (_last_epoch / _totalIters)) / (1.0 - ((_last_epoch - 1) / _totalIters)), _power));

                    protected override IEnumerable<double> get_closed_form_lr() => _base_lrs.Select(
                        rate => rate * Math.Pow(1 - (Math.Min(_totalIters, _last_epoch) / _totalIters), _power));
                }

                public class LinearLR : LRScheduler
                {
                    private readonly double _startFactor;
                    private readonly double _endFactor;
                    private readonly int _totalIters;

                    public LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5,
                        int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _startFactor = start_factor;
                        _endFactor = end_factor;
                        _totalIters = total_iters;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => Rates(_last_epoch == 0 ? _startFactor : _last_epoch > _totalIters ? 1
                        : 1 + ((_endFactor - _startFactor) / ((_totalIters * _startFactor) + ((_last_epoch - 1) * (_endFactor - _startFactor)))));

                    protected override IEnumerable<double> get_closed_form_lr() => _base_lrs.Select(rate =>
                        rate * (_startFactor + ((_endFactor - _startFactor) * Math.Min(_totalIters, _last_epoch) / _totalIters)));
                }

                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _tMax;
                    private readonly double _etaMin;

                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _tMax = T_max;
                        _etaMin = eta_min;
                        step();
                    }

                    // The closed form, as a step from the rate before; where that one is at its least, the quotient would be 0 / 0.
                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0)
                            return Rates(1);
                        if ((_last_epoch - 1 - _tMax) % (2 * _tMax) == 0)
                            return _base_lrs.Zip(Rates(1), (first, rate) => rate + ((first - _etaMin) * (1 - Math.Cos(Math.PI / _tMax)) / 2));
                        var quotient = (1 + Math.Cos(Math.PI * _last_epoch / _tMax)) / (1 + Math.Cos(Math.PI * (_last_epoch - 1) / _tMax));
                        return Rates(1).Select(rate => (quotient * (rate - _etaMin)) + _etaMin);
                    }

                    protected override IEnumerable<double> get_closed_form_lr() => _base_lrs.Select(rate =>
                        _etaMin + ((rate - _etaMin) * (1 + Math.Cos(Math.PI * _last_epoch / _tMax)) / 2));
                }
            }
        }
    }
}
