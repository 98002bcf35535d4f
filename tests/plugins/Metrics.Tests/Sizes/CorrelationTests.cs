using VolumeViewer.Plugins.Metrics.Correlation;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class CorrelationTests
{
    private static readonly Runs Plugin = new(new MetricsPlugin());

    // scipy 1.10.1, fft.rfftn of the 256³ electrode's phase 85 in float32: S₂ at the lags 0 to 4 along axis 0.
    [Fact]
    public void Of_AnElectrode_IsThatOfScipy()
    {
        using var labels = VolumeFiles.OpenLabels(Repository.File("samples/data/taufactor-electrode/electrode.tiff"));

        var correlation = TwoPointCorrelation.Of(labels, 1, 4, isPeriodic: true);

        double[] expected = [0.400466, 0.375697, 0.352161, 0.329798, 0.308337];
        Assert.All(correlation.Along(Axis.Z), (value, lag) => Assert.Equal(expected[lag], value, 1e-6));
    }

    [Fact]
    public void Of_PartlyLabelledVoxels_CountsPairsOfLabelledOnes()
    {
        using var labels = LabelVolumes.Random(new VolumeShape(5, 6, 7), 2, 4);
        var correlation = TwoPointCorrelation.Of(labels, 1, 3, isPeriodic: false);
        double both = 0, pairs = 0;
        for (var z = 0; z + 1 < 5; z++)
        {
            for (var y = 2; y < 6; y++)
            {
                for (var x = 0; x + 3 < 7; x++)
                {
                    var (one, other) = (labels.At(z, y, x), labels.At(z + 1, y - 2, x + 3));
                    pairs += one != LabelVolumes.None && other != LabelVolumes.None ? 1 : 0;
                    both += one == 1 && other == 1 ? 1 : 0;
                }
            }
        }

        Assert.Equal(both / pairs, correlation.At(1, -2, 3), 1e-5);
        Assert.Equal(both / pairs, correlation.At(-1, 2, -3), 1e-5);
    }

    [Fact]
    public async Task Run_WithPairs_CountsVoxelsOfOnePhaseThatHaveTheOtherAtALag()
    {
        using var labels = LabelVolumes.Random(new VolumeShape(6, 7, 8), 3, 5);
        using var result = await Plugin.Run("measure.correlation", "pairs=true max-lag=2", null, ("in", labels.Layer()));

        // Shells are a voxel thick: the first holds the lag 0 alone, the second all lags up to 1.5 voxels.
        var plot = result.Plots[^1];
        Assert.Equal(3, plot.Series.Count);
        Assert.All(plot.Series, series => Assert.Equal(0, series.Y[0], 1e-6));
        var lags = (from z in Enumerable.Range(-1, 3) from y in Enumerable.Range(-1, 3) from x in Enumerable.Range(-1, 3) where Math.Abs(z) + Math.Abs(y) + Math.Abs(x) is 1 or 2 select (z, y, x)).ToArray();
        double pairs = 0, crossed = 0;
        foreach (var (dz, dy, dx) in lags)
        {
            for (var i = 0; i < 6 * 7 * 8; i++)
            {
                var (z, y, x) = (i / 56, i / 8 % 7, i % 8);
                if (z + dz is < 0 or > 5 || y + dy is < 0 or > 6 || x + dx is < 0 or > 7)
                    continue;
                var (one, other) = (labels.At(z, y, x), labels.At(z + dz, y + dy, x + dx));
                pairs += one != LabelVolumes.None && other != LabelVolumes.None ? 1 : 0;
                crossed += (one, other) is (0, 2) or (2, 0) ? 0.5 : 0;
            }
        }
        Assert.Equal("phase 0 and phase 2", plot.Series[1].Name);
        Assert.Equal(crossed / pairs, plot.Series[1].Y[1], 1e-5);
    }

    // Every surface of a phase is an interface with one of the others.
    [Fact]
    public async Task Run_WithPairs_SharesTheSurfaceOfAPhaseOutAmongTheOthers()
    {
        using var labels = LabelVolumes.Filled(new VolumeShape(24, 24, 24), PhaseTable.Named("a", "b", "c"), (z, y, x) => (byte)(((z / 5) + (y / 7) + (x * y / 60)) % 3));
        using var result = await Plugin.Run("measure.correlation", "pairs=true max-lag=3 periodic=true", null, ("in", labels.Layer()));

        var (single, pairs) = (result.Table("two-point correlation"), result.Table("pairs of phases"));
        double Interface(int row) => (double)pairs.Cell(row, "interface per volume (slope of S_ij)")!;
        Assert.Equal(["a and b", "a and c", "b and c"], pairs.Rows.Select(row => row[0]));
        Assert.Equal((double)single.Cell(0, "specific surface (slope of S₂)")!, Interface(0) + Interface(1), 1e-5);
        Assert.Equal((double)single.Cell(2, "specific surface (slope of S₂)")!, Interface(1) + Interface(2), 1e-5);
        Assert.InRange(Interface(0), 0.05, 0.4);
    }

    // What spheres leave free: S₂(h) = (1 − p)^|B ∪ B + h| if each voxel is a centre with probability p (Torquato 2002, with the discrete sphere's own union).
    [Fact]
    public void Of_OverlappingSpheres_FollowsTheClosedForm()
    {
        const int Edge = 96, Radius = 5;
        const double Density = 0.0015;
        var random = new Random(12);
        var centres = Enumerable.Range(0, Edge * Edge * Edge).Where(_ => random.NextDouble() < Density).ToArray();
        using var labels = new LabelVolume(new VolumeShape(Edge, Edge, Edge), PhaseTable.Numbered(2));
        var sphere = (from z in Enumerable.Range(-Radius, 11)
                      from y in Enumerable.Range(-Radius, 11)
                      from x in Enumerable.Range(-Radius, 11)
                      where (z * z) + (y * y) + (x * x) <= Radius * Radius
                      select (z, y, x)).ToHashSet();
        foreach (var centre in centres)
        {
            foreach (var (z, y, x) in sphere)
            {
                labels.Slice(((centre / (Edge * Edge)) + z + Edge) % Edge)[((((centre / Edge % Edge) + y + Edge) % Edge) * Edge) + (((centre % Edge) + x + Edge) % Edge)] = 1;
            }
        }

        var correlation = TwoPointCorrelation.Of(labels, 0, 20, isPeriodic: true);

        foreach (var (z, y, x) in new[] { (0, 0, 0), (1, 0, 0), (0, 3, 0), (2, 2, 2), (0, 0, 9), (6, -7, 5), (12, 0, 0) })
        {
            var union = (2 * sphere.Count) - sphere.Count(at => sphere.Contains((at.z + z, at.y + y, at.x + x)));
            Assert.Equal(Math.Pow(1 - Density, union), correlation.At(z, y, x), 0.012);
        }
        // Surface of the free space: 4πr² for each centre, times the share that no other sphere covers; r from the volume of the discrete sphere. Steps of a voxel miss
        // what turns back within them.
        var radius = Math.Cbrt(sphere.Count * 3 / (4 * Math.PI));
        Assert.Equal(4 * Math.PI * radius * radius * Density * correlation.Fraction, correlation.SpecificSurface, 0.08 * correlation.SpecificSurface);
    }

    // Random stripes across x, each voxel plane alike: ρ falls from 1 to 0 over one voxel, so that the triangle under it has the length ½.
    [Fact]
    public void Lengths_OfRandomPlanes_AreThoseOfATriangle()
    {
        var random = new Random(7);
        var planes = Enumerable.Range(0, 4096).Select(_ => (byte)random.Next(2)).ToArray();
        using var labels = LabelVolumes.Filled(new VolumeShape(1, 1, 4096), PhaseTable.Numbered(2), (_, _, x) => planes[x], new Spacing(1, 1, 2));

        var correlation = TwoPointCorrelation.Of(labels, 1, 50, isPeriodic: false);

        Assert.Equal(1, correlation.IntegralLength, 0.1);
        Assert.Equal(51, correlation.Along(Axis.X).Length);
    }

    [Fact]
    public async Task Run_GivesLengthsSurfaceAndIntervals()
    {
        var random = new Random(9);
        var cubes = Enumerable.Range(0, 1000).Select(_ => (byte)random.Next(2)).ToArray();
        var labels = LabelVolumes.Filled(new VolumeShape(40, 40, 40), PhaseTable.Named("pore", "NMC"), (z, y, x) => cubes[(z / 4 * 100) + (y / 4 * 10) + (x / 4)],
            Spacing.Isotropic(0.5));

        using var result = await Plugin.Run("measure.correlation", "phase=NMC", null, ("in", labels.Layer()));

        var table = result.Table("two-point correlation");
        Assert.Single(table.Rows);
        // Cubes of 2 µm have an integral range of 8 µm³.
        Assert.Equal(8, (double)table.Cell(0, "integral range")!, 3.0);
        Assert.All(table.Rows[0].Skip(2), cell => Assert.True(cell is double value && value > 0));
        // Names of columns are keys where a table is written for machines.
        Assert.Equal(table.Columns.Count, table.Columns.Select(column => column.Name).Distinct().Count());
        Assert.Equal(["Two-point correlation", "Two-point correlation of NMC along the axes"], result.Plots.Select(plot => plot.Title));
        Assert.Equal(["z", "y", "x"], result.Plots[1].Series.Select(series => series.Name));
    }

    [Fact]
    public async Task Run_PeriodicWithUnlabelledVoxels_SaysSo()
    {
        using var layer = LabelVolumes.Random(new VolumeShape(8, 8, 8), 2, 1).Layer();

        var error = await Assert.ThrowsAsync<UserException>(() => Plugin.Run("measure.correlation", "periodic=true", null, ("in", layer)));

        Assert.Contains("does not repeat at its faces", error.Message, StringComparison.Ordinal);
    }
}
