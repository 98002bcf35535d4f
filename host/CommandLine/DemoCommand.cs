using System.CommandLine;

using VolumeViewer.Host.Demo;
using VolumeViewer.Host.Panels;

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
        command.SetAction((arguments, cancellationToken) =>
        {
            var demo = new DemoRun(context.Services, arguments.GetValue(output)!, arguments.GetValue(quick), new DemoReport(arguments.GetValue(context.Json)));
            // Waited for here, so that the window opens on the thread that the program began with, as some systems demand.
            var wins = Task.Run(() => demo.RunAsync(cancellationToken), cancellationToken).GetAwaiter().GetResult();
            demo.Show(withWindow: !arguments.GetValue(noWindow) && MainWindow.HasDisplay);
            if (!wins && !arguments.GetValue(quick))
                Console.Error.WriteLine("volumeviewer: LRCS-Net did not win everywhere in this run; see the tables above.");
            return Task.FromResult(wins || arguments.GetValue(quick) ? ExitCode.Done : ExitCode.Failed);
        });
        return command;
    }
}
