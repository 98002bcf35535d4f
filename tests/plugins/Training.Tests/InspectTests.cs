using TorchSharp.Modules;

using Training.Tests.Support;

using VolumeViewer.Plugins.Training;
using VolumeViewer.Plugins.Training.Inspect;
using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk;

using static TorchSharp.torch;

namespace Training.Tests;

public sealed class InspectTests(TrainedRun run) : IClassFixture<TrainedRun>, IDisposable
{
    private static readonly VolumeShape Shape = new(2, 37, 45);
    private static readonly Spacing VoxelSize = new(0.2, 0.1, 0.1);

    private readonly TestHost _host = new();
    private readonly ImageLayer _image = new("tomogram", Volume());
    private readonly LabelsLayer _labels = new("truth", Truth());

    public void Dispose()
    {
        _host.Dispose();
        _image.Dispose();
        _labels.Dispose();
    }

    [Fact]
    public async Task Activations_OfEveryStage_LieOverTheSlice()
    {
        using var result = await Activations(new ActivationsParameters { Channels = 0, Slice = 1 });
        Assert.Equal(["encoder0", "encoder1", "encoder2", "bottom", "decoder3", "decoder2", "decoder1", "decoder0", "logits"],
            result.Layers.Select(layer => layer.Name.Split(", ")[1]));
        // Six kernels; a slice of 37 × 45 is filled up to 40 × 48.
        Assert.Equal(new VolumeShape(12, 37, 45), result.Layers[0].Shape);
        Assert.Equal(VoxelSize, result.Layers[0].Spacing);
        Assert.Equal(new VolumeShape(12, 19, 23), result.Layers[1].Shape);
        Assert.Equal(new Spacing(0.2, 0.2, 0.2), result.Layers[1].Spacing);
        Assert.Equal(new VolumeShape(24, 5, 6), result.Layers[3].Shape);
        Assert.Equal(new VolumeShape(3, 37, 45), result.Layers[^1].Shape);
        // What follows the bottom is a sigmoid, written over the convolution's result.
        var bottom = ((Volume<float>)((ImageLayer)result.Layers[3]).Volume).Slice(0).ToArray();
        Assert.All(bottom, value => Assert.InRange(value, 0f, 1f));
        Assert.Equal(result.Layers.Sum(layer => layer.Shape.Depth), Assert.Single(result.Tables).Rows.Count);
    }

    [Fact]
    public async Task Activations_OfTheLogits_ArgueForThePredictedPhases()
    {
        using var result = await Activations(new ActivationsParameters { Layer = "logits", Slice = 1 });
        var logits = (Volume<float>)((ImageLayer)Assert.Single(result.Layers)).Volume;
        using var predicted = await TrainingPlugin.PredictOperation().RunAsync(_host.Context(layer: _image), new PredictParameters { Model = run.Path, Device = ComputeDevice.Cpu });
        var labels = ((LabelsLayer)predicted.Layers[0]).Labels.Slice(1).ToArray();
        var planes = Enumerable.Range(0, 3).Select(phase => logits.Slice(phase).ToArray()).ToList();
        Assert.All(Enumerable.Range(0, labels.Length), i => Assert.Equal(planes.Max(plane => plane[i]), planes[labels[i]][i]));
    }

    [Fact]
    public async Task Activations_OfFewChannels_AreThoseThatVaryMost()
    {
        using var all = await Activations(new ActivationsParameters { Layer = "encoder0.0", Channels = 0 });
        var deviations = all.Tables[0].Rows.Select(row => (double)row[3]!).ToList();
        using var few = await Activations(new ActivationsParameters { Layer = "encoder0.0", Channels = 2, Separate = true });
        var best = deviations.Select((deviation, channel) => (deviation, channel)).OrderByDescending(item => item.deviation).Take(2).Select(item => item.channel).Order();
        Assert.Equal(best.Select(channel => $"tomogram, encoder0.0 channel {channel}"), few.Layers.Select(layer => layer.Name));
        Assert.All(few.Layers, layer => Assert.Equal(new VolumeShape(1, 37, 45), layer.Shape));
    }

    [Fact]
    public async Task Activations_OfASliceOfUnknownVoxelSize_ClaimNone()
    {
        using var image = new ImageLayer("tomogram", Volume(Spacing.Uncalibrated));
        using var result = await InspectOperations.ActivationsOperation()
            .RunAsync(_host.Context(layer: image), new ActivationsParameters { Model = run.Path, Layer = "encoder1", Device = ComputeDevice.Cpu });
        Assert.Equal(new Spacing(1, 2, 2, isCalibrated: false), result.Layers[0].Spacing);
    }

