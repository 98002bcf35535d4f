using VolumeViewer.Host.History;
using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Tests.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Operations;

/// <summary>What is kept of a run, and what of its result is let in.</summary>
public sealed class RecordedRunTests : IDisposable
{
    private static readonly VolumeShape Shape = new(4, 5, 6);

    private readonly AppServices _services = new("no-such-folder");

    public void Dispose() => _services.Dispose();

    private static Operation<Parameters> Operation(Func<OperationContext, OperationResult> run) => new("test.op", "Test", (context, _) => run(context))
    {
        Inputs = [new OperationInput("in", InputKind.Image, "The volume.")],
        ShapeOf = "in",
        IsDeterministic = false,
    };

    private static ImageLayer Image(string name = "grey", VolumeShape? shape = null) => new(name, Scenes.Ramp(shape ?? Shape, Spacing.Uncalibrated));

    private static OperationInputs Inputs(Layer layer)
    {
        var inputs = new OperationInputs();
        inputs.Layers["in"] = layer;
        return inputs;
    }

    private Task<RecordedRun> Run(Operation<Parameters> operation, Layer input, Job job, object? parameters = null) =>
        _services.Operations.RunRecordedAsync(operation, parameters ?? new Parameters(), Inputs(input), null, job);

    [Fact]
    public async Task Run_ThatIsDone_IsRecordedWithAllThatItTakesToDoItAgain()
    {
        using var job = new Job("test");
        var input = Image();
        var run = await Run(Operation(_ => new OperationResult { Layers = [Image("made")], Tables = [new Table("t", new TableColumn("x")).Add(1.5)] }), input, job,
            new Parameters { Seed = 5, Path = "somewhere" });

        var record = run.Record;
        Assert.Equal(("test.op", RunEnding.Done, "5", false), (record.Operation, record.Ended, record.Seed, record.Deterministic));
        Assert.Equal("somewhere", record.Parameters["path"]);
        Assert.Equal(["in", "path"], record.Inputs.Select(each => each.Name));
        Assert.Equal(ContentHash.Of(input), record.Inputs[0].Hash);
        Assert.Equal([RecordedOutputKind.Image, RecordedOutputKind.Table], record.Outputs.Select(output => output.Kind));
        Assert.Equal([4, 5, 6], record.Outputs[0].Shape);
        Assert.Equal(ContentHash.Of(run.Result.Layers[0]), record.Outputs[0].Hash);
        Assert.Contains(record.Id, _services.History.All().Records.Select(each => each.Id));
    }

    [Fact]
    public async Task Run_OfALayer_LinksItToItsRecord_AndCanBeRunAgain()
    {
        using var job = new Job("test");
        using var folder = new TemporaryFolder();
        folder.AddPlugin("faulty", fixture: "FaultyOperation");
        var input = Image();
        var run = await Run(Operation(context => new OperationResult { Layers = [Image("made")] }), input, job);

        var origin = _services.History.OriginOf(run.Result.Layers[0])!;

        Assert.Same(run.Record, origin.Record);
        Assert.Same(input, origin.Inputs()!.Layers["in"]);
        Assert.Null(_services.History.OriginOf(input));
        // No plugin brings this operation any more.
        await Assert.ThrowsAsync<UserException>(() => _services.Operations.RunAgainAsync(origin, job));

        using var services = new AppServices(folder.Path);
        var operation = services.Plugins.Get<IOperation>("test.divides");
        var first = await services.Operations.RunRecordedAsync(operation, operation.Parameters.Bind([new("divisor", "4")]), new OperationInputs(), null, job);
        Assert.Equal(("faulty", "1.0.0"), (first.Record.Plugins[0].Id, first.Record.Plugins[0].Version));
        var again = await services.Operations.RunAgainAsync(new LayerOrigin(first.Record, new OperationInputs()), job);
        Assert.Equal(first.Record.Outputs[0].Hash, again.Record.Outputs[0].Hash);
        Assert.NotEqual(first.Record.Id, again.Record.Id);
    }

