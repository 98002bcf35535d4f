using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Op.Tensor("sum", this, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Op.Tensor("sum.dim_IntList", this, dim, keepdim, type);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => sum(dim.ToArray(), keepdim, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1, dim2], keepdim, type);

        public Tensor prod(ScalarType? type = null) => Op.Tensor("prod", this, type);

        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Op.Tensor("prod.dim_int", this, dim, keepdim, type);

        public Tensor mean() => Op.Tensor("mean", this);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Op.Tensor("mean.dim", this, dimensions, keepdim, type);

        public Tensor std(bool unbiased = true) => Op.Tensor("std", this, unbiased);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Op.Tensor("std.dim", this, dimensions, unbiased, keepdim), type);

        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std(dimensions.ToArray(), unbiased, keepdim, type);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std([dim], unbiased, keepdim, type);

        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim.Item1, dim.Item2], unbiased, keepdim, type);

        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        public Tensor var(bool unbiased = true) => Op.Tensor("var", this, unbiased);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(Op.Tensor("var.dim", this, dimensions, unbiased, keepdim), type);

        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var(dimensions.ToArray(), unbiased, keepdim, type);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var([dim], unbiased, keepdim, type);

        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim.Item1, dim.Item2], unbiased, keepdim, type);

        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        private static Tensor As(Tensor tensor, ScalarType? type) => type is { } other ? tensor.to_type(other, disposeAfter: true) : tensor;

        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => Op.Pair("std_mean", this, unbiased);

        public (Tensor @var, Tensor mean) var_mean(bool unbiased = true) => Op.Pair("var_mean", this, unbiased);

        public Tensor max() => Op.Tensor("max", this);

        public Tensor min() => Op.Tensor("min", this);

        public Tensor max(Tensor other) => maximum(other);

        public Tensor min(Tensor other) => minimum(other);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Op.Pair("max.dim", this, dim, keepdim);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Op.Pair("min.dim", this, dim, keepdim);

        public Tensor amax(params long[] dims) => Op.Tensor("amax", this, dims);

        public Tensor amin(params long[] dims) => Op.Tensor("amin", this, dims);

        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) => Op.Pair("aminmax", this, dim, keepdim);

        public Tensor all() => Op.Tensor("all", this);

        public Tensor all(long dim, bool keepdim = false) => Op.Tensor("all.dim", this, dim, keepdim);

        public Tensor any() => Op.Tensor("any", this);

        public Tensor any(long dim, bool keepdim = false) => Op.Tensor("any.dim", this, dim, keepdim);

        public Tensor argmax() => Op.Tensor("argmax", this);

        public Tensor argmax(long dim, bool keepdim = false) => Op.Tensor("argmax", this, dim, keepdim);

        public Tensor argmin() => Op.Tensor("argmin", this);

        public Tensor argmin(long dim, bool keepdim = false) => Op.Tensor("argmin", this, dim, keepdim);

        public Tensor argsort(long dim = -1, bool descending = false) => Op.Tensor("argsort", this, dim, descending);

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Op.Pair("sort.stable", this, stable, dim, descending);

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Op.Pair("topk", this, k, dim, largest, sorted);

        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) => Op.Pair("kthvalue", this, k, dim ?? -1, keepdim);

        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Op.Tensor("quantile", this, q, dim, keepdim);

        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) => Op.Tensor("nanquantile", this, q, dim, keepdim);

        public Tensor median() => Op.Tensor("median", this);

        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Op.Tensor("histc", this, bins, min, max);

        public Tensor bincount(Tensor? weights, long minlength = 0) => Op.Tensor("bincount", this, weights, minlength);

        public Tensor count_nonzero(long[]? dims = null) =>
            dims is null ? Op.Tensor("count_nonzero", this) : Op.Tensor("count_nonzero.dim_IntList", this, dims);

        public Tensor logsumexp(long dim, bool keepdim = false) => Op.Tensor("logsumexp", this, new[] { dim }, keepdim);

        public Tensor norm(float p = 2.0f) => Op.Tensor("norm.Scalar", this, p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) => Op.Tensor("norm.ScalarOpt_dim", this, p, new long[] { dim }, keepdim);

        public Tensor nansum() => Op.Tensor("nansum", this);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Op.Tensor("softmax.int", this, dim, dtype);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Op.Tensor("log_softmax.int", this, dim, dtype);

        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
            bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            var found = dim is { } along ? Op.Tuple("unique_dim", this, along, sorted, return_inverse, return_counts)
                : Op.Tuple("_unique2", this, sorted, return_inverse, return_counts);
            if (!return_inverse)
                found[1]?.Dispose();
            if (!return_counts)
                found[2]?.Dispose();
            return (found[0]!, return_inverse ? found[1] : null, return_counts ? found[2] : null);
        }

        public Tensor matmul(Tensor target) => Op.Tensor("matmul", this, target);

        public Tensor mm(Tensor target) => Op.Tensor("mm", this, target);

        public Tensor bmm(Tensor batch2) => Op.Tensor("bmm", this, batch2);

        public Tensor mv(Tensor target) => Op.Tensor("mv", this, target);

        public Tensor dot(Tensor target) => Op.Tensor("dot", this, target);

        public Tensor outer(Tensor vec2) => Op.Tensor("outer", this, vec2);
    }
}
