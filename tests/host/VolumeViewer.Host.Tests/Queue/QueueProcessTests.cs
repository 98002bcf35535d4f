using System.Diagnostics;
using System.Text.Json;

using VolumeViewer.Host.Queue;
using VolumeViewer.Host.Tests.CommandLine;
using VolumeViewer.Host.Tests.Plugins;

namespace VolumeViewer.Host.Tests.Queue;

/// <summary>The queue on the command line, with its worker in a process of its own.</summary>
public sealed class QueueProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _home;
    private readonly QueueStore _store;

    public QueueProcessTests()
    {
        _home = new() { [UserFolders.HomeVariable] = _folder.File("home") };
        _store = new QueueStore(_folder.File("home/data/queue"));
        Directory.CreateDirectory(_folder.File("plugins"));
        _folder.AddPlugin("plugins/queue-runs", fixture: "QueueRuns");
        Assert.Equal(0, Run("plugins", "trust", "queue-runs").ExitCode);
    }

    public void Dispose()
    {
        // Whatever a test left running ends by itself when it is told so.
        if (File.Exists(_store.Path))
            _store.Update(queue => queue with { IsStarted = false });
        for (var tries = 0; tries < 200 && _store.HasWorker; tries++)
            Thread.Sleep(50);
        _folder.Dispose();
    }

    private ProgramRun Run(params string[] words) => ProgramRun.Of(_home, [.. words, "--plugin-folder", _folder.File("plugins")]);

    private JsonElement Json(params string[] words)
    {
        var run = Run([.. words, "--json"]);
        Assert.True(run.ExitCode == 0, $"'{string.Join(" ", words)}' ended with {run.ExitCode}: {run.Errors}{run.Output}");
        return run.Json;
    }

    private static List<string?> States(JsonElement list) => [.. list.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("state").GetString())];

    private Task Until(Func<QueueDocument, bool> condition, string what) => PluginWorld.Until(() => condition(_store.Read()), what, 30);

    [Fact]
    public async Task Start_ThenTheProgramEnds_TheWorkerGoesOnToTheEnd()
    {
        Json("queue", "add", "test.counts", "--rate", "0.1|0.2", "--epochs", "20", "--pause", "25", "--out", _folder.File("runs"));
        // ProgramRun returns when the program has ended and its streams are closed.
        Assert.True(Json("queue", "start").GetProperty("worker").GetBoolean());
        await Until(queue => queue.Runs.TrueForAll(run => run.State == QueuedState.Done), "the worker to be done");

        var list = Json("queue", "list");
        Assert.Equal(["done", "done"], States(list));
        var table = Run("runs", "list", _folder.File("runs"), "--sort", "validation mean IoU", "--json").Json.EnumerateArray().ToList();
        // The score is rate · n / (1 + n).
        Assert.Equal("rate=0.2", table[0].GetProperty("run").GetString());
        Assert.Equal(0.2 * 20 / 21, table[0].GetProperty("best validation mean IoU").GetDouble(), 1e-9);
    }

    [Fact]
    public async Task Kill_OfTheWorker_InterruptsTheRunAndStartResumesIt()
    {
        Json("queue", "add", "test.counts", "--epochs", "60", "--pause", "30", "--out", _folder.File("run"), "--start");
        await Until(queue => queue.Runs[0].Fraction > 0.1, "the run to get on");
        using (var worker = WorkerOf())
        {
            worker.Kill();
            worker.WaitForExit();
        }
        Assert.Equal(["interrupted"], States(Json("queue", "list")));

        Json("queue", "start");
        await Until(queue => queue.Runs[0].State == QueuedState.Done, "the run to be done");

        var run = _store.Read().Runs[0];
        Assert.Equal(Enumerable.Range(1, 60).Select(epoch => $"{epoch}"), QueueWorld.Epochs(run));
        Assert.Equal(2, QueueWorld.Sittings(run).Split(' ').Length);
    }

    // The process that was started with the words of a worker and the folder of this test.
    private Process WorkerOf()
    {
        foreach (var process in Process.GetProcessesByName("dotnet"))
        {
            var words = OperatingSystem.IsLinux() ? File.ReadAllText($"/proc/{process.Id}/cmdline").Split('\0') : [];
            if (words.Contains(WorkerProcess.DetachedOption) && words.Contains(_folder.File("plugins")))
                return process;
            process.Dispose();
        }
        throw new InvalidOperationException("There is no worker.");
    }

    [Fact]
    public void PauseMoveRerunRemove_OnTheCommandLine_ChangeTheQueue()
    {
        var runs = _folder.File("runs");
        Json("queue", "add", "test.counts", "--seed", "1|2|3", "--out", runs);
        Assert.Equal(["paused", "waiting", "waiting"], States(Json("queue", "pause", "1")));
        Assert.Equal(["waiting", "waiting", "paused"], States(Json("queue", "move", "1", "last")));
        Assert.Equal([2, 1, 3], Json("queue", "move", "3", "down").GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("id").GetInt32()));
        var again = Json("queue", "rerun", "2", "--rate", "0.3|0.4")[0];
        Assert.Equal(Path.Combine(runs, "seed=2_rate=0.3"), again.GetProperty("folder").GetString());
        Assert.Equal([2, 5], Json("queue", "remove", "1", "3", "4").GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("id").GetInt32()));
        Assert.Equal(["done", "done"], States(Json("queue", "start", "--wait")));
        Assert.Empty(States(Json("queue", "clear")));
    }

    [Theory]
    [InlineData("queue add", "Required command")]
    [InlineData("queue add test.nothing --out x", "test.nothing")]
    [InlineData("queue add test.counts --out x --rate 1..2", "1..2/5")]
    [InlineData("queue add test.counts --rate 100 --out x", "--rate: 100")]
    [InlineData("queue add test.counts --seed 1|2", "--out is missing")]
    [InlineData("queue add test.counts --seed 1|2 --out x --search sideways", "sideways")]
    [InlineData("queue add test.counts --seed 1|2 --out x --search halving --keep 2", "--keep: 2")]
    [InlineData("queue pause 7", "queue is empty")]
    [InlineData("queue rerun", "argument missing")]
    [InlineData("queue rerun 7", "queue is empty")]
    [InlineData("queue move 7 sideways", "sideways")]
    [InlineData("queue start --parallel 0", "--parallel: 0")]
    [InlineData("runs list no-such-folder", "no-such-folder")]
    [InlineData("runs list", "the queue has none")]
    [InlineData("runs plot .", "--out is missing")]
    [InlineData("runs plot . --out c.txt", ".png or .csv")]
    public void Commands_WithBadInput_EndWithTwoAndSayWhat(string words, string part)
    {
        var run = Run(words.Split(' '));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(part, run.Errors, StringComparison.Ordinal);
        Assert.Empty(_store.Read().Runs);
    }
}
