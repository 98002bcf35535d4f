namespace VolumeViewer.Sdk;

/// <summary>A curve of a <see cref="Plot"/>; as many x as y.</summary>
public sealed record PlotSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y);

/// <summary>A line plot.</summary>
/// <param name="Title">Names the plot.</param>
/// <param name="XLabel">What runs along x, with its unit.</param>
/// <param name="YLabel">What runs along y, with its unit.</param>
/// <param name="Series">The curves.</param>
public sealed record Plot(string Title, string XLabel, string YLabel, IReadOnlyList<PlotSeries> Series);
