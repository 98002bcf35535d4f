using VolumeViewer.Sdk;

using static VolumeViewer.Plugins.Segmentation.Tests.Editing.Edits;

namespace VolumeViewer.Plugins.Segmentation.Tests.Editing;

public class GrowSeedsTests
{
    private const string Id = "grow.seeds";

    [Fact]
    public async Task Grow_InAnImageOfTwoHalves_FindsTheHalves()
    {
        // Larger than a block along each axis, with noise that is small beside the step.
        var shape = new VolumeShape(40, 45, 70);
        var grey = Greys.Random<ushort>(shape, 1, random => (ushort)random.Next(200));
        foreach (var (z, y, x) in Voxels(shape))
            grey[z, y, x] += (ushort)(x + (y / 3) < 40 ? 1000 : 6000);
        using var seeds = Layer(shape, (z, y, x) => (z, y, x) == (5, 6, 7) ? 2 : (z, y, x) == (35, 40, 60) ? 0 : None);
        var grown = await Run(Id, "", seeds, ("grey", new ImageLayer("grey", grey)));
        foreach (var (z, y, x) in Voxels(shape))
            Assert.Equal(x + (y / 3) < 40 ? 2 : 0, grown.At(z, y, x));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(3.0)]
    public async Task Grow_InARandomImage_IsTheShortestWay(double locality)
    {
        var (shape, spacing) = (new VolumeShape(6, 35, 37), new Spacing(2, 1, 1.5));
        var grey = Greys.Random<byte>(shape, 2, random => (byte)random.Next(256));
        var random = new Random(3);
        using var seeds = Layer(shape, (_, _, _) => random.Next(500) == 0 ? random.Next(3) : None, spacing);
        var stretched = new ImageLayer("grey", grey);
        var grown = await Run(Id, $"locality={locality}", seeds, ("grey", stretched));
        var expected = Dijkstra(seeds.Labels, grey, stretched, locality);
        foreach (var (z, y, x) in Voxels(shape))
            Assert.Equal(expected[(z, y, x)], grown.At(z, y, x));
    }

    // The same costs in the plainest way: a queue of voxels by cost and label.
    private static Dictionary<(int, int, int), byte> Dijkstra(LabelVolume seeds, Volume<byte> grey, ImageLayer image, double locality)
    {
        var (low, high) = (image.Statistics.Percentile(0.001), image.Statistics.Percentile(0.999));
        int Level((int Z, int Y, int X) voxel) => (int)Math.Clamp((grey[voxel.Z, voxel.Y, voxel.X] - low) * (2047 / (high - low)), 0, 2047);
        var spacing = seeds.Spacing;
        var (done, queue) = (new Dictionary<(int, int, int), byte>(), new PriorityQueue<((int Z, int Y, int X) Voxel, int Cost, byte Label), (int, byte)>());
        foreach (var voxel in Voxels(seeds.Shape).Where(voxel => seeds.At(voxel.Z, voxel.Y, voxel.X) != None))
            queue.Enqueue((voxel, 0, seeds.At(voxel.Z, voxel.Y, voxel.X)), (0, seeds.At(voxel.Z, voxel.Y, voxel.X)));
        while (queue.TryDequeue(out var next, out _))
        {
            if (!done.TryAdd(next.Voxel, next.Label))
                continue;
            for (var step = 0; step < 27; step++)
            {
                var other = (Z: next.Voxel.Z + (step / 9) - 1, Y: next.Voxel.Y + (step / 3 % 3) - 1, X: next.Voxel.X + (step % 3) - 1);
                if (other.Z < 0 || other.Y < 0 || other.X < 0 || other.Z >= seeds.Shape.Depth || other.Y >= seeds.Shape.Height || other.X >= seeds.Shape.Width || done.ContainsKey(other))
                    continue;
                var cost = next.Cost + Math.Abs(Level(next.Voxel) - Level(other)) + (int)Math.Round((5 + (locality / 100 * 2047)) * Distance(spacing, next.Voxel, other));
                queue.Enqueue((other, cost, next.Label), (cost, next.Label));
            }
        }
        return done;
    }

    [Fact]
    public async Task Grow_WithLocality_StaysNearTheSeed()
    {
        // The dark seed lies at the end of a dark stretch, the bright one close by: without locality greys decide, with much of it the way does.
        var grey = Greys.Filled<byte>(new VolumeShape(1, 1, 40), (_, _, x) => (byte)(x is 30 or 31 ? 20 : x > 28 ? 40 : 0));
        using var seeds = Layer(grey.Shape, (_, _, x) => x == 0 ? 0 : x == 30 ? 1 : None);
        var image = new ImageLayer("grey", grey);
        Assert.Equal(29, Greys.All(await Run(Id, "", seeds, ("grey", image))).Count(label => label == 0));
        Assert.InRange(Greys.All(await Run(Id, "locality=50", seeds, ("grey", image))).Count(label => label == 0), 14, 17);
    }

    [Fact]
    public async Task Grow_LimitedToGreys_StopsThere()
    {
        var grey = Greys.Filled<byte>(new VolumeShape(1, 3, 9), (_, _, x) => (byte)(x == 4 ? 200 : 50));
        using var seeds = Layer(grey.Shape, (_, y, x) => (y, x) == (1, 0) ? 0 : (y, x) == (1, 2) ? 1 : None);
        var grown = await Run(Id, "grey-to=100", seeds, ("grey", new ImageLayer("grey", grey)));
        Assert.All(Text(grown), row => Assert.Equal(".....", row[4..]));
        Assert.All(Text(grown), row => Assert.DoesNotContain('.', row[..4]));
    }

    [Fact]
    public async Task Grow_WhereAValueStandsForUnlabelled_GrowsIntoIt()
    {
        var grey = new ImageLayer("grey", Greys.Filled<byte>(new VolumeShape(1, 1, 6), (_, _, x) => (byte)(x < 4 ? 10 : 90)));
        using var seeds = Slice("010002");
        Assert.Equal(["111122"], Text(await Run(Id, "unlabelled-value=0", seeds, ("grey", grey))));
        Assert.Contains("no phase '7'", await Refused(Id, "unlabelled-value=7", seeds, ("grey", grey)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grow_WithoutEnoughSeeds_SaysWhat()
    {
        var grey = new ImageLayer("grey", new Volume<byte>(new VolumeShape(1, 1, 3)));
        using var one = Slice("1..");
        using var none = Slice("...");
        using var all = Slice("012");
        Assert.Contains("seeds of 1 phase(s)", await Refused(Id, "", one, ("grey", grey)), StringComparison.Ordinal);
        Assert.Contains("seeds of 0 phase(s)", await Refused(Id, "", none, ("grey", grey)), StringComparison.Ordinal);
        Assert.Contains("nothing to grow into", await Refused(Id, "", all, ("grey", grey)), StringComparison.Ordinal);
        Assert.Contains("'grey' is missing", await Refused(Id, "", one), StringComparison.Ordinal);
    }
}
