using System.Runtime.InteropServices;

using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests;

/// <summary>Scripts that PyTorch wrote; make_scripts.py beside them shows their layers.</summary>
public class ScriptModuleTests
{
    private static readonly string Scripts = FindScripts();

    private sealed class Wrapper : nn.Module<Tensor, Tensor>
    {
        private readonly jit.ScriptModule<Tensor, Tensor> _script;

        public Wrapper(string name)
            : base(nameof(Wrapper))
        {
            _script = Load(name);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => _script.call(input);
    }

    [Fact]
    public void Load_OfAScript_ListsItsParametersAndBuffers()
    {
        using var script = Load("pooled.pt");
        Assert.Equal(
            ["convolution.weight", "convolution.bias", "norm.weight", "norm.bias", "logits.weight", "logits.bias"],
            script.named_parameters().Select(item => item.name));
        Assert.Equal(["norm.running_mean", "norm.running_var", "norm.num_batches_tracked"], script.named_buffers().Select(item => item.name));
        Assert.All(script.parameters(), parameter => Assert.True(parameter.requires_grad));
        Assert.Equal([4L, 1, 3, 3], script.get_parameter("convolution.weight")!.shape);
        Assert.Equal(9, script.state_dict().Count);
        Assert.Equal(1, script.GetNumberOfInputs());
        Assert.Equal(1, script.GetNumberOfOutputs());
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(13, 21)]
    public void Forward_GivesWhatTheLayersGiveOneByOne(int height, int width)
    {
        using var scope = NewDisposeScope();
        using var script = Load("traced.pt");
        Tensor Of(string name) => script.state_dict()[name];
        var input = randn(2, 1, height, width);
        var features = F.conv2d(input, Of("0.weight"), Of("0.bias"), padding: [1, 1]);
        features = F.batch_norm(features, Of("1.running_mean"), Of("1.running_var"), Of("1.weight"), Of("1.bias"));
        var expected = F.conv2d(F.relu(features), Of("3.weight"), Of("3.bias"));
        Assert.Equal([2L, 2, height, width], expected.shape);
        Assert.True(script.call(input).allclose(expected, atol: 1e-5));
    }

    [Fact]
    public void Load_FromBytes_GivesTheSame()
    {
        using var scope = NewDisposeScope();
        using var file = Load("traced.pt");
        using var bytes = jit.load<Tensor, Tensor>(File.ReadAllBytes(Path.Combine(Scripts, "traced.pt")));
        var input = randn(1, 1, 8, 8);
        Assert.True(file.call(input).Equals(bytes.call(input)));
    }

    [Fact]
    public void TrainAndEval_OfAWrappedScript_ReachItsDropoutAndNorm()
    {
        using var scope = NewDisposeScope();
        using var module = new Wrapper("pooled.pt");
        var mean = module.get_buffer("_script.norm.running_mean")!;
        var input = randn(1, 1, 8, 8);

        module.eval();
        var before = mean.clone();
        Assert.True(module.call(input).Equals(module.call(input)));
        Assert.True(mean.Equals(before));

        module.train();
        Assert.False(module.call(input).Equals(module.call(input)));
        Assert.False(mean.Equals(before));

        // The buffers that are listed are the script's own.
        using (no_grad())
            mean.fill_(1000);
        module.eval();
        Assert.NotEqual(0, module.call(input).abs().sum().ToSingle());
    }

    [Fact]
    public void Training_ThroughAScript_LowersTheLoss()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var module = new Wrapper("pooled.pt");
        using var optimiser = optim.Adam(module.parameters(), 0.01);
        var input = randn(4, 1, 16, 16);
        var labels = input.squeeze(1).gt(0).to_type(ScalarType.Int64);
        var losses = new List<float>();
        for (var step = 0; step < 40; step++)
        {
            using var inner = NewDisposeScope();
            optimiser.zero_grad();
            var loss = F.cross_entropy(module.call(input), labels);
            loss.backward();
            optimiser.step();
            losses.Add(loss.ToSingle());
        }
        Assert.True(losses[^1] < 0.6 * losses[0], $"{losses[0]} became {losses[^1]}");
    }

