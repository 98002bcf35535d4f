using TorchSharp;
using TorchSharp.Modules;

using VolumeViewer.Plugins.Networks;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace Networks.Tests;

public class LrcsNetTests
{
    private readonly INetwork _network = new LrcsNet();

    // Counted by hand for three phases, with k the kernel and n the width: weights 95 n² k² + (2 + 3) n k², biases of the encoder 12 n,
    // scales and shifts of the batch normalisations 40 n, biases of the logits 3. In millions: 0.220, 0.879, 1.97, 5.48, 2.44.
    [Theory]
    [InlineData(3, 16, 220_435)]
    [InlineData(3, 32, 878_627)]
    [InlineData(3, 48, 1_974_579)]
    [InlineData(3, 80, 5_479_763)]
    [InlineData(5, 32, 2_437_667)]
    public void Build_ForThreePhases_HasThePublishedNumberOfParameters(int kernelSize, int kernels, long expected)
    {
        using var module = Build(1, 3, kernels, kernelSize);
        Assert.Equal(expected, module.parameters().Sum(parameter => parameter.numel()));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 5)]
    public void Forward_WithAnyInputsAndPhases_KeepsTheLengths(int inputs, int phases)
    {
        using var scope = NewDisposeScope();
        using var module = Build(inputs, phases, 4, 3);
        Assert.Equal([2, phases, 24, 40], module.call(randn(2, inputs, 24, 40)).shape);
    }

    [Fact]
    public void Build_WithEqualSeeds_GivesEqualWeights()
    {
        using var first = Build(1, 3, 4, 3, seed: 5);
        using var second = Build(1, 3, 4, 3, seed: 5);
        using var other = Build(1, 3, 4, 3, seed: 6);
        Assert.Equal(Weights(first), Weights(second));
        Assert.NotEqual(Weights(first), Weights(other));
    }

    // As torch's own layers: evenly within ±1/√(fan in), the biases too.
    [Fact]
    public void Build_DrawsWeightsAndBiasesAsTorchDoes()
    {
        using var module = Build(1, 3, 8, 3);
        foreach (var convolution in module.modules().OfType<Conv2d>())
        {
            var bound = Math.Sqrt(1.0 / (9 * convolution.in_channels));
            Assert.InRange(convolution.weight.data<float>().Max(Math.Abs), 0.9 * bound, bound * 1.0001);
            if (convolution.bias is { } bias)
                Assert.InRange(bias.data<float>().Max(Math.Abs), 0.1 * bound, bound * 1.0001);
        }
    }

    [Theory]
    [InlineData("leaky-relu")]
    [InlineData("relu")]
    [InlineData("sigmoid")]
    [InlineData("tanh")]
    public void Backward_WithEveryActivation_ReachesEveryParameter(string activation)
    {
        using var scope = NewDisposeScope();
        using var module = _network.Build(1, 3, _network.Options.BindText($"kernels=3,activation={activation}"));
        module.call(randn(2, 1, 32, 24)).pow(2.ToScalar()).mean().backward();
        Assert.All(module.named_parameters(), item => Assert.True(item.parameter.grad!.abs().sum().item<float>() > 0, item.name));
    }

    [Fact]
    public void Forward_InEvaluationMode_DoesNotMixTheBatch()
    {
        using var scope = NewDisposeScope();
        using var module = Build(1, 3, 4, 3);
        module.eval();
        var batch = randn(3, 1, 32, 40);
        var alone = module.call(batch.narrow(0, 1, 1));
        Assert.True(alone.allclose(module.call(batch).narrow(0, 1, 1), rtol: 1e-4, atol: 1e-5));
    }

    [Fact]
    public void Forward_LeavesNothingButTheLogits()
    {
        using var module = Build(1, 3, 4, 3);
        using var input = randn(1, 1, 16, 24);
        module.call(input).Dispose();
        var before = Tensor.TotalCount;
        using (module.call(input))
            Assert.Equal(before + 1, Tensor.TotalCount);
        Assert.Equal(before, Tensor.TotalCount);
    }

    // For k = 3 the receptive field is 100 voxels wide, and up to 53 of them lie on one side, depending on the place in a pooling block.
    [Theory]
    [InlineData(3, 53, 56)]
    [InlineData(1, 7, 8)]
    public void Geometry_FollowsFromTheKernel(int kernelSize, int reach, int halo)
    {
        var geometry = _network.Geometry(_network.Options.BindText($"kernel-size={kernelSize}"));
        Assert.Equal((2, 8, halo), (geometry.Dimensions, geometry.Alignment, geometry.Halo));
        Assert.Equal(reach, LrcsNet.Layers(kernelSize).Reach());
    }

    // Position 70, the seventh of its pooling block, is one that looks furthest to the left; 65 furthest to the right.
    [Theory]
    [InlineData(3, 11)]
    [InlineData(3, 64)]
    [InlineData(3, 65)]
    [InlineData(3, 70)]
    [InlineData(5, 118)]
    public void Forward_WhenOnlyVoxelsOutOfReachChange_StaysTheSame(int kernelSize, int position)
    {
        using var scope = NewDisposeScope();
        using var inference = no_grad();
        using var module = Build(1, 3, 4, kernelSize);
        module.eval();
        var reach = LrcsNet.Layers(kernelSize).Reach();
        const int Size = 240;
        var input = randn(1, 1, Size, Size);
        var changed = randn(1, 1, Size, Size).mul(10.ToScalar());
        var (start, length) = (Math.Max(0, position - reach), Math.Min(Size, position + reach + 1) - Math.Max(0, position - reach));
        changed.narrow(2, start, length).narrow(3, start, length).copy_(input.narrow(2, start, length).narrow(3, start, length));
        var (before, after) = (module.call(input), module.call(changed));
        Assert.Equal(At(before, position), At(after, position));
        Assert.True(before.sub(after).abs().max().item<float>() > 0);
    }

    [Fact]
    public void Build_WithAnEvenKernel_SaysWhatToTake()
    {
        var options = _network.Options.BindText("kernel-size=4");
        var fault = Assert.Throws<ParameterException>(() => _network.Build(1, 3, options));
        Assert.Contains("4", fault.Message);
        Assert.Contains("5", fault.Message);
    }

    [Fact]
    public void Forward_OfLengthsThatAreNoMultipleOfTheAlignment_FailsInsteadOfShifting()
    {
        using var scope = NewDisposeScope();
        using var module = Build(1, 3, 2, 3);
        Assert.ThrowsAny<Exception>(() => module.call(randn(1, 1, 20, 24)));
    }

    private nn.Module<Tensor, Tensor> Build(int inputs, int phases, int kernels, int kernelSize, int seed = 1)
    {
        manual_seed(seed);
        return _network.Build(inputs, phases, _network.Options.BindText($"kernels={kernels},kernel-size={kernelSize}"));
    }

    private static float[] Weights(nn.Module<Tensor, Tensor> module) => [.. module.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];

    private static float[] At(Tensor logits, int position) => logits.narrow(2, position, 1).narrow(3, position, 1).contiguous().data<float>().ToArray();
}
