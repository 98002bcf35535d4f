using Training.Tests.Support;

using VolumeViewer.Plugins.Training;
using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk;

namespace Training.Tests;

/// <summary>The ways to combine, and the way from file to file.</summary>
public sealed class PredictOptionsTests(TrainedRun run) : IClassFixture<TrainedRun>, IDisposable
{
    private static readonly VolumeShape Shape = new(11, 37, 45);

    private readonly TestFolder _folder = new();
    private readonly TestHost _host = new();
    private readonly ImageLayer _image = new("tomogram", Volume());

    public void Dispose()
    {
        _host.Dispose();
        _image.Dispose();
        _folder.Dispose();
    }

    private PredictParameters Plain => new() { Model = run.Path, Probabilities = true, Entropy = true, Device = ComputeDevice.Cpu };

    [Fact]
    public async Task Run_WithTheSameModelTwice_GivesWhatTheModelGives()
    {
        var one = await Predict(Plain);
        var two = await Predict(Plain with { Model = $"{run.Path};{run.Path}" });
        Assert.Equal(Bytes(one), Bytes(two));
    }

    [Fact]
    public async Task Run_WithEntropy_IsWhatTheProbabilitiesSay()
    {
        var images = Bytes(await Predict(Plain));
        var (shares, entropy) = (images[1..4], images[4]);
        for (var i = 0; i < entropy.Length; i++)
        {
            var expected = -shares.Sum(plane => plane[i] == 0 ? 0 : plane[i] / 255.0 * Math.Log(plane[i] / 255.0)) * 255 / Math.Log(3);
            // Of probabilities rounded to 255 steps: near 0 and 1 the entropy is steep.
            Assert.InRange(entropy[i] - expected, -6, 6);
        }
        Assert.True(entropy.Max() > 100);
    }

    [Fact]
    public async Task Run_WithFlips_SmoothsTheProbabilitiesButKeepsMostLabels()
    {
        var (one, eight) = (Bytes(await Predict(Plain)), Bytes(await Predict(Plain with { Flips = FlipsChoice.All })));
        Assert.NotEqual(one[1], eight[1]);
        Assert.True(Same(one[0], eight[0]) > 0.85);
        for (var i = 0; i < eight[0].Length; i++)
            Assert.InRange(eight[1][i] + eight[2][i] + eight[3][i], 253, 257);
    }

    [Fact]
    public async Task Run_WithOverlap_KeepsMostLabels()
    {
        var (whole, overlapping) = (Bytes(await Predict(Plain)), Bytes(await Predict(Plain with { Overlap = 0.5, PatchSize = 24 })));
        Assert.True(Same(whole[0], overlapping[0]) > 0.8);
        Assert.NotEqual(whole[1], overlapping[1]);
    }

    [Theory]
    [InlineData(SliceAxes.Y)]
    [InlineData(SliceAxes.X)]
    public async Task Run_AlongAnotherAxis_LabelsItsSlices(object axes)
    {
        var along = Bytes(await Predict(Plain with { Axes = (SliceAxes)axes }))[0];
        // The same as the volume turned beforehand, taken along z.
        using var turned = new ImageLayer("turned", Turned((SliceAxes)axes));
        var expected = Bytes(await Predict(Plain, turned))[0];
        var (height, width) = (turned.Shape.Height, turned.Shape.Width);
        for (var i = 0; i < along.Length; i++)
        {
            var (z, y, x) = (i / Shape.SliceLength, i / Shape.Width % Shape.Height, i % Shape.Width);
            var at = (SliceAxes)axes == SliceAxes.Y ? (((y * height) + z) * width) + x : (((x * height) + z) * width) + y;
            Assert.Equal(expected[at], along[i]);
        }
    }

    [Fact]
    public async Task Run_AlongAllAxes_TellsWhereTheyDisagree()
    {
        var vote = Bytes(await Predict(Plain with { Axes = SliceAxes.All }));
        var each = new List<byte[]>();
        foreach (var axes in new[] { SliceAxes.Z, SliceAxes.Y, SliceAxes.X })
            each.Add(Bytes(await Predict(Plain with { Axes = axes }))[0]);
        var wrong = 0;
        for (var i = 0; i < vote[0].Length; i++)
        {
            var different = each.Select(labels => labels[i]).Distinct().Count();
            wrong += vote[^1][i] == different - 1 ? 0 : 1;
            if (different == 1)
                Assert.Equal(each[0][i], vote[0][i]);
        }
        // Probabilities that are equal up to 1/65535 can go either way.
        Assert.InRange(wrong, 0, 3);
        Assert.Contains("probability of", (await Predict(Plain)).Layers[1].Name);
    }

