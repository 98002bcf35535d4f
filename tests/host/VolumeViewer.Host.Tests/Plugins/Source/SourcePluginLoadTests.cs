using System.Runtime.CompilerServices;
using System.Runtime.Loader;

using TorchSharp;

using VolumeViewer.Host.Plugins;
using VolumeViewer.Host.Plugins.Source;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Host.Tests.Plugins.Source;

/// <summary>Compiled files, loaded as plugins are: through the plugin manager, each into a collectible context.</summary>
[Collection(MeasuredAlone.Name)]
public class SourcePluginLoadTests
{
    [Fact]
    public async Task ANetworkFile_BuildsAndRunsForward()
    {
        using var folder = new TemporaryFolder();
        using var manager = await Load(folder, "TinyNet.cs", Sources.Network);
        var network = manager.Get<INetwork>("tiny-net");
        using var scope = torch.NewDisposeScope();
        using var module = network.Build(1, 3, network.Options.BindText("width=6"));
        Assert.Equal([2L, 3, 8, 9], module.call(torch.rand(2, 1, 8, 9)).shape);
        Assert.Equal(new NetworkGeometry(2, 1, 2), network.Geometry(network.Options.CreateDefault()));
        Assert.True(AssemblyLoadContext.GetLoadContext(network.Options.RecordType.Assembly)!.IsCollectible);
    }

    [Fact]
    public async Task AMeasurementFile_Measures_AndItsErrorsTellTheLine()
    {
        using var folder = new TemporaryFolder();
        using var manager = await Load(folder, "MeanGrey.cs", Sources.Measurement);
        using var image = Image();
        var operation = manager.Get<IOperation>("measure.mean-grey");
        var result = await operation.RunAsync(Context(manager, image), operation.Parameters.BindText("factor=2"));
        Assert.Equal(2 * 59.5, (double)result.Tables[0].Rows[0][0]!, 9);

        var failing = manager.Get<IOperation>("measure.failing");
        var problem = await Assert.ThrowsAsync<PluginFaultException>(() => failing.RunAsync(Context(manager, image), failing.Parameters.CreateDefault()));
        Assert.Contains("(MeanGrey.cs:22)", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASegmenterFile_Segments()
    {
        using var folder = new TemporaryFolder();
        using var manager = await Load(folder, "Half.cs", Sources.Segmenter);
        using var image = Image();
        var operation = manager.Get<IOperation>("segment.half");
        var result = await operation.RunAsync(Context(manager, image), operation.Parameters.CreateDefault());
        using var labels = ((LabelsLayer)result.Layers[0]).Labels;
        Assert.Equal(60, Enumerable.Range(0, 4).Sum(z => labels.Slice(z).ToArray().Sum(label => label)));
    }

    [Fact]
    public async Task CompileLoadUnload_TwentyTimes_LeavesNoContext_AndMemoryStays()
    {
        using var folder = new TemporaryFolder();
        // The compiler stays loaded, and fills its own caches in the first rounds.
        for (var i = 0; i < 5; i++)
            await Round(i);
        var before = Measure();
        var contexts = new List<WeakReference>();
        for (var i = 5; i < 25; i++)
            contexts.Add(await Round(i));
        for (var i = 0; i < 20 && contexts.Exists(context => context.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.Equal(0, contexts.Count(context => context.IsAlive));
        var after = Measure();
        // One context alone holds some hundred kilobytes.
        Assert.InRange(after - before, long.MinValue, 3L << 20);

        async Task<WeakReference> Round(int i)
        {
            var path = folder.File($"plugins-{i}");
            var source = folder.File("TinyNet.cs");
            File.WriteAllText(source, Sources.Network.Replace("\"Tiny\"", $"\"Tiny {i}\"", StringComparison.Ordinal));
            Assert.True((await SourceCompiler.CompileToFolderAsync(source, Path.Combine(path, "tiny"), CancellationToken.None)).Succeeded);
            return Use(path, $"Tiny {i}");
        }

        static long Measure()
        {
            for (var i = 0; i < 3; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
            return GC.GetTotalMemory(forceFullCollection: true);
        }
    }

    // Not inlined, so that no local of the caller keeps the network alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Use(string path, string title)
    {
        using var manager = new PluginManager(path);
        var network = manager.Get<INetwork>("tiny-net");
        Assert.Equal(title, network.Title);
        using var scope = torch.NewDisposeScope();
        using var module = network.Build(1, 2, network.Options.CreateDefault());
        module.call(torch.rand(1, 1, 4, 4)).sum().backward();
        return new WeakReference(AssemblyLoadContext.GetLoadContext(network.Options.RecordType.Assembly));
    }

    private static async Task<PluginManager> Load(TemporaryFolder folder, string name, string source)
    {
        File.WriteAllText(folder.File(name), source);
        var result = await SourceCompiler.CompileToFolderAsync(folder.File(name), Path.Combine(folder.File("plugins"), "it"), CancellationToken.None);
        Assert.True(result.Succeeded, result.ErrorText);
        return new PluginManager(folder.File("plugins"));
    }

    private static ImageLayer Image()
    {
        var volume = new Volume<float>(new VolumeShape(4, 5, 6));
        for (var z = 0; z < 4; z++)
        {
            for (var i = 0; i < 30; i++)
                volume.Slice(z)[i] = (30 * z) + i;
        }
        return new ImageLayer("image", volume);
    }

    private static OperationContext Context(PluginManager manager, ImageLayer image) => new(new SilentJob(), new NoFiles(), manager)
    {
        Layers = new Dictionary<string, Layer> { ["in"] = image },
    };
}
