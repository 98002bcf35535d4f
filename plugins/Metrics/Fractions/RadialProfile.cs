using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics;

/// <summary>An axis through the middle of a volume, or none.</summary>
internal enum RadialAxis
{
    /// <summary>No profile.</summary>
    None,

    /// <summary>Along z.</summary>
    Z,

    /// <summary>Along y.</summary>
    Y,

    /// <summary>Along x.</summary>
    X,
}

/// <summary>Volume fractions by the distance from an axis through the middle of a volume, such as that of a wound cell or of the sample's rotation.</summary>
internal static class RadialProfile
{
    /// <summary>The plot, with a point for each ring of the width of a voxel that has labelled voxels; none for no axis.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="around">The axis.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IReadOnlyList<Plot> Plots(LabelVolume labels, RadialAxis around, CancellationToken cancellationToken = default)
    {
        if (around == RadialAxis.None)
            return [];
        var axis = around switch { RadialAxis.Z => Axis.Z, RadialAxis.Y => Axis.Y, _ => Axis.X };
        var (spacing, phases) = (labels.Spacing, labels.Phases.Count);
        var width = Enum.GetValues<Axis>().Where(across => across != axis).Min(spacing.Along);
        var counts = Count(labels, axis, width, cancellationToken);
        var rings = Enumerable.Range(0, counts.Length / phases).Where(ring => Enumerable.Range(0, phases).Any(phase => counts[(ring * phases) + phase] > 0)).ToArray();
        double[] radii = [.. rings.Select(ring => (ring + 0.5) * width)];
        var name = axis.ToString().ToLowerInvariant();
        return
        [
            new Plot($"Volume fractions around {name}", $"distance from the axis [{spacing.Unit}]", "volume fraction",
            [
                .. Enumerable.Range(0, phases).Select(phase => new PlotSeries(labels.Phases[phase].Name, radii,
                    [.. rings.Select(ring => counts[(ring * phases) + phase] / (double)counts.AsSpan(ring * phases, phases).ToArray().Sum())])),
            ]),
        ];
    }

    private static long[] Count(LabelVolume labels, Axis axis, double width, CancellationToken cancellationToken)
    {
        var (shape, phases) = (labels.Shape, labels.Phases.Count);
        double[] Squares(Axis of) =>
            [.. Enumerable.Range(0, shape.Along(of)).Select(i => of == axis ? 0 : Math.Pow((i - ((shape.Along(of) - 1) / 2.0)) * labels.Spacing.Along(of), 2))];
        var (z2, y2, x2) = (Squares(Axis.Z), Squares(Axis.Y), Squares(Axis.X));
        var total = new long[((int)(Math.Sqrt(z2[0] + y2[0] + x2[0]) / width) + 1) * phases];
        labels.ForEachSlice(z =>
        {
            var counts = new long[total.Length];
            var slice = labels.Slice(z);
            for (var i = 0; i < slice.Length; i++)
            {
                if (slice[i] != LabelVolume.Unlabelled)
                    counts[((int)(Math.Sqrt(z2[z] + y2[i / shape.Width] + x2[i % shape.Width]) / width) * phases) + slice[i]]++;
            }
            lock (total)
            {
                for (var i = 0; i < total.Length; i++)
                    total[i] += counts[i];
            }
        }, cancellationToken);
        return total;
    }
}
