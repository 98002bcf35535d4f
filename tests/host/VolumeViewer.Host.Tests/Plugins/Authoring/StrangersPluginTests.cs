using TorchSharp;

using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Host.Tests.Plugins.Authoring;

/// <summary>Plugins made, built and loaded as a stranger would. Slow: one build for all.</summary>
[Collection("builds")]
public sealed class StrangersPluginTests : IClassFixture<StrangersWorkshop>, IDisposable
{
    private readonly StrangersWorkshop _workshop;
    private readonly PluginManager _manager;

    public StrangersPluginTests(StrangersWorkshop workshop)
    {
        _workshop = workshop;
        _manager = new PluginManager(workshop.Plugins);
    }

    public void Dispose() => _manager.Dispose();

    [Fact]
    public void NewPlugins_AndSamples_BuildWithoutAWarning() => Assert.Contains("0 Warning(s)", _workshop.BuildLog, StringComparison.Ordinal);

    [Fact]
    public void TheTestsOfNewPlugins_AndSamples_Pass()
    {
        var log = DotNet.Run(_workshop.Folder, "test", "All.slnx", "-c", "Release", "--no-build", "--nologo");
        Assert.Equal(7, log.Split("Passed!").Length - 1);
    }

    [Fact]
    public void EveryPlugin_Loads_AndBringsWhatItsManifestLists()
    {
        foreach (var plugin in _manager.Plugins)
            _manager.Activate(plugin);
        Assert.All(_manager.Plugins, plugin => Assert.True(plugin.State == PluginState.Active, $"{plugin.Id}: {plugin.Reason}"));
        Assert.Equal(["generate.my-generator", "measure.my-measurement", "measure.principal-axes", "segment.my-segmenter"], _manager.All<IOperation>().Select(operation => operation.Id).Order(StringComparer.Ordinal));
        Assert.Equal(["my-network", "tiny-unet"], _manager.All<INetwork>().Select(network => network.Id).Order(StringComparer.Ordinal));
        Assert.Equal(["my-reader", "voxs"], _manager.All<IVolumeReader>().Select(reader => reader.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PluginFolders_HoldOnlyWhatIsThePluginsOwn()
    {
        var files = Directory.EnumerateFiles(_workshop.Plugins, "*.dll", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_workshop.Plugins, file).Replace('\\', '/'));
        Assert.Equal(
            ["my-generator/MyGenerator.dll", "my-measurement/MyMeasurement.dll", "my-network/MyNetwork.dll", "my-reader/MyReader.dll", "my-segmenter/MySegmenter.dll",
                "principal-axes/MathNet.Numerics.dll", "principal-axes/PrincipalAxes.dll", "tiny-net/TinyNet.dll", "vox-reader/VoxReader.dll"],
            files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task PrincipalAxes_OfABlock_AreItsEdges()
    {
        using var labels = new LabelVolume(new VolumeShape(8, 9, 10), PhaseTable.Named("pore", "grain"), new Spacing(2, 1, 1));
        for (var z = 1; z < 6; z++)
        {
            for (var y = 2; y < 6; y++)
                labels.Slice(z).Slice((y * 10) + 1, 7).Fill(1);
        }
        var operation = _manager.Get<IOperation>("measure.principal-axes");
        using var job = new Job("test");
        var result = await operation.RunAsync(
            new OperationContext(job, new VolumeIo(_manager), _manager) { Layers = new Dictionary<string, Layer> { ["in"] = new LabelsLayer("block", labels) } },
            operation.Parameters.CreateDefault());
        // n points at steps s have the variance s²(n² − 1)/12.
        Assert.Equal([4 * 24 / 12.0, 48 / 12.0, 15 / 12.0], result.Tables[0].Rows.Select(row => Math.Round((double)row[2]!, 9)));
    }

    [Fact]
    public void VoxReader_OpensItsFormat_AndRefusesADamagedFile()
    {
        using var folder = new TemporaryFolder();
        byte[] file = [.. "VOXS"u8, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, .. new byte[24], 1, 2, 3, 4, 5, 6];
        File.WriteAllBytes(folder.File("good.voxs"), file);
        File.WriteAllBytes(folder.File("short.voxs"), file[..^1]);
        var io = new VolumeIo(_manager);
        using var source = io.Open(folder.File("good.voxs"));
        var slice = new float[3];
        source.ReadSlice(1, slice);
        Assert.Equal([4, 5, 6], slice);
        Assert.Contains("ends in slice 1", Assert.ThrowsAny<UserException>(() => io.Open(folder.File("short.voxs"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tiny-unet", 24, true)]
    [InlineData("tiny-unet", 8, false)]
    [InlineData("my-network", 7, true)]
    [InlineData("my-network", 3, false)]
    public void Network_APatchWithTheHalo_GivesTheSameAsTheWholeSlice_AndWithLessItDoesNot(string id, int halo, bool same)
    {
        using var scope = torch.NewDisposeScope();
        using var inference = torch.no_grad();
        var network = _manager.Get<INetwork>(id);
        var options = network.Options.CreateDefault();
        Assert.Equal(same, halo >= network.Geometry(options).Halo);
        torch.manual_seed(1);
        using var module = network.Build(1, 3, options);
        module.eval();
        var slice = torch.randn(1, 1, 96, 96);
        var whole = module.call(slice);
        Assert.Equal([1, 3, 96, 96], whole.shape);

        var patch = module.call(slice.narrow(2, 40 - halo, 16 + (2 * halo)).narrow(3, 40 - halo, 16 + (2 * halo))).narrow(2, halo, 16).narrow(3, halo, 16);
        var difference = (patch - whole.narrow(2, 40, 16).narrow(3, 40, 16)).abs().max().item<float>();

        // Sums may be taken in another order, which changes the last digits only.
        Assert.Equal(same, difference < 1e-5 * whole.abs().max().item<float>());
    }
}
