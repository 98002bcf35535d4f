using VolumeViewer.Sdk;

namespace QueueRuns;

/// <summary>As those of a training, only quick.</summary>
public sealed record CountParameters
{
    [Parameter("Rate", Min = 1e-9, Max = 10, Help = "How fast the score rises.")]
    public double Rate { get; init; } = 0.1;

    [Parameter("Options", Help = "Options, such as width=3,depth=2.")]
    public string Options { get; init; } = "";

    [Parameter("Epochs", Min = 1, Max = 100_000, Help = "How far to count.")]
    public int Epochs { get; init; } = 5;

    [Parameter("Pause", Unit = "ms", Min = 0, Max = 10_000, Help = "Time of an epoch.")]
    public int Pause { get; init; } = 1;

    [Parameter("Fails at", Min = 0, Help = "The epoch that fails; 0 for none.")]
    public int FailsAt { get; init; }

    [Parameter("Kills at", Min = 0, Help = "The epoch in which the process dies, every time; 0 for none.")]
    public int KillsAt { get; init; }

    [Parameter("Augment", Help = "Means nothing.")]
    public bool Augment { get; init; }

    [Parameter("Unlabelled", Help = "Means nothing.")]
    public int? Unlabelled { get; init; }

    [Parameter("Seed", Min = 0, Help = "Means nothing.")]
    public int Seed { get; init; } = 1;

    [Parameter("Resume", Help = "Go on with what is in the folder.")]
    public bool Resume { get; init; }
}
