namespace TorchSharp;

// Functions that are methods of their first argument.
public static partial class torch
{
    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);

    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    public static Tensor mv(Tensor input, Tensor target) => input.mv(target);

    public static Tensor outer(Tensor input, Tensor vec2) => input.outer(vec2);

    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => input.softmax(dim, dtype);
}
