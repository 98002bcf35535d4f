using System.Text.Json.Nodes;

using Training.Tests.Support;

using VolumeViewer.Plugins.Training;
using VolumeViewer.Sdk;

namespace Training.Tests;

public class TrainingPluginTests
{
    [Fact]
    public void Activate_RegistersWhatTheManifestSays()
    {
        var operations = new Activated(new TrainingPlugin()).All<IOperation>();
        // Not from beside the tests: there, plugins overwrite each other's manifests.
        var manifest = JsonNode.Parse(File.ReadAllText(Repository.Find("plugins/Training/plugin.json")))!;
        Assert.Equal("VolumeViewer.Plugins.Training.dll", (string)manifest["assembly"]!);
        Assert.Equal(
            manifest["contributions"]!["operations"]!.AsArray().Select(item => ((string)item!["id"]!, (string)item["title"]!)),
            operations.Select(operation => (operation.Id, operation.Title)));
        Assert.Equal(["train.network", "study.transfer"], operations.Where(operation => operation.Output == OutputKind.Folder).Select(operation => operation.Id));
    }

    [Fact]
    public void Parameters_OfTraining_TakeTheOptionsOfTheCommandLine()
    {
        var schema = TrainingPlugin.TrainOperation().Parameters;
        var record = schema.Bind(new Dictionary<string, string> { ["network"] = "lrcs-net", ["epochs"] = "20", ["seed"] = "1", ["loss"] = "dice" });
        Assert.Equal("dice", schema.ToTexts(record)["loss"]);
        Assert.Contains("phase-names", schema.Items.Select(item => item.Name));
        Assert.All(schema.Items, item => Assert.True(item.Title.Length > 0 && item.Help.EndsWith('.'), item.Name));
    }
}
