using VolumeViewer.Host.History;
using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Queue;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

public class RunActionsTests
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "runs", "one");

    [Fact]
    public void RecordOf_AFolderFilledTwice_IsTheLastThatFilledIt()
    {
        OperationRecord[] records = [Record("a", Folder, 1), Record("b", Folder + Path.DirectorySeparatorChar, 3), Record("c", Folder + "-2", 4), Record("d", null, 5)];

        Assert.Equal("b", RunActions.RecordOf(records, Folder)?.Id);
        Assert.Null(RunActions.RecordOf(records, Folder + "-3"));
    }

    [Fact]
    public void Request_OfAFormWithHalving_CarriesItsSettings()
    {
        var operation = new Operation<FormModelTests.Parameters>("a.b", "Test", (_, _) => new OperationResult());
        var form = new FormModel(operation, new Viewer()) { Search = SearchKind.Halving, Halving = new HalvingSearch { Id = 0, First = 4, Keep = 0.25, Metric = "loss" } };

        var request = FormQueue.Request(form.With(operation, new Viewer()));

        Assert.Equal((4, 0.25, "loss"), (request.Halving.First, request.Halving.Keep, request.Halving.Metric));
    }

    private static OperationRecord Record(string id, string? folder, int minute) => new()
    {
        Id = id,
        Operation = "train.network",
        Started = new DateTimeOffset(2026, 1, 1, 0, minute, 0, TimeSpan.Zero),
        Outputs = [new RecordedOutput("folder", folder is null ? RecordedOutputKind.Table : RecordedOutputKind.Folder) { Path = folder }],
    };
}
