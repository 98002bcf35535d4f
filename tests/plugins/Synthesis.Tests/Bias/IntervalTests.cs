using VolumeViewer.Plugins.Synthesis;
using VolumeViewer.Plugins.Synthesis.Bias;
using VolumeViewer.Plugins.Synthesis.Bias.Intervals;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests.Bias;

public sealed class IntervalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("intervals").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Two phases whose logarithms differ by d: the second wins where two normal numbers differ by more, with probability Φ(d/(σ√2)).
    [Theory]
    [InlineData(0.5, 64)]
    [InlineData(1, 100)]
    public void Draw_OfUniformProbabilities_LabelsTheShareOfTheNormalDistribution(double deviation, byte second)
    {
        var probabilities = Uniform(new(12, 64, 64), second);
        var ensemble = new LogitEnsemble(probabilities, new SamplingParameters { LogitDeviation = deviation, CommonShare = 0, CorrelationLength = 2 });
        var share = Enumerable.Range(0, 4).Average(index =>
        {
            using var draw = ensemble.Draw(index);
            return draw.Count(1) / (double)draw.Shape.VoxelCount;
        });
        var difference = Math.Log(second / (255.0 - second));
        Assert.Equal(NormalDistribution.Share((float)(difference / (deviation * Math.Sqrt(2)))), share, 0.025);
    }

    [Fact]
    public void Draw_WithAllVarianceInCommon_MovesTheWholeVolumeAtOnce()
    {
        var ensemble = new LogitEnsemble(Uniform(new(2, 8, 8), 100), new SamplingParameters { CommonShare = 1 });
        var counts = Enumerable.Range(0, 200).Select(index =>
        {
            using var draw = ensemble.Draw(index);
            return draw.Count(1);
        }).ToList();
        Assert.All(counts, count => Assert.True(count is 0 or 128));
        Assert.Equal(NormalDistribution.Share((float)(Math.Log(100 / 155.0) / Math.Sqrt(2))), counts.Count(count => count > 0) / 200.0, 0.1);
    }

    // A ramp of logits is cut at another place, in one piece.
    [Fact]
    public void Draw_OfARamp_MovesItsBoundaryWithoutBreakingItUp()
    {
        var shape = new VolumeShape(4, 64, 48);
        var probabilities = Make(shape, x => 1 / (1 + Math.Exp(-(x - 24) / 3.0)));
        var ensemble = new LogitEnsemble(probabilities, new SamplingParameters { CorrelationLength = 10, LogitDeviation = 1 });
        using var plain = ensemble.MostProbable();
        Assert.Equal(4 * 64 * 24, plain.Count(1));
        var counts = new List<double>();
        for (var index = 0; index < 60; index++)
        {
            using var draw = ensemble.Draw(index);
            counts.Add((draw.Count(1) / 256.0) - 24);
            // Rows that are cut once have one face each.
            var faces = 0;
            for (var y = 0; y < 64; y++)
                faces += Enumerable.Range(1, 47).Count(x => draw.Slice(1)[(y * 48) + x] != draw.Slice(1)[(y * 48) + x - 1]);
            Assert.InRange(faces, 40, 110);
        }
        // The common part of √2 · √½ in logits moves it by three voxels for each; the other part averages out along the rows only in parts.
        Assert.InRange(Math.Sqrt(Phantoms.Variance(counts)), 2.3, 4.5);
        using var again = ensemble.Draw(0);
        using var first = new LogitEnsemble(probabilities, new SamplingParameters { CorrelationLength = 10, LogitDeviation = 1 }).Draw(0);
        Assert.Equal(first.Bytes(), again.Bytes());
    }

    [Fact]
    public void Quantile_OfDraws_LiesBetweenThem()
    {
        var property = new EnsembleProperty("ε", "", 3, [4, 1, double.NaN, 2, 3, 5]);
        Assert.Equal((3.0, 1.0, 5.0), (property.Median, property.Quantile(0), property.Quantile(1)));
        Assert.Equal(1.2, property.Quantile(0.05), 1e-12);
        Assert.Equal(Math.Sqrt(2.5), property.Spread, 1e-12);
    }

    [Fact]
    public void Fit_TakesStudentsPredictionInterval()
    {
        var calibration = IntervalCalibration.Fit([.. new[] { 1.0, 2, 3 }.Select((residual, volume) => new CalibrationCase(volume, "ε", 10 + (0.5 * residual), 10, 0.5))]);
        var (low, high) = calibration.Interval("ε", 20, 2)!.Value;
        // Mean 2, deviation 1, t(2) = 2.92, √(1 + 1/3).
        Assert.Equal(20 + (2 * (2 - (2.92 * Math.Sqrt(4 / 3.0)))), low, 1e-9);
        Assert.Equal(20 + (2 * (2 + (2.92 * Math.Sqrt(4 / 3.0)))), high, 1e-9);
        Assert.Null(calibration.Interval("τ", 1, 1));
        var path = Path.Combine(_folder, "calibration.json");
        File.WriteAllText(path, calibration.ToJson());
        Assert.Equal((low, high), IntervalCalibration.Read(path).Interval("ε", 20, 2));
        File.WriteAllText(path, "[]");
        Assert.Contains("is no calibration", Assert.Throws<UserException>(() => IntervalCalibration.Read(path)).Message);
    }

    // The promise of the interval: volumes it has not seen are held with 90 %, whatever the ensemble's bias and width.
    [Theory]
    [InlineData(6)]
    [InlineData(25)]
    public void CrossValidate_OfNormalResiduals_HoldsNineOfTen(int volumes)
    {
        var (held, all) = (0, 0);
        for (var study = 0; study < 40; study++)
        {
            var random = new CounterRandom(study, 3);
            var cases = Enumerable.Range(0, volumes).Select(volume => new CalibrationCase(volume, "ε", 0.4 + (0.01 * (1.5 + (3 * random.Normal(volume)))), 0.4, 0.01)).ToList();
            var judged = IntervalCalibration.CrossValidate(cases);
            (held, all) = (held + judged.Count(each => each.IsHeld), all + judged.Count);
        }
        Assert.Equal(40 * volumes, all);
        Assert.InRange(held / (double)all, 0.85, 0.95);
    }

    // Volumes of 1, ½ and 0: mean ½, deviation ½, t(2) = 4.3027.
    [Fact]
    public void CoverageHalfWidth_IsThatOfTheMeanOverVolumes()
    {
        bool[][] held = [[true, true], [true, false], [false, false]];
        var judged = held.SelectMany((each, volume) => each.Select(isHeld => (new CalibrationCase(volume, "ε", 1, 1, 1), isHeld))).ToList();
        Assert.Equal(4.3027 * 0.5 / Math.Sqrt(3), IntervalCalibration.CoverageHalfWidth(judged)!.Value, 1e-9);
        Assert.Null(IntervalCalibration.CoverageHalfWidth(judged.Take(2)));
    }

    [Fact]
    public async Task Operation_WithAModel_GoesForwardOnly()
    {
        WritePair(1, radius: 6, greyOffset: 0);
        var model = Directory.CreateDirectory(Path.Combine(_folder, "model")).FullName;
        File.WriteAllText(Path.Combine(model, "run.json"), "99.5");
        using var grey = new ImageLayer("1", new RawFilesIo().Open(Path.Combine(_folder, "1.tif")));
        var job = new RecordedJob();
        (await Run("measure.probability-intervals", new() { ["model"] = model, ["draws"] = "4" }, null, job, ("in", grey))).Dispose();
        var fractions = job.Progress.Select(progress => progress.Fraction).ToList();
        Assert.Equal(fractions.Order(), fractions);
        Assert.InRange(fractions[0], 0, 0.5);
    }

    [Fact]
    public async Task Operation_WithProbabilityFiles_GivesIntervalsAroundThePrediction()
    {
        var probabilities = Make(new(12, 24, 24), x => 1 / (1 + Math.Exp(-(x - 11.5) / 2.0)));
        for (var phase = 0; phase < 2; phase++)
            Save(probabilities, phase);
        using var result = await Run("measure.probability-intervals", new()
        {
            ["probabilities"] = $"{Path.Combine(_folder, "p0.tif")};{Path.Combine(_folder, "p1.tif")}",
            ["phase-names"] = "pore,NMC",
            ["draws"] = "30",
        });
        var table = result.Table("property intervals");
        Assert.Equal(["volume fraction pore", "volume fraction NMC", "interface area pore/NMC"], table.Rows.Select(row => row[0]));
        Assert.Equal(0.5, (double)table.Cell(0, "most probable")!, 1e-9);
        Assert.True((double)table.Cell(0, "5 % of draws")! < 0.45 && (double)table.Cell(0, "95 % of draws")! > 0.55);
        Assert.Equal([("most probable phases", true), ("disagreement of the draws (entropy)", false)], result.Layers.Select(layer => (layer.Name, layer.Visible)));
    }

    [Fact]
    public async Task Study_CalibratesOnVolumesOfKnownTruth_AndTheIntervalsTakeIt()
    {
        // The network takes balls for a little larger than they are, and does not know how much.
        for (var volume = 1; volume <= 6; volume++)
            WritePair(volume, radius: 6 + (0.4 * volume), greyOffset: 0.3 * new CounterRandom(volume, 1).Normal(0));
        var model = Directory.CreateDirectory(Path.Combine(_folder, "model")).FullName;
        File.WriteAllText(Path.Combine(model, "run.json"), "99.5");
        using var study = await Run("study.interval-calibration", new() { ["model"] = model, ["draws"] = "20", ["parts"] = "1", ["correlation-length"] = "4" }, _folder);
        var facts = study.Table("calibration");
        Assert.Equal((6, 18), (facts.Cell(0, "volumes"), facts.Cell(0, "cases")));
        Assert.InRange((double)facts.Cell(0, "coverage by cross-validation")!, 70, 100);
        Assert.InRange((double)facts.Cell(0, "± 95 %")!, 0, 60);
        using var grey = new ImageLayer("1", new RawFilesIo().Open(Path.Combine(_folder, "1.tif")));
        using var result = await Run("measure.probability-intervals", new() { ["model"] = model, ["calibration"] = Path.Combine(_folder, "out", "calibration.json"), ["draws"] = "20" }, null, ("in", grey));
        var table = result.Table("property intervals");
        var truth = 4 * Math.PI / 3 * Math.Pow(6.4, 3) / Math.Pow(24, 3);
        Assert.InRange(truth, (double)table.Cell(1, "90 % low")!, (double)table.Cell(1, "90 % high")!);
        Assert.Equal(facts.Rows[0], result.Table("calibration").Rows[0]);
    }

    [Fact]
    public async Task Operations_WithFaultyInputs_SayWhatToGive()
    {
        Assert.Contains("--probabilities", (await Fault("measure.probability-intervals", [])).Message);
        Save(Make(new(2, 8, 8), _ => 0.5), 0);
        Assert.Contains("1 probability volumes", (await Fault("measure.probability-intervals", new() { ["probabilities"] = Path.Combine(_folder, "p0.tif") })).Message);
        Assert.Contains("no volume", (await Fault("study.interval-calibration", [], _folder)).Message);
        Assert.Contains("--calibration", (await Fault("measure.probability-intervals", new() { ["calibration"] = Path.Combine(_folder, "none.json") })).Message);
        using var grey = new Volume<float>(new VolumeShape(1, 1, 2));
        grey.Slice(0)[1] = 300;
        Assert.Contains("the value 300", Assert.Throws<UserException>(() => ProbabilityVolume.From([grey, grey], PhaseTable.Numbered(2))).Message);
    }

    private void WritePair(int number, double radius, double greyOffset)
    {
        double Distance(int z, int i) => Math.Sqrt(Math.Pow(z - 11.5, 2) + Math.Pow((i / 24) - 11.5, 2) + Math.Pow((i % 24) - 11.5, 2));
        using var grey = new Volume<float>(new VolumeShape(24, 24, 24));
        using var labels = new Volume<float>(grey.Shape);
        for (var z = 0; z < 24; z++)
        {
            for (var i = 0; i < 576; i++)
            {
                grey.Slice(z)[i] = (float)(100 + greyOffset - (Distance(z, i) - radius));
                labels.Slice(z)[i] = Distance(z, i) < radius ? 1 : 0;
            }
        }
        new RawFilesIo().Save(grey, Path.Combine(_folder, $"{number}.tif"));
        new RawFilesIo().Save(labels, Path.Combine(_folder, $"{number}_label.tif"));
    }

    private void Save(ProbabilityVolume probabilities, int phase)
    {
        using var volume = new Volume<byte>(probabilities.Shape);
        for (var z = 0; z < volume.Shape.Depth; z++)
            probabilities.Slice(phase, z).CopyTo(volume.Slice(z));
        new RawFilesIo().Save(volume, Path.Combine(_folder, $"p{phase}.tif"));
    }

    private static ProbabilityVolume Uniform(VolumeShape shape, byte second) => Make(shape, _ => second / 255.0);

    private static ProbabilityVolume Make(VolumeShape shape, Func<int, double> second)
    {
        var volumes = new[] { new Volume<byte>(shape), new Volume<byte>(shape) };
        for (var z = 0; z < shape.Depth; z++)
        {
            for (var i = 0; i < shape.SliceLength; i++)
            {
                volumes[1].Slice(z)[i] = (byte)Math.Round(255 * second(i % shape.Width));
                volumes[0].Slice(z)[i] = (byte)(255 - volumes[1].Slice(z)[i]);
            }
        }
        return ProbabilityVolume.From(volumes, PhaseTable.Named("pore", "NMC"));
    }

    private async Task<UserException> Fault(string id, Dictionary<string, string> values, string? folder = null) =>
        await Assert.ThrowsAsync<UserException>(() => Run(id, values, folder));

    private Task<OperationResult> Run(string id, Dictionary<string, string> values, string? folder = null, params (string Input, Layer Layer)[] layers) =>
        Run(id, values, folder, new RecordedJob(), layers);

    private Task<OperationResult> Run(string id, Dictionary<string, string> values, string? folder, RecordedJob job, params (string Input, Layer Layer)[] layers)
    {
        var operation = new Runs(new SynthesisPlugin()).Operations[id];
        var context = new OperationContext(job, new RawFilesIo(), new FakeTraining())
        {
            Layers = layers.ToDictionary(pair => pair.Input, pair => pair.Layer),
            Paths = folder is null ? [] : new Dictionary<string, string> { ["in"] = folder },
            OutputPath = Path.Combine(_folder, "out"),
        };
        return operation.RunAsync(context, operation.Parameters.Bind(values));
    }
}
