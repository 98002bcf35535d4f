using VolumeViewer.Host.History;
using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Recipes;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>What the history in the window leads to.</summary>
public sealed class RunsAgainTests
{
    private static readonly Operation<FormModelTests.Parameters> Operation = new("test.op", "Test", (_, _) => new OperationResult { Layers = [Made()] })
    {
        Inputs = [new OperationInput("in", InputKind.Image, "The image."), new OperationInput("model", InputKind.Path, "A file.") { Optional = true }],
    };

    // Of a shape that no other test has: the history that it is looked for in is that of all tests.
    private static ImageLayer Made() => new("made", Scenes.Ramp(new VolumeShape(3, 4, 9), Spacing.Uncalibrated));

    private static async Task<OperationRecord> Run(AppServices services, Layer layer)
    {
        var inputs = new OperationInputs();
        inputs.Layers["in"] = layer;
        inputs.Paths["model"] = "/somewhere/model";
        using var job = new Job("test");
        return (await services.Operations.RunRecordedAsync(Operation, new FormModelTests.Parameters { Phases = 5 }, inputs, null, job)).Record;
    }

    [Fact]
    public async Task Recall_OfARun_FillsInValuesLayersAndPaths()
    {
        using var services = new AppServices("no-such-folder");
        var viewer = Scenes.Viewer("a", "b");
        var record = await Run(services, viewer.Layers[0]);

        var form = new FormModel(Operation, viewer);
        form.Choose(Operation.Inputs[0], viewer.Layers[1]);
        var unknown = form.Recall(record with { Parameters = record.Parameters.Append(new("gone", "1")).ToDictionary() }, viewer);

        Assert.Equal(["gone"], unknown);
        Assert.Equal(new FormModelTests.Parameters { Phases = 5 }, form.Parameters());
        Assert.Same(viewer.Layers[0], form.LayerOf(Operation.Inputs[0]));
        Assert.Equal(Path.GetFullPath("/somewhere/model"), form.PathOf(Operation.Inputs[1]));
        Assert.Contains("no file or folder", form.FaultOf(Operation.Inputs[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SaveRecipe_OfTheSecondOfTwoRuns_HoldsBoth()
    {
        using var folder = new TemporaryFolder();
        using var services = new AppServices("no-such-folder");
        using var bench = new Workbench(services, Scenes.Viewer("a"));
        using var made = Made();
        using var first = new ImageLayer("first", Scenes.Ramp(new VolumeShape(3, 7, 11), Spacing.Isotropic(0.123)));
        var before = await Run(services, first);
        var after = await Run(services, made);

        RunsAgain.SaveRecipe(bench, after, folder.File("r.json"));
        var until = DateTime.UtcNow.AddSeconds(20);
        while (!File.Exists(folder.File("r.json")) && DateTime.UtcNow < until)
            await Task.Delay(20);

        var recipe = RecipeReader.Read(folder.File("r.json"));
        Assert.Equal([before.Id, after.Id], recipe.Steps.Select(step => step.Recorded!.Run));
        Assert.Equal("@test-op", recipe.Steps[1].Inputs["in"]);
        Assert.Equal(["in", "model"], recipe.Inputs.Select(input => input.Name).Order().Take(2));
    }

    [Fact]
    public async Task HistoryList_OfASession_HasItsRunsApartFromEarlierOnes()
    {
        using var earlier = new AppServices("no-such-folder");
        using var services = new AppServices("no-such-folder");
        var old = await Run(earlier, Scenes.Viewer("a").Layers[0]);
        var list = new HistoryList(services.History, () => { });
        var now = await Run(services, Scenes.Viewer("a").Layers[0]);
        _ = list.Earlier;
        var until = DateTime.UtcNow.AddSeconds(20);
        while (list.IsReading && DateTime.UtcNow < until)
            await Task.Delay(20);

        Assert.Equal([now.Id], list.Session.Select(record => record.Id));
        Assert.Contains(old.Id, list.Earlier.Select(record => record.Id));
        Assert.DoesNotContain(now.Id, list.Earlier.Select(record => record.Id));
    }
}
