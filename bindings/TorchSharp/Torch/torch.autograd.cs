using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static unsafe partial class autograd
    {
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            var (from, to, seeds) = (Handles(outputs), Handles(inputs), Handles(grad_outputs));
            fixed (IntPtr* fromPointer = from, toPointer = to, seedPointer = seeds)
            {
                var words = Shim.Check(Shim.shim_grad(
                    fromPointer, from.Length, toPointer, to.Length, seedPointer, seeds.Length,
                    retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0));
                KeepAlive(outputs, inputs, grad_outputs);
                var result = new Tensor[words[0]];
                for (var i = 0; i < result.Length; i++)
                    result[i] = words[i + 1] == 0 ? null! : new Tensor((IntPtr)words[i + 1]);
                return result;
            }
        }

        public static void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            var (roots, seeds, leaves) = (Handles(tensors), Handles(grad_tensors), Handles(inputs));
            fixed (IntPtr* rootPointer = roots, seedPointer = seeds, leafPointer = leaves)
            {
                Shim.Check(Shim.shim_backward(
                    rootPointer, roots.Length, seedPointer, seeds.Length, retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0,
                    leafPointer, leaves.Length));
            }
            KeepAlive(tensors, grad_tensors, inputs);
        }

        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        private static IntPtr[] Handles(IList<Tensor>? tensors) => tensors is null ? [] : [.. tensors.Select(tensor => tensor.Handle)];

        private static void KeepAlive(params IList<Tensor>?[] lists)
        {
            foreach (var list in lists)
                GC.KeepAlive(list);
        }
    }
}
