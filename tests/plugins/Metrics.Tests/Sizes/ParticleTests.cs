using VolumeViewer.Plugins.Metrics.Distance;
using VolumeViewer.Plugins.Metrics.Particles;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class ParticleTests
{
    private static readonly Runs Plugin = new(new MetricsPlugin());

    private static readonly PhaseTable Phases = PhaseTable.Named("pore", "NMC", "CBD");

    [Theory]
    [InlineData(1.0, 2)]
    [InlineData(6.0, 1)]
    public void Of_TwoBallsWithANeck_SplitsThemByDepth(double minDepth, int particles)
    {
        using var labels = TwoBalls();

        var split = ParticleSegmentation.Of(labels, 1, minDepth);

        Assert.Equal(particles, split.Count);
        // The neck is at x = 18, between the centres at 12 and 24; its plane may go to either.
        Assert.All(Enumerable.Range(5, 27).Where(x => x != 18), x => Assert.Equal(particles == 2 && x > 18 ? 2 : 1, split.Ids[(((12 * 25) + 12) * 37) + x]));
    }

    // As many seeds as the distance has regional maxima after those lower than h are filled by reconstruction (Vincent 1993), here by brute force.
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    [InlineData(1.6)]
    public void Of_RandomShapes_HasASeedForEachMaximumOfItsDepth(double depth)
    {
        using var labels = Blobs();
        var distances = DistanceTransform.Of(labels, 1);

        var split = ParticleSegmentation.Of(labels, 1, depth);

        Assert.Equal(RegionalMaxima(Reconstructed(distances, depth, labels.Shape), distances, labels.Shape), split.Count);
        Assert.Equal(distances.Count(distance => distance > 0), split.Ids.Count(id => id > 0));
    }

    [Fact]
    public void Measure_OfABall_IsThatOfASphere()
    {
        using var labels = LabelVolumes.Filled(new VolumeShape(29, 31, 33), Phases,
            (z, y, x) => Square(z - 14) + Square(y - 15) + Square(x - 16) < 144 ? (byte)1 : (byte)0, Spacing.Isotropic(0.5));

        var ball = Measure(labels).Single();

        Assert.False(ball.IsCut);
        Assert.Equal([7.25, 7.75, 8.25], ball.Centre);
        Assert.Equal(12, ball.EquivalentDiameter, 0.1);
        Assert.Equal(12, ball.InscribedDiameter, 1e-4);
        Assert.All(ball.Axes, axis => Assert.Equal(12, axis, 0.1));
        Assert.Equal(Math.PI * 144, ball.Surface, 0.03 * Math.PI * 144);
        Assert.InRange(ball.Sphericity, 0.98, 1.02);
        Assert.Equal(ball.Surface, ball.Areas[0], 1e-9);
        Assert.Empty(ball.Contacts);
    }

    [Fact]
    public void Measure_OfATiltedEllipsoid_FindsItsAxes()
    {
        // Long axis in the plane of y and x, at 30° from x.
        var (cosine, sine) = (Math.Cos(Math.PI / 6), Math.Sin(Math.PI / 6));
        using var labels = LabelVolumes.Filled(new VolumeShape(25, 50, 50), Phases, (z, y, x) =>
        {
            double a = ((x - 25) * cosine) + ((y - 25) * sine), b = ((y - 25) * cosine) - ((x - 25) * sine);
            return Square(a / 20) + Square(b / 10) + Square((z - 12) / 8.0) < 1 ? (byte)1 : (byte)0;
        });

        var particle = Measure(labels, 30).Single();

        Assert.Equal(40, particle.Axes[0], 0.4);
        Assert.Equal(20, particle.Axes[1], 0.3);
        Assert.Equal(16, particle.Axes[2], 0.3);
        Assert.Equal(cosine, Math.Abs(particle.LongAxis[2]), 0.01);
        Assert.Equal(sine, Math.Abs(particle.LongAxis[1]), 0.01);
    }

    [Fact]
    public void Measure_OfTwoBallsWithANeck_FindsTheContact()
    {
        using var labels = TwoBalls();

        var particles = Measure(labels);

        // A disc of the radius √(64 − 36).
        Assert.Equal([(2, particles[0].Contacts[0].Area)], particles[0].Contacts);
        Assert.Equal(28 * Math.PI, particles[0].Contacts[0].Area, 12.0);
        Assert.Equal(particles[0].Contacts[0].Area, particles[0].Areas[1], 1e-9);
        Assert.Equal(particles[0].Volume, particles[1].Volume, 100.0);
    }

    [Fact]
    public void Measure_AtFacesAndUnlabelledVoxels_IsCut()
    {
        using var labels = LabelVolumes.Filled(new VolumeShape(9, 9, 30), Phases, (z, y, x) =>
            z is < 3 or > 5 || y is < 3 or > 5 ? (byte)0 : x < 4 || x is > 10 and < 14 || x is > 20 and < 24 ? (byte)1 : x == 24 ? LabelVolumes.None : (byte)0);

        Assert.Equal([true, false, true], Measure(labels).Select(particle => particle.IsCut));
    }

    [Fact]
    public async Task Run_Particles_GivesLayersTablesAndTheLoss()
    {
        using var result = await Plugin.Run("measure.particles", "phase=NMC", null, ("in", TwoBalls().Layer()));

        Assert.Equal(2, ((Volume<int>)((ImageLayer)result.Layers[0]).Volume)[12, 12, 24]);
        var coloured = ((LabelsLayer)result.Layers[1]).Labels;
        Assert.NotEqual(coloured.At(12, 12, 12), coloured.At(12, 12, 24));
        Assert.Equal(LabelVolumes.None, coloured.At(0, 0, 0));
        Assert.Equal([2, 0, 0, 2, 0.0, 0.0], result.Table("particles in all").Rows.Single());
        var means = result.Table("means of particles");
        var contacts = Enumerable.Range(0, means.Rows.Count).Single(row => (string)means.Cell(row, "property")! == "contacts");
        Assert.Equal(1.0, means.Cell(contacts, "mean"));
        Assert.Equal(2, result.Table("particles").Rows.Count);
        Assert.Single(result.Table("contacts").Rows);
        Assert.Equal(4, result.Plots.Count);
    }

    // A ball that is half in binder.
    [Fact]
    public async Task Run_Coverage_OfABallHalfInBinder_IsAHalf()
    {
        var labels = LabelVolumes.Filled(new VolumeShape(27, 27, 27), Phases,
            (z, y, x) => Square(z - 13) + Square(y - 13) + Square(x - 13) < 100 ? (byte)1 : z < 13 ? (byte)2 : (byte)0);

        using var result = await Plugin.Run("measure.coverage", "active=NMC binder=CBD", null, ("in", labels.Layer()));

        var table = result.Table("surface of the active material");
        Assert.Equal(["pore", "CBD"], table.Rows.Select((_, row) => table.Cell(row, "faces")));
        Assert.Equal(0.5, (double)table.Cell(1, "share of the surface")!, 0.05);
        Assert.Equal(1, (double)table.Cell(0, "share of the surface")! + (double)table.Cell(1, "share of the surface")!, 1e-12);
        Assert.Equal(table.Cell(1, "share of the surface"), result.Table("coverage by particle").Cell(0, "coverage"));
        Assert.Equal(-1, ((Volume<float>)((ImageLayer)result.Layers[0]).Volume)[0, 0, 0]);
    }

    [Theory]
    [InlineData("measure.particles", "phase=CBD", "No voxel has the phase 'CBD'")]
    [InlineData("measure.particles", "phase=gold", "There is no phase 'gold'")]
    [InlineData("measure.coverage", "active=NMC binder=NMC", "both as active material and as binder")]
    public async Task Run_WithABadChoiceOfPhases_SaysSo(string operation, string parameters, string message)
    {
        using var layer = TwoBalls().Layer();

        var error = await Assert.ThrowsAsync<UserException>(() => Plugin.Run(operation, parameters, null, ("in", layer)));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static Particle[] Measure(LabelVolume labels, double minDepth = 1) => ParticleCounts.Measure(labels, ParticleSegmentation.Of(labels, 1, minDepth));

    private static LabelVolume TwoBalls() => LabelVolumes.Filled(new VolumeShape(25, 25, 37), Phases, (z, y, x) =>
        Square(z - 12) + Square(y - 12) + Math.Min(Square(x - 12), Square(x - 24)) < 64 ? (byte)1 : (byte)0);

    private static LabelVolume Blobs()
    {
        var random = new Random(21);
        var centres = Enumerable.Range(0, 40).Select(_ => (Z: random.Next(20), Y: random.Next(22), X: random.Next(24), R: random.Next(2, 6))).ToArray();
        return LabelVolumes.Filled(new VolumeShape(20, 22, 24), Phases,
            (z, y, x) => centres.Any(ball => Square(z - ball.Z) + Square(y - ball.Y) + Square(x - ball.X) < ball.R * ball.R) ? (byte)1 : (byte)0);
    }

    private static double[] Reconstructed(float[] distances, double depth, VolumeShape shape)
    {
        var values = distances.Select(distance => distance > 0 ? distance - depth : double.NegativeInfinity).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = 0; i < values.Length; i++)
            {
                if (distances[i] == 0)
                    continue;
                var raised = Math.Min(distances[i], Neighbours(i, shape).Where(n => distances[n] > 0).Select(n => values[n]).Append(values[i]).Max());
                (changed, values[i]) = (changed || raised > values[i], raised);
            }
        }
        return values;
    }

    private static int RegionalMaxima(double[] values, float[] distances, VolumeShape shape)
    {
        var (seen, maxima) = (new bool[values.Length], 0);
        for (var i = 0; i < values.Length; i++)
        {
            if (distances[i] == 0 || seen[i])
                continue;
            var (plateau, isMaximum) = (new Stack<int>([i]), true);
            seen[i] = true;
            while (plateau.TryPop(out var at))
            {
                foreach (var neighbour in Neighbours(at, shape).Where(n => distances[n] > 0))
                {
                    isMaximum &= values[neighbour] <= values[i] + 1e-9;
                    if (Math.Abs(values[neighbour] - values[i]) > 1e-9 || seen[neighbour])
                        continue;
                    seen[neighbour] = true;
                    plateau.Push(neighbour);
                }
            }
            maxima += isMaximum ? 1 : 0;
        }
        return maxima;
    }

    private static IEnumerable<int> Neighbours(int i, VolumeShape shape)
    {
        var (z, y, x) = (i / shape.SliceLength, i / shape.Width % shape.Height, i % shape.Width);
        if (z > 0)
            yield return i - shape.SliceLength;
        if (z + 1 < shape.Depth)
            yield return i + shape.SliceLength;
        if (y > 0)
            yield return i - shape.Width;
        if (y + 1 < shape.Height)
            yield return i + shape.Width;
        if (x > 0)
            yield return i - 1;
        if (x + 1 < shape.Width)
            yield return i + 1;
    }

    private static double Square(double value) => value * value;
}
