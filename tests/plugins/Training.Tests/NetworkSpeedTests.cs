using Training.Tests.Support;

using VolumeViewer.Plugins.Networks;
using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Plugins.Training.Predict.Combine;
using VolumeViewer.Plugins.Training.Predict.Speed;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace Training.Tests;

public class NetworkSpeedTests
{
    [Fact]
    public void Fold_OfLrcsNet_MergesAllNormalisationsAndKeepsTheLogits()
    {
        using var scope = NewDisposeScope();
        using var constant = no_grad();
        var (network, _) = Network();
        using (network)
        {
            // Two phases that differ by rounding move an unpooled maximum seldom; a plain difference is what folding makes.
            var input = randn([1, 1, 64, 72]);
            var before = network.call(input);
            Assert.Equal(8, NetworkFolding.Fold(network));
            var after = network.call(input);
            Assert.NotEqual(0, before.sub(after).abs().max().item<float>());
            Assert.InRange(before.sub(after).abs().max().item<float>(), 0, 1e-3f * before.abs().max().item<float>());
            Assert.Equal(0, NetworkFolding.Fold(network));
        }
    }

    [Fact]
    public void Fold_InThreeDimensions_KeepsTheLogits()
    {
        using var scope = NewDisposeScope();
        using var constant = no_grad();
        using var network = new SmallNetwork3D(3);
        for (var i = 0; i < 5; i++)
            network.call(randn([2, 1, 8, 8, 8]));
        network.eval();
        var input = randn([1, 1, 8, 10, 12]);
        var before = network.call(input);
        Assert.Equal(1, NetworkFolding.Fold(network));
        Assert.InRange(before.sub(network.call(input)).abs().max().item<float>(), 0, 1e-4f);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Of_AnyChannels_KeepsValuesAndSaysChannelsLast(int channels)
    {
        using var scope = NewDisposeScope();
        var image = randn([2, channels, 5, 7]);
        var laid = ChannelsLast.Of(image);
        Assert.Equal(0, image.sub(laid).abs().max().item<float>());
        Assert.Equal([35L * channels, 1, 7 * channels, channels], laid.stride());
    }

    // The exactness of patches holds for folded networks in this layout and on one thread as it does for plain ones.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_FoldedAndLaidOut_GivesTheSameInPatches(int threads)
    {
        const int Height = 203, Width = 318;
        var (network, geometry) = Network();
        using (network)
        {
            NetworkFolding.Fold(network);
            Assert.True(ChannelsLast.LayOut(network));
            var grey = Noise(Height * Width);
            var (before, whole, patched) = (get_num_threads(), new float[3 * grey.Length], new float[3 * grey.Length]);
            set_num_threads(threads);
            try
            {
                Run(4096, whole);
                Run(40, patched);
            }
            finally
            {
                set_num_threads(before);
            }
            Assert.Equal(whole, patched);

            void Run(int patchSize, float[] shares)
            {
                var shape = new BlockShape(1, 1, Height, Width);
                new WindowEngine(network, geometry, CPU, patchSize, channelsLast: true)
                    .Run(grey, shape, new Span1D(0, 1), new LabelSink(shape, new byte[grey.Length], shares), CancellationToken.None);
            }
        }
    }

    [Fact]
    public void AddBack_OfEveryOrientation_UndoesItsLook()
    {
        var shape = new BlockShape(1, 2, 3, 4);
        var block = Noise(shape.Voxels);
        foreach (var orientation in Orientation.All(2).Concat(Orientation.All(3)))
        {
            var (seen, sums) = (new float[block.Length], new float[block.Length]);
            orientation.Look(block, shape, seen);
            orientation.AddBack(seen, shape, 1, sums);
            Assert.Equal(block, sums);
        }
        Assert.Equal(8, Orientation.All(2).Distinct().Count());
        Assert.Equal(8, Orientation.All(3).Distinct().Count());
    }

    [Theory]
    [InlineData(40, 16, 0.5, 4)]
    [InlineData(12, 16, 0.5, 4)]
    [InlineData(104, 32, 0.75, 8)]
    public void CoverOverlapping_ReachesBothEndsWithTheOverlap(int length, int size, double overlap, int alignment)
    {
        var windows = PatchGrid.CoverOverlapping(1, length, alignment, size, overlap, alignment).Select(window => window.Rows).ToList();
        Assert.Equal(0, windows[0].Start);
        Assert.Equal(length, windows[^1].End);
        Assert.All(windows.Zip(windows.Skip(1)), pair => Assert.True(pair.First.End - pair.Second.Start >= overlap * size));
        Assert.All(windows, window => Assert.Equal(0, window.Start % alignment));
    }

    [Fact]
    public void Streams_WithAFault_ThrowsItAndKeepsTheThreadsOfTorch()
    {
        var before = get_num_threads();
        var done = 0;
        Streams.Run(2, Enumerable.Range(0, 10), () => _ => Interlocked.Increment(ref done));
        Assert.Equal(10, done);
        Assert.Throws<FormatException>(() => Streams.Run(2, Enumerable.Range(0, 10), () => part => { if (part == 3) throw new FormatException(); }));
        Assert.Equal(before, get_num_threads());
    }

    private static (nn.Module<Tensor, Tensor> Network, NetworkGeometry Geometry) Network()
    {
        var network = new Activated(new NetworksPlugin()).All<INetwork>().Single(each => each.Id == "lrcs-net");
        var options = network.Options.BindText("kernels=4");
        manual_seed(4);
        var module = network.Build(1, 3, options);
        using var scope = NewDisposeScope();
        using (no_grad())
        {
            for (var i = 0; i < 30; i++)
                module.call(randn([2, 1, 64, 64]));
        }
        module.eval();
        return (module, network.Geometry(options));
    }

    private static float[] Noise(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 4) - 2)];
    }
}
