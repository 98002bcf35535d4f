using System.Text.Json.Nodes;

using Training.Tests.Support;

using VolumeViewer.Plugins.Training;
using VolumeViewer.Plugins.Training.Learn;
using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk;

using static TorchSharp.torch;

namespace Training.Tests;

/// <summary>train.network on volumes: with neighbours, with networks of three dimensions, with few labelled slices.</summary>
public sealed class TrainVolumesTests : IDisposable
{
    private static readonly VolumeShape Shape = new(10, 32, 36);

    private static readonly TrainParameters Small = new()
    {
        NetworkOptions = "kernels=4",
        PatchSize = 16,
        PatchDepth = 4,
        BatchSize = 4,
        StepsPerEpoch = 30,
        Steps = 60,
        LearningRate = 0.01,
        Device = ComputeDevice.Cpu,
    };

    private readonly TestFolder _folder = new();

    public TrainVolumesTests()
    {
        _folder.Write("grey.tif", Shape, (z, y, x) => Phantom.Grey(z, y, x));
        _folder.Write("labels.tif", Shape, (z, y, x) => z is 2 or 3 or 7 ? Phantom.Label(z, y, x) : 9);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_WithNeighbours_LearnsAndSaysSoInTheRecord()
    {
        var (result, record) = await Train(Small with { Neighbours = 1, NetworkOptions = "kernels=6", HoldBack = 0.25, Steps = 120 });
        Assert.True((double)result.Tables[0].Rows[0][3]! > 0.7, $"accuracy {result.Tables[0].Rows[0][3]}");
        Assert.Equal(3, (int)record["network"]!["inputs"]!);
        Assert.Equal(1, (int)record["network"]!["neighbours"]!);
    }

    // Where a phase is decided by the slice above alone, one slice cannot tell it, and three can.
    [Fact]
    public async Task Run_WithNeighbours_SeesWhatStandsInThem()
    {
        static int Pattern(int z, int y, int x) => ((y / 8) + (x / 8) + (z * 5 % 3)) % 2;
        _folder.Write("grey.tif", Shape, (z, y, x) => Pattern(z, y, x) + ((((y * 7919) + (x * 104729) + (z * 31)) % 97) / 500f));
        _folder.Write("labels.tif", Shape, (z, y, x) => z < 9 ? Pattern(z + 1, y, x) : 9);
        var parameters = Small with { Normalisation = VolumeViewer.Sdk.Neural.NormalisationKind.DatasetZScore, NetworkOptions = "kernels=6", Steps = 90 };
        var (alone, _) = await Train(parameters, "alone");
        var (together, _) = await Train(parameters with { Neighbours = 1 }, "together");
        Assert.True((double)together.Tables[0].Rows[0][3]! > 0.9, $"together {together.Tables[0].Rows[0][3]}");
        Assert.True((double)alone.Tables[0].Rows[0][3]! < 0.8, $"alone {alone.Tables[0].Rows[0][3]}");
    }

    [Fact]
    public async Task Run_OfANetworkOfThreeDimensions_LearnsFromFewSlices()
    {
        // Coarse, since the network has no way past its pooling.
        static int Pattern(int z, int y, int x) => ((y / 8) + (x / 8) + (z / 4)) % 2;
        _folder.Write("grey.tif", Shape, (z, y, x) => Pattern(z, y, x) + ((((y * 7919) + (x * 104729) + (z * 31)) % 97) / 200f));
        _folder.Write("labels.tif", Shape, (z, y, x) => z is 2 or 3 or 7 ? Pattern(z, y, x) : 9);
        var (result, record) = await Train(Small with { Network = "small-3d", NetworkOptions = "", HoldBack = 0.25, Steps = 90 });
        Assert.True((double)result.Tables[0].Rows[0][3]! > 0.8, $"accuracy {result.Tables[0].Rows[0][3]}");
        Assert.Equal(1, (int)record["network"]!["inputs"]!);
    }

    [Fact]
    public async Task Judge_OfABlockInParts_IsThatOfTheWholeVolume()
    {
        await Task.CompletedTask;
        using var host = WithNetworks();
        using var network = new SmallNetwork3D(3);
        network.eval();
        var geometry = new VolumeViewer.Sdk.Neural.NetworkGeometry(3, SmallNetwork3D.Alignment, SmallNetwork3D.Halo);
        var shape = new PatchShape(16, 0, 8, true);
        var parameters = new TrainParameters { Labels = _folder.In("labels.tif"), Unlabelled = 9, HoldBack = 0.25 };
        var data = VolumeViewer.Plugins.Training.Data.TrainingDataLoader.Load(
            host.Context(_folder.In("grey.tif")), parameters, VolumeViewer.Sdk.Neural.NormalisationKind.SliceZScore, shape);
        Assert.Equal([(2, 4, 24), (7, 8, 24)], data.Validation.Select(region => (region.FirstSlice, region.EndSlice, region.FirstRow)));

        var volume = data.Training[0];
        var whole = new byte[Shape.VoxelCount];
        new BlockPredictor(network, geometry, CPU)
            .Predict([.. Enumerable.Range(0, 10).SelectMany(volume.Plane)], 10, 32, 36, whole, null, default);
        var slices = new List<int>();
        new Validator(data.Validation, network, geometry, shape, CPU, 3).Judge(default, slice =>
        {
            slices.Add(slice.Z);
            Assert.Equal(whole.AsSpan((slice.Z * Shape.SliceLength) + (24 * 36), 8 * 36).ToArray(), slice.Predicted.ToArray());
            Assert.Equal(volume.Labels[slice.Z]![(24 * 36)..], slice.Truth.ToArray());
        });
        Assert.Equal([2, 3, 7], slices);
    }

    // Slabs must begin where both networks pool the planes together that they pool in the whole volume.
    [Theory]
    [InlineData("by-2;by-3")]
    [InlineData("by-3;by-2")]
    public async Task Predict_ByModelsOfDifferentPoolings_IsTheMeanOfTheirsOfTheWholeVolume(string models)
    {
        await Train(Small with { Network = "small-3d", NetworkOptions = "", Steps = 20 }, "by-2");
        await Train(Small with { Network = "small-3d-by-3", NetworkOptions = "", Steps = 20, PatchSize = 18, PatchDepth = 6 }, "by-3");
        using var image = new ImageLayer("deep", TestFolder.Read(_folder.Write("deep.tif", new VolumeShape(29, 32, 36), (z, y, x) => Phantom.Grey(z, y, x))));
        var (one, other) = (await Probabilities("by-2", 96), await Probabilities("by-3", 96));
        var together = await Probabilities(models, 8);
        Assert.Equal(3 * (int)image.Shape.VoxelCount, together.Length);
        // Each of the three was rounded to 255 steps.
        for (var i = 0; i < together.Length; i++)
            Assert.InRange(together[i] - ((one[i] + other[i]) / 2.0), -1.01, 1.01);

        async Task<byte[]> Probabilities(string runs, int patchSize)
        {
            using var host = WithNetworks();
            var parameters = new PredictParameters { Model = string.Join(';', runs.Split(';').Select(_folder.In)), Probabilities = true, PatchSize = patchSize, Device = ComputeDevice.Cpu };
            using var result = await TrainingPlugin.PredictOperation().RunAsync(host.Context(layer: image), parameters);
            return [.. result.Layers.OfType<ImageLayer>().SelectMany(layer => Enumerable.Range(0, layer.Shape.Depth).SelectMany(z =>
            {
                var slice = new byte[layer.Shape.SliceLength];
                layer.Volume.ReadSlice(z, slice);
                return slice;
            }))];
        }
    }

    [Fact]
    public async Task Run_WithSizesThatDoNotSuitTheNetwork_SaysWhatToTake()
    {
        Assert.Contains("--patch-depth: 5 is not a multiple of 2", await Fault(Small with { Network = "small-3d", NetworkOptions = "", PatchDepth = 5 }));
        Assert.Contains("leave it at 0", await Fault(Small with { Network = "small-3d", NetworkOptions = "", Neighbours = 1 }));
    }

    [Fact]
    public async Task Run_OfRarePhasesAndFullAugmentation_GivesTheSameWeightsTwice()
    {
        var parameters = Small with { Steps = 6, StepsPerEpoch = 3, RarePhaseShare = 0.5, Augmentation = AugmentationKind.Full, Neighbours = 1 };
        await Train(parameters, "a");
        await Train(parameters, "b");
        Assert.Equal(File.ReadAllBytes(_folder.In("a/last.weights")), File.ReadAllBytes(_folder.In("b/last.weights")));
    }

    private static TestHost WithNetworks()
    {
        var host = new TestHost();
        host.Networks.AddRange([new Network3D(), new Network3D(3)]);
        return host;
    }

    private async Task<(OperationResult Result, JsonNode Record)> Train(TrainParameters parameters, string name = "run")
    {
        using var host = WithNetworks();
        var result = await TrainingPlugin.TrainOperation().RunAsync(
            host.Context(_folder.In("grey.tif"), _folder.In(name)), parameters with { Labels = _folder.In("labels.tif"), Unlabelled = 9 });
        return (result, JsonNode.Parse(File.ReadAllText(_folder.In($"{name}/run.json")))!);
    }

    private async Task<string> Fault(TrainParameters parameters) => (await Assert.ThrowsAnyAsync<UserException>(() => Train(parameters))).Message;
}
