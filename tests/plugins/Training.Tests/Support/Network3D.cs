using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace Training.Tests.Support;

/// <summary>Brings <see cref="SmallNetwork3D"/> as a plugin would: the one that pools by 2 as "small-3d", others as "small-3d-by-3" and so on.</summary>
internal sealed class Network3D(int pooling = SmallNetwork3D.Alignment) : Network<NoOptions>
{
    public override string Id => pooling == SmallNetwork3D.Alignment ? "small-3d" : $"small-3d-by-{pooling}";

    public override string Title => "Small network of three dimensions";

    public override string Description => "";

    protected override NetworkGeometry Geometry(NoOptions options) => new(3, pooling, pooling * SmallNetwork3D.Halo / SmallNetwork3D.Alignment);

    protected override nn.Module<Tensor, Tensor> Build(int inputs, int phases, NoOptions options) => new SmallNetwork3D(phases, pooling);
}
