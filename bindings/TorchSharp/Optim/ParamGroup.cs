using static TorchSharp.torch.optim;

namespace TorchSharp.Modules;

/// <summary>Parameters that share their options.</summary>
public class ParamGroup : ILearningRateController
{
    public IEnumerable<Parameter> Parameters { get; set; } = [];

    public OptimizerOptions? Options { get; set; }

    public double LearningRate
    {
        get => Options!.LearningRate!.Value;
        set => Options!.LearningRate = value;
    }

    public double InitialLearningRate
    {
        get => Options!.InitialLearningRate;
        set => Options!.InitialLearningRate = value;
    }
}

public class ParamGroup<TOptions> : ParamGroup
    where TOptions : OptimizerOptions
{
    public ParamGroup()
    {
    }

    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null)
    {
        // Walked again at every step, so a lazy listing is walked once here.
        Parameters = [.. parameters];
        base.Options = options;
    }

    public new TOptions Options
    {
        get => (TOptions)base.Options!;
        set => base.Options = value;
    }
}
