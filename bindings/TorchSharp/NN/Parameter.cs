namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A tensor that a module learns. It takes the handle of the tensor it is made from, which is empty afterwards.</summary>
    public class Parameter : torch.Tensor
    {
        public Parameter(torch.Tensor data, bool requires_grad = true)
            : base(data.with_requires_grad(requires_grad).DecoupleFromNativeHandle(), false) => DisposeScope.ReplaceWith(data, this);
    }
}
