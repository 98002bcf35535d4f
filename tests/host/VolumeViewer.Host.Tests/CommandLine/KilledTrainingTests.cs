using System.Diagnostics;
using System.Text.Json;

namespace VolumeViewer.Host.Tests.CommandLine;

public sealed class KilledTrainingTests : IDisposable
{
    private const int Steps = 60;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Checkpoints come after almost every step, so kills hit steps, validation and the writing of files alike; the seed makes the steps, not the moments.
    [Fact]
    public void Train_KilledAgainAndAgain_GivesTheWeightsOfAnUninterruptedRun()
    {
        string[] words =
        [
            "run", "train.network", "--in", Path.Combine(TestFolders.Samples, "segmentpy-nmc"), "--slices", "1501", "--network-options", "kernels=2",
            "--patch-size", "64", "--batch-size", "2", "--steps", $"{Steps}", "--steps-per-epoch", "15", "--learning-rate", "0.005", "--plateau-patience", "1",
            "--decay-factor", "0.5", "--best-by", "volume-fraction", "--optimiser", "adamw", "--schedule", "plateau", "--clip-gradients", "1",
            "--weight-decay", "0.001", "--device", "cpu", "--checkpoint-minutes", "0.0001",
        ];
        Complete([.. words, "--out", In("whole")]);
        var random = new Random(7);
        var kills = 0;
        for (var target = 3 + random.Next(12); target < Steps; target += 12 + random.Next(12))
        {
            if (KillAfter(target, random.Next(12), [.. words, "--out", In("killed"), "--resume", "true"]))
                kills++;
        }
        Assert.True(kills >= 2, $"only {kills} kills came before the end");
        Complete([.. words, "--out", In("killed"), "--resume", "true"]);
        foreach (var weights in (string[])["last.weights", "best.weights"])
            Assert.Equal(File.ReadAllBytes(Path.Combine(In("whole"), weights)), File.ReadAllBytes(Path.Combine(In("killed"), weights)));
        Assert.Equal(WithoutSeconds("whole"), WithoutSeconds("killed"));
        using var record = JsonDocument.Parse(File.ReadAllText(Path.Combine(In("killed"), "run.json")));
        Assert.Equal("finished", record.RootElement.GetProperty("state").GetString());
    }

    private string In(string name) => Path.Combine(_folder.Path, name);

    private static void Complete(string[] words)
    {
        using var process = Start(words);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(TimeSpan.FromMinutes(3)))
        {
            process.Kill();
            Assert.Fail("the training did not end within 3 minutes");
        }
        Assert.True(process.ExitCode == 0, output.Result + errors.Result);
    }

    // Whether the process was still at work.
    private bool KillAfter(int steps, int milliseconds, string[] words)
    {
        using var process = Start(words);
        // Nobody reads them to the end; they only must not fill up.
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        while (!process.HasExited && StepsDone() < steps)
            Thread.Sleep(2);
        Thread.Sleep(milliseconds);
        // SIGKILL: the process has no say in it.
        process.Kill();
        process.WaitForExit();
        return process.ExitCode == 137;
    }

    private int StepsDone()
    {
        try
        {
            using var record = JsonDocument.Parse(File.ReadAllText(Path.Combine(In("killed"), "run.json")));
            return record.RootElement.GetProperty("steps-done").GetInt32();
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static Process Start(string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(TestFolders.Program, "VolumeViewer.Host.dll"), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[UserFolders.HomeVariable] = TestHome.Path;
        // So small a network is slowed down by more threads.
        start.Environment["OMP_NUM_THREADS"] = "1";
        return Process.Start(start)!;
    }

    private IEnumerable<string> WithoutSeconds(string run) =>
        File.ReadAllLines(Path.Combine(In(run), "metrics.csv")).Select(line => line[..line.LastIndexOf(',')]);
}
