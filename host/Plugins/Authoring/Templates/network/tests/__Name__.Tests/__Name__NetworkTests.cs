using TorchSharp;

using VolumeViewer.Sdk.Neural;

namespace __Name__.Tests;

public class __Name__NetworkTests
{
    private static readonly INetwork Network = new __Name__Network();

    [Fact]
    public void Forward_GivesLogitsOfTheInputsLengths()
    {
        using var module = Network.Build(inputs: 1, phases: 3, new __Name__Options());
        using var logits = module.call(torch.rand(2, 1, 20, 31));
        Assert.Equal([2, 3, 20, 31], logits.shape);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Forward_DependsOnTheHalo_AndOnNothingBeyond(int depth)
    {
        var options = new __Name__Options { Depth = depth, Kernels = 8 };
        var halo = Network.Geometry(options).Halo;
        torch.manual_seed(1);
        using var module = Network.Build(inputs: 1, phases: 2, options);
        module.eval();
        using var input = torch.rand(1, 1, 5, 64).requires_grad_();

        using var logits = module.call(input);
        logits[0, 0, 2, 32].backward();

        var reached = Enumerable.Range(0, 64).Where(x => input.grad![0, 0, .., x].abs().sum().item<float>() > 0).ToList();
        Assert.All(reached, x => Assert.InRange(x, 32 - halo, 32 + halo));
        Assert.NotEmpty(reached);
    }
}
