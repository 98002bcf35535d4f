using static TorchSharp.torch;

namespace VolumeViewer.Sdk.Neural.Tests;

public class NetworkStagesTests
{
    [Fact]
    public void Of_ListsChildrenWithParametersInTheirOrder()
    {
        using var network = new Layers();
        var stages = NetworkStages.Of(network);
        // 2·1·3·3 + 2; the batch normalisation's 2 + 2, its running statistics not counted; 3·2 + 3.
        Assert.Equal([("encoder0", "_encoder0", 20L), ("norm", "_norm", 4L), ("logits", "logits", 9L)],
            stages.Select(stage => (stage.Name, stage.Key, stage.ParameterCount)));
        Assert.Same(network.logits, stages[^1].Module);
    }

    [Fact]
    public void Of_AModuleWithoutChildren_IsEmpty()
    {
        using var layer = nn.Linear(2, 3);
        Assert.Empty(NetworkStages.Of(layer));
    }

    [Fact]
    public void Of_TwoChildrenOfOneName_SaysWhich()
    {
        using var network = new Doubled();
        var fault = Assert.Throws<ArgumentException>(() => NetworkStages.Of(network));
        Assert.Contains("'_part' and 'part'", fault.Message);
    }

    private sealed class Layers : nn.Module
    {
        private readonly nn.Module _encoder0 = nn.Conv2d(1, 2, 3);
        private readonly nn.Module _pool = nn.MaxPool2d(2);
        private readonly nn.Module _norm = nn.BatchNorm2d(2);
        internal readonly nn.Module logits = nn.Conv2d(2, 3, 1);

        public Layers() : base(nameof(Layers)) => RegisterComponents();

        public override string GetName() => $"{_encoder0.GetName()}{_pool.GetName()}{_norm.GetName()}";
    }

    private sealed class Doubled : nn.Module
    {
        public Doubled() : base(nameof(Doubled))
        {
            register_module("_part", nn.Linear(1, 1));
            register_module("part", nn.Linear(1, 1));
        }
    }
}
