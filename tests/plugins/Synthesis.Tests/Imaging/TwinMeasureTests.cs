using VolumeViewer.Plugins.Synthesis.Imaging;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Tests;

public class TwinMeasureTests
{
    [Fact]
    public void Chords_OfARow_LeaveOutThoseThatReachTheEnds()
    {
        var labels = Phantoms.Labels(new VolumeShape(1, 1, 12), (_, _, x) => x is 0 or 1 or 3 or 4 or 5 or 8 or 11);
        var chords = Chords.Of(labels, 1, default);
        Assert.Equal((2, 2.0, 5.0), (chords.Count, chords.Mean, chords.MeanSquare));
    }

    [Fact]
    public void Chords_OfUnequalAxes_AreFoundAlongEach()
    {
        // A box of 2 × 3 × 4 voxels has 12 chords of 2, 8 of 3 and 6 of 4.
        var labels = Phantoms.Labels(new VolumeShape(5, 6, 7), (z, y, x) => z is 1 or 2 && y is >= 1 and <= 3 && x is >= 2 and <= 5);
        var chords = Chords.Of(labels, 1, default);
        Assert.Equal(26, chords.Count);
        Assert.Equal(((12 * 2) + (8 * 3) + (6 * 4)) / 26.0, chords.Mean, 1e-12);
    }

    [Fact]
    public void Balls_OfABall_GiveItsDiameter()
    {
        // ⟨l⟩ = ⅔ D and ⟨l²⟩ = ½ D² for one ball.
        var labels = Phantoms.Labels(new VolumeShape(64, 64, 64), (z, y, x) => Math.Pow(z - 31.5, 2) + Math.Pow(y - 31.5, 2) + Math.Pow(x - 31.5, 2) < 25 * 25);
        var (median, deviation) = Chords.Of(labels, 1, default).Balls();
        Assert.Equal(50, median, 1.0);
        Assert.Equal(0, deviation, 0.07);
    }

    [Fact]
    public void Covariance_OfStripes_IsThatOfASquareWave()
    {
        // Stripes of 8 voxels along x: the covariance of their square wave falls from 1 to −1 over a stripe, so it is ½ at a quarter of one along x.
        var labels = Phantoms.Labels(new VolumeShape(1, 1, 256), (_, _, x) => x / 8 % 2 == 1);
        var curve = PhaseCovariance.Of(labels, 1, 0.5, default);
        Assert.Equal(0.75, curve[1], 0.01);
        Assert.Equal(0.5, curve[2], 0.02);
        Assert.Equal(2, PhaseCovariance.Reaches(curve, 0.5)!.Value, 0.1);
    }

    [Fact]
    public void Covariance_OfUnequalAxes_EqualsCountingPairs()
    {
        var labels = Phantoms.Labels(new VolumeShape(9, 12, 41), (z, y, x) => ((z * 7) + (y * 5) + (x * x * 3)) % 11 < 6);
        var fraction = Enumerable.Range(0, 9).Sum(z => labels.Slice(z).Count((byte)1)) / (9.0 * 12 * 41);
        long both = 0, pairs = 0;
        for (var z = 0; z < 9; z++)
        {
            for (var y = 0; y < 12; y++)
            {
                for (var x = 0; x < 41; x++)
                {
                    foreach (var (dz, dy, dx) in new[] { (1, 0, 0), (0, 1, 0), (0, 0, 1) })
                    {
                        if (z + dz >= 9 || y + dy >= 12 || x + dx >= 41)
                            continue;
                        pairs++;
                        both += labels.Slice(z)[(y * 41) + x] & labels.Slice(z + dz)[((y + dy) * 41) + x + dx];
                    }
                }
            }
        }
        var expected = ((both / (double)pairs) - (fraction * fraction)) / (fraction - (fraction * fraction));
        Assert.Equal(expected, PhaseCovariance.Of(labels, 1, fraction, default)[1], 1e-12);
    }

