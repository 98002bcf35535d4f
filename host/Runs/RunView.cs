namespace VolumeViewer.Host.Runs;

/// <summary>A run folder as it was last read; never changes.</summary>
internal sealed record RunView
{
    /// <summary>The whole path of the folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The path below the folder that was asked for.</summary>
    public required string Name { get; init; }

    public RunFacts Facts { get; init; } = RunFacts.Unknown;

    public MetricsTable Metrics { get; init; } = MetricsTable.Empty;

    /// <summary>Numbers of the test after training, by name.</summary>
    public IReadOnlyDictionary<string, double> Test { get; init; } = new Dictionary<string, double>();

    /// <summary>Epochs of which there is a preview, ascending.</summary>
    public IReadOnlyList<int> Previews { get; init; } = [];

    /// <summary>Time spent, by the record or else by the last row.</summary>
    public double? Seconds => Facts.Seconds is { } recorded && recorded > 0 ? Math.Max(recorded, Metrics.Last("seconds") ?? 0) : Metrics.Last("seconds");

    /// <summary>The grey region that previews are drawn on.</summary>
    public string PreviewGrey => Path.Combine(Folder, "preview", "grey.tif");

    /// <summary>The labels of that region after an epoch.</summary>
    public string PreviewOf(int epoch) => Path.Combine(Folder, "preview", $"epoch-{epoch:0000}.tif");
}
