using TorchSharp.Modules;

using VolumeViewer.Sdk;

using static TorchSharp.torch;

namespace Networks.Tests;

/// <summary>What every network keeps to.</summary>
public class NetworkContractTests
{
    public static TheoryData<string> Ids => [.. AllNetworks.Ids];

    public static TheoryData<string, int> WithInputs
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var (id, inputs) in AllNetworks.WithInputs)
                data.Add(id, inputs);
            return data;
        }
    }

    public static TheoryData<string, string> Variants
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var id in AllNetworks.Ids)
            {
                foreach (var options in (string[])["activation=leaky-relu,leaky-slope=0.3", "activation=elu,normalisation=channel", "activation=gelu,normalisation=none",
                    "activation=sigmoid", "activation=tanh,batch-norm-momentum=0.5"])
                {
                    data.Add(id, options);
                }
            }
            return data;
        }
    }

    [Theory, MemberData(nameof(WithInputs))]
    public void Forward_KeepsTheLengthsAndLeavesNothingElse(string id, int inputs)
    {
        var network = AllNetworks.Get(id);
        var options = AllNetworks.Options(network);
        using var module = AllNetworks.Build(network, options, inputs, phases: 4);
        using var input = randn(AllNetworks.Shape(network.Geometry(options), 2, inputs, 1, 2, 1));
        module.call(input).Dispose();
        var before = Tensor.TotalCount;
        using (var logits = module.call(input))
        {
            Assert.Equal([2, 4, .. input.shape[2..]], logits.shape);
            Assert.Equal(ScalarType.Float32, logits.dtype);
            Assert.Equal(before + 1, Tensor.TotalCount);
        }
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Forward_OfLengthsThatAreNoMultipleOfTheAlignment_FailsInsteadOfShifting(string id)
    {
        var network = AllNetworks.Get(id);
        var options = AllNetworks.Options(network);
        using var module = AllNetworks.Build(network, options);
        using var scope = NewDisposeScope();
        var geometry = network.Geometry(options);
        for (var axis = 0; axis < geometry.Dimensions; axis++)
        {
            var shape = AllNetworks.Shape(geometry, 1, 1, 2, 2, 2);
            shape[2 + axis] -= geometry.Alignment / 2;
            Assert.ThrowsAny<Exception>(() => module.call(randn(shape)));
        }
    }

    [Theory, MemberData(nameof(Variants))]
    public void Backward_WithEveryOption_ReachesEveryWeight(string id, string text)
    {
        var network = AllNetworks.Get(id);
        var options = AllNetworks.Options(network, text, kernels: 4);
        using var scope = NewDisposeScope();
        using var module = AllNetworks.Build(network, options, inputs: 2);
        var logits = module.call(randn(AllNetworks.Shape(network.Geometry(options), 2, 2, 2, 1, 1)));
        Assert.True(logits.isfinite().all().item<bool>());
        logits.square().mean().backward();
        // A convolution before a normalisation over the batch can have weights without effect by chance, but not all of a tensor.
        Assert.All(module.named_parameters(), item => Assert.True(item.parameter.grad!.abs().sum().item<float>() > 0, item.name));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Build_WithEqualSeeds_GivesEqualWeights(string id)
    {
        var network = AllNetworks.Get(id);
        var options = AllNetworks.Options(network);
        using var first = AllNetworks.Build(network, options, seed: 5);
        using var second = AllNetworks.Build(network, options, seed: 5);
        using var other = AllNetworks.Build(network, options, seed: 6);
        Assert.Equal(State(first), State(second));
        Assert.NotEqual(State(first), State(other));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Load_OfSavedWeights_GivesBitEqualLogits(string id)
    {
        var network = AllNetworks.Get(id);
        var options = AllNetworks.Options(network);
        using var scope = NewDisposeScope();
        using var module = AllNetworks.Build(network, options);
        using var loaded = AllNetworks.Build(network, options, seed: 2);
        var input = randn(AllNetworks.Shape(network.Geometry(options), 2, 1, 1, 1, 2));
        module.train();
        module.call(input);                                      // moves the running means, which are saved too
        using var saved = new MemoryStream();
        module.save(saved);
        using var read = new MemoryStream(saved.ToArray());
        loaded.load(read);
        module.eval();
        loaded.eval();
        Assert.Equal(module.call(input).data<float>().ToArray(), loaded.call(input).data<float>().ToArray());
        Assert.Equal(State(module), State(loaded));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Stages_AreNamedChildrenEndingWithTheClassifier(string id)
    {
        var network = AllNetworks.Get(id);
        using var module = AllNetworks.Build(network, AllNetworks.Options(network));
        var stages = module.named_children().Where(child => child.module.parameters().Any()).Select(child => child.name.TrimStart('_')).ToList();
        Assert.Equal("encoder0", stages[0]);
        Assert.Equal("logits", stages[^1]);
        Assert.Equal(module.parameters().Count(), module.named_children().Sum(child => child.module.parameters().Count()));
        Assert.Equal(stages.Count, stages.Distinct().Count());
    }

    [Theory, MemberData(nameof(Ids))]
    public void Forward_WithDropout_DropsInTrainingOnly(string id)
    {
        var network = AllNetworks.Get(id);
        var options = AllNetworks.Options(network, "dropout=0.5");
        using var scope = NewDisposeScope();
        using var module = AllNetworks.Build(network, options);
        var input = randn(AllNetworks.Shape(network.Geometry(options), 2, 1, 1, 1, 1));
        Assert.Equal(0.5, Assert.IsType<Dropout>(module.modules().First(child => child is Dropout)).p);
        module.train();
        Assert.NotEqual(module.call(input).data<float>().ToArray(), module.call(input).data<float>().ToArray());
        module.eval();
        Assert.Equal(module.call(input).data<float>().ToArray(), module.call(input).data<float>().ToArray());
    }

    [Theory, MemberData(nameof(Ids))]
    public void Forward_InEvaluation_DoesNotMixTheBatch(string id)
    {
        var network = AllNetworks.Get(id);
        var options = AllNetworks.Options(network);
        using var scope = NewDisposeScope();
        using var module = AllNetworks.Build(network, options);
        module.eval();
        var batch = randn(AllNetworks.Shape(network.Geometry(options), 4, 1, 1, 1, 1));
        var pair = module.call(batch.narrow(0, 1, 2));
        Assert.True(pair.allclose(module.call(batch).narrow(0, 1, 2), rtol: 1e-4, atol: 1e-5));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Training_OnOnePatch_LearnsItByHeart(string id)
    {
        var network = AllNetworks.Get(id);
        var options = AllNetworks.Options(network, "dropout=0,activation=leaky-relu", kernels: 6);
        using var scope = NewDisposeScope();
        using var module = AllNetworks.Build(network, options);
        var geometry = network.Geometry(options);
        var length = Math.Max(1, 16 / geometry.Alignment);
        var shape = AllNetworks.Shape(geometry, 1, 1, length, length, length);
        // Blobs that their grey values tell only in part.
        var noise = nn.functional.interpolate(randn([1, 1, .. shape[2..].Select(each => each / 4)]), [.. shape[2..]]);
        var labels = noise.gt(0.4).to_type(ScalarType.Int64).add(noise.gt(-0.4).to_type(ScalarType.Int64)).squeeze(1);
        var grey = noise.add(randn(shape).mul(0.3));
        using var optimiser = optim.Adam(module.parameters(), 0.02);
        module.train();
        var accuracy = 0f;
        for (var step = 0; step < 150 && accuracy < 0.97; step++)
        {
            using var each = NewDisposeScope();
            optimiser.zero_grad();
            var logits = module.call(grey);
            nn.functional.cross_entropy(logits, labels).backward();
            optimiser.step();
            accuracy = logits.argmax(1).eq(labels).to_type(ScalarType.Float32).mean().item<float>();
        }
        Assert.True(accuracy >= 0.97f, $"{accuracy}");
    }

    [Theory, MemberData(nameof(Ids))]
    public void Options_HaveConsistentNamesAndHelp(string id)
    {
        var network = AllNetworks.Get(id);
        string[] common = ["kernels", "kernel-size", "activation", "leaky-slope", "normalisation", "batch-norm-momentum", "dropout"];
        Assert.Empty(common.Except(network.Options.Items.Select(item => item.Name)));
        Assert.All(network.Options.Items, item => Assert.True(item.Title.Length > 0 && item.Help.EndsWith('.'), item.Name));
        Assert.EndsWith(".", network.Description);
        Assert.Equal(0.02, network.Options.Items.Single(item => item.Name == "dropout").Parse("0.02"));
        Assert.Throws<ParameterException>(() => network.Options.BindText("normalisation=instance"));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Build_WithOptionsThatCannotBe_SaysWhatToTake(string id)
    {
        var network = AllNetworks.Get(id);
        var even = Assert.Throws<ParameterException>(() => network.Build(1, 3, network.Options.BindText("kernel-size=4")));
        Assert.Contains("take 5", even.Message);
        Assert.Throws<ParameterException>(() => network.Geometry(network.Options.BindText("kernel-size=2")));
        Assert.Throws<ParameterException>(() => network.Build(1, 3, network.Options.BindText("kernels=1,normalisation=channel")));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.Build(0, 3, network.Options.CreateDefault()));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.Build(1, 1, network.Options.CreateDefault()));
    }

    private static float[] State(nn.Module<Tensor, Tensor> module) =>
        [.. module.state_dict().Values.SelectMany(tensor => tensor.to_type(ScalarType.Float32).contiguous().data<float>().ToArray())];
}