    [Fact]
    public void To_Double_OfAWrappedScript_ConvertsWhatItComputesWith()
    {
        using var scope = NewDisposeScope();
        using var module = new Wrapper("pooled.pt");
        module.to(ScalarType.Float64).eval();
        Assert.All(module.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.Equal(ScalarType.Float64, module.call(rand(1, 1, 8, 8, float64)).dtype);
        module.to(CPU, ScalarType.Float32);
        Assert.Equal(ScalarType.Float32, module.to(CPU).call(rand(1, 1, 8, 8)).dtype);
    }

    [Fact]
    public void SaveAndLoad_OfTheState_GiveTheSameOutput()
    {
        using var scope = NewDisposeScope();
        using var changed = new Wrapper("pooled.pt");
        using var fresh = new Wrapper("pooled.pt");
        using (no_grad())
        {
            foreach (var parameter in changed.parameters())
                parameter.add_(randn_like(parameter));
        }
        changed.eval();
        fresh.eval();
        var input = randn(1, 1, 8, 8);
        Assert.False(changed.call(input).Equals(fresh.call(input)));
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        changed.save(writer);
        stream.Position = 0;
        fresh.load(stream);
        Assert.True(changed.call(input).Equals(fresh.call(input)));

        var path = Path.GetTempFileName();
        try
        {
            using var inner = Load("traced.pt");
            using (no_grad())
                inner.get_parameter("3.bias")!.fill_(7);
            jit.save(inner, path);
            using var again = jit.load<Tensor, Tensor>(path);
            Assert.True(inner.call(input).Equals(again.call(input)));
            Assert.Equal(7, again.get_parameter("3.bias")![0].ToSingle());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Forward_OfAScriptWithTwoResults_GivesThemByType()
    {
        using var scope = NewDisposeScope();
        var path = Path.Combine(Scripts, "pair.pt");
        using var input = rand(1, 1, 4, 5);
        using var one = jit.load<Tensor, Tensor>(path);
        Assert.Throws<InvalidCastException>(() => one.call(input));
        using var two = jit.load<Tensor, (Tensor, Tensor)>(path);
        var (logits, shares) = two.call(input);
        Assert.True(F.softmax(logits, 1).allclose(shares));
    }

    [Fact]
    public void Forward_OfAWrongInput_ThrowsWithTheReason_AndTheScriptGoesOn()
    {
        using var scope = NewDisposeScope();
        using var script = Load("pooled.pt");
        for (var i = 0; i < 3; i++)
        {
            Assert.Contains("channels", Assert.Throws<ExternalException>(() => script.call(rand(1, 3, 8, 8))).Message);
            Assert.Contains("Sizes of tensors must match", Assert.Throws<ExternalException>(() => script.call(rand(1, 1, 9, 8))).Message);
            Assert.Throws<ExternalException>(() => script.call(ones(1, 1, 8, 8, int64)));
            Assert.Throws<ExternalException>(() => script.invoke("no_such_method", rand(1)));
        }
        Assert.Equal([1L, 2, 8, 8], script.call(rand(1, 1, 8, 8)).shape);
    }

    [Fact]
    public void Load_OfADamagedScript_Throws()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Scripts, "pooled.pt"));
        Assert.Throws<ExternalException>(() => jit.load(bytes[..(bytes.Length / 2)]));
        for (var at = 64; at < bytes.Length; at += bytes.Length / 7)
        {
            var damaged = bytes.ToArray();
            damaged.AsSpan(at, Math.Min(200, damaged.Length - at)).Fill(0xA5);
            // A flipped weight is not noticed, all else is; neither ends the process.
            if (Record.Exception(() => jit.load(damaged).Dispose()) is { } problem)
                Assert.IsType<ExternalException>(problem);
        }
    }

    [Fact]
    public void Dispose_FreesEverything()
    {
        var before = Tensor.TotalCount;
        for (var i = 0; i < 3; i++)
        {
            using var scope = NewDisposeScope();
            using var module = new Wrapper("pooled.pt");
            module.call(rand(1, 1, 8, 8)).sum().backward();
        }
        Assert.Equal(before, Tensor.TotalCount);
        var disposed = Load("pooled.pt");
        disposed.Dispose();
        disposed.Dispose();
        using var input = rand(1, 1, 8, 8);
        Assert.Throws<ObjectDisposedException>(() => disposed.call(input));
    }

    private static jit.ScriptModule<Tensor, Tensor> Load(string name) => jit.load<Tensor, Tensor>(Path.Combine(Scripts, name));

    private static string FindScripts()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var candidate = Path.Combine(folder, "tests", "sdk", "VolumeViewer.Sdk.Neural.Tests", "Scripts");
            if (Directory.Exists(candidate))
                return candidate;
        }
        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
