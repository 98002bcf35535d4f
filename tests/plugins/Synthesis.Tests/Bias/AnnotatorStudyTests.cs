using VolumeViewer.Plugins.Synthesis;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests.Bias;

public sealed class AnnotatorStudyTests : IDisposable
{
    private const string Parameters = "annotators=3;controls=2;shifts=NMC/pore=0.5±1;shift-spread=0;jitter=0.3;missed=0;steps=7;slices=4,8;training-options=augmentation=none";

    private readonly string _folder = Directory.CreateTempSubdirectory("bias-study").FullName;
    private readonly LabelsLayer _truth;
    private readonly ImageLayer _grey;

    public AnnotatorStudyTests()
    {
        // A ball whose grey falls with the distance from its middle, so that a threshold gives any radius.
        var shape = new VolumeShape(16, 24, 24);
        static double Distance(int z, int y, int x) => Math.Sqrt(Math.Pow(z - 7.5, 2) + Math.Pow(y - 11.5, 2) + Math.Pow(x - 11.5, 2));
        _truth = new LabelsLayer("truth", Phantoms.Make(shape, (z, y, x) => Distance(z, y, x) < 6 ? 1 : 0));
        var grey = new Volume<float>(shape);
        for (var z = 0; z < shape.Depth; z++)
        {
            for (var i = 0; i < shape.SliceLength; i++)
                grey.Slice(z)[i] = (float)(100 - Distance(z, i / 24, i % 24));
        }
        _grey = new ImageLayer("grey", grey);
    }

    private string Out => Path.Combine(_folder, "study");

