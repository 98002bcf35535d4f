using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Demo;

/// <summary>The whole demo: training and comparison, the material, and the window or pictures at the end.</summary>
internal sealed class DemoRun(AppServices services, string folder, bool quick, DemoReport report)
{
    private readonly Viewer _viewer = new();

    /// <summary>Does all the work but showing it.</summary>
    /// <returns>Whether the network won in everything that counts.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var operations = new DemoOperations(services, cancellationToken);
        var wins = true;
        var segmentation = new SegmentationDemo(operations, folder);
        foreach (var which in SegmentationCase.All)
        {
            var trainedOn = which.TrainingSlices.Replace(",", " and ", StringComparison.Ordinal);
            var steps = quick ? which.Steps / 20 : which.Steps;
            report.Say($"Training LRCS-Net on slice {trainedOn}, {steps} steps ...");
            var (scores, layers) = await segmentation.RunAsync(which with { Steps = steps }).ConfigureAwait(false);
            var (won, verdict) = SegmentationDemo.Verdict(scores);
            wins &= won;
            report.Add(MethodScore.ToTable($"Slice {which.TestSlice}, trained on {trainedOn}", scores));
            report.Say(verdict + "\n");
            Add(layers);
        }

        var material = new MaterialDemo(operations);
        var (cement, cementFractions) = await material.CementAsync().ConfigureAwait(false);
        report.Add(cementFractions);
        Add(cement);
        var (electrode, fractions) = await material.ElectrodeAsync().ConfigureAwait(false);
        report.Add(fractions);
        Add([electrode]);

        // One thing at a time: the electrode first, the rest by a click on its eye.
        foreach (var layer in _viewer.Layers)
            layer.Visible = layer == electrode;
        _viewer.SelectedLayer = electrode;
        _viewer.ResetView();
        return wins;
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

    private void Add(IEnumerable<Layer> layers)
    {
        foreach (var layer in layers)
            _viewer.Layers.Add(layer);
    }
}
