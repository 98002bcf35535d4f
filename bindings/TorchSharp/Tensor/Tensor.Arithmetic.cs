using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Tensor target) => Op.Tensor("add.Tensor", this, target);

        public Tensor add(Tensor target, Scalar alpha) => Op.Tensor("add.Tensor", this, target, alpha);

        public Tensor add(Scalar scalar) => Op.Tensor("add.Scalar", this, scalar);

        public Tensor add(Scalar scalar, Scalar alpha) => Op.Tensor("add.Scalar", this, scalar, alpha);

        public Tensor add_(Tensor target) => Self("add_.Tensor", this, target);

        public Tensor add_(Tensor target, Scalar alpha) => Self("add_.Tensor", this, target, alpha);

        public Tensor add_(Scalar scalar) => Self("add_.Scalar", this, scalar);

        public Tensor add_(Scalar scalar, Scalar alpha) => Self("add_.Scalar", this, scalar, alpha);

        public Tensor sub(Tensor target) => Op.Tensor("sub.Tensor", this, target);

        public Tensor subtract(Tensor target) => sub(target);

        public Tensor sub_(Tensor target) => Self("sub_.Tensor", this, target);

        public Tensor subtract_(Tensor target) => sub_(target);

        public Tensor sub(Scalar target) => Op.Tensor("sub.Scalar", this, target);

        public Tensor subtract(Scalar target) => sub(target);

        public Tensor sub_(Scalar target) => Self("sub_.Scalar", this, target);

        public Tensor subtract_(Scalar target) => sub_(target);

        public Tensor mul(Tensor target) => Op.Tensor("mul.Tensor", this, target);

        public Tensor multiply(Tensor target) => mul(target);

        public Tensor mul_(Tensor target) => Self("mul_.Tensor", this, target);

        public Tensor mul(Scalar target) => Op.Tensor("mul.Scalar", this, target);

        public Tensor multiply(Scalar target) => mul(target);

        public Tensor mul_(Scalar target) => Self("mul_.Scalar", this, target);

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Op.Tensor("div.Tensor_mode", this, target, Mode(rounding_mode));

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Self("div_.Tensor_mode", this, target, Mode(rounding_mode));

        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Op.Tensor("div.Tensor_mode", this, target, Mode(rounding_mode));

        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Self("div_.Tensor_mode", this, target, Mode(rounding_mode));

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Op.Tensor("div.Scalar_mode", this, target, Mode(rounding_mode));

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Self("div_.Scalar_mode", this, target, Mode(rounding_mode));

        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Op.Tensor("div.Scalar_mode", this, target, Mode(rounding_mode));

        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Self("div_.Scalar_mode", this, target, Mode(rounding_mode));

        private static string? Mode(RoundingMode mode) => mode == RoundingMode.None ? null : mode.ToString();

        public Tensor floor_divide(Tensor other) => Op.Tensor("floor_divide", this, other);

        public Tensor floor_divide_(Tensor other) => Self("floor_divide_.Tensor", this, other);

        public Tensor true_divide(Tensor other) => Op.Tensor("true_divide.Tensor", this, other);

        public Tensor true_divide_(Tensor other) => Self("true_divide_.Tensor", this, other);

        public Tensor fmod(Tensor target) => Op.Tensor("fmod.Tensor", this, target);

        public Tensor fmod_(Tensor target) => Self("fmod_.Tensor", this, target);

        public Tensor remainder(Tensor target) => Op.Tensor("remainder.Tensor", this, target);

        public Tensor remainder_(Tensor target) => Self("remainder_.Tensor", this, target);

        public Tensor pow(Tensor exponent) => Op.Tensor("pow.Tensor_Tensor", this, exponent);

        public Tensor pow_(Tensor exponent) => Self("pow_.Tensor", this, exponent);

        public Tensor floor_divide(Scalar other) => Op.Tensor("floor_divide.Scalar", this, other);

        public Tensor floor_divide_(Scalar other) => Self("floor_divide_.Scalar", this, other);

        public Tensor true_divide(Scalar other) => Op.Tensor("true_divide.Scalar", this, other);

        public Tensor true_divide_(Scalar other) => Self("true_divide_.Scalar", this, other);

        public Tensor fmod(Scalar scalar) => Op.Tensor("fmod.Scalar", this, scalar);

        public Tensor fmod_(Scalar scalar) => Self("fmod_.Scalar", this, scalar);

        public Tensor remainder(Scalar scalar) => Op.Tensor("remainder.Scalar", this, scalar);

        public Tensor remainder_(Scalar scalar) => Self("remainder_.Scalar", this, scalar);

        public Tensor pow(Scalar exponent) => Op.Tensor("pow.Tensor_Scalar", this, exponent);

        public Tensor pow_(Scalar exponent) => Self("pow_.Scalar", this, exponent);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Op.Tensor("addcdiv", this, tensor1, tensor2, value);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Op.Tensor("addcdiv", this, tensor1, tensor2);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Self("addcdiv_", this, tensor1, tensor2, value);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Self("addcdiv_", this, tensor1, tensor2);

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Op.Tensor("addcmul", this, tensor1, tensor2, value);

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Self("addcmul_", this, tensor1, tensor2, value);

        public Tensor lerp(Tensor end, Tensor weight) => Op.Tensor("lerp.Tensor", this, end, weight);

        public Tensor lerp_(Tensor end, Tensor weight) => Self("lerp_.Tensor", this, end, weight);

        public Tensor bitwise_and(Tensor other) => Op.Tensor("bitwise_and.Tensor", this, other);

        public Tensor bitwise_and_(Tensor other) => Self("bitwise_and_.Tensor", this, other);

        public Tensor bitwise_or(Tensor other) => Op.Tensor("bitwise_or.Tensor", this, other);

        public Tensor bitwise_or_(Tensor other) => Self("bitwise_or_.Tensor", this, other);

        public Tensor bitwise_xor(Tensor other) => Op.Tensor("bitwise_xor.Tensor", this, other);

        public Tensor bitwise_xor_(Tensor other) => Self("bitwise_xor_.Tensor", this, other);

        public Tensor bitwise_not() => Op.Tensor("bitwise_not", this);

        public Tensor bitwise_not_() => Self("bitwise_not_", this);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Op.Tensor("clamp", this, min, max);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Op.Tensor("clamp.Tensor", this, min, max);

        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Self("clamp_", this, min, max);

        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Self("clamp_.Tensor", this, min, max);

        public Tensor clamp_max(Scalar max) => Op.Tensor("clamp_max", this, max);

        public Tensor clamp_max_(Scalar max) => Self("clamp_max_", this, max);

        public Tensor clamp_min(Scalar min) => Op.Tensor("clamp_min", this, min);

        public Tensor clamp_min_(Scalar min) => Self("clamp_min_", this, min);

        public Tensor nan_to_num(double nan = 0d, double? posinf = null, double? neginf = null) => Op.Tensor("nan_to_num", this, nan, posinf, neginf);

        public Tensor cumsum(long dim, ScalarType? type = null) => Op.Tensor("cumsum", this, dim, type);

        public Tensor cumprod(long dim, ScalarType? type = null) => Op.Tensor("cumprod", this, dim, type);

        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
            Op.Tensor("diff", this, n, dim, prepend, append);
    }
}
