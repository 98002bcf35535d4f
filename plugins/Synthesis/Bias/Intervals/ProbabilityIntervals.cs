using VolumeViewer.Plugins.Synthesis.Bias.Study;
using VolumeViewer.Plugins.Synthesis.Imaging;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Intervals;

/// <summary>measure.probability-intervals: what a network's probabilities leave open of the measured properties.</summary>
internal static class ProbabilityIntervals
{
    // Share of the work that is done when the probabilities are there.
    private const double Predicted = 0.5;

    internal static Operation<IntervalsParameters> Create() => new("measure.probability-intervals", "Intervals from probabilities", RunAsync)
    {
        Description = "Draws segmentations that a network's probabilities allow for, moved coherently, and gives each property with the interval over the draws; "
            + "with a calibration on volumes of known truth, an interval that holds the truth with 90 %.",
        Inputs = [new OperationInput("in", InputKind.Image, "The grey volume, for the network given as the model.") { Optional = true }],
        // Prediction is not, between machines.
        IsDeterministic = false,
    };

    private static async Task<OperationResult> RunAsync(OperationContext context, IntervalsParameters parameters)
    {
        var calibration = parameters.Calibration.Length > 0 ? IntervalCalibration.Read(parameters.Calibration) : null;
        SamplingParameters sampling = calibration is null ? parameters : CalibrationStudy.Sampling(calibration.Facts, parameters);
        var probabilities = await ProbabilitiesAsync(context, parameters).ConfigureAwait(false);
        var ensemble = new LogitEnsemble(probabilities, sampling);
        var others = parameters.Tortuosity ? new OtherProperties(context, tortuosity: true, thickness: false) : null;
        var properties = await EnsembleProperty.MeasureAsync(ensemble, parameters.Draws, others, new PartOfJob(context.Job, Predicted, 1)).ConfigureAwait(false);
        var vote = new Vote(probabilities.Shape, probabilities.Phases, probabilities.Spacing);
        for (var draw = 0; draw < Math.Min(parameters.Draws, 20); draw++)
        {
            using var labels = ensemble.Draw(draw);
            vote.Add(labels);
        }
        var (majority, entropy) = vote.Result();
        majority.Dispose();
        return new OperationResult
        {
            // The entropy would cover the phases.
            Layers = [new LabelsLayer("most probable phases", ensemble.MostProbable()), new ImageLayer("disagreement of the draws (entropy)", entropy) { ContrastLimits = new ContrastLimits(0, 1), Visible = false }],
            Tables = [TableOf(properties, calibration), .. calibration is null ? [] : (Table[])[CalibrationStudy.FactsTable(calibration.Facts)]],
            Plots = [.. properties.Select(property => new Plot($"Draws of {property.Name}", "share of the draws",
                property.Unit.Length > 0 ? $"{property.Name} [{property.Unit}]" : property.Name, [Distribution(property)]))],
        };
    }

    private static async Task<ProbabilityVolume> ProbabilitiesAsync(OperationContext context, IntervalsParameters parameters)
    {
        if (parameters.Probabilities.Length == 0)
        {
            if (!context.Layers.ContainsKey("in") || parameters.Model.Length == 0)
                throw new UserException("Give a grey volume as --in and the network as --model, or the images of predict.network as --probabilities \"A.tif;B.tif\".");
            return await ProbabilityVolume.PredictAsync(context, context.Image("in"), parameters.Model, new PartOfJob(context.Job, 0, Predicted)).ConfigureAwait(false);
        }
        var paths = parameters.Probabilities.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var names = parameters.PhaseNames.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length > 0 && names.Length != paths.Length)
            throw new UserException($"--phase-names names {names.Length} phases, but there are {paths.Length} probability images.");
        var sources = new List<IVolumeSource>();
        try
        {
            foreach (var path in paths)
                sources.Add(context.Io.Open(path, context.CancellationToken));
            return ProbabilityVolume.From(sources, names.Length > 0 ? PhaseTable.Named(names) : PhaseTable.Numbered(paths.Length), context.CancellationToken);
        }
        finally
        {
            sources.ForEach(source => source.Dispose());
        }
    }

    private static Table TableOf(IReadOnlyList<EnsembleProperty> properties, IntervalCalibration? calibration)
    {
        var table = new Table("property intervals", [new("property"), new("most probable", Format: "G5"),
            .. calibration is null ? [] : (TableColumn[])[new("90 % low", Format: "G5"), new("90 % high", Format: "G5")],
            new("5 % of draws", Format: "G5"), new("95 % of draws", Format: "G5"), new("median of draws", Format: "G5"), new("spread of draws", Format: "G3"), new("unit")]);
        foreach (var each in properties)
        {
            var interval = calibration?.Interval(each.Name, each.Median, each.Spread);
            table.Add([each.Name, Known(each.Predicted), .. calibration is null ? [] : (object?[])[interval?.Low, interval?.High],
                Known(each.Quantile(0.05)), Known(each.Quantile(0.95)), Known(each.Median), Known(each.Spread), each.Unit]);
        }
        return table;
    }

    private static object? Known(double value) => double.IsFinite(value) ? value : double.IsPositiveInfinity(value) ? "∞" : null;

    private static PlotSeries Distribution(EnsembleProperty property)
    {
        var values = property.Draws.Where(double.IsFinite).Order().ToList();
        return new PlotSeries("draws", [.. values.Select((_, i) => (i + 0.5) / values.Count)], values);
    }
}
