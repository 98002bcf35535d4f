namespace VolumeViewer.Host.Queue;

/// <summary>A search in which all runs get a few epochs, the better share several times as many, and so on until one runs to its end.</summary>
internal sealed record HalvingSearch
{
    public required int Id { get; init; }

    /// <summary>The column of metrics.csv that decides.</summary>
    public string Metric { get; init; } = "validation mean IoU";

    /// <summary>Whether less is better.</summary>
    public bool IsLowBetter { get; init; }

    /// <summary>The column of metrics.csv that counts what a run got.</summary>
    public string Counter { get; init; } = "epoch";

    /// <summary>What each run gets at first, in the counter's unit.</summary>
    public double First { get; init; } = 1;

    /// <summary>The share that goes on, between 0 and 1.</summary>
    public double Keep { get; init; } = 1.0 / 3;

    /// <summary>What a run has got in all at the end of a round, from 0.</summary>
    public double Budget(int round) => Math.Round(First * Math.Pow(1 / Keep, round));

    /// <summary>Whether a metric of this name is better when it is low.</summary>
    public static bool IsLowBetterByName(string metric) =>
        metric.Contains("loss", StringComparison.OrdinalIgnoreCase) || metric.Contains("error", StringComparison.OrdinalIgnoreCase);

    /// <summary>How many of so many go on.</summary>
    public int Survivors(int count) => Math.Clamp((int)Math.Floor((count * Keep) + 1e-9), 1, count);
}
