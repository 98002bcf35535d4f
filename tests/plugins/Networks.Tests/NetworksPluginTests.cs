using System.Text.Json.Nodes;

using VolumeViewer.Plugins.Networks;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace Networks.Tests;

public class NetworksPluginTests
{
    [Fact]
    public void Activate_RegistersWhatTheManifestSays()
    {
        var context = new Context();
        new NetworksPlugin().Activate(context);
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plugin.json")))!;
        Assert.Equal("VolumeViewer.Plugins.Networks.dll", (string)manifest["assembly"]!);
        Assert.Equal(
            manifest["contributions"]!["networks"]!.AsArray().Select(item => ((string)item!["id"]!, (string)item["title"]!)),
            context.Networks.Select(network => (network.Id, network.Title)));
    }

    private sealed class Context : IPluginContext
    {
        public List<INetwork> Networks { get; } = [];

        public string Folder => AppContext.BaseDirectory;

        public IDisposable Register<T>(T contribution) where T : class, IContribution
        {
            Networks.Add(Assert.IsAssignableFrom<INetwork>(contribution));
            return new MemoryStream();
        }
    }
}
