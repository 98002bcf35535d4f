using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>Collects solutions as tables and plots.</summary>
internal sealed class TransportReport(bool hasConductivities)
{
    // Seconds are not in the table but in the log: tables of equal runs are equal, and recipes check that.
    private readonly Table _convergence = new("convergence", new("phase"), new("axis"), new("iterations"), new("residual", Format: "0.0E+0"),
        new("flux spread", Format: "0.0E+0"), new("converged"), new("parts"), new("parts that let through"));

    private readonly Table _anisotropy = new("anisotropy", new("phase"), new("effective along z", Format: "G6"), new("effective along y", Format: "G6"),
        new("effective along x", Format: "G6"), new("mean", Format: "G6"), new("greatest / least", Format: "0.0000"));

    private readonly Table _transport = new("tortuosity", new("phase"), new("axis"), new("tortuosity factor", Format: "0.00000"), new("± 95 %", Format: "0.0000"),
        new(hasConductivities ? "effective conductivity" : "D_eff / D_0", Format: "G7"), new("effective ± 95 %", Format: "G3"),
        new(hasConductivities ? "mean conductivity" : "volume fraction", Format: "0.000000"), new("through share", Format: "0.0000"), new("note"));

    private readonly Dictionary<Axis, (List<PlotSeries> Flux, List<PlotSeries> Concentration)> _profiles = [];
    private readonly Dictionary<string, Dictionary<Axis, double>> _effective = [];
    private string _unit = "";

    /// <summary>Adds a solution.</summary>
    public void Add(string phase, OrientedLabels labels, TransportSolution solution, TransportInterval? interval)
    {
        var axis = labels.Axis.ToString().ToLowerInvariant();
        _transport.Add(phase, axis, solution.Tortuosity, solution.Percolates ? Known(interval?.Tortuosity) : null, solution.Effective,
            solution.Percolates ? Known(interval?.Effective) : null, solution.MeanConductivity, solution.ThroughShare, Note(phase, axis, solution));
        _convergence.Add(phase, axis, solution.Iterations, solution.Percolates ? solution.Residual : null, solution.Percolates ? solution.Spread : null,
            !solution.Percolates ? null : solution.Converged ? "yes" : "no", interval?.Parts, interval?.Through);
        if (!_effective.TryGetValue(phase, out var along))
            _effective.Add(phase, along = []);
        along[labels.Axis] = solution.Effective;
        _unit = labels.Spacing.Unit;
        if (!_profiles.ContainsKey(labels.Axis))
            _profiles.Add(labels.Axis, ([], []));
        if (solution.Fields is null)
            return;
        _profiles[labels.Axis].Flux.Add(new PlotSeries(phase, [.. Enumerable.Range(0, solution.PlaneFlux.Count).Select(i => i * labels.Step)], solution.PlaneFlux));
        var means = solution.Fields.MeanConcentrations();
        _profiles[labels.Axis].Concentration.Add(new PlotSeries(phase, [.. Enumerable.Range(0, means.Length).Select(i => (i + 0.5) * labels.Step)], means));
    }

    /// <summary>The tables.</summary>
    public IReadOnlyList<Table> Tables()
    {
        foreach (var (phase, along) in _effective.Where(pair => pair.Value.Count == 3))
        {
            var (least, greatest) = (along.Values.Min(), along.Values.Max());
            _anisotropy.Add(phase, along[Axis.Z], along[Axis.Y], along[Axis.X], along.Values.Average(), least > 0 ? greatest / least : null);
        }
        return _anisotropy.Rows.Count > 0 ? [_transport, _anisotropy, _convergence] : [_transport, _convergence];
    }

    /// <summary>Profiles along the flux.</summary>
    public IReadOnlyList<Plot> Plots() => [.. _profiles.Where(pair => pair.Value.Flux.Count > 0).SelectMany(pair =>
    {
        var axis = pair.Key.ToString().ToLowerInvariant();
        return new Plot[]
        {
            new($"Flux through planes along {axis}", $"{axis} [{_unit}]", "flux, of a straight way's", pair.Value.Flux),
            new($"Mean concentration along {axis}", $"{axis} [{_unit}]", "concentration", pair.Value.Concentration),
        };
    })];

    private static double? Known(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private static string Note(string phase, string axis, TransportSolution solution)
    {
        if (solution.Fraction == 0)
            return $"There is nothing of {phase} in the measured volume.";
        if (!solution.Percolates)
            return $"No way leads through {phase} along {axis}: none of its parts, joined by faces, reaches from end to end.";
        return solution.Converged ? "" : "Not solved to the tolerance; take a greater one.";
    }
}
