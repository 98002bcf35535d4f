using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests;

public class TrainingTests
{
    [Fact]
    public void TinyNetwork_OnXor_LearnsItByHeart()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        using var network = nn.Sequential(nn.Linear(2, 16), nn.Tanh(), nn.Linear(16, 2));
        using var optimizer = optim.Adam(network.parameters(), lr: 0.05);
        var input = tensor(new float[] { 0, 0, 0, 1, 1, 0, 1, 1 }, [4, 2]);
        var target = tensor(new long[] { 0, 1, 1, 0 });
        using var loss = nn.CrossEntropyLoss();
        for (var i = 0; i < 200; i++)
        {
            using var step = NewDisposeScope();
            optimizer.zero_grad();
            loss.call(network.call(input), target).backward();
            optimizer.step();
        }
        Assert.True(network.call(input).argmax(1).Equals(target));
        Assert.True(loss.call(network.call(input), target).ToSingle() < 0.05f);
    }

    // m = (1-b1) g, v = (1-b2) g², both divided by their corrections give g and g²: the first step is lr · g / (|g| + eps).
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.1)]
    public void AdamStep_TheFirst_EqualsItsClosedForm(double decay)
    {
        using var scope = NewDisposeScope();
        var start = new[] { 1f, -2f, 0.5f };
        using var parameter = nn.Parameter(tensor(start));
        using var optimizer = optim.Adam(new[] { parameter }, lr: 0.1, weight_decay: decay);
        (parameter * tensor(new[] { 3f, -0.5f, 2f })).sum().backward();
        optimizer.step();
        var slopes = new[] { 3f, -0.5f, 2f };
        for (var i = 0; i < 3; i++)
        {
            var gradient = slopes[i] + (decay * start[i]);
            Assert.Equal(start[i] - (0.1 * gradient / (Math.Abs(gradient) + 1e-8)), parameter[i].ToDouble(), 1e-6);
        }
    }

    [Fact]
    public void AdamWAndSgdSteps_TheFirst_EqualTheirClosedForms()
    {
        using var scope = NewDisposeScope();
        using var first = nn.Parameter(tensor(new[] { 2f }));
        using var second = nn.Parameter(tensor(new[] { 2f }));
        using var adamw = optim.AdamW(new[] { first }, lr: 0.1, weight_decay: 0.5);
        using var sgd = optim.SGD(new[] { second }, 0.1, momentum: 0.9);
        (first * 3).sum().backward();
        adamw.step();
        Assert.Equal(2 * (1 - (0.1 * 0.5)) - 0.1, first.ToDouble(), 1e-6);
        for (var i = 0; i < 2; i++)
        {
            sgd.zero_grad();
            (second * 3).sum().backward();
            sgd.step();
        }
        // Velocity 3, then 0.9 · 3 + 3.
        Assert.Equal(2 - (0.1 * 3) - (0.1 * 5.7), second.ToDouble(), 1e-5);
    }

    public static TheoryData<string> Optimizers => new() { "Adam", "AdamW", "SGD", "RMSProp" };

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Resume_FromSavedStates_EqualsTrainingOnBitForBit(string kind)
    {
        Modules.OptimizerHelper Make(nn.Module network) => kind switch
        {
            "Adam" => optim.Adam(network.parameters(), lr: 0.01, amsgrad: true),
            "AdamW" => optim.AdamW(network.parameters(), lr: 0.01),
            "SGD" => optim.SGD(network.parameters(), 0.01, momentum: 0.9),
            _ => optim.RMSProp(network.parameters(), momentum: 0.5, centered: true),
        };
        void Train(nn.Module<Tensor, Tensor> network, Modules.OptimizerHelper optimizer)
        {
            for (var i = 0; i < 5; i++)
            {
                using var step = NewDisposeScope();
                optimizer.zero_grad();
                network.call(randn(6, 4)).pow(2).mean().backward();
                optimizer.step();
            }
        }

        using var scope = NewDisposeScope();
        manual_seed(7);
        using var network = nn.Sequential(nn.Linear(4, 5), nn.Dropout(0.3), nn.Linear(5, 2));
        using var optimizer = Make(network);
        Train(network, optimizer);

        using var saved = new MemoryStream();
        using var writer = new BinaryWriter(saved);
        network.save(writer);
        optimizer.save_state_dict(writer);
        var random = get_rng_state();
        Train(network, optimizer);

        using var again = nn.Sequential(nn.Linear(4, 5), nn.Dropout(0.3), nn.Linear(5, 2));
        using var resumed = Make(again);
        saved.Position = 0;
        using var reader = new BinaryReader(saved);
        again.load(reader);
        resumed.load_state_dict(reader);
        set_rng_state(random);
        Train(again, resumed);
        foreach (var (one, other) in network.parameters().Zip(again.parameters()))
            Assert.True(one.bytes.SequenceEqual(other.bytes));
    }

    [Fact]
    public void Schedulers_OverEpochs_FollowTheirClosedForms()
    {
        using var scope = NewDisposeScope();
        using var parameter = nn.Parameter(ones(1));
        double[] Rates(Func<optim.Optimizer, optim.lr_scheduler.LRScheduler> make)
        {
            using var optimizer = optim.SGD(new[] { parameter }, 1.0);
            var scheduler = make(optimizer);
            var rates = new double[5];
            for (var i = 0; i < rates.Length; i++)
            {
                rates[i] = Math.Round(optimizer.ParamGroups.Single().LearningRate, 6);
                scheduler.step();
            }
            return rates;
        }

        Assert.Equal([1, 1, 0.5, 0.5, 0.25], Rates(o => optim.lr_scheduler.StepLR(o, 2, 0.5)));
        Assert.Equal([1, 0.5, 0.25, 0.125, 0.0625], Rates(o => optim.lr_scheduler.ExponentialLR(o, 0.5)));
        Assert.Equal([1, 0.5, 0.333333, 0.25, 0.2], Rates(o => optim.lr_scheduler.LambdaLR(o, epoch => 1.0 / (epoch + 1))));
        Assert.Equal([1, 0.853553, 0.5, 0.146447, 0], Rates(o => optim.lr_scheduler.CosineAnnealingLR(o, 4)));
        Assert.Equal([0.5, 0.625, 0.75, 0.875, 1], Rates(o => optim.lr_scheduler.LinearLR(o, 0.5, 1.0, 4)));
        Assert.Equal([1, 0.75, 0.5, 0.25, 0], Rates(o => optim.lr_scheduler.PolynomialLR(o, 4, 1)));
        Assert.Equal([1, 0.1, 0.1, 0.01, 0.01], Rates(o => optim.lr_scheduler.MultiStepLR(o, [1, 3])));
    }

    [Fact]
    public void ClipGradNorm_OfALongGradient_ScalesItToTheBound()
    {
        using var scope = NewDisposeScope();
        using var parameter = nn.Parameter(zeros(2));
        (parameter * tensor(new[] { 3f, 4f })).sum().backward();
        Assert.Equal(5, nn.utils.clip_grad_norm_(new[] { parameter }, 1), 1e-5);
        Assert.Equal([0.6f, 0.8f], parameter.grad!.data<float>().ToArray().Select(value => MathF.Round(value, 4)));
        nn.utils.clip_grad_value_(new[] { parameter }, 0.7);
        Assert.Equal(0.7f, parameter.grad!.max().ToSingle(), 1e-6f);
    }

    [Fact]
    public void CrossEntropy_OfEqualLogits_IsTheLogarithmOfTheClasses()
    {
        using var scope = NewDisposeScope();
        var logits = zeros(2, 5, 4, 6);
        var target = randint(5, [2, 4, 6]);
        Assert.Equal(Math.Log(5), F.cross_entropy(logits, target).ToDouble(), 1e-5);
        Assert.Equal([2L, 4, 6], F.cross_entropy(logits, target, reduction: nn.Reduction.None).shape);
        Assert.Equal([2L, 4, 6, 5], F.one_hot(target, 5).shape);
        Assert.Equal(2 * 4 * 6, F.one_hot(target, 5).sum().ToInt64());
    }

    [Fact]
    public void InterpolatePadAndGridSample_OnARamp_KeepIt()
    {
        using var scope = NewDisposeScope();
        var ramp = arange(6f).reshape(1, 1, 1, 6).expand(1, 1, 4, 6).contiguous();
        Assert.Equal([1L, 1, 8, 12], F.interpolate(ramp, scale_factor: [2, 2], mode: InterpolationMode.Bilinear, align_corners: false).shape);
        var stretched = F.interpolate(ramp, size: [4, 11], mode: InterpolationMode.Bilinear, align_corners: true);
        Assert.Equal(0.5f, stretched[0, 0, 2, 1].ToSingle(), 1e-5f);
        Assert.Equal([1L, 1, 4, 9], F.pad(ramp, [1, 2, 0, 0], PaddingModes.Reflect).shape);
        Assert.Equal(1, F.pad(ramp, [1, 2, 0, 0], PaddingModes.Reflect)[0, 0, 0, 0].ToSingle());
        var grid = F.affine_grid(tensor(new float[] { 1, 0, 0, 0, 1, 0 }, [1, 2, 3]), [1, 1, 4, 6], align_corners: true);
        Assert.True(F.grid_sample(ramp, grid, align_corners: true).allclose(ramp, atol: 1e-5));
    }

    [Fact]
    public void JitLoad_OfAMissingOrBrokenFile_SaysSo()
    {
        Assert.Contains("nowhere.pt", Assert.ThrowsAny<Exception>(() => jit.load("nowhere.pt")).Message);
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "This is no archive.");
            Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => jit.load<Tensor, Tensor>(path));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
