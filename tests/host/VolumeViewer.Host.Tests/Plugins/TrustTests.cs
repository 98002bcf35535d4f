using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Plugins;

public class TrustTests
{
    [Fact]
    public async Task AUsersPlugin_RunsOnlyAfterExactlyTheseFilesWereTrusted()
    {
        using var world = new PluginWorld(PluginRootKind.User);
        world.Copy("ReloadOne", "reload");
        world.Manager.Rescan();
        Assert.Equal(PluginState.NotTrusted, world.Manager.Plugins.Single().State);
        Assert.Contains("plugins trust reload", Assert.Throws<PluginException>(() => world.Manager.Get<IOperation>("test.build")).Message, StringComparison.Ordinal);
        Assert.Empty(world.Manager.Listed<IOperation>());

        world.Manager.Trust(world.Manager.Plugins.Single());
        Assert.Equal(1, await world.RunAsync("test.build"));

        // Other bytes ask again, whatever the manifest says.
        System.IO.File.WriteAllText(Path.Combine(world.Root.Path, "reload", "helper.dll"), "not even code");
        world.Manager.Rescan();
        Assert.Equal(PluginState.NotTrusted, world.Manager.Plugins.Single().State);
        Assert.Throws<PluginException>(() => world.Manager.Get<IOperation>("test.build"));

        // The old bytes are still trusted.
        System.IO.File.Delete(Path.Combine(world.Root.Path, "reload", "helper.dll"));
        world.Manager.Rescan();
        Assert.Equal(1, await world.RunAsync("test.build"));
    }

    [Fact]
    public async Task Distrust_UnloadsThePlugin()
    {
        using var world = new PluginWorld(PluginRootKind.User);
        world.Copy("ReloadOne", "reload");
        world.Manager.Rescan();
        world.Manager.Trust(world.Manager.Plugins.Single());
        Assert.Equal(1, await world.RunAsync("test.build"));
        Assert.True(world.Manager.Distrust("reload"));
        Assert.Equal(PluginState.NotTrusted, world.Manager.Plugins.Single().State);
        Assert.False(world.Manager.Distrust("reload"));
    }

    [Theory]
    [InlineData(nameof(PluginRootKind.Development))]
    [InlineData(nameof(PluginRootKind.BuiltIn))]
    public async Task ThePlugins_OfTheProgramAndUnderDevelopment_RunWithoutAsking(string kind)
    {
        using var world = new PluginWorld(Enum.Parse<PluginRootKind>(kind));
        world.Copy("ReloadOne", "reload");
        world.Manager.Rescan();
        Assert.Equal(1, await world.RunAsync("test.build"));
    }

    [Fact]
    public void ADamagedTrustFile_TrustsNothing()
    {
        using var folder = new TemporaryFolder();
        var stamp = new PluginStamp("a", "1.0.0", "00");
        var store = new TrustStore(folder.File("trust.json"));
        store.Trust(stamp);
        Assert.True(store.Trusts(stamp));
        Assert.False(store.Trusts(stamp with { Hash = "01" }));
        Assert.False(store.Trusts(stamp with { Id = "b" }));
        System.IO.File.WriteAllText(folder.File("trust.json"), "[{");
        Assert.False(store.Trusts(stamp));
    }
}