    [Fact]
    public async Task Run_AlongAllAxesOfLongVoxels_Warns()
    {
        using var image = new ImageLayer("long", Volume(new Spacing(0.3, 0.1, 0.1)));
        await Predict(Plain with { Axes = SliceAxes.All }, image);
        Assert.Contains(_host.Lines, line => line.Contains("stretched", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SliceAxes.Z)]
    [InlineData(SliceAxes.All)]
    public async Task Run_CancelledAndResumed_GivesTheSameBits(object axes)
    {
        var parameters = Plain with { Axes = (SliceAxes)axes, Resume = true };
        var expected = Bytes(await Predict(parameters with { Resume = false }));
        var output = _folder.In("labels.tif");
        _host.OnReport = _ =>
        {
            if (_host.Progress[^1].Fraction > 0.4)
                _host.Cancel();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Predict(parameters, output: output));
        Assert.True(Directory.Exists(output + ".predicting"));

        using var second = new TestHost();
        var resumed = await TrainingPlugin.PredictOperation().RunAsync(second.Context(layer: _image, output: output), parameters);
        Assert.Contains(second.Lines, line => line.Contains("were done before", StringComparison.Ordinal));
        Assert.True(second.Progress[0].Fraction > 0.1);
        Assert.Equal(expected, Bytes(resumed));
        resumed.Dispose();
        Assert.False(Directory.Exists(output + ".predicting"));
    }

    [Fact]
    public async Task Run_ResumedWithOtherParameters_Refuses()
    {
        var output = _folder.In("labels.tif");
        _host.OnReport = _ => _host.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Predict(Plain with { Resume = true }, output: output));
        using var second = new TestHost();
        var fault = await Assert.ThrowsAsync<UserException>(() => TrainingPlugin.PredictOperation()
            .RunAsync(second.Context(layer: _image, output: output), Plain with { Resume = true, Flips = FlipsChoice.All }));
        Assert.Contains("other parameters", fault.Message);
    }

    [Fact]
    public async Task Run_ToAFile_KeepsLabelsInItAndGivesTheFileValues()
    {
        using var result = await Predict(Plain with { Resume = true }, output: _folder.In("labels.tif"));
        var source = Assert.IsType<ImageLayer>(result.Layers[0]).Volume;
        Assert.Equal(0, source.MemoryBytes);
        Assert.Equal(["pore", "binder", "solid"], source.Phases!.Select(phase => phase.Name));
        var slice = new byte[Shape.SliceLength];
        source.ReadSlice(3, slice);
        Assert.All(slice, value => Assert.Contains(value, new byte[] { 0, 10, 20 }));
    }

    private async Task<OperationResult> Predict(PredictParameters parameters, ImageLayer? image = null, string? output = null) =>
        await TrainingPlugin.PredictOperation().RunAsync(_host.Context(layer: image ?? _image, output: output), parameters);

    // All layers as bytes; labels as phases.
    private static byte[][] Bytes(OperationResult result) => [.. result.Layers.Select(layer =>
    {
        var (bytes, slice) = (new byte[layer.Shape.VoxelCount], new byte[layer.Shape.SliceLength]);
        for (var z = 0; z < layer.Shape.Depth; z++)
        {
            var source = layer is LabelsLayer labels ? labels.Labels : ((ImageLayer)layer).Volume;
            source.ReadSlice(z, slice);
            slice.CopyTo(bytes.AsSpan(z * slice.Length));
        }
        return bytes;
    })];

    private static double Same(byte[] one, byte[] other) => one.Zip(other).Count(pair => pair.First == pair.Second) / (double)one.Length;

    private static Volume<float> Volume(Spacing? spacing = null)
    {
        var volume = new Volume<float>(Shape, spacing);
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var i = 0; i < Shape.SliceLength; i++)
                volume.Slice(z)[i] = Phantom.Grey(z, i / Shape.Width, i % Shape.Width);
        }
        return volume;
    }

    private static Volume<float> Turned(SliceAxes axes)
    {
        var grey = Volume();
        var shape = axes == SliceAxes.Y ? new VolumeShape(Shape.Height, Shape.Depth, Shape.Width) : new VolumeShape(Shape.Width, Shape.Depth, Shape.Height);
        var turned = new Volume<float>(shape);
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var y = 0; y < Shape.Height; y++)
            {
                for (var x = 0; x < Shape.Width; x++)
                {
                    if (axes == SliceAxes.Y)
                        turned[y, z, x] = grey[z, y, x];
                    else
                        turned[x, z, y] = grey[z, y, x];
                }
            }
        }
        return turned;
    }
}