    [Fact]
    public void FeatureMap_OfAVolume_IsThePlaneOfTheSlice()
    {
        using var scope = NewDisposeScope();
        var output = arange(2 * 4 * 3 * 3, ScalarType.Float32).reshape(1, 2, 4, 3, 3);
        // Half the resolution of an input of 8 × 6 × 6, of which 5 rows and columns are the volume's; slice 5 lies in the third plane.
        var map = FeatureMap.Of("bottom", output, (5, 8), (6, 6), new VolumeShape(8, 5, 5));
        Assert.Equal((2, 3, 3, 2), (map.Channels, map.Height, map.Width, map.Scale));
        Assert.Equal(Enumerable.Range(18, 9).Select(value => (float)value), map.Channel(0).ToArray());
        Assert.Equal(Enumerable.Range(36 + 18, 9).Select(value => (float)value), map.Channel(1).ToArray());
    }

    [Fact]
    public async Task Weights_AreToldAndShown()
    {
        using var result = await Weights(new WeightsParameters());
        var table = result.Tables.Single(each => each.Title == "Weights");
        using var model = InspectedModel.Open(run.Path, WeightsChoice.Last, _host, ComputeDevice.Cpu);
        Assert.Equal(model.Network.parameters().Sum(parameter => parameter.numel()), table.Rows.Sum(row => (long)row[2]!));
        Assert.Equal(model.Network.parameters().Sum(parameter => parameter.numel()), result.Tables[0].Rows.Sum(row => (long)row[1]!));
        Assert.Equal(["encoder0.0.weight", "12 × 1 × 3 × 3", 108L], table.Rows[0].Take(3));
        var weights = model.Network.parameters().First();
        Assert.Equal(weights.norm().item<float>(), (double)table.Rows[0][7]!, 1e-4);
        Assert.Equal(weights.max().item<float>(), (double)table.Rows[0][6]!, 1e-6);

        var kernels = result.Layers.Cast<ImageLayer>().ToList();
        Assert.Equal(13, kernels.Count);
        Assert.Equal(new VolumeShape(12, 3, 3), kernels[0].Shape);
        Assert.Equal(weights.data<float>().ToArray()[9..18], ((Volume<float>)kernels[0].Volume).Slice(1).ToArray());
        // Twelve kernels of 3 × 3 in three rows of four, one voxel apart. The sixth is the second of the second row.
        Assert.Equal(new VolumeShape(12, 11, 15), kernels[1].Shape);
        var second = model.Network.parameters().Where(parameter => parameter.dim() == 4).ElementAt(1);
        Assert.Equal(second.data<float>().ToArray()[((2 * 12) + 5) * 9], ((Volume<float>)kernels[1].Volume).Slice(2)[(4 * 15) + 4]);
        // A histogram is a density: its bars have an area of 1.
        var series = result.Plots[0].Series[0];
        Assert.Equal(1, series.Y.Sum() * (series.X[1] - series.X[0]), 1e-6);
    }

    [Fact]
    public async Task Inspect_WithNamesThatAreNot_ListsTheLayers()
    {
        var fault = await Assert.ThrowsAsync<UserException>(() => Activations(new ActivationsParameters { Layer = "encoder9" }));
        Assert.Contains("encoder9", fault.Message);
        Assert.Contains("decoder3", fault.Message);
        fault = await Assert.ThrowsAsync<UserException>(() => Activations(new ActivationsParameters { Slice = 2 }));
        Assert.Contains("0 to 1", fault.Message);
        fault = await Assert.ThrowsAsync<UserException>(() => Weights(new WeightsParameters { Model = "nowhere" }));
        Assert.Contains("run.json", fault.Message);
    }

    [Fact]
    public void Direction_HasTheLengthOfEveryKernel()
    {
        using var scope = NewDisposeScope();
        using var parameter = new Parameter(randn(4, 2, 3, 3).mul(5.0));
        using var bias = new Parameter(randn(4));
        var direction = LandscapeDirection.For(parameter, RandomSource.For(1, RandomSource.Purpose.Weights, 1))!;
        Assert.Equal(parameter.shape, direction.shape);
        var (own, drawn) = (parameter.flatten(1).norm(1), direction.flatten(1).norm(1));
        Assert.True(own.allclose(drawn, rtol: 1e-5));
        Assert.False(parameter.allclose(direction));
        Assert.Null(LandscapeDirection.For(bias, RandomSource.For(1, RandomSource.Purpose.Weights, 1)));
    }