    public void Dispose()
    {
        _truth.Dispose();
        _grey.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Run_TrainsForEveryAnnotatorAndSetsPropertiesAgainstTheTruth()
    {
        var training = new FakeTraining();
        var job = new RecordedJob();
        using var result = await Run(training, Parameters, job);
        Assert.Equal([1, 1, 1, 1, 2, 3], training.Trained.Select(each => each.Seed));
        Assert.All(training.Trained, each => Assert.Equal((7, 7, 0.0, "none"), (each.Steps, each.StepsPerEpoch, each.HoldBack, each.Augmentation)));
        var runs = result.Table("networks");
        Assert.Equal(["truth", "annotator-1", "annotator-2", "annotator-3", "control-1", "control-2"], runs.Rows.Select(row => row[0]));
        var properties = result.Table("properties");
        var ball = Enumerable.Range(0, properties.Rows.Count).Single(row => (string)properties.Cell(row, "property")! == "volume fraction NMC");
        double Number(string column) => (double)properties.Cell(ball, column)!;
        var values = Enumerable.Range(1, 3).Select(row => (double)runs.Cell(row, "volume fraction NMC")!).ToArray();
        Assert.Equal(_truth.Labels.Count(1) / (16.0 * 24 * 24), Number("truth"), 1e-12);
        Assert.Equal(values.Average(), Number("mean of annotators"), 1e-12);
        Assert.Equal(Math.Sqrt(Phantoms.Variance(values) * 3 / 2), Number("spread of annotators"), 1e-12);
        Assert.Equal(Number("mean of annotators") - Number("truth"), Number("bias"), 1e-12);
        Assert.Equal(4.3027 * Number("spread of annotators") / Math.Sqrt(3), Number("± 95 %"), 1e-9);
        Assert.True(Number("bias") > 0, "They draw half a voxel too far on average.");
        Assert.True(Number("spread of labelling") > 3 * Number("spread of trainings"), "Seeds change 1 %, annotators a voxel.");
        Assert.Equal(1, job.Progress.Last().Fraction, 1e-9);
        Assert.Equal(2, result.Layers.Count);
        Assert.Equal(["property", "annotator"], result.Plots.Select(plot => plot.XLabel));
        Assert.Equal(8, File.ReadAllLines(Path.Combine(Out, "study.csv")).Length);
    }

    [Fact]
    public async Task Run_WhereAPhaseIsNotFound_MeasuresTheOthers()
    {
        // A phase that is in the truth, but in no slice that is labelled.
        _truth.Phases = PhaseTable.Named("pore", "NMC", "CBD");
        _truth.Fill(new VoxelBox(0, 0, 0, 1, 2, 2), 2);
        using var result = await Run(new FakeTraining(), Parameters);
        var verdicts = result.Table("properties").Rows.ToDictionary(row => (string)row[0]!, row => ((object?)row[3], row[^1]));
        Assert.Equal(((object?)null, "unknown"), verdicts["local thickness CBD"]);
        Assert.NotNull(verdicts["local thickness NMC"].Item1);
    }

    [Fact]
    public async Task Run_WritesOneReportWithChartsPicturesAndTables()
    {
        (await Run(new FakeTraining(), Parameters)).Dispose();
        var page = await File.ReadAllTextAsync(Path.Combine(Out, "report.html"));
        Assert.Equal(3, Occurrences(page, "<svg "));
        Assert.Equal(8, Occurrences(page, "data:image/png;base64,iVBOR"));
        Assert.Contains("volume fraction NMC", page);
        Assert.Contains("labels of annotator 2", page);
        // Which colour is which phase.
        Assert.Equal(_truth.Phases.Count, Occurrences(page, "class=\"key\""));
        Assert.DoesNotContain("href=", page);
        // Everything in the page is closed, or it would not be read as XML; only its first line and the bare elements are not XML.
        var body = page[page.IndexOf("<body>", StringComparison.Ordinal)..page.IndexOf("</html>", StringComparison.Ordinal)];
        var xml = System.Xml.Linq.XElement.Parse(System.Text.RegularExpressions.Regex.Replace(body, "<img ([^>]*)>", "<img $1/>"));
        Assert.Equal(6, xml.Elements("h2").Count());
    }

    [Fact]
    public async Task Run_AfterItWasInterrupted_DoesOnlyWhatIsMissingAndGivesTheSame()
    {
        using var whole = await Run(new FakeTraining(), Parameters);
        var csv = File.ReadAllText(Path.Combine(Out, "study.csv"));
        Directory.Delete(Out, recursive: true);
        using var cancellation = new CancellationTokenSource();
        var first = new FakeTraining { BeforeTraining = done => { if (done == 3) cancellation.Cancel(); } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run(first, Parameters, new RecordedJob(cancellation.Token)));
        Assert.Equal(3, first.Trained.Count);
        var second = new FakeTraining();
        using (await Run(second, Parameters + ";resume=true"))
            Assert.Equal((3, 3), (second.Trained.Count, second.Predictions));
        Assert.Equal(csv, File.ReadAllText(Path.Combine(Out, "study.csv")));
        // A training that was begun is gone on with; what it had predicted is not done again.
        File.Delete(Path.Combine(Out, "predictions", "control-1.tif"));
        var third = new FakeTraining();
        using (await Run(third, Parameters + ";resume=true"))
            Assert.Equal((true, 1), (third.Trained.Single().Resume, third.Predictions));
    }

    [Fact]
    public async Task Run_IntoTheFolderOfAStudy_IsRefusedUnlessItIsTheSame()
    {
        (await Run(new FakeTraining(), Parameters)).Dispose();
        Assert.Contains("--resume true", (await Fault(Parameters)).Message);
        Assert.Contains("steps (was '7', is '8')", (await Fault(Parameters.Replace("steps=7", "steps=8", StringComparison.Ordinal) + ";resume=true")).Message);
        _truth.Labels.Slice(3)[5] ^= 1;
        Assert.Contains("of other volumes", (await Fault(Parameters + ";resume=true")).Message);
    }

    [Theory]
    [InlineData("shifts=NMC/glue=1", "no phase 'glue'")]
    [InlineData("slices=16", "within the slices 0 to 15")]
    [InlineData("grey-preference=1;slices=4;training-options=loss", "name=value")]
    public async Task Run_WithFaultyParameters_SaysWhatToGive(string parameters, string message) =>
        Assert.Contains(message, (await Fault(parameters)).Message);

    [Fact]
    public async Task Run_WithoutAPluginThatPredicts_SaysSo() => Assert.Contains("'predict.network'",
        (await Assert.ThrowsAsync<UserException>(() => Run(new FakeTraining(canPredict: false), Parameters))).Message);

    private static int Occurrences(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;

    private Task<OperationResult> Run(FakeTraining training, string parameters, RecordedJob? job = null)
    {
        var operation = new Runs(new SynthesisPlugin()).Operations["study.annotator-bias"];
        // Values hold semicolons of their own only where a test says so.
        var texts = parameters.Split(';').Select(each => each.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1]));
        var context = new OperationContext(job ?? new RecordedJob(), new RawFilesIo(), training)
        {
            Layers = new Dictionary<string, Layer> { ["in"] = _truth, ["grey"] = _grey },
            OutputPath = Out,
        };
        return operation.RunAsync(context, operation.Parameters.Bind(texts));
    }

    private Task<UserException> Fault(string parameters) => Assert.ThrowsAsync<UserException>(() => Run(new FakeTraining(), parameters));
}
