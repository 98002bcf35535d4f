using System.Diagnostics;

using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Recovery;
using VolumeViewer.Host.Tests.CommandLine;
using VolumeViewer.Host.Tests.Panels;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Recovery;

/// <summary>Labels that are painted, the program killed, and restored at its next start.</summary>
[Collection("window")]
public sealed class RecoveryWindowTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private Rect _seen;

    public void Dispose() => _folder.Dispose();

    [XdotoolFact]
    public void Kill_OfTheProgramWithChangedLabels_RestoresThemByteByByte()
    {
        var (home, small, expected) = (_folder.File("home"), _folder.File("small.tif"), _folder.File("expected.tif"));
        var recovery = Path.Combine(home, "data", "recovery");
        var environment = new Dictionary<string, string?> { [UserFolders.HomeVariable] = home };
        Assert.Equal(0, ProgramRun.Of(environment, "settings", "set", "autosaveSeconds", "1").ExitCode);
        Assert.Equal(0, ProgramRun.Of(environment, "convert", Path.Combine(TestFolders.Samples, "taufactor-electrode", "electrode.tiff"), small, "--slices", "0..7").ExitCode);
        Assert.Equal(0, ProgramRun.Of(environment, "run", "remove.islands", "--in", small, "--out", expected).ExitCode);
        Assert.NotEqual(File.ReadAllBytes(small), File.ReadAllBytes(expected));
        ChangeAndKill(home, small, recovery);

        var viewer = new Viewer();
        using var services = new AppServices(Path.Combine(TestFolders.Program, "plugins"));
        Run(services, viewer,
            Do(loop => loop.Bench.Recovery.Begin(recovery)),
            loop => loop.Shell.Restoring.Buttons.TryGetValue("Restore", out var button) && Click(loop, button),
            _ => viewer.Layers.Count == 1,
            loop => !loop.Bench.Recovery.IsReading && loop.Bench.Recovery.LastSaved is not null);

        var restored = Assert.IsType<LabelsLayer>(Assert.Single(viewer.Layers));
        using var wanted = (LabelsLayer)LayerFactory.Open(services.Io, expected, InputKind.Labels);
        Assert.Equal("small", restored.Name);
        Assert.Equal(Bytes(wanted), Bytes(restored));
        // The window was closed without a decision: its own copy is left, and that of the dead program is not needed any more.
        var left = Assert.Single(RecoverySession.Claim(recovery));
        Assert.Contains($"-{Environment.ProcessId}-", left.Folder, StringComparison.Ordinal);
        left.Dispose();
    }

    [DisplayFact]
    public void Question_BeforeClosing_KeepsLabelsForTheNextStartWhereThatIsWanted()
    {
        var recovery = _folder.File("recovery");
        var viewer = Scenes.Viewer("a");
        var labels = TrainingLabels.Make((ImageLayer)viewer.Layers[0]);
        viewer.Layers.Add(labels);
        Run(viewer,
            Do(loop => loop.Bench.Recovery.Begin(recovery)),
            Do(_ => labels.Fill(new VoxelBox(0, 0, 0, 2, 2, 2), 1)),
            Do(loop => loop.Shell.State.WantsToQuit = true),
            loop => loop.Shell.Projects.Buttons.TryGetValue("Keep labels for the next start", out var button) && Click(loop, button),
            // The window is closed by that.
            _ => false);

        var left = Assert.Single(RecoverySession.Claim(recovery));
        using var copy = Assert.Single(left.Copies).Read(CancellationToken.None);
        Assert.Equal(8, Bytes(copy).Count(label => label == 1));
        left.Delete();
    }

    // By keys alone, which a busy machine may lose: they are pressed again until there is a copy, and a second time changes nothing more.
    private static void ChangeAndKill(string home, string file, string recovery)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(TestFolders.Program, "VolumeViewer.Host.dll"), "view", file])
        {
            Environment = { [UserFolders.HomeVariable] = home },
        })!;
        try
        {
            var clock = Stopwatch.StartNew();
            // Letters that come before the palette is open are keys of tools, and change something else.
            while (!IsSeen(program) && clock.Elapsed < TimeSpan.FromSeconds(60))
                Thread.Sleep(300);
            Thread.Sleep(4000);
            while (!Directory.Exists(recovery) || !Directory.EnumerateFiles(recovery, "layer.json", SearchOption.AllDirectories).Any())
            {
                Assert.False(program.HasExited);
                Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), "The program kept no copy of the labels.");
                Keys(program, "key", "Escape", "key", "ctrl+shift+p");
                Thread.Sleep(1500);
                Keys(program, "type", "remove islands");
                Thread.Sleep(700);
                Keys(program, "key", "Return");
                Thread.Sleep(1500);
                Keys(program, "key", "ctrl+Return");
                Thread.Sleep(3000);
            }
        }
        finally
        {
            program.Kill();
            program.WaitForExit();
        }
    }

    private static bool IsSeen(Process program)
    {
        using var tool = Process.Start(new ProcessStartInfo("xdotool", ["search", "--all", "--onlyvisible", "--pid", $"{program.Id}", "--name", "VolumeViewer"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var found = tool.StandardOutput.ReadToEnd();
        tool.WaitForExit(10_000);
        return found.Length > 0;
    }

    private static void Keys(Process program, params string[] words)
    {
        using var tool = Process.Start(new ProcessStartInfo("xdotool", ["search", "--all", "--onlyvisible", "--pid", $"{program.Id}", "--name", "VolumeViewer", "windowfocus", "%1", .. words]) { RedirectStandardError = true })!;
        tool.StandardError.ReadToEnd();
        tool.WaitForExit(10_000);
    }

    private static byte[] Bytes(LabelsLayer layer) => [.. Enumerable.Range(0, layer.Shape.Depth).SelectMany(z => layer.Labels.Slice(z).ToArray())];

    // A dialog moves while it finds its size: only a button that stays where it is is clicked.
    private bool Click(WindowLoop loop, Rect button)
    {
        var isAtRest = button == _seen;
        _seen = button;
        if (isAtRest)
            new Pointer(loop.Title).Click(button.Center, Pointer.Left);
        return isAtRest;
    }
}
