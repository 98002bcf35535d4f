using VolumeViewer.Host.CommandLine;
using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Recipes;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Demo;

/// <summary>The demo: runs samples/demo.recipe.json as any recipe is run, and presents what it gave in tables, and in the window or pictures.</summary>
internal sealed class DemoRun(AppServices services, string folder, bool quick, DemoReport report)
{
    private readonly Viewer _viewer = new();
    private readonly Dictionary<string, StepOutcome> _done = [];
    private bool _wins = true;

    /// <summary>Does all the work but showing it.</summary>
    /// <returns>Whether the network won in everything that counts.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var file = Path.GetFullPath(Path.Combine(SampleFolder.Find(), "..", "demo.recipe.json"));
        var recipe = RecipeReader.Read(file);
        var fewer = recipe.Steps.Where(step => quick && step.Parameters.ContainsKey("steps"))
            .ToDictionary(step => $"{step.Id}.steps", step => $"{int.Parse(step.Parameters["steps"]) / 20}");
        var plan = new RecipePlanner(services.Plugins, file).Plan(recipe, new Dictionary<string, string>(), fewer, folder);
        var runner = new RecipeRunner(services, plan) { StepBegins = Announce, StepDone = Present };
        // Its layers are the viewer's from here on, and live as long as the program.
        var result = await CommandContext.RunJobAsync(recipe.Title, job => runner.RunAsync(job, keepLayers: true), cancellationToken).ConfigureAwait(false);

        foreach (var which in SegmentationCase.All)
            Add(SegmentationDemo.Layers(which, result));
        var (cement, cementFractions) = MaterialDemo.Cement(result);
        report.Add(cementFractions);
        Add(cement);
        var (electrode, fractions) = MaterialDemo.Electrode(result);
        report.Add(fractions);
        Add([electrode]);

        // One thing at a time: the electrode first, the rest by a click on its eye.
        foreach (var layer in _viewer.Layers)
            layer.Visible = layer == electrode;
        _viewer.SelectedLayer = electrode;
        _viewer.ResetView();
        return _wins;
    }

    /// <summary>Opens the window until it is closed; without one, or where none can be opened, writes pictures.</summary>
    public void Show(bool withWindow)
    {
        if (withWindow)
        {
            try
            {
                report.Say("Opening the viewer; close its window to end.");
                MainWindow.Run(services, _viewer, new MainWindowOptions { Startup = [bench => bench.Accept("Demo", new OperationResult { Tables = report.Tables })] });
                report.Finish();
                return;
            }
            catch (UserException noWindow)
            {
                report.Say(noWindow.Message);
            }
        }
        report.AddPictures(DemoPictures.Write(_viewer, folder));
        report.Finish();
    }

    private void Announce(PlannedStep step)
    {
        if (SegmentationCase.All.FirstOrDefault(which => which.Training == step.Step.Id) is { } which)
            report.Say($"Training LRCS-Net on slice {which.TrainedOn}, {step.Step.Parameters["steps"]} steps ...");
    }

    // A case is told of as soon as it is complete; the next one takes minutes.
    private void Present(StepOutcome step)
    {
        _done[step.Step.Id] = step;
        if (SegmentationCase.All.FirstOrDefault(which => SegmentationDemo.LastStep(which) == step.Step.Id) is not { } which)
            return;
        var scores = SegmentationDemo.Scores(which, id => _done[id]);
        var (won, verdict) = SegmentationDemo.Verdict(scores);
        _wins &= won;
        report.Add(MethodScore.ToTable($"Slice {which.TestSlice}, trained on {which.TrainedOn}", scores));
        report.Say(verdict + "\n");
    }

    private void Add(IEnumerable<Layer> layers)
    {
        foreach (var layer in layers)
            _viewer.Layers.Add(layer);
    }
}
