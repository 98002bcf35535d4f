using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace Training.Tests.Support;

/// <summary>Brings <see cref="SmallNetwork3D"/> as a plugin would.</summary>
internal sealed class Network3D : Network<NoOptions>
{
    public override string Id => "small-3d";

    public override string Title => "Small network of three dimensions";

    public override string Description => "";

    protected override NetworkGeometry Geometry(NoOptions options) => new(3, SmallNetwork3D.Alignment, SmallNetwork3D.Halo);

    protected override nn.Module<Tensor, Tensor> Build(int inputs, int phases, NoOptions options) => new SmallNetwork3D(phases);
}
