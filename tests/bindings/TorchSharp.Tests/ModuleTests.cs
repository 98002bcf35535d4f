using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests;

public class ModuleTests
{
    private sealed class Block : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> _second = nn.BatchNorm2d(5);
        private readonly nn.Module<Tensor, Tensor> _first = nn.Conv2d(4, 5, 3, padding: 1);
        private readonly Modules.Parameter _scale = nn.Parameter(ones(2));
        private readonly Tensor _offset = zeros(3);

        public Block()
            : base(nameof(Block)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            using var middle = _first.call(input);
            return _second.call(middle);
        }
    }

    private sealed class Outer : nn.Module<Tensor, Tensor>
    {
        private readonly Block _block = new();
        private readonly Modules.Sequential _head = nn.Sequential(nn.Flatten(), nn.Linear(5 * 6 * 6, 3));

        public Outer()
            : base(nameof(Outer)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            using var middle = _block.call(input);
            return _head.call(middle);
        }
    }

    [Fact]
    public void StateDict_OfNestedModules_NamesThemByFieldInOrder()
    {
        using var module = new Outer();
        Assert.Equal(
            [
                "_block._scale", "_block._second.weight", "_block._second.bias", "_block._first.weight", "_block._first.bias",
                "_head.1.weight", "_head.1.bias",
            ],
            module.named_parameters().Select(item => item.name));
        Assert.Equal(
            ["_block._offset", "_block._second.running_mean", "_block._second.running_var", "_block._second.num_batches_tracked"],
            module.named_buffers().Select(item => item.name));
        Assert.Equal(["_block", "_head", "_block._second", "_block._first", "_head.0", "_head.1"], module.named_modules().Select(item => item.name));
        Assert.Equal(11, module.state_dict().Count);
        Assert.Equal("Outer", module.GetName());
    }

    [Fact]
    public void SaveAndLoad_ThroughAFile_GiveTheSameOutput()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
        try
        {
            using var scope = NewDisposeScope();
            var input = rand(2, 4, 6, 6);
            using var saved = new Outer();
            using var loaded = new Outer();
            Assert.False(saved.call(input).Equals(loaded.call(input)));
            saved.save(path);
            loaded.load(path);
            saved.eval();
            loaded.eval();
            Assert.True(saved.call(input).Equals(loaded.call(input)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Save_OfOneParameter_WritesTheDocumentedBytes()
    {
        using var scope = NewDisposeScope();
        using var linear = nn.Linear(2, 1, hasBias: false);
        using (no_grad())
            linear.weight.copy_(tensor(new[] { 1f, -2f }, [1, 2]));
        using var stream = new MemoryStream();
        linear.save(stream);
        // One entry; "weight" with its length; Float32 = 6; two dimensions, 1 and 2; the elements.
        byte[] expected = [1, 6, .. "weight"u8, 6, 2, 1, 2, .. BitConverter.GetBytes(1f), .. BitConverter.GetBytes(-2f)];
        Assert.Equal(expected, stream.ToArray());
    }

    [Fact]
    public void Load_OfAnotherArchitecture_SaysWhatDiffers()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        using var source = nn.Linear(2, 3);
        using var target = nn.Linear(3, 3);
        source.save(writer);
        stream.Position = 0;
        var error = Assert.Throws<ArgumentException>(() => target.load(stream));
        Assert.Contains("[3, 2]", error.Message);
        Assert.Contains("[3, 3]", error.Message);
    }

    [Fact]
    public void LoadStateDict_WithMissingKeys_ReportsOrRefuses()
    {
        using var scope = NewDisposeScope();
        using var linear = nn.Linear(2, 3);
        var partial = new Dictionary<string, Tensor> { ["weight"] = ones(3, 2), ["other"] = ones(1) };
        Assert.Throws<InvalidOperationException>(() => linear.load_state_dict(partial));
        var (missing, unexpected) = linear.load_state_dict(partial, strict: false);
        Assert.Equal(["bias"], missing);
        Assert.Equal(["other"], unexpected);
        Assert.Equal(6, linear.weight.sum().ToSingle());
    }

    [Fact]
    public void Dispose_OfAModule_FreesAllItsTensors()
    {
        var module = new Outer();
        var tensors = module.state_dict().Values;
        Assert.Equal(11, tensors.Count);
        Assert.All(tensors, tensor => Assert.False(tensor.IsInvalid));
        module.Dispose();
        module.Dispose();
        Assert.All(tensors, tensor => Assert.True(tensor.IsInvalid));
    }

    [Fact]
    public void To_Double_ConvertsParametersAndFloatingBuffersInPlace()
    {
        using var scope = NewDisposeScope();
        using var module = new Outer();
        module.to(ScalarType.Float64).eval();
        Assert.All(module.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.Equal(ScalarType.Int64, module.get_buffer("_block._second.num_batches_tracked")!.dtype);
        Assert.Equal(ScalarType.Float64, module.call(rand(1, 4, 6, 6, float64)).dtype);
    }

    [Fact]
    public void BatchNorm_InTraining_UsesTheBatchAndInEvaluationTheRunningStatistics()
    {
        using var scope = NewDisposeScope();
        using var norm = nn.BatchNorm2d(3);
        manual_seed(1);
        var input = (randn(8, 3, 5, 6) * 2) + 4;
        norm.train();
        Assert.Equal(0, norm.call(input).mean().ToSingle(), 1e-4f);
        Assert.Equal(1, norm.num_batches_tracked!.ToInt64());
        // One step of momentum 0.1 from mean 0 towards 4.
        Assert.Equal(0.4f, norm.running_mean!.mean().ToSingle(), 0.05f);
        norm.eval();
        Assert.Equal(4 - 0.4f, norm.call(input).mean().ToSingle(), 0.8f);
        Assert.Equal(1, norm.num_batches_tracked!.ToInt64());
    }

    [Fact]
    public void Dropout_InEvaluation_IsTheIdentity()
    {
        using var scope = NewDisposeScope();
        using var dropout = nn.Dropout(0.5);
        var input = ones(4, 5, 6);
        dropout.eval();
        Assert.True(dropout.call(input).Equals(input));
        dropout.train();
        Assert.Equal(0, dropout.call(input).min().ToSingle());
    }

    [Fact]
    public void Convolution_WithoutPadding_IsTheSumOverItsWindow()
    {
        using var scope = NewDisposeScope();
        using var convolution = nn.Conv3d(1, 1, 3, bias: false);
        nn.init.ones_(convolution.weight);
        Assert.Equal([1L, 1, 2, 3, 4], convolution.call(ones([1, 1, 4, 5, 6])).shape);
        Assert.Equal(27, convolution.call(ones([1, 1, 4, 5, 6])).max().ToSingle());
        Assert.Throws<ArgumentException>(() => convolution.call(ones([1, 2, 4, 5, 6])));
    }

    [Fact]
    public void Initialisation_OfLayers_StaysWithinPyTorchsBounds()
    {
        using var scope = NewDisposeScope();
        using var convolution = nn.Conv2d(8, 16, 3);
        // kaiming_uniform with a = sqrt(5): bound = 1 / sqrt(fan in), for weight and bias alike.
        var bound = 1 / MathF.Sqrt(8 * 9);
        Assert.InRange(convolution.weight.abs().max().ToSingle(), 0.95f * bound, bound);
        Assert.InRange(convolution.bias!.abs().max().ToSingle(), 0.5f * bound, bound);
        Assert.Equal(bound / MathF.Sqrt(3), convolution.weight.std().ToSingle(), 0.1f * bound);
    }

    [Fact]
    public void Unpool_AtThePoolsIndices_PutsTheMaximaBack()
    {
        using var scope = NewDisposeScope();
        using var pool = nn.MaxPool2d(2);
        using var unpool = nn.MaxUnpool2d(2);
        var input = rand(1, 2, 4, 6) + 1;
        var (values, indices) = pool.forward_with_indices(input);
        var back = unpool.call(values, indices);
        Assert.Equal(input.shape, back.shape);
        var kept = back > 0;
        Assert.Equal(values.numel(), kept.sum().ToInt64());
        Assert.True(back[kept].Equals(input[kept]));
        Assert.Equal([1L, 2, 5, 7], unpool.call(F.max_pool2d(rand(1, 2, 5, 7), 2), indices, [1, 2, 5, 7]).shape);

        using var pool3 = nn.MaxPool3d(2);
        using var unpool3 = nn.MaxUnpool3d(2);
        var (values3, indices3) = pool3.forward_with_indices(rand([1, 2, 4, 6, 8]) + 1);
        Assert.Equal([1L, 2, 4, 6, 8], unpool3.call(values3, indices3).shape);
        Assert.Equal(values3.sum().ToSingle(), unpool3.call(values3, indices3).sum().ToSingle(), 1e-2f);
    }

    // x times the share of a normal distribution below x: 0.8413447 and 0.1586553 at 1 and −1.
    [Fact]
    public void Gelu_OnKnownValues_GivesTheirShares()
    {
        using var scope = NewDisposeScope();
        using var module = nn.GELU();
        var result = module.call(tensor(new[] { -1f, 0f, 1f, 10f })).data<float>().ToArray();
        Assert.Equal(-0.1586553f, result[0], 1e-6f);
        Assert.Equal(0f, result[1]);
        Assert.Equal(0.8413447f, result[2], 1e-6f);
        Assert.Equal(10f, result[3], 1e-6f);
    }

    // The derivative is Φ(x) + x·φ(x): 1.0833155 at 1 and -0.0833155 at −1.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gelu_OfAGradientWhoseAxesChangedPlaces_GivesItBackWhole(bool inplace)
    {
        using var scope = NewDisposeScope();
        for (var trial = 0; trial < 20; trial++)
        {
            var leaf = ones(2, 4, 6, 8).requires_grad_();
            var result = F.gelu(leaf * -1, inplace);
            result.permute(0, 2, 1, 3).contiguous().backward([full([2, 6, 4, 8], 3f)]);
            Assert.All(leaf.grad!.data<float>().ToArray(), value => Assert.Equal(3 * 0.0833155f, value, 1e-5f));
        }
    }
}
