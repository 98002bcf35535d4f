using VolumeViewer.Host.History;
using VolumeViewer.Host.Plugins;

namespace VolumeViewer.Host.Tests.History;

public sealed class JournalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static OperationRecord Record(string operation = "test.op") => new()
    {
        Id = OperationRecord.NewId(),
        Operation = operation,
        Title = "Öffnen & \"prüfen\"",
        Plugins = [new PluginStamp("test", "1.2.3", "abc")],
        Sdk = "0.1.0",
        Parameters = new Dictionary<string, string> { ["seed"] = "7" },
        Inputs = [new RecordedInput("in", RecordedInputKind.Labels) { Layer = "a\nb", Hash = "123" }],
        Outputs = [new RecordedOutput("out", RecordedOutputKind.Image) { Shape = [4, 5, 6], Hash = "456" }],
        Seed = "7",
        Started = DateTimeOffset.Now,
        Seconds = 1.5,
        Ended = RunEnding.Failed,
        Reason = "because",
        Deterministic = false,
    };

    [Fact]
    public void Append_ThenRead_GivesTheSameRecord()
    {
        var journal = new Journal(_folder.Path);
        var record = Record();
        journal.Append(record);

        var (records, damaged) = journal.Read();

        Assert.Equal(0, damaged);
        Assert.Equal(RecordJson.Format(record), RecordJson.Format(Assert.Single(records)));
        Assert.Single(File.ReadAllLines(journal.Path));
    }

    [Fact]
    public async Task Append_FromTwoWritersAtOnce_LosesAndMixesNothing()
    {
        var (one, two) = (new Journal(_folder.Path), new Journal(_folder.Path));
        await Task.WhenAll(new[] { one, two }.Select((journal, writer) => Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
                journal.Append(Record($"test.writer-{writer}-{i}"));
        })));

        var (records, damaged) = one.Read();

        Assert.Equal(0, damaged);
        Assert.Equal(200, records.Select(record => record.Operation).Distinct().Count());
    }

    [Fact]
    public void Read_WithDamagedLines_CountsThemAndGoesOn()
    {
        var journal = new Journal(_folder.Path);
        journal.Append(Record("test.before"));
        File.AppendAllText(journal.Path, "{ \"format\": 1, \"id\": \"half a li");
        journal.Append(Record("test.after"));
        File.AppendAllText(journal.Path, "{ \"format\": 99, \"id\": \"x\", \"operation\": \"from.the-future\" }\n");

        var (records, damaged) = journal.Read();

        Assert.Equal(["test.before", "test.after"], records.Select(record => record.Operation));
        Assert.Equal(2, damaged);
    }

    [Fact]
    public void Append_PastTheBound_SetsTheFullFileAsideAndKeepsTheNewest()
    {
        var length = RecordJson.Format(Record("test.000")).Length + 1;
        var journal = new Journal(_folder.Path, mostBytes: length * 10);
        for (var i = 0; i < 35; i++)
            journal.Append(Record($"test.{i:000}"));

        var (records, _) = journal.Read();

        Assert.Equal("test.034", records[^1].Operation);
        Assert.InRange(records.Count, 10, 20);
        Assert.All(Directory.GetFiles(_folder.Path, "history*.jsonl"), file => Assert.True(new FileInfo(file).Length <= length * 11));
    }
}
