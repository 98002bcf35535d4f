using VolumeViewer.Sdk;

namespace __Name__.Tests;

public class OverlappingSpheresTests
{
    [Theory]
    [InlineData(0.2)]
    [InlineData(0.6)]
    public void Generate_FillsTheShareAskedFor(double share)
    {
        using var labels = OverlappingSpheres.Generate(new __Name__Parameters { Size = 64, Radius = 5, Share = share });
        // Some hundred spheres: the share varies by about two hundredths from seed to seed.
        Assert.Equal(share, Share(labels), tolerance: 0.06);
    }

    [Fact]
    public void Generate_OfOneSphere_HasItsVolume_WhereverItLies()
    {
        var parameters = new __Name__Parameters { Size = 40, Radius = 12, Share = 0.11, Seed = 3 };
        Assert.Equal(1, OverlappingSpheres.Count(parameters));
        using var labels = OverlappingSpheres.Generate(parameters);
        Assert.Equal(4.0 / 3.0 * Math.PI * 12 * 12 * 12, Share(labels) * 40 * 40 * 40, tolerance: 60);
    }

    [Fact]
    public void Generate_WithTheSameSeed_GivesTheSameVolume()
    {
        using var one = OverlappingSpheres.Generate(new __Name__Parameters { Size = 32, Seed = 5 });
        using var same = OverlappingSpheres.Generate(new __Name__Parameters { Size = 32, Seed = 5 });
        using var other = OverlappingSpheres.Generate(new __Name__Parameters { Size = 32, Seed = 6 });
        Assert.True(one.Slice(7).SequenceEqual(same.Slice(7)));
        Assert.False(one.Slice(7).SequenceEqual(other.Slice(7)));
    }

    private static double Share(LabelVolume labels) =>
        Enumerable.Range(0, labels.Shape.Depth).Sum(z => (long)labels.Slice(z).Count((byte)1)) / (double)labels.Shape.VoxelCount;
}
