using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => Op.Tensor("eq.Tensor", this, target);

        public Tensor eq_(Tensor target) => Self("eq_.Tensor", this, target);

        public Tensor eq(Scalar target) => Op.Tensor("eq.Scalar", this, target);

        public Tensor eq_(Scalar target) => Self("eq_.Scalar", this, target);

        public Tensor ne(Tensor target) => Op.Tensor("ne.Tensor", this, target);

        public Tensor ne_(Tensor target) => Self("ne_.Tensor", this, target);

        public Tensor ne(Scalar target) => Op.Tensor("ne.Scalar", this, target);

        public Tensor ne_(Scalar target) => Self("ne_.Scalar", this, target);

        public Tensor not_equal(Tensor target) => ne(target);

        public Tensor lt(Tensor target) => Op.Tensor("lt.Tensor", this, target);

        public Tensor lt_(Tensor target) => Self("lt_.Tensor", this, target);

        public Tensor lt(Scalar target) => Op.Tensor("lt.Scalar", this, target);

        public Tensor lt_(Scalar target) => Self("lt_.Scalar", this, target);

        public Tensor less(Tensor target) => lt(target);

        public Tensor gt(Tensor target) => Op.Tensor("gt.Tensor", this, target);

        public Tensor gt_(Tensor target) => Self("gt_.Tensor", this, target);

        public Tensor gt(Scalar target) => Op.Tensor("gt.Scalar", this, target);

        public Tensor gt_(Scalar target) => Self("gt_.Scalar", this, target);

        public Tensor greater(Tensor target) => gt(target);

        public Tensor le(Tensor target) => Op.Tensor("le.Tensor", this, target);

        public Tensor le_(Tensor target) => Self("le_.Tensor", this, target);

        public Tensor le(Scalar target) => Op.Tensor("le.Scalar", this, target);

        public Tensor le_(Scalar target) => Self("le_.Scalar", this, target);

        public Tensor less_equal(Tensor target) => le(target);

        public Tensor ge(Tensor target) => Op.Tensor("ge.Tensor", this, target);

        public Tensor ge_(Tensor target) => Self("ge_.Tensor", this, target);

        public Tensor ge(Scalar target) => Op.Tensor("ge.Scalar", this, target);

        public Tensor ge_(Scalar target) => Self("ge_.Scalar", this, target);

        public Tensor greater_equal(Tensor target) => ge(target);

        /// <summary>Element by element, as in the real package; <see cref="Equals(Tensor)"/> compares the whole.</summary>
        public Tensor equal(Tensor target) => eq(target);

        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Op.Bool("allclose", this, target, rtol, atol, equal_nan);

        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) =>
            Op.Tensor("isclose", this, other, rtol, atol, nanEqual);

        public Tensor isnan() => Op.Tensor("isnan", this);

        public Tensor isinf() => Op.Tensor("isinf", this);

        public Tensor isfinite() => Op.Tensor("isfinite", this);

        public Tensor isposinf() => Op.Tensor("isposinf", this);

        public Tensor isneginf() => Op.Tensor("isneginf", this);

        public Tensor logical_and(Tensor other) => Op.Tensor("logical_and", this, other);

        public Tensor logical_and_(Tensor other) => Self("logical_and_", this, other);

        public Tensor logical_or(Tensor other) => Op.Tensor("logical_or", this, other);

        public Tensor logical_or_(Tensor other) => Self("logical_or_", this, other);

        public Tensor logical_xor(Tensor other) => Op.Tensor("logical_xor", this, other);

        public Tensor logical_xor_(Tensor other) => Self("logical_xor_", this, other);

        public Tensor logical_not() => Op.Tensor("logical_not", this);

        public Tensor logical_not_() => Self("logical_not_", this);

        public Tensor maximum(Tensor other) => Op.Tensor("maximum", this, other);

        public Tensor minimum(Tensor other) => Op.Tensor("minimum", this, other);

        public Tensor where(Tensor condition, Tensor y) => Op.Tensor("where.self", condition, this, y);

        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            Op.Tensor("isin.Tensor_Tensor", this, test_elements, assumeUnique, invert);

        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) =>
            Op.Tensor("bucketize.Tensor", this, boundaries, outInt32, right);
    }
}
