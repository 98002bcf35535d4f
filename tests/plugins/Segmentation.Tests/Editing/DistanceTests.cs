using VolumeViewer.Plugins.Segmentation.Editing;
using VolumeViewer.Sdk;

using static VolumeViewer.Plugins.Segmentation.Tests.Editing.Edits;

namespace VolumeViewer.Plugins.Segmentation.Tests.Editing;

public class DistanceTests
{
    private static readonly Spacing Flat = new(2, 1.5, 0.5);

    [Theory]
    [InlineData(7, 9, 35, 40)]
    [InlineData(1, 9, 11, 12)]
    [InlineData(6, 1, 20, 5)]
    [InlineData(5, 6, 7, 2)]
    public void Squared_OfRandomSites_IsTheLeastDistanceToAny(int depth, int height, int width, int rarity)
    {
        var shape = new VolumeShape(depth, height, width);
        var random = new Random(rarity);
        var sites = Voxels(shape).Where(_ => random.Next(rarity) == 0).ToHashSet();
        var labels = Enumerable.Range(0, depth).Select(z => Enumerable.Range(0, shape.SliceLength).Select(i => (byte)((z * 31) + (i % 97))).ToArray()).ToArray();
        var own = labels.Select(slice => slice.ToArray()).ToArray();
        var field = DistanceField.Squared(shape, Flat, (z, marks) =>
        {
            for (var i = 0; i < marks.Length; i++)
                marks[i] = sites.Contains((z, i / width, i % width)) ? (byte)1 : (byte)0;
        }, new ParallelOptions(), labels);

        foreach (var voxel in Voxels(shape))
        {
            var nearest = sites.Min(site => Distance(Flat, voxel, site));
            var place = (voxel.Y * width) + voxel.X;
            Assert.Equal(nearest, Math.Sqrt(field[voxel.Z][place]), 1e-4);
            Assert.Contains(sites, site => Math.Abs(Distance(Flat, voxel, site) - nearest) < 1e-4 && own[site.Z][(site.Y * width) + site.X] == labels[voxel.Z][place]);
        }
    }

    [Fact]
    public void Squared_WithoutSites_IsInfinite()
    {
        var field = DistanceField.Squared(new VolumeShape(3, 4, 5), Flat, (_, marks) => marks.Clear(), new ParallelOptions());
        Assert.All(field, slice => Assert.All(slice, value => Assert.Equal(float.PositiveInfinity, value)));
    }

    // A cube grown by a margin is every voxel within it of the cube: a rounded cube, larger in voxels where these are smaller.
    [Theory]
    [InlineData(2.0)]
    [InlineData(3.3)]
    [InlineData(-1.5)]
    [InlineData(-0.5)]
    public async Task Margin_OfACube_IsEveryVoxelWithinTheDistance(double margin)
    {
        var shape = new VolumeShape(9, 11, 31);
        bool IsIn((int Z, int Y, int X) voxel) => voxel.Z is >= 3 and <= 6 && voxel.Y is >= 3 and <= 7 && voxel.X is >= 9 and <= 20;
        using var layer = Layer(shape, (z, y, x) => IsIn((z, y, x)) ? 1 : 0, Flat);
        var grown = await Run("grow.margin", $"phase=active margin={margin}", layer);

        var (inside, outside) = (Voxels(shape).Where(IsIn).ToList(), Voxels(shape).Where(voxel => !IsIn(voxel)).ToList());
        foreach (var voxel in Voxels(shape))
        {
            var expected = margin > 0
                ? inside.Min(other => Distance(Flat, voxel, other)) <= margin + 1e-6
                : IsIn(voxel) && outside.Min(other => Distance(Flat, voxel, other)) > -margin + 1e-6;
            Assert.Equal(expected ? 1 : 0, grown.At(voxel.Z, voxel.Y, voxel.X));
        }
    }

