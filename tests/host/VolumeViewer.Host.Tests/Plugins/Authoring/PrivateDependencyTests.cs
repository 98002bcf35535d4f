using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Plugins.Authoring;

public class PrivateDependencyTests
{
    [Fact]
    public async Task TwoPlugins_WithDifferentVersionsOfADependency_EachHaveTheirOwn()
    {
        using var folder = new TemporaryFolder();
        folder.AddPlugin("older", fixture: "OlderDependency");
        folder.AddPlugin("newer", fixture: "NewerDependency");
        using var manager = new PluginManager(folder.Path);
        var (older, newer) = (manager.Get<IOperation>("test.older-dependency"), manager.Get<IOperation>("test.newer-dependency"));

        // By turns, so that neither can have come too late to change the other.
        var rows = new[] { await Row(older), await Row(newer), await Row(older) };

        Assert.Equal(["4.15.0.0", "5.0.0.0", "4.15.0.0"], rows.Select(row => row[0]));
        Assert.All(rows, row => Assert.Equal(3.0, (double)row[1]!, 12));

        async Task<IReadOnlyList<object?>> Row(IOperation operation)
        {
            using var job = new Job("test");
            var result = await operation.RunAsync(new OperationContext(job, new VolumeIo(manager), manager), operation.Parameters.CreateDefault());
            return result.Tables[0].Rows[0];
        }
    }
}
