using TorchSharp;

using Training.Tests.Support;

using VolumeViewer.Plugins.Networks;
using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace Training.Tests;

public class SlicePredictorTests
{
    [Theory]
    [InlineData(96, 120, 32, 24, 8)]
    [InlineData(40, 48, 64, 56, 8)]
    [InlineData(100, 64, 30, 10, 4)]
    public void Cover_HasEveryVoxelInOneCoreAndAlignedWindows(int height, int width, int core, int halo, int alignment)
    {
        var counts = new int[height, width];
        foreach (var window in PatchGrid.Cover(height, width, core, halo, alignment))
        {
            for (var y = window.CoreRows.Start; y < window.CoreRows.End; y++)
            {
                for (var x = window.CoreColumns.Start; x < window.CoreColumns.End; x++)
                    counts[y, x]++;
            }
            foreach (var (inner, outer, length) in new[] { (window.CoreRows, window.Rows, height), (window.CoreColumns, window.Columns, width) })
            {
                Assert.Equal(0, outer.Start % alignment);
                Assert.Equal(0, outer.Length % alignment);
                Assert.True(outer.Start == 0 || inner.Start - outer.Start >= halo);
                Assert.True(outer.End == length || outer.End - inner.End >= halo);
                Assert.True(outer.Start >= 0 && outer.End <= length);
            }
        }
        Assert.All(counts.Cast<int>(), count => Assert.Equal(1, count));
    }

    // 72 and 40 make windows on either side of the size at which torch changes its convolution, for some of the layers.
    [Theory]
    [InlineData(2, 3, 72)]
    [InlineData(8, 3, 72)]
    [InlineData(8, 3, 40)]
    [InlineData(8, 5, 72)]
    [InlineData(16, 1, 24)]
    public void Predict_InPatches_EqualsTheWholeSliceBitByBit(int kernels, int kernelSize, int patchSize)
    {
        const int Height = 203, Width = 318;
        var (network, geometry) = Network($"kernels={kernels},kernel-size={kernelSize}");
        using (network)
        {
            var grey = Noise(Height * Width);
            var (whole, wholeShares) = Predict(network, geometry, grey, Height, Width, patchSize: 4096);
            var (patched, patchedShares) = Predict(network, geometry, grey, Height, Width, patchSize);
            Assert.Equal(whole, patched);
            // With logits that are equal but for rounding, some of these 190,000 shares would be tipped over to the next of 255 steps.
            Assert.Equal(wholeShares, patchedShares);
            Assert.Equal(3, whole.Distinct().Count());
        }
    }

    [Fact]
    public void Predict_WithTooSmallAHalo_DiffersFromTheWholeSlice()
    {
        const int Height = 160, Width = 168;
        var (network, geometry) = Network("kernels=8");
        using (network)
        {
            var grey = Noise(Height * Width);
            var (_, whole) = Predict(network, geometry, grey, Height, Width, patchSize: 4096);
            var (_, patched) = Predict(network, new NetworkGeometry(2, geometry.Alignment, 8), grey, Height, Width, patchSize: 40);
            Assert.NotEqual(whole[0], patched[0]);
        }
    }

    [Theory]
    [InlineData(37, 53)]
    [InlineData(5, 3)]
    [InlineData(1, 1)]
    public void Predict_OfAnySize_FillsEveryVoxel(int height, int width)
    {
        var (network, geometry) = Network("kernels=4");
        using (network)
        {
            var (labels, shares) = Predict(network, geometry, Noise(height * width), height, width, patchSize: 0);
            Assert.All(labels, label => Assert.InRange(label, 0, 2));
            for (var i = 0; i < labels.Length; i++)
            {
                Assert.InRange(shares.Sum(plane => plane[i]), 253, 257);
                Assert.Equal(shares.Max(plane => plane[i]), shares[labels[i]][i]);
            }
        }
    }

    [Fact]
    public void Predict_LeavesNoTensorBehind()
    {
        var (network, geometry) = Network("kernels=4");
        using (network)
        {
            var grey = Noise(64 * 72);
            Predict(network, geometry, grey, 64, 72, 32);
            var before = Tensor.TotalCount;
            Predict(network, geometry, grey, 64, 72, 32);
            Assert.Equal(before, Tensor.TotalCount);
        }
    }

    [Fact]
    public void Predict_OfSeveralPlanes_EqualsTheNetworkItself()
    {
        const int Height = 104, Width = 96;
        var (network, geometry) = Network("kernels=4", inputs: 3);
        using (network)
        {
            var grey = Noise(3 * Height * Width);
            using var scope = NewDisposeScope();
            var direct = network.call(tensor(grey, new long[] { 1, 3, Height, Width })).argmax(1).to_type(ScalarType.Byte).contiguous().bytes.ToArray();
            Assert.Equal(direct, Predict(network, geometry, grey, Height, Width, patchSize: 4096).Labels);
            Assert.Equal(direct, Predict(network, geometry, grey, Height, Width, patchSize: 40).Labels);
        }
    }

    private static (nn.Module<Tensor, Tensor> Network, NetworkGeometry Geometry) Network(string text, int inputs = 1)
    {
        var network = new Activated(new NetworksPlugin()).All<INetwork>()[0];
        var options = network.Options.BindText(text);
        manual_seed(4);
        var module = network.Build(inputs, 3, options);
        using var scope = NewDisposeScope();
        using (no_grad())
        {
            // A pass in training mode, so that the batch normalisations have statistics to use; and wide weights, so that all phases occur.
            for (var i = 0; i < 30; i++)
                module.call(randn(2, inputs, 64, 64));
            foreach (var parameter in module.parameters())
                parameter.mul_(1.5.ToScalar());
        }
        module.eval();
        return (module, network.Geometry(options));
    }

    private static float[] Noise(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 4) - 2)];
    }

    private static (byte[] Labels, byte[][] Shares) Predict(
        nn.Module<Tensor, Tensor> network, NetworkGeometry geometry, float[] grey, int height, int width, int patchSize)
    {
        var labels = new byte[height * width];
        Array.Fill(labels, (byte)99);
        var shares = new[] { new byte[labels.Length], new byte[labels.Length], new byte[labels.Length] };
        new SlicePredictor(network, geometry, CPU, patchSize)
            .Predict(grey, height, width, labels, [.. shares.Select(plane => plane.AsMemory())], CancellationToken.None);
        return (labels, shares);
    }
}
