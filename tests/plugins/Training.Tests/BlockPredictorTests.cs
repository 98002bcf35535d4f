using TorchSharp;

using Training.Tests.Support;

using VolumeViewer.Plugins.Training.Predict;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace Training.Tests;

public class BlockPredictorTests
{
    private const int Phases = 3;

    [Theory]
    [InlineData(12, 8, 4, 2)]
    [InlineData(10, 10, 6, 2)]
    [InlineData(16, 24, 10, 4)]
    public void Cover_OfSomePlanes_HasEachOfTheirVoxelsInOneCore(int depth, int core, int halo, int alignment)
    {
        const int Height = 12, Width = 20;
        var planes = new Span1D(alignment, depth - alignment);
        var counts = new int[depth, Height, Width];
        foreach (var window in PatchGrid.Cover(planes, depth, Height, Width, core, halo, alignment))
        {
            Assert.True(window.Planes.Start == 0 || window.CorePlanes.Start - window.Planes.Start >= halo);
            Assert.True(window.Planes.End == depth || window.Planes.End - window.CorePlanes.End >= halo);
            Assert.Equal(0, window.Planes.Start % alignment);
            for (var z = window.CorePlanes.Start; z < window.CorePlanes.End; z++)
            {
                for (var y = window.CoreRows.Start; y < window.CoreRows.End; y++)
                {
                    for (var x = window.CoreColumns.Start; x < window.CoreColumns.End; x++)
                        counts[z, y, x]++;
                }
            }
        }
        for (var z = 0; z < depth; z++)
            Assert.Equal(z < alignment ? 0 : Height * Width, Enumerable.Range(0, Height * Width).Sum(i => counts[z, i / Width, i % Width]));
        Assert.Equal(1, counts.Cast<int>().Max());
    }

    [Theory]
    [InlineData(8)]
    [InlineData(13)]
    public void Predict_InPatches_EqualsTheNetworkItselfBitByBit(int patchSize)
    {
        const int Depth = 20, Height = 26, Width = 34;
        using var network = Network();
        var grey = Noise(Depth * Height * Width);
        using var scope = NewDisposeScope();
        // In pairs, as patches are, so that torch takes the same convolution.
        var twice = tensor(grey, new long[] { 1, 1, Depth, Height, Width }).expand(2, 1, Depth, Height, Width).contiguous();
        var logits = network.call(twice).narrow(0, 0, 1);
        var direct = logits.argmax(1).to_type(ScalarType.Byte).contiguous().bytes.ToArray();
        var shares = nn.functional.softmax(logits, 1).mul(255.0.ToScalar()).round().to_type(ScalarType.Byte).contiguous().bytes.ToArray();

        var (labels, probabilities) = Predict(network, grey, Depth, Height, Width, patchSize);
        Assert.Equal(direct, labels);
        // The last bit of a probability can tip it to the next of 255 steps.
        foreach (var (expected, actual) in shares.Zip(probabilities.SelectMany(plane => plane)))
            Assert.InRange(actual - expected, -1, 1);
        Assert.Equal(Phases, labels.Distinct().Count());
    }

    [Fact]
    public void Predict_OfLengthsThatDoNotAlign_FillsEveryVoxel()
    {
        using var network = Network();
        var (labels, shares) = Predict(network, Noise(3 * 5 * 7), 3, 5, 7, 0);
        Assert.All(labels, label => Assert.InRange(label, 0, Phases - 1));
        for (var i = 0; i < labels.Length; i++)
            Assert.InRange(shares.Sum(plane => plane[i]), 253, 257);
    }

    private static SmallNetwork3D Network()
    {
        manual_seed(3);
        var network = new SmallNetwork3D(Phases);
        using (no_grad())
        {
            foreach (var parameter in network.parameters())
                parameter.mul_(2.ToScalar());
        }
        network.eval();
        return network;
    }

    private static float[] Noise(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 4) - 2)];
    }

    private static (byte[] Labels, byte[][] Shares) Predict(nn.Module<Tensor, Tensor> network, float[] grey, int depth, int height, int width, int patchSize)
    {
        var labels = new byte[grey.Length];
        Array.Fill(labels, (byte)99);
        byte[][] shares = [.. Enumerable.Range(0, Phases).Select(_ => new byte[grey.Length])];
        new BlockPredictor(network, new NetworkGeometry(3, SmallNetwork3D.Alignment, SmallNetwork3D.Halo), CPU, patchSize)
            .Predict(grey, depth, height, width, labels, [.. shares.Select(plane => plane.AsMemory())], CancellationToken.None);
        return (labels, shares);
    }
}