    [Theory]
    [InlineData("Running")]
    [InlineData("Batch")]
    public async Task Landscape_HasTheTrainedNetworkInItsMiddle(string batchNorm)
    {
        var parameters = new LandscapeParameters { Model = run.Path, Points = 5, Patches = 2, PatchSize = 32, Device = ComputeDevice.Cpu, BatchNorm = Enum.Parse<BatchNormStatistics>(batchNorm) };
        using var result = await Landscape(parameters);
        var table = result.Tables.Single(each => each.Title == "Landscape");
        Assert.Equal(25, table.Rows.Count);
        Assert.Equal((-1.0, -1.0), ((double)table.Rows[0][0]!, (double)table.Rows[0][1]!));
        Assert.Equal((0.5, 1.0), ((double)table.Rows[23][0]!, (double)table.Rows[23][1]!));
        var losses = table.Rows.Select(row => (float)row[2]!).ToList();

        using var model = InspectedModel.Open(run.Path, WeightsChoice.Last, _host, ComputeDevice.Cpu);
        using var batch = LandscapeBatch.Draw(model, _image, _labels, parameters);
        if (parameters.BatchNorm == BatchNormStatistics.Batch)
            model.Network.train();
        using (no_grad())
        {
            var logits = model.Network.call(batch.Grey);
            Assert.Equal(nn.functional.cross_entropy(logits, batch.Labels, ignore_index: -100).item<float>(), losses[12], 1e-4);
        }
        Assert.True(losses[12] < losses.Average(), $"{losses[12]} in the middle, {losses.Average()} on average");
        Assert.True((float)table.Rows[12][3]! > 0.8);
        Assert.Equal([new VolumeShape(1, 5, 5), new VolumeShape(1, 5, 5), new VolumeShape(7, 5, 5)], result.Layers.Select(layer => layer.Shape));
        // The surface crosses 0 once along z, where the loss is highest furthest up.
        var surface = (Volume<float>)((ImageLayer)result.Layers[2]).Volume;
        var highest = losses.IndexOf(losses.Max());
        Assert.True(surface.Slice(5)[highest] > 0 && surface.Slice(6)[highest] < 0);
        using var again = await Landscape(parameters);
        Assert.Equal(losses, again.Tables.Single(each => each.Title == "Landscape").Rows.Select(row => (float)row[2]!));
    }

    [Fact]
    public async Task Landscape_WithUnfitInputs_SaysWhatToDo()
    {
        var parameters = new LandscapeParameters { Model = run.Path, Points = 4, Device = ComputeDevice.Cpu };
        Assert.Contains("take 5", (await Assert.ThrowsAsync<UserException>(() => Landscape(parameters))).Message);
        using var nothing = new LabelsLayer("nothing", new LabelVolume(Shape, Phases()));
        for (var z = 0; z < Shape.Depth; z++)
            nothing.Labels.Slice(z).Fill(LabelVolume.Unlabelled);
        Assert.Contains("nothing", (await Assert.ThrowsAsync<UserException>(() => Landscape(parameters with { Points = 3 }, nothing))).Message);
        using var others = new LabelsLayer("others", new LabelVolume(Shape, PhaseTable.Numbered(5)));
        Assert.Contains("binder (10)", (await Assert.ThrowsAsync<UserException>(() => Landscape(parameters with { Points = 3 }, others))).Message);
    }

    [Fact]
    public async Task Landscape_WhenCancelled_EndsBetweenPointsAndFreesItsTensors()
    {
        var parameters = new LandscapeParameters { Model = run.Path, Points = 5, Patches = 1, PatchSize = 16, Device = ComputeDevice.Cpu };
        (await Landscape(parameters)).Dispose();
        // What other tests left to the collector is not to go in between.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (before, reports) = (Tensor.TotalCount, _host.Progress.Count);
        _host.OnReport = count => { if (count == reports + 3) _host.Cancel(); };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Landscape(parameters));
        Assert.Equal(reports + 3, _host.Progress.Count);
        Assert.Equal(before, Tensor.TotalCount);
    }

    private Task<OperationResult> Activations(ActivationsParameters parameters) => InspectOperations.ActivationsOperation()
        .RunAsync(_host.Context(layer: _image), parameters with { Model = run.Path, Device = ComputeDevice.Cpu });

    private Task<OperationResult> Weights(WeightsParameters parameters) => InspectOperations.WeightsOperation()
        .RunAsync(_host.Context(), parameters with { Model = parameters.Model.Length > 0 ? parameters.Model : run.Path, Device = ComputeDevice.Cpu });

    private Task<OperationResult> Landscape(LandscapeParameters parameters, LabelsLayer? labels = null) => InspectOperations.LandscapeOperation()
        .RunAsync(_host.Context() with { Layers = new Dictionary<string, Layer> { ["in"] = _image, ["labels"] = labels ?? _labels } }, parameters);

    private static PhaseTable Phases() => new([
        new Phase("pore", PhaseTable.DefaultColor(0), 0), new Phase("binder", PhaseTable.DefaultColor(1), 10), new Phase("solid", PhaseTable.DefaultColor(2), 20)]);

    private static LabelVolume Truth()
    {
        var labels = new LabelVolume(Shape, Phases(), VoxelSize);
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var i = 0; i < Shape.SliceLength; i++)
                labels.Slice(z)[i] = (byte)Phantom.Label(z, i / Shape.Width, i % Shape.Width);
        }
        return labels;
    }

    private static Volume<float> Volume(Spacing? spacing = null)
    {
        var volume = new Volume<float>(Shape, spacing ?? VoxelSize);
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var i = 0; i < Shape.SliceLength; i++)
                volume.Slice(z)[i] = Phantom.Grey(z, i / Shape.Width, i % Shape.Width);
        }
        return volume;
    }
}
