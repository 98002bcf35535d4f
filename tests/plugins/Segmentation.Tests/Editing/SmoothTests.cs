using VolumeViewer.Plugins.Segmentation.Editing;
using VolumeViewer.Sdk;

using static VolumeViewer.Plugins.Segmentation.Tests.Editing.Edits;

namespace VolumeViewer.Plugins.Segmentation.Tests.Editing;

public class SmoothTests
{
    private static readonly Spacing Flat = new(2, 1.5, 0.5);

    [Theory]
    [InlineData(1.0)]
    [InlineData(2.1)]
    public async Task Median_OfAllPhases_IsTheMajorityWithinTheBall(double radius)
    {
        using var layer = Random(new VolumeShape(5, 7, 13), 3, Flat, withUnlabelled: true);
        var smooth = await Run("smooth.labels", $"radius={radius}", layer);
        var all = Voxels(layer.Shape).ToList();
        foreach (var voxel in all)
        {
            var own = layer.Labels.At(voxel.Z, voxel.Y, voxel.X);
            var counts = new int[3];
            foreach (var other in all.Where(other => Distance(Flat, voxel, other) <= radius + 1e-9))
            {
                if (layer.Labels.At(other.Z, other.Y, other.X) is var label && label != None)
                    counts[label]++;
            }
            var expected = own == None ? None : counts[own] == counts.Max() ? own : (byte)Array.IndexOf(counts, counts.Max());
            Assert.Equal(expected, smooth.At(voxel.Z, voxel.Y, voxel.X));
        }
    }

    [Fact]
    public async Task Median_OfOnePhase_LeavesTheBordersBetweenOthers()
    {
        using var layer = Slice("00000222", "01000202", "00010222", "00111222", "00010222");
        Assert.Equal(["00000222", "00000202", "00000222", "00010222", "00010222"], Text(await Run("smooth.labels", "radius=1 phase=active", layer)));
    }

    [Theory]
    [InlineData("opening")]
    [InlineData("closing")]
    public async Task OpeningAndClosing_Twice_AreOnce(string method)
    {
        foreach (var radius in new[] { 1.0, 1.5, 2.0, 2.6 })
        {
            using var layer = Random(new VolumeShape(7, 12, 20), 5, Flat);
            var (parameters, labels) = ($"method={method} radius={radius} phase=active", layer);
            // Random voxels alone leave nothing of a phase or fill all: first a coarser structure.
            var coarse = await RunLayer("smooth.labels", "radius=2.1", layer);
            var once = await RunLayer("smooth.labels", parameters, coarse);
            Assert.Equal(Greys.All(once.Labels), Greys.All(await Run("smooth.labels", parameters, once)));
            Assert.NotEqual(Greys.All(coarse.Labels), Greys.All(once.Labels));
            // An opening takes away only, a closing adds only.
            Assert.All(Greys.All(coarse.Labels).Zip(Greys.All(once.Labels)), pair => Assert.True(pair.First == pair.Second || (method == "opening" ? pair.First : pair.Second) == 1));
        }
    }

    [Fact]
    public async Task Opening_OfABallWithAHair_TakesTheHair()
    {
        using var layer = Layer(new VolumeShape(13, 13, 25), (z, y, x) => ((z - 6) * (z - 6)) + ((y - 6) * (y - 6)) + ((x - 6) * (x - 6)) <= 25 || (z == 6 && y == 6 && x > 6) ? 1 : 0);
        var opened = await Run("smooth.labels", "method=opening radius=3 phase=active", layer);
        Assert.DoesNotContain(Voxels(layer.Shape), voxel => voxel.X > 12 && opened.At(voxel.Z, voxel.Y, voxel.X) == 1);
        Assert.Equal(1, opened.At(6, 6, 10));
        var closed = await Run("smooth.labels", "method=closing radius=3 phase=active", layer);
        Assert.Equal(1, closed.At(6, 6, 24));
    }

    [Fact]
    public async Task Gaussian_OfAHalfSpace_LeavesTheBorderWhereItIs()
    {
        using var layer = Layer(new VolumeShape(6, 8, 20), (_, _, x) => x < 9 ? 1 : 0, Flat);
        foreach (var method in new[] { "method=gaussian phase=active", "method=joint" })
            Assert.Equal(Greys.All(layer.Labels), Greys.All(await Run("smooth.labels", $"{method} radius=1.7", layer)));
    }

    [Fact]
    public async Task Gaussian_OfABall_ShrinksItAlikeInAnisotropicVoxels()
    {
        // 2σ²/(2R)·… is small: a ball of 8 µm blurred by 1.5 µm loses about σ²/R = 0.28 µm of its radius.
        var spacing = new Spacing(1, 0.5, 0.5);
        using var layer = Layer(new VolumeShape(25, 50, 50), (z, y, x) => Distance(spacing, (z, y, x), (12, 25, 25)) <= 8 ? 1 : 0, spacing);
        var smooth = await Run("smooth.labels", "method=gaussian radius=1.5 phase=active", layer);
        var volume = Greys.All(smooth).Count(label => label == 1) * 0.25;
        var radius = Math.Cbrt(3 * volume / (4 * Math.PI));
        Assert.InRange(radius, 8 - 0.28 - 0.1, 8 - 0.28 + 0.1);
    }

    [Fact]
    public async Task Joint_OfThreeTouchingPhases_LeavesNoGapsAndNoNewPhase()
    {
        using var layer = Layer(new VolumeShape(6, 30, 30), (z, y, x) => (y + (x % 3)) < 12 ? 0 : x + ((y + z) % 4) < 15 ? 1 : 2);
        var smooth = await Run("smooth.labels", "method=joint radius=2", layer);
        Assert.DoesNotContain(None, Greys.All(smooth));
        Assert.Equal([0, 1, 2], Greys.All(smooth).Distinct().Order().Select(label => (int)label));
        Assert.True(Faces(smooth) < Faces(layer.Labels) * 0.8);
    }

    [Fact]
    public void Kernel_OfAnyWidth_SumsToOne()
    {
        foreach (var sigma in new[] { 0.1, 0.7, 3 })
        {
            var kernel = GaussianVote.Kernel(sigma, 0.5);
            Assert.Equal(1, (2 * kernel.Sum()) - kernel[0], 1e-5);
        }
    }

    private static int Faces(LabelVolume labels) => Voxels(labels.Shape).Count(voxel => voxel.X > 0 && labels.At(voxel.Z, voxel.Y, voxel.X) != labels.At(voxel.Z, voxel.Y, voxel.X - 1))
        + Voxels(labels.Shape).Count(voxel => voxel.Y > 0 && labels.At(voxel.Z, voxel.Y, voxel.X) != labels.At(voxel.Z, voxel.Y - 1, voxel.X));
}
