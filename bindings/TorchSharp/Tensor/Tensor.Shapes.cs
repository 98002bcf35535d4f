using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor view(params long[] shape) => Op.Tensor("view", this, shape);

        public Tensor view_as(Tensor other) => Op.Tensor("view_as", this, other);

        public Tensor reshape(params long[] shape) => Op.Tensor("reshape", this, shape);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Op.Tensor("flatten.using_ints", this, start_dim, end_dim);

        public Tensor unflatten(long dim, params long[] sizes) => Op.Tensor("unflatten.int", this, dim, sizes);

        public Tensor ravel() => Op.Tensor("ravel", this);

        public Tensor squeeze(long? dim = null) => dim is { } one ? Op.Tensor("squeeze.dim", this, one) : Op.Tensor("squeeze", this);

        public Tensor squeeze_(long? dim = null) => dim is { } one ? Self("squeeze_.dim", this, one) : Self("squeeze_", this);

        public Tensor unsqueeze(long dim) => Op.Tensor("unsqueeze", this, dim);

        public Tensor unsqueeze_(long dim) => Self("unsqueeze_", this, dim);

        public Tensor t() => Op.Tensor("t", this);

        public Tensor T => Op.Tensor("numpy_T", this);

        public Tensor transpose(long dim0, long dim1) => Op.Tensor("transpose.int", this, dim0, dim1);

        public Tensor transpose_(long dim0, long dim1) => Self("transpose_", this, dim0, dim1);

        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        public Tensor permute(params long[] permutation) => Op.Tensor("permute", this, permutation);

        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        public Tensor movedim(long[] source, long[] destination) => Op.Tensor("movedim.intlist", this, source, destination);

        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Op.Tensor("expand", this, sizes, isImplicit);

        public Tensor expand(long[] sizes, bool isImplicit = false) => Op.Tensor("expand", this, sizes, isImplicit);

        public Tensor expand(params long[] sizes) => expand(sizes, false);

        public Tensor expand_as(Tensor other) => Op.Tensor("expand_as", this, other);

        public Tensor broadcast_to(params long[] shape) => Op.Tensor("broadcast_to", this, shape);

        public Tensor repeat(params long[] sizes) => Op.Tensor("repeat", this, sizes);

        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            Op.Tensor("repeat_interleave.self_Tensor", this, repeats, dim, output_size);

        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Op.Tensor("repeat_interleave.self_int", this, repeats, dim, output_size);

        public Tensor tile(long[] reps) => Op.Tensor("tile", this, reps);

        public Tensor flip(params long[] dims) => Op.Tensor("flip", this, dims);

        public Tensor fliplr() => Op.Tensor("fliplr", this);

        public Tensor flipud() => Op.Tensor("flipud", this);

        public Tensor rot90(long k = 1, (long, long)? dims = null) =>
            Op.Tensor("rot90", this, k, dims is var (first, second) ? [first, second] : new long[] { 0, 1 });

        public Tensor roll(long shifts, long? dims = null) =>
            Op.Tensor("roll", this, new[] { shifts }, dims is { } one ? [one] : Array.Empty<long>());

        public Tensor roll((long, long) shifts, (long, long) dims) => roll([shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);

        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            roll([shifts.Item1, shifts.Item2, shifts.Item3], [dims.Item1, dims.Item2, dims.Item3]);

        public Tensor roll(long[] shifts, long[] dims) => Op.Tensor("roll", this, shifts, dims);

        public Tensor roll(long[] shifts) => Op.Tensor("roll", this, shifts);

        public Tensor narrow(long dim, long start, long length) => Op.Tensor("narrow", this, dim, start, length);

        public Tensor select(long dim, long index) => Op.Tensor("select.int", this, dim, index);

        public Tensor slice(long dim, long start, long finish, long step) => Op.Tensor("slice.Tensor", this, dim, start, finish, step);

        public Tensor unfold(long dimension, long size, long step) => Op.Tensor("unfold", this, dimension, size, step);

        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0L) => Op.Tensor("as_strided", this, size, strides, storageOffset);

        public Tensor[] unbind(long dimension = 0L) => Op.Tensors("unbind.int", this, dimension);

        public Tensor[] split(long size, int dim = 0) => Op.Tensors("split.Tensor", this, size, dim);

        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => Op.Tensors("split_with_sizes", this, sizes, dim);

        public Tensor[] split(long[] sizes, long dim = 0) => Op.Tensors("split_with_sizes", this, sizes, dim);

        public Tensor[] split(params long[] sizes) => split(sizes, 0);

        public Tensor[] tensor_split(long size, long dim = 0L) => Op.Tensors("tensor_split.sections", this, size, dim);

        public Tensor[] tensor_split(long[] sizes, long dim = 0L) => Op.Tensors("tensor_split.indices", this, sizes, dim);

        public Tensor[] chunk(long chunks, long dim = 0L) => Op.Tensors("chunk", this, chunks, dim);

        public Tensor tril(long diagonal = 0) => Op.Tensor("tril", this, diagonal);

        public Tensor triu(long diagonal = 0) => Op.Tensor("triu", this, diagonal);

        public Tensor diag(long diagonal = 0) => Op.Tensor("diag", this, diagonal);

        public Tensor trace() => Op.Tensor("trace", this);

        public Tensor diagonal(long offset = 0L, long dim1 = 0L, long dim2 = 1L) => Op.Tensor("diagonal", this, offset, dim1, dim2);

        public Tensor atleast_1d() => Op.Tensor("atleast_1d", this);

        public Tensor atleast_2d() => Op.Tensor("atleast_2d", this);

        public Tensor atleast_3d() => Op.Tensor("atleast_3d", this);
    }
}
