using TorchSharp;

using VolumeViewer.Plugins.Training.Learn;

using static TorchSharp.torch;

namespace Training.Tests;

public class OptimiserTests
{
    // python3-torch 1.13: four steps on ((a·b − 1)²).sum() from a = (1, −2, 3), b = 0.5, with clip_grad_norm_(2), weight decay 0.01, momentum 0.9
    // and learning rates 0.1, 0.05, 0.0333, 0.025.
    [Theory]
    [InlineData("Adam", 1.2076200, -1.7913158, 2.8086388, 0.2917099)]
    [InlineData("Adamw", 1.2055457, -1.7872930, 2.8176484, 0.2908132)]
    [InlineData("SgdNesterov", 1.0815434, -1.7959380, 2.9998643, 0.1709916)]
    public void Step_ChangesWeightsAsTorchDoes(string kind, double a0, double a1, double a2, double b0)
    {
        using var scope = NewDisposeScope();
        using var problem = new Problem(kind);
        problem.Steps(0, 4);
        Assert.All(problem.Values().Zip([a0, a1, a2, b0]), pair => Assert.Equal(pair.Second, pair.First, 2e-6));
    }

    [Theory]
    [InlineData("Adam")]
    [InlineData("Adamw")]
    [InlineData("SgdNesterov")]
    public void Restore_GoesOnBitByBit(string kind)
    {
        using var scope = NewDisposeScope();
        using var whole = new Problem(kind);
        whole.Steps(0, 7);
        using var first = new Problem(kind);
        first.Steps(0, 3);
        using var second = new Problem(kind);
        second.TakeOver(first);
        second.Steps(3, 7);
        Assert.Equal(whole.Values(), second.Values());
    }

    [Fact]
    public void ClipGradients_LeavesShortOnesAlone()
    {
        using var scope = NewDisposeScope();
        using var problem = new Problem("Adam");
        problem.Backward();
        var before = problem.Gradients();
        problem.Optimiser.ClipGradients(1e6);
        Assert.Equal(before, problem.Gradients());
        problem.Optimiser.ClipGradients(0.5);
        Assert.Equal(0.5, Math.Sqrt(problem.Gradients().Sum(value => value * (double)value)), 1e-5);
    }

    private sealed class Problem : IDisposable
    {
        private readonly TorchSharp.Modules.Parameter _a = nn.Parameter(tensor(new float[] { 1, -2, 3 }));
        private readonly TorchSharp.Modules.Parameter _b = nn.Parameter(tensor(new float[] { 0.5f }));

        public Problem(string kind) => Optimiser = Optimiser.Create(Enum.Parse<OptimiserKind>(kind), [_a, _b], 0.1, weightDecay: 0.01, momentum: 0.9);

        public Optimiser Optimiser { get; }

        public void Steps(int from, int to)
        {
            for (var step = from; step < to; step++)
            {
                Backward();
                Optimiser.ClipGradients(2);
                Optimiser.Step(0.1 / (step + 1));
            }
        }

        public void Backward()
        {
            Optimiser.DropGradients();
            _a.mul(_b).sub(1.ToScalar()).square().sum().backward();
        }

        public void TakeOver(Problem other)
        {
            using (no_grad())
            {
                _a.copy_(other._a);
                _b.copy_(other._b);
            }
            Optimiser.Restore(other.Optimiser.State());
        }

        public float[] Values() => [.. _a.data<float>(), .. _b.data<float>()];

        public float[] Gradients() => [.. _a.grad!.data<float>(), .. _b.grad!.data<float>()];

        public void Dispose() => Optimiser.Dispose();
    }
}
