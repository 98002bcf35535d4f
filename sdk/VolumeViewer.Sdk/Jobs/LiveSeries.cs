namespace VolumeViewer.Sdk;

/// <summary>A curve that grows while a job runs, such as the loss over the steps. Safe to add to and read from different threads.</summary>
public sealed class LiveSeries
{
    /// <summary>The most points kept. Beyond, every second point is dropped, and from then on only every second, fourth … point is taken.</summary>
    public const int MostPoints = 65_536;

    private readonly Lock _lock = new();
    private readonly List<(double X, double Y)> _points = [];
    private long _added;
    private long _stride = 1;

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
        {
            if (_added++ % _stride != 0)
                return;
            _points.Add((x, y));
            if (_points.Count < MostPoints)
                return;
            for (var i = 0; i < MostPoints / 2; i++)
                _points[i] = _points[2 * i];
            _points.RemoveRange(MostPoints / 2, MostPoints / 2);
            _stride *= 2;
        }
    }

    /// <summary>A copy of the points so far.</summary>
    public (double X, double Y)[] Snapshot()
    {
        lock (_lock)
            return [.. _points];
    }
}
