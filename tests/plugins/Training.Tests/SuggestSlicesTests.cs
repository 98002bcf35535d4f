using Training.Tests.Support;

using VolumeViewer.Plugins.Training.Live;
using VolumeViewer.Sdk;

namespace Training.Tests;

/// <summary>suggest.slices with a network that was trained before.</summary>
public sealed class SuggestSlicesTests(TrainedRun run) : IClassFixture<TrainedRun>
{
    [Fact]
    public async Task Run_WithAModel_PutsASliceUnlikeItsDataFirst()
    {
        var volume = new Volume<float>(new VolumeShape(4, 56, 64));
        var random = new Random(3);
        for (var z = 0; z < 4; z++)
        {
            for (var i = 0; i < 56 * 64; i++)
                volume.Slice(z)[i] = z == 2 ? Phantom.Grey(0, i / 64, i % 64) + (float)(600 * (random.NextDouble() - 0.5)) : Phantom.Grey(z, i / 64, i % 64);
        }
        using var host = new TestHost();
        using var image = new ImageLayer("phantom", volume);
        var operation = SuggestSlices.Create();
        var parameters = operation.Parameters.Bind(new Dictionary<string, string> { ["model"] = run.Path, ["labelled-slices"] = "0", ["device"] = "cpu" });
        var result = await operation.RunAsync(host.Context(layer: image), parameters);

        Assert.Equal([2, 1, 3], result.Tables[0].Rows.Select(row => (int)row[0]!).Take(1).Concat(result.Tables[0].Rows.Skip(1).Select(row => (int)row[0]!).Order()));
        Assert.True((double)result.Tables[0].Rows[0][1]! > 2 * (double)result.Tables[0].Rows[1][1]!, "The noisy slice stands out.");
        Assert.Equal(1, host.Progress[^1].Fraction);
    }
}