    [Fact]
    public async Task Margin_OfASinglePoint_IsABall()
    {
        using var layer = Layer(new VolumeShape(13, 13, 13), (z, y, x) => (z, y, x) == (6, 6, 6) ? 2 : None);
        var ball = await Run("grow.margin", "phase=binder margin=5", layer);
        // Lattice points within 5 of the origin: 515 (OEIS A000605).
        Assert.Equal(515, Greys.All(ball).Count(label => label == 2));
    }

    [Fact]
    public async Task Margin_Shrinking_GivesTheNearestPhaseOrWhatIsAsked()
    {
        using var layer = Slice("0011122", "0011122");
        Assert.Equal(["0001222", "0001222"], Text(await Run("grow.margin", "phase=active margin=-1", layer)));
        Assert.Equal(["00.1.22", "00.1.22"], Text(await Run("grow.margin", "phase=active margin=-1 replace-by=unlabelled", layer)));
        Assert.Equal(["0021222", "0021222"], Text(await Run("grow.margin", "phase=active margin=-1 replace-by=binder", layer)));
    }

    [Fact]
    public async Task Margin_LimitedToAPhase_TakesOnlyThat()
    {
        using var layer = Slice("00.1222");
        Assert.Equal(["001111" + "2"], Text(await Run("grow.margin", "phase=active margin=2 change-only=unlabelled,binder", layer)));
    }

    [Fact]
    public async Task Margin_LimitedToGreys_TakesOnlyThese()
    {
        using var layer = Slice("0001000");
        var grey = Greys.Filled<byte>(new VolumeShape(1, 1, 7), (_, _, x) => (byte)(x * 10));
        Assert.Equal(["0001110"], Text(await Run("grow.margin", "phase=active margin=3 grey-from=30 grey-to=50", layer, ("grey", Greys.Layer(grey)))));
    }

    [Fact]
    public async Task Hollow_OfACube_LeavesAShellInsideOrOutside()
    {
        var shape = new VolumeShape(11, 11, 11);
        static bool Cube(int from, int to, int z, int y, int x) => z >= from && z < to && y >= from && y < to && x >= from && x < to;
        using var layer = Layer(shape, (z, y, x) => Cube(3, 8, z, y, x) ? 1 : 0);
        var inside = await Run("hollow.phase", "phase=active thickness=1", layer);
        Assert.Equal((125 - 27, 27), (Greys.All(inside).Count(label => label == 1), Greys.All(inside).Count(label => label == None)));
        var outside = await Run("hollow.phase", "phase=active thickness=1 shell=outside fill-with=binder", layer);
        // A layer of one voxel on each of six faces of 5×5.
        Assert.Equal((150, 125), (Greys.All(outside).Count(label => label == 1), Greys.All(outside).Count(label => label == 2)));
    }

    [Theory]
    [InlineData("grow.margin", "margin=1", "--phase is missing")]
    [InlineData("grow.margin", "phase=steel margin=1", "no phase 'steel'")]
    [InlineData("grow.margin", "phase=active margin=0", "--margin is 0")]
    [InlineData("grow.margin", "phase=active margin=1 change-only=steel", "no phase 'steel'")]
    [InlineData("grow.margin", "phase=active margin=1 grey-from=3", "no image is given")]
    [InlineData("grow.margin", "phase=active margin=1 replace-by=steel", "no phase 'steel'")]
    [InlineData("hollow.phase", "phase=active thickness=-1", "below the least")]
    [InlineData("smooth.labels", "radius=0", "--radius is 0")]
    [InlineData("smooth.labels", "method=opening", "--phase is missing")]
    public async Task Edits_WithBadParameters_SayWhat(string id, string parameters, string expected)
    {
        using var layer = Slice("012", "...");
        Assert.Contains(expected, await Refused(id, parameters, layer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_WithAnImageOfAnotherSize_SayBothSizes()
    {
        using var layer = Slice("012", "...");
        var message = await Refused("grow.margin", "phase=active grey-from=1", layer, ("grey", Greys.Layer(new Volume<byte>(new VolumeShape(1, 3, 3)))));
        Assert.Contains("1 × 3 × 3", message, StringComparison.Ordinal);
        Assert.Contains("1 × 2 × 3", message, StringComparison.Ordinal);
    }
}