    [Fact]
    public async Task Run_ThatFailsOrIsCancelled_IsRecordedAsSuch()
    {
        using var failing = new Job("test");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Run(Operation(_ => throw new InvalidOperationException("boom")), Image(), failing));
        using var cancelled = new Job("test");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run(Operation(context =>
        {
            cancelled.Cancel();
            context.CancellationToken.ThrowIfCancellationRequested();
            return new OperationResult();
        }), Image(), cancelled));

        var session = _services.History.Session;
        Assert.Equal([RunEnding.Failed, RunEnding.Cancelled], session.Select(record => record.Ended));
        Assert.Contains("boom", session[0].Reason, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> BadResults => new()
    {
        { "null", "expected an OperationResult, got null" },
        { "null layer", "got null as layer 2 of 2" },
        { "wrong shape", "expected 4 × 5 × 6 voxels (z, y, x) as in the input 'in', got 4 × 6 × 5 in 'other'" },
        { "twice", "got 'made' twice" },
        { "disposed", "got 'made', which was disposed" },
        { "input", "got the input 'grey' or its voxels" },
    };

    [Theory, MemberData(nameof(BadResults))]
    public async Task Run_WithAResultThatMayNotBe_NamesWhatCame_AndLetsGoOfItsLayers(string which, string expected)
    {
        var (input, made, other) = (Image(), Image("made"), Image("other", new VolumeShape(4, 6, 5)));
        using var job = new Job("test");
        var failure = await Assert.ThrowsAsync<BadResultException>(() => Run(Operation(_ =>
        {
            if (which == "disposed")
                made.Dispose();
            return which switch
            {
                "null" => null!,
                "null layer" => new OperationResult { Layers = [made, null!] },
                "wrong shape" => new OperationResult { Layers = [made, other] },
                "twice" => new OperationResult { Layers = [made, made] },
                "input" => new OperationResult { Layers = [made, input] },
                _ => new OperationResult { Layers = [made] },
            };
        }), input, job));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
        Assert.Contains("'test.op' of the plugin", failure.Message, StringComparison.Ordinal);
        if (which != "null")
            Assert.Throws<ObjectDisposedException>(() => ((Volume<byte>)made.Volume).Slice(0).Length);
        Assert.Equal(30, ((Volume<byte>)input.Volume).Slice(0).Length);
        Assert.Equal(RunEnding.Failed, _services.History.Session[^1].Ended);
    }

    [Fact]
    public async Task Run_WithNothingGiven_TellsEverythingThatIsMissing()
    {
        var operation = new Operation<Parameters>("test.op", "Test", (_, _) => new OperationResult())
        {
            Inputs = [new OperationInput("in", InputKind.Image, "The volume."), new OperationInput("reference", InputKind.Labels, "The truth.")],
            Output = OutputKind.Folder,
        };
        using var job = new Job("test");
        var faults = await Assert.ThrowsAsync<ParameterException>(() => _services.Operations.RunAsync(operation, new Parameters(), new OperationInputs(), null, job));
        Assert.Equal(3, faults.Faults.Count);
        Assert.Empty(_services.History.Session);
    }

    [Fact]
    public async Task Run_WhereTheJournalCannotBeWritten_WorksAndSaysSoOnce()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("taken"), "a file where a folder should be");
        var history = new RunHistory(folder.File("taken"));
        var runner = new OperationRunner(_services.Plugins, _services.Io, history);
        using var job = new Job("test");
        for (var i = 0; i < 2; i++)
            await runner.RunAsync(Operation(_ => new OperationResult()), new Parameters(), Inputs(Image()), null, job);
        Assert.Single(job.LogLines, line => line.Contains("history cannot be written", StringComparison.Ordinal));
        Assert.Equal(2, history.Session.Count);
    }

    public sealed record Parameters
    {
        [Parameter("Seed")]
        public int Seed { get; init; } = 1;

        [Parameter("Path", IsPath = true)]
        public string Path { get; init; } = "";
    }
}
