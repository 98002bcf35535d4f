namespace TorchSharp;

// Functions that are methods of their first argument.
public static partial class torch
{
    public static Tensor argwhere(Tensor input) => input.argwhere();

    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => input.chunk(chunks, dim);

    public static Tensor gather(Tensor input, long dim, Tensor index) => input.gather(dim, index);

    public static Tensor index_select(Tensor input, long dim, Tensor index) => input.index_select(dim, index);

    public static Tensor masked_select(Tensor input, Tensor mask) => input.masked_select(mask);

    public static Tensor movedim(Tensor input, long[] source, long[] destination) => input.movedim(source, destination);

    public static Tensor narrow(Tensor input, long dim, long start, long length) => input.narrow(dim, start, length);

    public static Tensor nonzero(Tensor input) => input.nonzero();

    public static Tensor permute(Tensor input, params long[] permutation) => input.permute(permutation);

    public static Tensor reshape(Tensor input, params long[] shape) => input.reshape(shape);

    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) => input.scatter(dim, index, src);

    public static Tensor scatter_add(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_add(dim, index, src);

    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0L) => tensor.split(split_size_or_sections, dim);

    public static Tensor take(Tensor input, Tensor index) => input.take(index);

    public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0L) => input.tensor_split(indices_or_sections, dim);

    public static Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0L) => input.tensor_split(indices_or_sections, dim);

    public static Tensor tile(Tensor input, long[] dims) => input.tile(dims);

    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);

    public static Tensor[] unbind(Tensor input, long dim = 0L) => input.unbind(dim);

    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);
}
