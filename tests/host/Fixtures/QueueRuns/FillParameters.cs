using VolumeViewer.Sdk;

namespace QueueRuns;

/// <summary>Of an operation that cannot go on with what it had begun.</summary>
public sealed record FillParameters
{
    [Parameter("Text", Help = "What is written.")]
    public string Text { get; init; } = "";

    [Parameter("Pause", Unit = "ms", Min = 0, Max = 100_000, Help = "How long it takes.")]
    public int Pause { get; init; }
}
