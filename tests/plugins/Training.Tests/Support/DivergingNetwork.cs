using TorchSharp;

using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace Training.Tests.Support;

internal sealed record NoOptions;

/// <summary>A network whose logits are no numbers.</summary>
internal sealed class DivergingNetwork(int dimensions = 2) : Network<NoOptions>
{
    public override string Id => "diverging";

    public override string Title => "Diverging";

    public override string Description => "";

    protected override NetworkGeometry Geometry(NoOptions options) => new(dimensions, 1, 0);

    protected override nn.Module<Tensor, Tensor> Build(int inputs, int phases, NoOptions options) => new Layers(inputs, phases);

    private sealed class Layers : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> _convolution;

        public Layers(int inputs, int phases) : base(nameof(DivergingNetwork))
        {
            _convolution = nn.Conv2d(inputs, phases, 1);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => _convolution.call(input).mul(double.NaN.ToScalar());
    }
}
