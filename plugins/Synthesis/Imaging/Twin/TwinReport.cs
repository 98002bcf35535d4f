using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>A real volume and its twin side by side, in numbers and curves.</summary>
/// <param name="Phases">Of both.</param>
/// <param name="Structures">What the phases of the real volume and of the twin measure.</param>
/// <param name="Greys">What the images of both measure.</param>
internal sealed record TwinReport(
    PhaseTable Phases, (StructureMeasures Real, StructureMeasures Twin) Structures, (GreyMeasures Real, GreyMeasures Twin) Greys)
{
    /// <summary>All that was fitted, and how well.</summary>
    /// <param name="parts">Of the real volume, for the intervals of its numbers.</param>
    public Table Comparison(IReadOnlyList<(StructureMeasures Structure, GreyMeasures Greys)> parts)
    {
        var table = new Table("real and twin", new TableColumn("quantity"), new TableColumn("real", Format: "0.#####"), new TableColumn("± 95 %", Format: "0.#####"), new TableColumn("twin", Format: "0.#####"),
            new TableColumn("difference", "%", "+0.0;-0.0;0"), new TableColumn("unit"));
        var (real, twin) = (Numbers(Structures.Real, Greys.Real), Numbers(Structures.Twin, Greys.Twin));
        var ofParts = parts.Select(part => Numbers(part.Structure, part.Greys)).ToArray();
        foreach (var (index, (name, unit, value, isOfAnyPart)) in real.Index())
        {
            var (one, other) = (Known(value), Known(twin[index].Value));
            var half = isOfAnyPart && one is not null ? TwinParts.HalfWidth(ofParts.Select(part => Known(part[index].Value))) : null;
            table.Add(name, one, half, other, one is { } from && other is { } to && from != 0 ? 100 * (to - from) / Math.Abs(from) : null, unit);
        }
        return table;

        static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;
    }

    // What a volume comes to: the name, the unit, the value, and whether a part of it has as much of it.
    private List<(string Name, string Unit, double? Value, bool IsOfAnyPart)> Numbers(StructureMeasures structure, GreyMeasures greys)
    {
        var numbers = new List<(string, string, double?, bool)>();
        ForEachPhase("volume fraction", "", label => structure.Fractions[label]);
        ForEachPhase("mean chord", "voxel", label => structure.Chords[label].Mean);
        ForEachPhase("spread of chords", "voxel", label => Spread(structure.Chords[label]));
        ForEachPhase("correlation length", "voxel", structure.CorrelationLength);
        ForEachPhase("mean grey inside", "grey", label => greys.Inside.Means[label]);
        ForEachPhase("spread of greys inside", "grey", label => greys.Inside.Deviations[label]);
        numbers.Add(("noise", "grey", greys.Noise, true));
        numbers.Add(("noise, correlation of neighbours", "", greys.Neighbours, true));
        numbers.Add(("noise, correlation of slices", "", greys.BetweenSlices, true));
        numbers.Add(("noise, spectrum at 0.1 per voxel", "grey²", At(greys, 10), true));
        numbers.Add(("noise, spectrum at 0.5 per voxel", "grey²", At(greys, 50), true));
        numbers.Add(("blur of borders", "voxel", greys.Edge?.Width, true));
        numbers.Add(("fringes at borders", "of the step", greys.Edge?.Overshoot, true));
        // Fewer slices drift less, and rings are about one place.
        numbers.Add(("drift from slice to slice", "of the range", greys.Drift, false));
        numbers.Add(("rings", "grey", greys.Rings, false));
        return numbers;

        void ForEachPhase(string name, string unit, Func<int, double?> of)
        {
            for (var label = 0; label < Phases.Count; label++)
                numbers.Add(($"{name}, {Phases[label].Name}", unit, of(label), true));
        }
    }

    /// <summary>What the twin was made with.</summary>
    public static Table Fitted(TomogramParameters scan, PhaseTable phases, IEnumerable<(string Name, double Value, string Unit)> structure)
    {
        var table = new Table("fitted parameters", new TableColumn("parameter"), new TableColumn("value", Format: "G5"), new TableColumn("unit"));
        foreach (var (name, value, unit) in structure)
            table.Add(name, value, unit);
        for (var label = 0; label < phases.Count; label++)
            table.Add($"grey of {phases[label].Name}", scan.Greys[label], "grey");
        table.Add("attenuation of grey 1", scan.AttenuationPerGrey, "1/length");
        table.Add("photons", scan.Photons, "");
        table.Add("detector blur", scan.DetectorBlur, "voxel");
        table.Add("smoothing", scan.Smoothing, "voxel");
        table.Add("texture", scan.Texture, "");
        table.Add("texture length", scan.TextureLength, "voxel");
        table.Add("fringes", scan.Fringes, "voxel²");
        table.Add("rings", scan.Rings, "");
        table.Add("grey drift", scan.GreyDrift, "");
        return table.Add("grey drift length", scan.GreyDriftLength, "slice");
    }

    /// <summary>Curves of both in one plot each.</summary>
    /// <param name="active">The phase whose chords and covariance are shown.</param>
    public IReadOnlyList<Plot> Plots(int active)
    {
        var plots = new List<Plot>
        {
            new("greys inside of the phases", "grey", "density", [.. Greys.Real.Inside.Curves(Phases, ", real"), .. Greys.Twin.Inside.Curves(Phases, ", twin")]),
            new("noise spectrum", "cycles per voxel", "grey²", [Residuals.Spectrum("real", Greys.Real.Covariance), Residuals.Spectrum("twin", Greys.Twin.Covariance)]),
            new($"chords of {Phases[active].Name}", "voxel", "share", [Structures.Real.Chords[active].Curve("real"), Structures.Twin.Chords[active].Curve("twin")]),
            new($"covariance of {Phases[active].Name}", "voxel", "of its value at 0", [Falling("real", Structures.Real), Falling("twin", Structures.Twin)]),
        };
        if (Greys.Real.Edge is { } edge && Greys.Twin.Edge is { } copy && (edge.Low, edge.High) == (copy.Low, copy.High))
            plots.Add(new Plot($"border of {Phases[edge.Low].Name} and {Phases[edge.High].Name}", "voxel", "grey", [edge.Curve("real"), copy.Curve("twin")]));
        return plots;

        PlotSeries Falling(string name, StructureMeasures measures) =>
            new(name, [.. Enumerable.Range(0, measures.Covariances[active].Length).Select(lag => (double)lag)], measures.Covariances[active]);
    }

    private static double At(GreyMeasures greys, int place) => Residuals.Spectrum("", greys.Covariance).Y[place];

    private static double Spread(Chords chords) => Math.Sqrt(Math.Max(0, chords.MeanSquare - (chords.Mean * chords.Mean)));
}
