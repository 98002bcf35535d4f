using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Turns a list of indices into views, and at most one gather or scatter for the tensors among them.</summary>
internal static class Indexing
{
    public static torch.Tensor Get(torch.Tensor self, torch.TensorIndex[] indices)
    {
        var view = View(self, indices, out var tensors);
        if (tensors is null)
            return view;
        using (view)
        {
            var result = Op.Tensor("index.Tensor", view, tensors.ToArray());
            DisposeMasks(indices, tensors);
            return result;
        }
    }

    public static void Put(torch.Tensor self, torch.Tensor value, torch.TensorIndex[] indices)
    {
        using var view = View(self, indices, out var tensors);
        if (tensors is null)
        {
            Op.Run("copy_", view, value);
            return;
        }
        Op.Run("index_put_", view, tensors.ToArray(), value);
        DisposeMasks(indices, tensors);
    }

    // Only the masks made here for a bool index are ours to dispose.
    private static void DisposeMasks(torch.TensorIndex[] indices, List<torch.Tensor?> tensors)
    {
        foreach (var tensor in tensors)
        {
            if (tensor is not null && !indices.Any(index => ReferenceEquals(index.tensor, tensor)))
                tensor.Dispose();
        }
    }

    private static torch.Tensor View(torch.Tensor self, torch.TensorIndex[] indices, out List<torch.Tensor?>? tensors)
    {
        tensors = null;
        var view = self.alias();
        // A mask stands in one slot of the gather and covers as many dimensions as it has.
        var (dimension, slot) = (0L, 0);
        foreach (var index in indices)
        {
            switch (index.kind)
            {
                case torch.TensorIndex.Kind.Single:
                    Replace(ref view, Op.Tensor("select.int", view, dimension, index.startIndexOrBoolOrSingle));
                    break;
                case torch.TensorIndex.Kind.Slice:
                    if (index.startIndexOrBoolOrSingle is not null || index.stopIndex is not null || index.step is not null)
                    {
                        Replace(ref view, Op.Tensor(
                            "slice.Tensor", view, dimension, index.startIndexOrBoolOrSingle, index.stopIndex, index.step ?? 1));
                    }
                    (dimension, slot) = (dimension + 1, slot + 1);
                    break;
                case torch.TensorIndex.Kind.Ellipsis:
                    var skipped = (int)(self.Dimensions - indices.Sum(Covered));
                    (dimension, slot) = (dimension + skipped, slot + skipped);
                    break;
                case torch.TensorIndex.Kind.None:
                case torch.TensorIndex.Kind.Null:
                    Replace(ref view, Op.Tensor("unsqueeze", view, dimension));
                    (dimension, slot) = (dimension + 1, slot + 1);
                    break;
                case torch.TensorIndex.Kind.Bool:
                    Replace(ref view, Op.Tensor("unsqueeze", view, dimension));
                    Gather(ref tensors, slot, Op.Tensor("full", new long[] { 1 }, index.startIndexOrBoolOrSingle, torch.ScalarType.Bool));
                    (dimension, slot) = (dimension + 1, slot + 1);
                    break;
                default:
                    Gather(ref tensors, slot, index.tensor!);
                    (dimension, slot) = (dimension + Covered(index), slot + 1);
                    break;
            }
        }
        return view;
    }

    private static long Covered(torch.TensorIndex index) => index.kind switch
    {
        torch.TensorIndex.Kind.Single or torch.TensorIndex.Kind.Slice => 1,
        torch.TensorIndex.Kind.Tensor => index.tensor!.dtype is torch.ScalarType.Bool or torch.ScalarType.Byte ? index.tensor.Dimensions : 1,
        _ => 0,
    };

    private static void Gather(ref List<torch.Tensor?>? tensors, int slot, torch.Tensor tensor)
    {
        tensors ??= [];
        while (tensors.Count < slot)
            tensors.Add(null);
        tensors.Add(tensor);
    }

    private static void Replace(ref torch.Tensor view, torch.Tensor next)
    {
        view.Dispose();
        view = next;
    }
}
