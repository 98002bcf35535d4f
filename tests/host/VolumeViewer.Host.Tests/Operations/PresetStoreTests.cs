using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Tests.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Operations;

public sealed class PresetStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Save_Load_Delete_KeepOtherPresetsAsTheyAre()
    {
        var store = new PresetStore(_folder.File("presets"));
        store.Save("a.b", " fine ", new Dictionary<string, string> { ["phases"] = "5" });
        store.Save("a.b", "Coarse", new Dictionary<string, string> { ["phases"] = "2" });
        store.Save("a.b", "fine", new Dictionary<string, string> { ["phases"] = "6" });

        Assert.Equal(["Coarse", "fine"], store.Names("a.b"));
        Assert.Equal("6", store.Load("a.b", "fine")["phases"]);
        Assert.Empty(store.Names("other.operation"));
        store.Delete("a.b", "fine");
        Assert.Equal(["Coarse"], store.Names("a.b"));
        Assert.Contains("Coarse", Assert.Throws<UserException>(() => store.Load("a.b", "fine")).Message, StringComparison.Ordinal);
        Assert.Throws<UserException>(() => store.Save("a.b", "  ", new Dictionary<string, string>()));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{ \"format\": 2, \"presets\": {} }")]
    [InlineData("{ \"format\": 1 }")]
    [InlineData("{ \"format\": 1, \"presets\": { \"x\": { \"phases\": 3 } } }")]
    public void Read_OfADamagedFile_NamesItAndSaysWhatToDo(string text)
    {
        File.WriteAllText(_folder.File("a.b.json"), text);
        var fault = Assert.Throws<UserException>(() => new PresetStore(_folder.Path).Names("a.b"));
        Assert.Contains("a.b.json", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Mend the file", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fill_OfAForm_TakesKnownValues_ResetsTheOthers_AndTellsTheUnknown()
    {
        var operation = new Operation<FormModelTests.Parameters>("a.b", "Test", (_, _) => new OperationResult());
        var form = new FormModel(operation, Scenes.Viewer());
        form[operation.Parameters.Items[1]] = "second";

        var unknown = form.Fill(new Dictionary<string, string> { ["phases"] = "4", ["gone"] = "1" });

        Assert.Equal(["gone"], unknown);
        Assert.Equal(new FormModelTests.Parameters { Phases = 4 }, form.Parameters());
        form.Reset(operation.Parameters.Items[0]);
        Assert.True(form.IsDefault(operation.Parameters.Items[0]));
    }
}
