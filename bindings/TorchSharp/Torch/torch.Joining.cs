using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Op.Tensor("cat", tensors.ToArray(), dim);

    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Op.Tensor("stack", tensors.ToArray(), dim);

    public static Tensor hstack(IList<Tensor> tensors) => Op.Tensor("hstack", tensors.ToArray());

    public static Tensor vstack(IList<Tensor> tensors) => Op.Tensor("vstack", tensors.ToArray());

    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Op.Tensor("where.self", condition, x, y);

    public static Tensor[] where(Tensor condition) => condition.dtype == ScalarType.Bool ? Op.Tensors("where", condition)
        : throw new ArgumentException($"The condition of where() must be Bool, not {condition.dtype}.");

    public static Tensor movedim(Tensor input, long source, long destination) => input.movedim([source], [destination]);

    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) => input.bincount(weights, minlength);

    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") => Op.Tensors("meshgrid.indexing", tensors.ToArray(), indexing);

    public static Tensor einsum(string equation, params Tensor[] tensors) => Op.Tensor("einsum", equation, tensors);

    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    public static Tensor clamp_max(Tensor input, Scalar max) => input.clamp_max(max);

    public static Tensor clamp_min(Tensor input, Scalar min) => input.clamp_min(min);

    public static bool is_tensor(object obj) => obj is Tensor;
}
