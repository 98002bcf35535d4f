using VolumeViewer.Plugins.Synthesis;
using VolumeViewer.Plugins.Synthesis.Structures;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests;

public class ParticleLawTests
{
    // scipy 1.10.1: scipy.stats.norm.ppf.
    [Theory]
    [InlineData(1e-9, -5.9978070150076865)]
    [InlineData(0.01, -2.3263478740408408)]
    [InlineData(0.3, -0.5244005127080409)]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.99999, 4.264890793923841)]
    public void NormalQuantile_OfAShare_IsThatOfScipy(double share, double expected) =>
        Assert.Equal(expected, NormalQuantile.At(share), 1e-8 + (2e-9 * Math.Abs(expected)));

    // Moments of the log-normal distribution: ⟨d³⟩ = mean³ (1 + v)³ with v = (deviation/mean)².
    [Fact]
    public void SizeDistribution_LogNormal_HasItsClosedFormMoments()
    {
        var sizes = new SizeDistribution(SizeLaw.LogNormal, 8, 2);
        Assert.Equal(8, sizes.Mean, 0.002);
        Assert.Equal(2, sizes.Deviation, 0.005);
        Assert.Equal(512 * Math.Pow(1.0625, 3), sizes.MeanCube, 0.6);
        Assert.Equal(0.37, sizes.Share(sizes.Quantile(0.37)), 1e-6);
    }

    // A uniform distribution from 2 to 8 has the mean 5, the deviation 6/√12 and ⟨d³⟩ = (8⁴ − 2⁴)/(4·6) = 170; cut to 4 … 6 it has the mean 5 and 2/√12.
    [Fact]
    public void SizeDistribution_UniformAndCut_HasItsClosedFormMoments()
    {
        var whole = new SizeDistribution(SizeLaw.Uniform, 5, Math.Sqrt(3));
        Assert.Equal(170, whole.MeanCube, 1e-4);
        var cut = new SizeDistribution(SizeLaw.Uniform, 5, Math.Sqrt(3), 4, 6);
        Assert.Equal(5, cut.Mean, 1e-6);
        Assert.Equal(2 / Math.Sqrt(12), cut.Deviation, 1e-6);
        Assert.Equal(0.25, cut.Share(4.5), 1e-6);
    }

    [Fact]
    public void SizeDistribution_ThatReachesBelowZero_IsRefused() =>
        Assert.Contains("negative diameters", Assert.Throws<UserException>(() => new SizeDistribution(SizeLaw.Uniform, 5, 4)).Message);

    [Fact]
    public void Draw_OfAVolume_HasThatVolumeAndTheMomentsAskedFor()
    {
        var law = new ParticleLaw
        {
            Sizes = new SizeDistribution(SizeLaw.LogNormal, 20, 6),
            Elongation = 1.5,
            ElongationSpread = 0.2,
            Flatness = 1.2,
            FlatnessSpread = 0.1,
        };
        var particles = law.Draw(2e7, seed: 5);
        Assert.Equal(2e7, particles.Sum(particle => particle.Volume), 1);
        Assert.Equal(20, particles.Average(particle => 2 * particle.Radius), 0.05);
        Assert.Equal(6, Deviation(particles, particle => 2 * particle.Radius), 0.15);
        // 3700 particles: five standard errors.
        Assert.Equal(1.5, particles.Average(particle => particle.SemiAxes.Z / particle.SemiAxes.Y), 0.017);
        Assert.Equal(0.2, Deviation(particles, particle => particle.SemiAxes.Z / particle.SemiAxes.Y), 0.03);
        Assert.Equal(1.2, particles.Average(particle => particle.SemiAxes.Y / particle.SemiAxes.X), 0.0085);
        Assert.All(particles, particle => Assert.True(particle.SemiAxes.Z >= particle.SemiAxes.Y && particle.SemiAxes.Y >= particle.SemiAxes.X));
        Assert.All(particles, particle => Assert.Equal(0, particle.Long.Dot(particle.Short), 12));
    }

    // The order parameter of 20 000 directions; its standard error is below 0.0032.
    [Theory]
    [InlineData("Isotropic", 0.7, 0)]
    [InlineData("AlongZ", 0.25, 0.25)]
    [InlineData("AlongY", 0.6, 0.6)]
    [InlineData("AlongX", 0.9, 0.9)]
    [InlineData("AlongX", 1, 1)]
    [InlineData("Flat", 0.5, 0.5)]
    public void OrientationLaw_OfAnOrder_GivesDirectionsOfThatOrder(string kind, double order, double expected)
    {
        var (random, orientation, stretch, sum) = (new CounterRandom(1, 1), Enum.Parse<Orientation>(kind), OrientationLaw.Stretch(order), 0.0);
        for (var i = 0; i < 20_000; i++)
        {
            var (z, y, x) = random.Direction(2 * i);
            var (along, across) = OrientationLaw.Draw(orientation, stretch, new Point3(z, y, x), random.Uniform((2 * i) + 1));
            Assert.Equal(1, along.Length, 9);
            Assert.Equal(0, along.Dot(across), 9);
            var cosine = orientation switch { Orientation.AlongY => along.Y, Orientation.AlongX => along.X, Orientation.Flat => across.Z, _ => along.Z };
            sum += ((3 * cosine * cosine) - 1) / 2 / 20_000;
        }
        Assert.Equal(expected, sum, 0.016);
    }

    [Fact]
    public void FractionProfile_InterpolatedAndInLayers_InvertsToHeights()
    {
        var slope = new FractionProfile([0, 2], isStepped: false);
        Assert.Equal(2, slope.Greatest, 1e-3);
        // The share below a height h is h² for a linear rise from zero.
        Assert.Equal(0.5, slope.Height(0.25), 1e-3);
        var layers = new FractionProfile([1, 3], isStepped: true);
        Assert.Equal(0.5, layers.Height(0.25), 1e-3);
        Assert.Equal(1.5, layers.At(0.9), 1e-9);
        Assert.True(new FractionProfile([], isStepped: false).IsUniform);
    }

    private static double Deviation(Particle[] particles, Func<Particle, double> of)
    {
        var mean = particles.Average(of);
        return Math.Sqrt(particles.Average(particle => Math.Pow(of(particle) - mean, 2)));
    }
}
