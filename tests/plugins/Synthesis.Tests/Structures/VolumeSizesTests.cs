using VolumeViewer.Plugins.Synthesis.Structures;

namespace VolumeViewer.Plugins.Tests;

public class VolumeSizesTests
{
    private const int Samples = 200_000;

    // By volume the diameter is uniform from 4 to 12, so that by number its density goes with 1/D³: half of the particles are below √(2 / (1/4² + 1/12²)).
    [Fact]
    public void OfNumber_OfAStraightLine_IsItsClosedForm()
    {
        var sizes = new VolumeSizes([4, 12]);

        Assert.Equal(2 * 16 * 144 / 16.0, sizes.MeanCube, 1e-9);
        Assert.Equal(Math.Sqrt(2 / ((1 / 16.0) + (1 / 144.0))), sizes.OfNumber(0.5), 1e-12);
        Assert.Equal((4.0, 6.0), (sizes.OfNumber(0), sizes.OfVolume(0.25)));
        Assert.Equal(12, sizes.OfNumber(1), 1e-9);
    }

    [Fact]
    public void OfNumber_OfManySteps_HasTheirVolumes()
    {
        var sizes = new VolumeSizes([3, 5, 5, 6, 20]);
        double all = 0, belowFive = 0, belowTwenty = 0;
        for (var i = 0; i < Samples; i++)
        {
            var diameter = sizes.OfNumber((i + 0.5) / Samples);
            all += Math.Pow(diameter, 3);
            belowFive += diameter < 5 - 1e-9 ? Math.Pow(diameter, 3) : 0;
            belowTwenty += diameter < sizes.OfVolume(0.9) ? Math.Pow(diameter, 3) : 0;
        }
        Assert.Equal(sizes.MeanCube, all / Samples, 2e-3 * sizes.MeanCube);
        Assert.Equal(0.25, belowFive / all, 2e-3);
        Assert.Equal(0.9, belowTwenty / all, 2e-3);
    }

    [Fact]
    public void Draw_OfTwoSizes_SharesTheVolumeBetweenThem()
    {
        var law = new ParticleLaw { Sizes = new SizeDistribution(new VolumeSizes([5.9, 6, 6.1, 17.9, 18, 18.1]).Scaled(2)) };
        var particles = law.Draw(4e6, seed: 3);

        var small = particles.Where(particle => 2 * particle.Radius < 13).Sum(particle => particle.Volume);
        Assert.Equal(4e6, particles.Sum(particle => particle.Volume), 1);
        // Two of five steps, and the little of the straight line between that is below 13.
        Assert.InRange(small / 4e6, 0.36, 0.46);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.0, 3.0)]
    [InlineData(3.0, 2.0)]
    [InlineData(double.NaN, 2.0)]
    public void VolumeSizes_OfWhatIsNoTable_AreRefused(params double[] diameters) => Assert.Throws<ArgumentException>(() => new VolumeSizes(diameters));
}
