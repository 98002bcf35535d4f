using VolumeViewer.Plugins.Metrics.Intervals;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>95 % intervals of transport from the scatter between the eight parts of half the size.</summary>
/// <param name="Tortuosity">Half the interval's width; NaN if fewer than two parts let something through.</param>
/// <param name="Effective">The same for the effective conductivity, in which parts that let nothing through count as 0.</param>
/// <param name="Parts">How many parts there are.</param>
/// <param name="Through">How many let something through.</param>
internal sealed record TransportInterval(double Tortuosity, double Effective, int Parts, int Through)
{
    // In smaller parts the walls would matter more than the material.
    private const int LeastSide = 8;

    private const double LeastTolerance = 1e-2;

    /// <summary>Solves the parts, between walls without flux at the sides; null if they would be too small.</summary>
    public static TransportInterval? Of(OrientedLabels labels, double[] conductivities, TransportOptions options, Action<double>? report, CancellationToken cancellationToken)
    {
        var (depth, height, width) = (labels.Depth / 2, labels.Height / 2, labels.Width / 2);
        if (Math.Min(depth, Math.Min(height, width)) < LeastSide)
            return null;
        var rough = options with { Boundary = TransportBoundary.Walls, Tolerance = Math.Max(options.Tolerance, LeastTolerance) };
        var (tortuosity, effective) = (new List<double>(), new List<double>());
        for (var part = 0; part < 8; part++)
        {
            // Where a length is odd the last plane is left out.
            var half = labels.Part((part >> 2) * depth, ((part >> 1) & 1) * height, (part & 1) * width, depth, height, width);
            if (half.Labels.AsSpan().IndexOfAnyExcept(Sdk.LabelVolume.Unlabelled) >= 0)
            {
                var solution = TortuositySolver.Solve(half, conductivities, rough, false, null, cancellationToken);
                tortuosity.Add(solution.Tortuosity);
                effective.Add(solution.Effective);
            }
            report?.Invoke((part + 1) / 8.0);
        }
        return new TransportInterval(SampleInterval.HalfWidth(tortuosity), SampleInterval.HalfWidth(effective), effective.Count, tortuosity.Count(double.IsFinite));
    }
}
