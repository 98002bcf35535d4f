using System.CommandLine;

using VolumeViewer.Host.Demo;
using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.CommandLine;

/// <summary>demo: the main job on real data, from training to the window.</summary>
internal static class DemoCommand
{
    public static Command Create(CommandContext context)
    {
        var output = new Option<string>("--out")
        {
            Description = "The folder for models, label images and pictures.",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => "demo-output",
        };
        var noWindow = new Option<bool>("--no-window") { Description = "Write pictures instead of opening the window, as is done without a display." };
        var quick = new Option<bool>("--quick") { Description = "Train for a twentieth of the steps: shows the way, not the accuracy." };
        var command = new Command("demo", "Train LRCS-Net on real slices, compare it with simpler methods, and show the results in 3-D.") { output, noWindow, quick };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var folder = arguments.GetValue(output)!;
            Directory.CreateDirectory(folder);
            var operations = new DemoOperations(context.Services, cancellationToken);
            var viewer = new Viewer();
            var report = new DemoReport(arguments.GetValue(context.Json));

            var wins = true;
            var segmentation = new SegmentationDemo(operations, folder);
            foreach (var which in SegmentationCase.All)
            {
                var steps = arguments.GetValue(quick) ? which.Steps / 20 : which.Steps;
                report.Say($"Training LRCS-Net on slice {which.TrainingSlices.Replace(",", " and ")}, {steps} steps ...");
                var (scores, layers) = await segmentation.RunAsync(which with { Steps = steps }).ConfigureAwait(false);
                var (won, verdict) = SegmentationDemo.Verdict(scores);
                wins &= won;
                report.Add(MethodScore.ToTable($"Slice {which.TestSlice}, trained on {which.TrainingSlices.Replace(",", " and ")}", scores));
                report.Say(verdict + "\n");
                foreach (var layer in layers)
                    viewer.Layers.Add(layer);
            }

            var material = new MaterialDemo(operations);
            var (cement, cementFractions) = await material.CementAsync().ConfigureAwait(false);
            report.Add(cementFractions);
            foreach (var layer in cement)
                viewer.Layers.Add(layer);
            var (electrode, fractions) = await material.ElectrodeAsync().ConfigureAwait(false);
            report.Add(fractions);
            viewer.Layers.Add(electrode);

            // One thing at a time: the electrode first, the rest by a click on its eye.
            foreach (var layer in viewer.Layers)
                layer.Visible = layer == electrode;
            viewer.SelectedLayer = electrode;
            viewer.ResetView();

            if (arguments.GetValue(noWindow) || !MainWindow.HasDisplay)
                report.AddPictures(DemoPictures.Write(viewer, folder));
            else
            {
                report.Say("Opening the viewer; close its window to end.");
                report.Finish();
                MainWindow.Run(context.Services, viewer);
                return ExitCode.Done;
            }
            report.Finish();
            if (!wins && !arguments.GetValue(quick))
                Console.Error.WriteLine("volumeviewer: LRCS-Net did not win everywhere in this run; see the tables above.");
            return wins || arguments.GetValue(quick) ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }
}
