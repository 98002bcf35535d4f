namespace VolumeViewer.Plugins.Synthesis.Bias.Study;

/// <summary>How a property comes out of the networks of all annotators, against the truth.</summary>
/// <param name="Name">Of the property.</param>
/// <param name="Unit">Or empty.</param>
/// <param name="Truth">Of the true labels.</param>
/// <param name="Method">Of the network that learned from true labels; what it is off by, is due to the method.</param>
/// <param name="Annotators">Of the annotators' networks; not finite where it could not be measured.</param>
/// <param name="Controls">Of the networks that learned from the first annotator with other seeds.</param>
internal sealed record PropertySummary(string Name, string Unit, double Truth, double Method, IReadOnlyList<double> Annotators, IReadOnlyList<double> Controls)
{
    private IReadOnlyList<double> Finite => [.. Annotators.Where(double.IsFinite)];

    /// <summary>Mean over annotators.</summary>
    internal double Mean => Finite.Count > 0 ? Finite.Average() : double.NaN;

    /// <summary>Standard deviation between annotators, of the sample.</summary>
    internal double Spread => Deviation(Finite);

    /// <summary>Mean less truth.</summary>
    internal double Bias => Mean - Truth;

    /// <summary>Half the width of the 95 % interval of the mean, by Student's t.</summary>
    internal double HalfWidth => Finite.Count > 1 ? StudentQuantile.Two95(Finite.Count - 1) * Spread / Math.Sqrt(Finite.Count) : double.NaN;

    /// <summary>Standard deviation between trainings with the same labels; the first annotator's own counts among them.</summary>
    internal double TrainingSpread => Deviation([.. Controls.Concat(Annotators.Take(1)).Where(double.IsFinite)]);

    /// <summary>The part of <see cref="Spread"/> that training does not explain; 0 where training explains all.</summary>
    internal double LabellerSpread => double.IsNaN(TrainingSpread) ? Spread : Math.Sqrt(Math.Max(0, (Spread * Spread) - (TrainingSpread * TrainingSpread)));

    /// <summary>Bias and two deviations together, as a share of the truth: how far a single annotator's result may well lie off.</summary>
    internal double Uncertainty => Math.Abs(Truth) > 0 && Finite.Count == Annotators.Count ? (Math.Abs(Bias) + (2 * (double.IsNaN(Spread) ? 0 : Spread))) / Math.Abs(Truth) : double.NaN;

    /// <summary>How far a value lies from the truth, as a share of it.</summary>
    internal double Relative(double value) => (value - Truth) / Math.Abs(Truth);

    /// <summary>What to think of it.</summary>
    /// <param name="within">Share of the truth that is still robust.</param>
    internal string Verdict(double within) => double.IsNaN(Uncertainty) ? "unknown" : Uncertainty <= within ? "robust" : Uncertainty <= 3 * within ? "sensitive" : "not robust";

    /// <summary>Gathers the properties of all runs, the most robust first; those that could not be ranked come last.</summary>
    internal static IReadOnlyList<PropertySummary> Of(RunOutcome truth, IReadOnlyList<(StudyRun Run, RunOutcome Outcome)> outcomes) =>
    [
        .. truth.Properties.Select(property =>
        {
            double Value(RunOutcome outcome) => outcome.Properties.FirstOrDefault(each => each.Name == property.Name)?.Value ?? double.NaN;
            IReadOnlyList<double> Of(RunKind kind) => [.. outcomes.Where(each => each.Run.Kind == kind).Select(each => Value(each.Outcome))];
            return new PropertySummary(property.Name, property.Unit, property.Value, Of(RunKind.Truth).FirstOrDefault(double.NaN), Of(RunKind.Annotator), Of(RunKind.Control));
        }).OrderBy(summary => double.IsNaN(summary.Uncertainty) ? double.PositiveInfinity : summary.Uncertainty),
    ];

    private static double Deviation(IReadOnlyList<double> values)
    {
        if (values.Count < 2)
            return double.NaN;
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
