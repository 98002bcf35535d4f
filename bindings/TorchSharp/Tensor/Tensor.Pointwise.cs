using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Op.Tensor("abs", this);

        public Tensor abs_() => Self("abs_", this);

        public Tensor ceil() => Op.Tensor("ceil", this);

        public Tensor ceil_() => Self("ceil_", this);

        public Tensor exp() => Op.Tensor("exp", this);

        public Tensor exp_() => Self("exp_", this);

        public Tensor expm1() => Op.Tensor("expm1", this);

        public Tensor expm1_() => Self("expm1_", this);

        public Tensor erf() => Op.Tensor("erf", this);

        public Tensor erf_() => Self("erf_", this);

        public Tensor erfc() => Op.Tensor("erfc", this);

        public Tensor erfc_() => Self("erfc_", this);

        public Tensor floor() => Op.Tensor("floor", this);

        public Tensor floor_() => Self("floor_", this);

        public Tensor frac() => Op.Tensor("frac", this);

        public Tensor frac_() => Self("frac_", this);

        public Tensor log() => Op.Tensor("log", this);

        public Tensor log_() => Self("log_", this);

        public Tensor log10() => Op.Tensor("log10", this);

        public Tensor log10_() => Self("log10_", this);

        public Tensor log1p() => Op.Tensor("log1p", this);

        public Tensor log1p_() => Self("log1p_", this);

        public Tensor log2() => Op.Tensor("log2", this);

        public Tensor log2_() => Self("log2_", this);

        public Tensor neg() => Op.Tensor("neg", this);

        public Tensor neg_() => Self("neg_", this);

        public Tensor reciprocal() => Op.Tensor("reciprocal", this);

        public Tensor reciprocal_() => Self("reciprocal_", this);

        public Tensor rsqrt() => Op.Tensor("rsqrt", this);

        public Tensor rsqrt_() => Self("rsqrt_", this);

        public Tensor sqrt() => Op.Tensor("sqrt", this);

        public Tensor sqrt_() => Self("sqrt_", this);

        public Tensor square() => Op.Tensor("square", this);

        public Tensor sign() => Op.Tensor("sign", this);

        public Tensor sign_() => Self("sign_", this);

        public Tensor sin() => Op.Tensor("sin", this);

        public Tensor sin_() => Self("sin_", this);

        public Tensor cos() => Op.Tensor("cos", this);

        public Tensor cos_() => Self("cos_", this);

        public Tensor tan() => Op.Tensor("tan", this);

        public Tensor tan_() => Self("tan_", this);

        public Tensor asin() => Op.Tensor("asin", this);

        public Tensor asin_() => Self("asin_", this);

        public Tensor acos() => Op.Tensor("acos", this);

        public Tensor acos_() => Self("acos_", this);

        public Tensor atan() => Op.Tensor("atan", this);

        public Tensor atan_() => Self("atan_", this);

        public Tensor sinh() => Op.Tensor("sinh", this);

        public Tensor sinh_() => Self("sinh_", this);

        public Tensor cosh() => Op.Tensor("cosh", this);

        public Tensor cosh_() => Self("cosh_", this);

        public Tensor tanh() => Op.Tensor("tanh", this);

        public Tensor tanh_() => Self("tanh_", this);

        public Tensor sigmoid() => Op.Tensor("sigmoid", this);

        public Tensor sigmoid_() => Self("sigmoid_", this);

        public Tensor trunc() => Op.Tensor("trunc", this);

        public Tensor trunc_() => Self("trunc_", this);

        public Tensor relu() => Op.Tensor("relu", this);

        public Tensor relu_() => Self("relu_", this);

        public Tensor absolute() => abs();

        public Tensor absolute_() => abs_();

        public Tensor negative() => neg();

        public static Tensor operator -(Tensor tensor) => tensor.neg();

        public Tensor exp2() => Op.Tensor("exp2", this);

        public Tensor sgn() => Op.Tensor("sgn", this);

        public Tensor round(long decimals = 0L) => Op.Tensor("round.decimals", this, decimals);

        public Tensor round_(long decimals = 0L) => Self("round_.decimals", this, decimals);
    }
}