    [Fact]
    public void Interior_OfALargeCube_IsThreeVoxelsDeep()
    {
        var labels = Phantoms.Labels(new VolumeShape(24, 26, 28), (z, y, x) => z is >= 4 and < 23 && y is >= 4 and < 23 && x is >= 4 and < 23);
        var interior = Interior.Of(labels, default);
        Assert.Equal(1, interior[10, 10, 7]);
        Assert.Equal(0, interior[10, 10, 6]);
        Assert.Equal(1, interior[7, 7, 7]);
        // Outside, nothing but the corners is far away; the phase goes as deep as two thousand voxels allow.
        Assert.Equal(1, interior[10, 10, 0]);
        Assert.Equal(0, interior[10, 10, 3]);
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(1.6)]
    public void Edge_OfABlurredStep_HasItsWidth(double sigma)
    {
        var labels = Phantoms.Labels(new VolumeShape(3, 40, 40), (_, _, x) => x >= 20);
        using var greys = Greys(labels, 100, 300);
        GaussianBlur.Apply(greys, sigma, default);
        var edge = EdgeProfile.Of(greys, labels, default)!;
        // A voxel's step is the mean over it already: a box of one voxel adds 1/12 where it is sampled in between.
        Assert.Equal(sigma, edge.Width, 0.06);
        Assert.Equal(200, edge.Contrast, 2.0);
        Assert.Equal(0, edge.Overshoot, 0.01);
        Assert.Equal((0, 1), (edge.Low, edge.High));
    }

    [Fact]
    public void Measures_OfNoise_FindItsHeightAndCoarseness()
    {
        // White noise spread by a Gaussian of σ = 1 has the correlation e^(−1/4) between neighbours.
        var labels = Phantoms.Labels(new VolumeShape(12, 64, 64), (_, _, x) => x >= 32);
        using var greys = Greys(labels, 100, 300);
        var random = new CounterRandom(5, 1);
        using var noise = new Volume<float>(labels.Shape);
        noise.ForEachSlice(z => random.FillNormal(noise.Slice(z), z * 4096L));
        GaussianBlur.Apply(noise, 1, default);
        noise.ForEachSlice(z =>
        {
            for (var i = 0; i < 4096; i++)
                greys.Slice(z)[i] += 50 * noise.Slice(z)[i];
        });
        var measures = GreyMeasures.Of(greys, labels, null, null, default);
        // The mean around takes a few percent of the noise away. Before that: one over the kernel's sum of squares, (2√π)⁻³ in three dimensions.
        Assert.Equal(50 * Math.Pow(2 * Math.Sqrt(Math.PI), -1.5), measures.Noise, 0.6);
        Assert.Equal(Math.Exp(-0.25), measures.Neighbours, 0.06);
        Assert.Equal(Math.Exp(-0.25), measures.BetweenSlices, 0.06);
        Assert.Equal([100, 300], measures.Inside.Means.Select(mean => Math.Round(mean / 2) * 2));
        Assert.True(measures.Rings < 0.3);
    }

    [Fact]
    public void Measures_OfRings_FindThemAroundTheirAxisOnly()
    {
        var labels = Phantoms.Labels(new VolumeShape(4, 80, 80), (_, _, _) => true);
        using var greys = new Volume<float>(labels.Shape);
        greys.ForEachSlice(z =>
        {
            for (var i = 0; i < 6400; i++)
                greys.Slice(z)[i] = (int)Math.Round(Phantoms.Distance(i / 80, i % 80, 80)) % 5 == 0 ? 10 : 0;
        });
        var here = GreyMeasures.Of(greys, labels, null, null, default).Rings;
        var there = GreyMeasures.Of(greys, labels, (15, 62), null, default).Rings;
        // One radius in five is 10 higher: a standard deviation of 4.
        Assert.Equal(4, here, 0.6);
        Assert.True(there < 1, $"{there}");
    }

    [Fact]
    public void Measures_OfDrift_FindItThroughNoise()
    {
        var labels = Phantoms.Labels(new VolumeShape(60, 24, 24), (_, _, x) => x >= 12);
        using var greys = Greys(labels, 0, 100);
        var random = new CounterRandom(6, 1);
        greys.ForEachSlice(z =>
        {
            var noise = new float[576];
            random.FillNormal(noise, z * 576L);
            for (var i = 0; i < 576; i++)
                greys.Slice(z)[i] = (float)((greys.Slice(z)[i] * (1 + (0.05 * Math.Sin(z * 2 * Math.PI / 30)))) + (5 * noise[i]));
        });
        Assert.Equal(0.05 / Math.Sqrt(2), GreyMeasures.Of(greys, labels, null, null, default).Drift, 0.004);
    }

    private static Volume<float> Greys(LabelVolume labels, float pore, float solid)
    {
        var greys = new Volume<float>(labels.Shape);
        greys.ForEachSlice(z =>
        {
            for (var i = 0; i < greys.Shape.SliceLength; i++)
                greys.Slice(z)[i] = labels.Slice(z)[i] == 1 ? solid : pore;
        });
        return greys;
    }
}
