using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class PhaseFractionIntervalTests
{
    // Voxels drawn one by one: the variance is that of Bernoulli trials, ε(1 − ε)/n, and the integral range one voxel.
    [Fact]
    public void Of_IndependentVoxels_IsTheBinomialInterval()
    {
        var random = new Random(2);
        using var labels = LabelVolumes.Filled(new VolumeShape(40, 50, 60), PhaseTable.Numbered(2), (_, _, _) => random.NextDouble() < 0.3 ? (byte)1 : (byte)0,
            new Spacing(2, 1, 0.5));

        var interval = PhaseFractionInterval.Of(labels, [1])[0];

        Assert.Equal(1, interval.IntegralRange, 0.05);
        Assert.Equal(1.96 * Math.Sqrt(0.3 * 0.7 / 120_000), interval.HalfWidth, 1e-4);
        // n = (1.96/0.05)²·(1 − ε)/ε voxels of 1 µm³.
        Assert.Equal(Math.Cbrt(1.96 * 1.96 / 0.0025 * 0.7 / 0.3), interval.EdgeFor(0.05), 0.5);
    }

    // Cubes of 4³ voxels drawn one by one have an integral range of 64 voxels, also seen through larger blocks of an uneven number.
    [Theory]
    [InlineData(64)]
    [InlineData(150)]
    public void Of_IndependentCubes_HasTheirVolumeAsIntegralRange(int edge)
    {
        var random = new Random(6);
        var cubes = new bool[40, 40, 40];
        foreach (var (z, y, x) in from z in Enumerable.Range(0, 40) from y in Enumerable.Range(0, 40) from x in Enumerable.Range(0, 40) select (z, y, x))
            cubes[z, y, x] = random.Next(2) == 0;
        using var labels = LabelVolumes.Filled(new VolumeShape(edge, edge, edge), PhaseTable.Numbered(2), (z, y, x) => cubes[z / 4, y / 4, x / 4] ? (byte)1 : (byte)0);

        Assert.Equal(64, PhaseFractionInterval.Of(labels, [0])[0].IntegralRange, 8.0);
    }

    // Overlapping spheres in many small samples, masked to a cylinder: the interval must hold the true fraction about as often as it says.
    [Fact]
    public void Of_OverlappingSpheres_HoldsTheTruthAsOftenAsItSays()
    {
        const int Edge = 40, Radius = 4, Samples = 150;
        var (held, random) = (0, new Random(8));
        // Spheres at voxels with probability p leave a voxel free with probability (1 − p) to the number of voxels in a sphere.
        var sphere = new List<(int Z, int Y, int X)>();
        for (var z = -Radius; z <= Radius; z++)
        {
            for (var y = -Radius; y <= Radius; y++)
            {
                for (var x = -Radius; x <= Radius; x++)
                {
                    if ((z * z) + (y * y) + (x * x) <= Radius * Radius)
                        sphere.Add((z, y, x));
                }
            }
        }
        const double Density = 0.002;
        var truth = 1 - Math.Pow(1 - Density, sphere.Count);
        for (var sample = 0; sample < Samples; sample++)
        {
            using var labels = LabelVolumes.Filled(new VolumeShape(Edge, Edge, Edge), PhaseTable.Numbered(2),
                (_, y, x) => ((y - 19.5) * (y - 19.5)) + ((x - 19.5) * (x - 19.5)) > 400 ? LabelVolumes.None : (byte)0);
            for (var i = 0; i < Math.Pow(Edge + (2 * Radius), 3); i++)
            {
                if (random.NextDouble() >= Density)
                    continue;
                var (z, y, x) = (i / ((Edge + 8) * (Edge + 8)), i / (Edge + 8) % (Edge + 8), i % (Edge + 8));
                foreach (var (dz, dy, dx) in sphere)
                {
                    var (atZ, atY, atX) = (z + dz - Radius, y + dy - Radius, x + dx - Radius);
                    if (atZ is >= 0 and < Edge && atY is >= 0 and < Edge && atX is >= 0 and < Edge && labels.At(atZ, atY, atX) == 0)
                        labels.Slice(atZ)[(atY * Edge) + atX] = 1;
                }
            }
            var interval = PhaseFractionInterval.Of(labels, [1])[0];
            held += Math.Abs(interval.Fraction - truth) <= interval.HalfWidth ? 1 : 0;
        }

        // 95 % of 150 are 142.5 ± 2.7; a few samples with few spheres are known to be too sure.
        Assert.InRange(held / (double)Samples, 0.89, 0.99);
    }

    [Fact]
    public void Of_APhaseOfAllOrNoVoxels_IsUnknown()
    {
        using var labels = new LabelVolume(LabelVolumes.Box, PhaseTable.Numbered(2));

        Assert.All(PhaseFractionInterval.Of(labels, [0, 1]), interval => Assert.True(double.IsNaN(interval.HalfWidth)));
    }
}
