namespace VolumeViewer.Sdk;

/// <summary>A curve that grows while a job runs, such as the loss over the steps. Safe to add to and read from different threads.</summary>
public sealed class LiveSeries
{
    private readonly Lock _lock = new();
    private readonly List<(double X, double Y)> _points = [];

    /// <param name="plot">The plot it belongs to; series of one plot share its axes.</param>
    /// <param name="name">Its name in the legend.</param>
    /// <param name="xLabel">What runs along the plot, with its unit.</param>
    public LiveSeries(string plot, string name, string xLabel = "") => (Plot, Name, XLabel) = (plot, name, xLabel);

    /// <summary>The plot it belongs to.</summary>
    public string Plot { get; }

    /// <summary>Its name in the legend.</summary>
    public string Name { get; }

    /// <summary>What runs along the plot.</summary>
    public string XLabel { get; }

    /// <summary>Adds a point at the end.</summary>
    public void Add(double x, double y)
    {
        lock (_lock)
            _points.Add((x, y));
    }

    /// <summary>A copy of the points so far.</summary>
    public (double X, double Y)[] Snapshot()
    {
        lock (_lock)
            return [.. _points];
    }
}
