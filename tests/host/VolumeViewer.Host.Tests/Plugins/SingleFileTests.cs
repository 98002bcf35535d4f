using TorchSharp;

using VolumeViewer.Host.Plugins;
using VolumeViewer.Host.Tests.Plugins.Source;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Host.Tests.Plugins;

public class SingleFileTests
{
    [Fact]
    public async Task ASourceFile_DroppedBrokenAndMended_IsCompiledToldByLineAndSwapped()
    {
        using var world = new PluginWorld(PluginRootKind.Development);
        var file = Path.Combine(world.Root.Path, "TinyNet.cs");
        world.Manager.Watch();
        File.WriteAllText(file, Sources.Network);
        await world.PluginsUntil(() => world.Manager.Plugins.Any(plugin => plugin.State == PluginState.Active), "the file is compiled and loaded");
        Assert.Equal("Tiny", world.Manager.Listed<INetwork>().Single().Contribution.Title);
        using (var module = Build(world))
            Assert.True(module.parameters().Any());

        File.WriteAllText(file, Sources.Network.Replace("using TorchSharp;", "using TorchSharp", StringComparison.Ordinal));
        await world.PluginsUntil(() => world.Manager.Plugins.Single().State == PluginState.Failed, "the error is told");
        Assert.Contains("TinyNet.cs(", world.Manager.Plugins.Single().Reason, StringComparison.Ordinal);
        Assert.Contains("error CS1002", world.Manager.Plugins.Single().Reason, StringComparison.Ordinal);

        File.WriteAllText(file, Sources.Network.Replace("\"Tiny\"", "\"Tinier\"", StringComparison.Ordinal));
        await world.PluginsUntil(() => world.Manager.Plugins.Single().State == PluginState.Active, "the mended file is loaded");
        Assert.Equal("Tinier", world.Manager.Get<INetwork>("tiny-net").Title);

        File.Delete(file);
        await world.PluginsUntil(() => world.Manager.Plugins.Count == 0, "the plugin is gone");
        await world.PluginsUntil(() => world.Manager.Retired.All(retired => retired.Prove()), "no old build lives on");
    }

    [Fact]
    public void ASourceFile_AmongTheUsersPlugins_AsksForTrust()
    {
        using var world = new PluginWorld(PluginRootKind.User);
        File.WriteAllText(Path.Combine(world.Root.Path, "TinyNet.cs"), Sources.Network);
        world.Manager.Rescan();
        Assert.Equal(PluginState.NotTrusted, world.Manager.Plugins.Single().State);
        world.Manager.Trust(world.Manager.Plugins.Single());
        Assert.Equal("Tiny", world.Manager.Get<INetwork>("tiny-net").Title);
    }

    [Fact]
    public void AScript_WithItsSidecar_IsANetworkWithoutCode()
    {
        using var world = new PluginWorld(PluginRootKind.Development);
        var samples = Path.Combine(TestFolders.Repository, "samples", "torchscript");
        File.Copy(Path.Combine(samples, "nmc-unet.pt"), Path.Combine(world.Root.Path, "nmc-unet.pt"));
        world.Manager.Rescan();
        Assert.Equal(PluginState.Failed, world.Manager.Plugins.Single().State);
        Assert.Contains("no sidecar", world.Manager.Plugins.Single().Reason, StringComparison.Ordinal);

        File.Copy(Path.Combine(samples, "nmc-unet.json"), Path.Combine(world.Root.Path, "nmc-unet.json"));
        world.Manager.Rescan();
        Assert.Equal("nmc-unet", world.Manager.Listed<INetwork>().Single().Contribution.Id);
        var network = world.Manager.Get<INetwork>("nmc-unet");
        using var scope = torch.NewDisposeScope();
        using var module = network.Build(1, 3, network.Options.CreateDefault());
        Assert.Equal([1L, 3, 16, 24], module.call(torch.zeros(1, 1, 16, 24)).shape);
    }

    private static torch.nn.Module<torch.Tensor, torch.Tensor> Build(PluginWorld world)
    {
        var network = world.Manager.Get<INetwork>("tiny-net");
        return network.Build(1, 2, network.Options.CreateDefault());
    }
}
