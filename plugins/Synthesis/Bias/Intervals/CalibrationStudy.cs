using System.Text;
using System.Text.Json.Nodes;

using VolumeViewer.Plugins.Synthesis.Bias.Study;
using VolumeViewer.Plugins.Synthesis.Imaging;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Intervals;

/// <summary>study.interval-calibration: makes intervals from probabilities honest, on volumes whose truth is known, and states the coverage that they have on others.</summary>
internal static class CalibrationStudy
{
    private const string LabelEnding = "_label";

    internal static Operation<CalibrationParameters> Create() => new("study.interval-calibration", "Calibrate intervals", RunAsync)
    {
        Description = "Compares the properties that a network's probabilities allow for with the truth of several volumes, finds how wide intervals must be to hold it with 90 %, "
            + "and says by leaving out each volume in turn how often they do. Writes calibration.json for measure.probability-intervals.",
        Inputs = [new OperationInput("in", InputKind.Path, "A folder of grey volumes (N.tif) with their true labels (N_label.tif).")],
        Output = OutputKind.Folder,
        IsDeterministic = false,
    };

    /// <summary>The sampling that a calibration was made with, so that it is drawn alike.</summary>
    internal static SamplingParameters Sampling(JsonObject facts, SamplingParameters given) => given with
    {
        LogitDeviation = (double?)facts["logitDeviation"] ?? given.LogitDeviation,
        CorrelationLength = (double?)facts["correlationLength"] ?? given.CorrelationLength,
        CommonShare = (double?)facts["commonShare"] ?? given.CommonShare,
    };

    /// <summary>What a calibration was made with, and its coverage.</summary>
    internal static Table FactsTable(JsonObject facts) =>
        new Table("calibration", new("coverage by cross-validation", "%", "0.0"), new("± 95 %", "%", "0.0"), new("nominal coverage", "%", "0"), new("volumes"), new("cases"),
            new("logit deviation"), new("correlation length", "voxel"))
            .Add(100 * (double?)facts["coverage"], 100 * (double?)facts["coverageHalfWidth"], 100 * IntervalCalibration.Nominal, (int?)facts["volumes"], (int?)facts["judged"],
                (double?)facts["logitDeviation"], (double?)facts["correlationLength"]);

    private static async Task<OperationResult> RunAsync(OperationContext context, CalibrationParameters parameters)
    {
        var output = context.OutputPath ?? throw new UserException("Give the folder for the calibration as --out.");
        var names = Names(context.Path("in"), parameters.Volumes);
        var cases = new List<CalibrationCase>();
        for (var volume = 0; volume < names.Count; volume++)
        {
            var progress = new StudyProgress(new PartOfJob(context.Job, volume / (double)names.Count, (volume + 1.0) / names.Count), 1 + (parameters.Parts * parameters.Parts * parameters.Parts));
            cases.AddRange(await CasesAsync(context, parameters, names[volume], volume, progress).ConfigureAwait(false));
        }
        var judged = IntervalCalibration.CrossValidate(cases);
        if (judged.Count == 0)
            throw new UserException("No property occurs in enough volumes to be calibrated; give three volumes at least, or cut them into --parts 2.");
        var calibration = IntervalCalibration.Fit(cases);
        var facts = calibration.Facts;
        facts["volumes"] = names.Count;
        facts["judged"] = judged.Count;
        facts["coverage"] = judged.Count(each => each.IsHeld) / (double)judged.Count;
        facts["coverageHalfWidth"] = IntervalCalibration.CoverageHalfWidth(judged);
        facts["logitDeviation"] = parameters.LogitDeviation;
        facts["correlationLength"] = parameters.CorrelationLength;
        facts["commonShare"] = parameters.CommonShare;
        facts["draws"] = parameters.Draws;
        Directory.CreateDirectory(output);
        StudyFolder.Write(Path.Combine(output, "calibration.json"), Encoding.UTF8.GetBytes(calibration.ToJson()));
        return new OperationResult { Tables = [FactsTable(facts), Properties(calibration, cases, judged)], Plots = [Residuals(cases)] };
    }

    private static List<string> Names(string folder, string wanted)
    {
        if (!Directory.Exists(folder))
            throw new UserException($"The folder '{folder}' does not exist; give one of grey volumes (N.tif) with their true labels (N_label.tif).");
        var chosen = wanted.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var pairs = Directory.GetFiles(folder).Where(file => Path.GetFileNameWithoutExtension(file).EndsWith(LabelEnding, StringComparison.Ordinal))
            .Select(file => file.Replace(LabelEnding + Path.GetExtension(file), Path.GetExtension(file), StringComparison.Ordinal))
            .Where(file => File.Exists(file) && (chosen.Length == 0 || chosen.Contains(Path.GetFileNameWithoutExtension(file)))).OrderBy(file => file, NaturalOrder.Instance).ToList();
        return pairs.Count > 0 ? pairs : throw new UserException($"'{folder}' has no volume{(chosen.Length > 0 ? $" named {wanted}" : "")} (N.tif) with its labels (N_label.tif).");
    }

