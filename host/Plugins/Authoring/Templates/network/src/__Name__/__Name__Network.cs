using TorchSharp;

using VolumeViewer.Sdk.Neural;

namespace __Name__;

/// <summary>A small network for slices: 3 × 3 convolutions with dilations 1, 2, 4 … and a last one of 1 × 1. Without pooling every voxel is treated alike.</summary>
public sealed class __Name__Network : Network<__Name__Options>
{
    /// <inheritdoc/>
    public override string Id => "__id__";

    /// <inheritdoc/>
    public override string Title => "__Title__";

    /// <inheritdoc/>
    public override string Description => "Dilated convolutions without pooling: few weights, sharp borders.";

    /// <inheritdoc/>
    // Must be true, since volumes are cut into patches by it: each convolution looks as far as its dilation, which add up to 2^depth - 1.
    protected override NetworkGeometry Geometry(__Name__Options options) => new(dimensions: 2, alignment: 1, halo: (1 << options.Depth) - 1);

    /// <inheritdoc/>
    protected override torch.nn.Module<torch.Tensor, torch.Tensor> Build(int inputs, int phases, __Name__Options options)
    {
        var layers = new List<torch.nn.Module<torch.Tensor, torch.Tensor>>();
        for (var level = 0; level < options.Depth; level++)
        {
            long dilation = 1 << level;
            layers.Add(torch.nn.Conv2d(level == 0 ? inputs : options.Kernels, options.Kernels, 3, padding: dilation, dilation: dilation, bias: false));
            layers.Add(torch.nn.BatchNorm2d(options.Kernels));
            layers.Add(torch.nn.ReLU());
        }
        layers.Add(torch.nn.Conv2d(options.Kernels, phases, 1));
        return torch.nn.Sequential(layers);
    }
}
