using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Plugins;

public class PluginManagerTests
{
    private const string Valid = """{ "id": "ok", "version": "1.0.0", "sdk": ">=0.1 <0.2", "assembly": "Missing.dll", "contributions": { "operations": [ { "id": "a.b", "title": "A" } ] } }""";

    public static TheoryData<string, string> BrokenManifests => new()
    {
        { "not json", "plugin.json cannot be read" },
        { """{ "id": "x" }""", "plugin.json cannot be read" },
        { Valid.Replace("Missing.dll", "../Evil.dll", StringComparison.Ordinal), "inside the plugin's own folder" },
        { Valid.Replace(">=0.1 <0.2", "newest", StringComparison.Ordinal), "newest" },
    };

    [Theory]
    [MemberData(nameof(BrokenManifests))]
    public void Discover_ABrokenManifest_ShowsItAsFailedWithTheReason(string manifest, string reason)
    {
        using var folder = new TemporaryFolder();
        folder.AddPlugin("broken", manifest);
        using var manager = new PluginManager(folder.Path);
        var plugin = Assert.Single(manager.Plugins);
        Assert.Equal(PluginState.Failed, plugin.State);
        Assert.Contains(reason, plugin.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Discover_APluginForAnotherSdk_IsIncompatible()
    {
        using var folder = new TemporaryFolder();
        folder.AddPlugin("future", Valid.Replace(">=0.1 <0.2", ">=7.0", StringComparison.Ordinal));
        using var manager = new PluginManager(folder.Path);
        Assert.Equal(PluginState.Incompatible, manager.Plugins[0].State);
        Assert.Contains($"this program has {SdkVersion.Current}", manager.Plugins[0].Reason, StringComparison.Ordinal);
        Assert.Empty(manager.Listed<IOperation>());
    }

    [Fact]
    public void Get_FromAPluginWithoutItsAssembly_NamesThePluginAndTheFile()
    {
        using var folder = new TemporaryFolder();
        folder.AddPlugin("hollow", Valid);
        using var manager = new PluginManager(folder.Path);
        Assert.Equal(PluginState.Failed, manager.Plugins[0].State);
        var problem = Assert.Throws<PluginException>(() => manager.Get<IOperation>("a.b"));
        Assert.Contains("'ok'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Missing.dll", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Activate_APluginThatThrows_MarksItFailed_TakesBackWhatItRegistered_AndSparesTheOthers()
    {
        using var folder = new TemporaryFolder();
        folder.AddPlugin("throwing", fixture: "ThrowingPlugin");
        folder.AddPlugin("faulty", fixture: "FaultyOperation");
        using var manager = new PluginManager(folder.Path);
        var operations = manager.All<IOperation>();
        Assert.Equal(["test.divides"], operations.Select(operation => operation.Id));
        var throwing = manager.Plugins.Single(plugin => plugin.Id == "throwing");
        Assert.Equal(PluginState.Failed, throwing.State);
        Assert.Contains("the licence server is away", throwing.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Listed_TellsContributions_WithoutLoadingAnything()
    {
        using var folder = new TemporaryFolder();
        folder.AddPlugin("faulty", fixture: "FaultyOperation");
        using var manager = new PluginManager(folder.Path);
        Assert.Equal("test.divides", manager.Listed<IOperation>().Single().Contribution.Id);
        Assert.Equal(PluginState.Discovered, manager.Plugins[0].State);
    }

    [Fact]
    public void Get_AnUnknownId_ListsWhatThereIs()
    {
        using var folder = new TemporaryFolder();
        folder.AddPlugin("faulty", fixture: "FaultyOperation");
        using var manager = new PluginManager(folder.Path);
        Assert.Contains("test.divides", Assert.Throws<UserException>(() => manager.Get<IOperation>("test.nothing")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFolder_GivesNoPlugins_AndSaysWhereItLooked()
    {
        using var manager = new PluginManager("no-such-folder");
        Assert.Empty(manager.Plugins);
        Assert.Contains("no-such-folder", Assert.Throws<UserException>(() => manager.Get<IOperation>("a.b")).Message, StringComparison.Ordinal);
        Assert.NotEmpty(manager.All<Colormap>());
    }

    [Fact]
    public void Dispose_UnloadsThePlugin_AndItsContextDies()
    {
        using var folder = new TemporaryFolder();
        folder.AddPlugin("faulty", fixture: "FaultyOperation");
        var context = LoadAndUnload(folder.Path);
        for (var i = 0; i < 20 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.False(context.IsAlive);

        // Not inlined, so that no local of the caller keeps the operation alive.
        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static WeakReference LoadAndUnload(string path)
        {
            using var manager = new PluginManager(path);
            var operation = manager.Get<IOperation>("test.divides");
            return new WeakReference(System.Runtime.Loader.AssemblyLoadContext.GetLoadContext(operation.Parameters.RecordType.Assembly));
        }
    }
}