    private static async Task<IEnumerable<CalibrationCase>> CasesAsync(
        OperationContext context, CalibrationParameters parameters, string path, int volume, StudyProgress progress)
    {
        using var grey = new ImageLayer(Path.GetFileNameWithoutExtension(path), context.Io.Open(path, context.CancellationToken));
        var probabilities = await ProbabilityVolume.PredictAsync(context, grey, parameters.Model, progress.Part(grey.Name)).ConfigureAwait(false);
        progress.Done(wasThere: false);
        using var source = context.Io.Open(Path.ChangeExtension(path, null) + LabelEnding + Path.GetExtension(path), context.CancellationToken);
        using var truth = LabelVolume.FromSource(source, probabilities.Phases, context.CancellationToken);
        var cases = new List<CalibrationCase>();
        var part = 0;
        foreach (var box in Boxes(truth.Shape, parameters.Parts))
        {
            using var labels = Crop(truth, box);
            var right = QuickProperties.Measure(labels, context.CancellationToken).ToDictionary(each => each.Name, each => each.Value);
            // Each part is drawn from for itself, with a seed of its own.
            var ensemble = new LogitEnsemble(probabilities.Crop(box), parameters with { Seed = parameters.Seed + (1000 * ((volume * 512) + part)) });
            var properties = await EnsembleProperty.MeasureAsync(ensemble, parameters.Draws, null, progress.Part($"{grey.Name}, part {++part}")).ConfigureAwait(false);
            cases.AddRange(properties.Where(each => each.Spread > 0).Select(each => new CalibrationCase(volume, each.Name, right[each.Name], each.Median, each.Spread)));
            progress.Done(wasThere: false);
        }
        return cases;
    }

    private static IEnumerable<VoxelBox> Boxes(VolumeShape shape, int parts)
    {
        if (Math.Min(shape.Depth, Math.Min(shape.Height, shape.Width)) < 8 * parts)
            throw new UserException($"--parts {parts}: a volume of {shape} voxels is too small to be cut like this; parts need 8 voxels along each axis.");
        static (int Start, int Length) Span(int length, int parts, int part) => ((int)((long)length * part / parts), (int)(((long)length * (part + 1) / parts) - ((long)length * part / parts)));
        for (var i = 0; i < parts * parts * parts; i++)
        {
            var (z, depth) = Span(shape.Depth, parts, i / (parts * parts));
            var (y, height) = Span(shape.Height, parts, i / parts % parts);
            var (x, width) = Span(shape.Width, parts, i % parts);
            yield return new VoxelBox(z, y, x, depth, height, width);
        }
    }

    private static LabelVolume Crop(LabelVolume labels, VoxelBox box)
    {
        var crop = new LabelVolume(new VolumeShape(box.Depth, box.Height, box.Width), labels.Phases, labels.Spacing);
        for (var z = 0; z < box.Depth; z++)
        {
            for (var y = 0; y < box.Height; y++)
                labels.Slice(box.Z + z).Slice(((box.Y + y) * labels.Shape.Width) + box.X, box.Width).CopyTo(crop.Slice(z)[(y * box.Width)..]);
        }
        return crop;
    }

    private static Table Properties(IntervalCalibration calibration, List<CalibrationCase> cases, IReadOnlyList<(CalibrationCase Case, bool IsHeld)> judged)
    {
        var table = new Table("calibration of each property", new("property"), new("cases"), new("centre", "spreads", "0.00"), new("half-width", "spreads", "0.00"),
            new("mean half-width", "% of the truth", "0.0"), new("coverage by cross-validation", "%", "0.0"));
        foreach (var (name, centre, halfWidth, count) in calibration.Properties)
        {
            var own = judged.Where(each => each.Case.Name == name).ToList();
            table.Add(name, count, centre, halfWidth, 100 * cases.Where(each => each.Name == name && each.Truth != 0).Select(each => halfWidth * each.Spread / Math.Abs(each.Truth)).DefaultIfEmpty(double.NaN).Average(),
                own.Count > 0 ? 100.0 * own.Count(each => each.IsHeld) / own.Count : null);
        }
        return table;
    }

    private static Plot Residuals(List<CalibrationCase> cases) => new("Truth less median, in spreads of the draws", "case", "spreads",
        [.. cases.GroupBy(each => each.Name).Select(group => new PlotSeries(group.Key, [.. group.Select((_, i) => i + 1.0)], [.. group.Select(each => each.Residual)]))]);
}
