using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Measurements as tables and plots.</summary>
internal static class MeasureTables
{
    /// <summary>The shapes: a row for each measurement.</summary>
    /// <param name="measurements">What is listed.</param>
    /// <param name="spacing">Of the layer whose voxels are counted.</param>
    public static Table Shapes(IEnumerable<Measurement> measurements, Spacing spacing)
    {
        var unit = spacing.Unit;
        // Where no voxel size is known, the lengths are in voxels already.
        var table = new Table("Measurements", [new("name"), new("kind"), new("length", unit), .. spacing.IsCalibrated ? [new TableColumn("length", "voxels", "0.##")] : Array.Empty<TableColumn>(), new("angle", "°", "0.0#"),
            new("area", $"{unit}²", "0.####"), new("volume", $"{unit}³", "0.####"), new("z", unit), new("y", unit), new("x", unit), new("visible")]);
        foreach (var item in measurements)
        {
            object?[] inVoxels = spacing.IsCalibrated ? [item.IsLine ? item.LengthInVoxels(spacing) : null] : [];
            table.Add([item.Name, item.Kind.ToString().ToLowerInvariant(), item.IsLine ? item.Length : null, .. inVoxels, Known(item.Degrees),
                Known(item.Area), Known(item.Volume), item.Points.Average(point => point.Z), item.Points.Average(point => point.Y), item.Points.Average(point => point.X), item.Visible ? "yes" : "no"]);
        }
        return table;
    }

    /// <summary>The grey values in regions: a row for each region and image.</summary>
    public static Table Greys(IEnumerable<(Measurement Of, MeasureResult Result)> results)
    {
        var table = new Table("Grey values in regions", new("name"), new("layer"), new("voxels"), new("mean"), new("sd"), new("min"), new("median"), new("max"));
        foreach (var (item, result) in results)
        {
            foreach (var layer in result.Layers)
            {
                if (layer.Greys is { } greys)
                    table.Add(item.Name, layer.Layer, greys.Count, Known(greys.Mean), Known(greys.StandardDeviation), Known(greys.Minimum), Known(greys.Median), Known(greys.Maximum));
            }
        }
        return table;
    }

    /// <summary>The phases in regions and along profiles: a row for each measurement, labels layer and phase.</summary>
    public static Table Phases(IEnumerable<(Measurement Of, MeasureResult Result)> results, string unit)
    {
        var table = new Table("Phases in regions and along profiles", new("name"), new("layer"), new("phase"), new("voxels"), new("length", unit), new("fraction", "", "0.0000"));
        foreach (var (item, result) in results)
        {
            foreach (var layer in result.Layers)
            {
                foreach (var (phase, voxels, length, fraction) in PhasesOf(layer))
                    table.Add(item.Name, layer.Layer, phase, voxels, length, Known(fraction));
            }
        }
        return table;
    }

    /// <summary>The runs of phases along a profile, one after the other.</summary>
    public static Table Runs(Measurement measurement, LayerMeasure layer, string unit)
    {
        var table = new Table($"{measurement.Name}: phases of {layer.Layer}", new("phase"), new("from", unit), new("to", unit), new("length", unit));
        foreach (var run in layer.Runs ?? [])
            table.Add(NameOf(layer, run.Label), run.From, run.To, run.Length);
        return table;
    }

    /// <summary>The grey values along a profile, a curve for each image; null where there is none.</summary>
    public static Plot? Profile(Measurement measurement, MeasureResult result)
    {
        var curves = result.Layers.Where(layer => layer.Profile is not null).Select(layer => new PlotSeries(layer.Layer, layer.Profile!.Distances, layer.Profile.Values)).ToList();
        return curves.Count == 0 ? null : new Plot(measurement.Name, $"distance [{result.Unit}]", "grey value", curves);
    }

    /// <summary>The phases that a measurement found in a labels layer, those it did not meet left out.</summary>
    public static IEnumerable<(string Phase, long? Voxels, double? Length, double Fraction)> PhasesOf(LayerMeasure layer)
    {
        if (layer.Counts is { } counts)
        {
            for (var label = 0; label < counts.Counts.Count; label++)
            {
                if (counts.Counts[label] > 0)
                    yield return (NameOf(layer, (byte)label), counts.Counts[label], null, counts.Fraction(label));
            }
            if (counts.Unlabelled > 0)
                yield return (NameOf(layer, LabelVolume.Unlabelled), counts.Unlabelled, null, double.NaN);
        }
        if (layer.Runs is not { } runs)
            yield break;
        var labelled = runs.Where(run => run.Label is not null and not LabelVolume.Unlabelled).Sum(run => run.Length);
        foreach (var group in runs.Where(run => run.Label is not null).GroupBy(run => run.Label!.Value).OrderBy(group => group.Key))
        {
            var length = group.Sum(run => run.Length);
            yield return (NameOf(layer, group.Key), null, length, group.Key == LabelVolume.Unlabelled ? double.NaN : length / labelled);
        }
    }

    /// <summary>The name of a phase, "unlabelled", or "outside".</summary>
    public static string NameOf(LayerMeasure layer, byte? label) =>
        label is not { } known ? "outside" : layer.Phases is { } phases && known < phases.Count ? phases[known].Name : "unlabelled";

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
