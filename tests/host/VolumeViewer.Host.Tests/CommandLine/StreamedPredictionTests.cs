using System.Diagnostics;
using System.Globalization;

namespace VolumeViewer.Host.Tests.CommandLine;

public sealed class StreamedPredictionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Slices are marked as done one by one, so that the kills hit reading, computing and writing alike.
    [Fact]
    public void Predict_KilledAndResumed_GivesTheBytesOfAnUninterruptedPrediction()
    {
        WriteGreys("grey.npy", depth: 40, edge: 224);
        string[] words = ["--probabilities", "true", "--entropy", "true", "--resume", "true"];
        Complete(Predict("grey.npy", "whole", words));
        var kills = 0;
        foreach (var share in (double[])[0.1, 0.4, 0.7])
            kills += KillAfter((int)(40 * share), Predict("grey.npy", "killed", words)) ? 1 : 0;
        Assert.True(kills >= 2, $"only {kills} kills came before the end");
        Assert.True(Directory.Exists(WorkFolder("killed")));
        Complete(Predict("grey.npy", "killed", words));
        Assert.False(Directory.Exists(WorkFolder("killed")));
        var files = Names("whole");
        Assert.Equal(5, files.Length);
        Assert.Equal(files, Names("killed"));
        foreach (var file in files)
            Assert.Equal(File.ReadAllBytes(Path.Combine(_folder.File("whole"), file)), File.ReadAllBytes(Path.Combine(_folder.File("killed"), file)));
    }

    // Further 110 slices with their probabilities are 70 MB, and 70 MB of greys, all of which a prediction that kept them would hold; what the runtime keeps varies by some tens.
    [Fact]
    public void Predict_OfAVolumeTwelveTimesAsDeep_TakesNoMoreMemory()
    {
        WriteGreys("shallow.npy", depth: 10, edge: 400);
        WriteGreys("deep.npy", depth: 120, edge: 400);
        string[] words = ["--probabilities", "true", "--memory", "0.25", "--patch-size", "128"];
        var (shallow, deep) = (Complete(Predict("shallow.npy", "shallow", words)), Complete(Predict("deep.npy", "deep", words)));
        if (OperatingSystem.IsLinux())
            Assert.InRange(deep - shallow, long.MinValue, 100L << 20);
    }

    private string[] Predict(string volume, string output, string[] words) =>
        [
            "run", "predict.network", "--in", _folder.File(volume), "--model", Model(), "--device", "cpu", .. words,
            "--out", Path.Combine(Directory.CreateDirectory(_folder.File(output)).FullName, "labels.tif"),
        ];

    private string WorkFolder(string output) => Path.Combine(_folder.File(output), "labels.tif.predicting");

    private string[] Names(string output) => [.. Directory.GetFiles(_folder.File(output)).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    // A network of two kernels, which is quick; what it labels is of no account here.
    private string Model()
    {
        var run = _folder.File("model");
        if (!Directory.Exists(run))
        {
            Complete(["run", "train.network", "--in", Path.Combine(TestFolders.Samples, "segmentpy-nmc"), "--slices", "1501", "--network-options", "kernels=2",
                "--patch-size", "64", "--batch-size", "2", "--steps", "4", "--steps-per-epoch", "4", "--device", "cpu", "--out", run]);
        }
        return run;
    }

    // Waves that differ from slice to slice, as the NumPy array that they are.
    private void WriteGreys(string name, int depth, int edge)
    {
        using var file = new BinaryWriter(File.Create(_folder.File(name)));
        var header = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({depth}, {edge}, {edge}), }}";
        header = header.PadRight((((10 + header.Length) / 64) + 1) * 64 - 10 - 1) + "\n";
        file.Write([0x93, .. "NUMPY"u8, 1, 0]);
        file.Write((ushort)header.Length);
        file.Write(System.Text.Encoding.ASCII.GetBytes(header));
        var slice = new float[edge * edge];
        for (var z = 0; z < depth; z++)
        {
            for (var i = 0; i < slice.Length; i++)
                slice[i] = MathF.Sin((i % edge * 0.11f) + (z * 0.7f)) + MathF.Cos((i / edge * 0.07f) - z);
            file.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(slice));
        }
    }

    // The most memory of its own that the process was seen to hold, in bytes, without pages of files; 0 where the system does not tell.
    private static long Complete(string[] words)
    {
        using var process = Start(words);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (clock, peak) = (Stopwatch.StartNew(), 0L);
        while (!process.WaitForExit(20))
        {
            peak = Math.Max(peak, HeldBy(process.Id));
            if (clock.Elapsed > TimeSpan.FromMinutes(3))
            {
                process.Kill();
                Assert.Fail("the program did not end within 3 minutes");
            }
        }
        Assert.True(process.ExitCode == 0, output.Result + errors.Result);
        return peak;
    }

    private static long HeldBy(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(each => each.StartsWith("RssAnon:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(8).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            // Another system, or a process that has just ended.
            return 0;
        }
    }

    // Whether the process was still at work.
    private bool KillAfter(int slices, string[] words)
    {
        using var process = Start(words);
        // Nobody reads them to the end; they only must not fill up.
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        while (!process.HasExited && SlicesDone() < slices)
            Thread.Sleep(1);
        // SIGKILL: the process has no say in it.
        process.Kill();
        process.WaitForExit();
        return process.ExitCode == 137;
    }

    private int SlicesDone()
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(WorkFolder("killed"), "done")).Count(part => part != 0);
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
        start.Environment["OMP_NUM_THREADS"] = "1";
        return Process.Start(start)!;
    }
}
