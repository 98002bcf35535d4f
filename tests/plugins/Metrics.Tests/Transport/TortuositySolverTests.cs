using VolumeViewer.Plugins.Metrics.Transport;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Transport;

public class TortuositySolverTests
{
    private static readonly PhaseTable Two = PhaseTable.Named("solid", "pore");

    private static readonly TransportOptions Tight = new() { Tolerance = 1e-5 };

    // D_eff = D·ε/τ (Cooper et al., SoftwareX 5 (2016) 203–210): nothing lengthens a straight way.
    [Theory]
    [InlineData(Axis.Z)]
    [InlineData(Axis.Y)]
    [InlineData(Axis.X)]
    public void Solve_OnAUniformVolume_IsOne(Axis axis)
    {
        foreach (var boundary in new[] { TransportBoundary.Walls, TransportBoundary.PeriodicSides, TransportBoundary.Periodic })
        {
            using var volume = LabelVolumes.Filled(new VolumeShape(5, 6, 11), Two, (_, _, _) => 1, new Spacing(0.5, 2, 1));
            var solution = TortuositySolver.Solve(volume, [1], axis, new TransportOptions { Boundary = boundary });
            Assert.Equal(1, solution.Tortuosity, 6);
            Assert.Equal(1, solution.Effective, 6);
            Assert.True(solution.Converged);
        }
    }

    [Fact]
    public void Solve_OnStraightChannels_IsOneAtAnyFraction()
    {
        using var volume = LabelVolumes.Filled(new VolumeShape(12, 9, 10), Two, (_, y, x) => y % 4 == 1 || x > 7 ? (byte)1 : (byte)0);
        var solution = TortuositySolver.Solve(volume, [1], Axis.Z);
        Assert.Equal(1, solution.Tortuosity, 6);
        // Rows 1 and 5 are open over the whole width, the other seven over two columns.
        Assert.Equal(((2 * 10) + (7 * 2)) / 90.0, solution.Effective, 6);
        Assert.Equal(0, solution.Spread, 5);
    }

    [Theory]
    [InlineData("Walls")]
    [InlineData("Periodic")]
    public void Solve_OnABlockedVolume_IsInfinite(string boundaryName)
    {
        var boundary = Enum.Parse<TransportBoundary>(boundaryName);
        // A plane of solid in an open volume, and one voxel of the phase within it that leads nowhere along an edge.
        using var volume = LabelVolumes.Filled(new VolumeShape(8, 9, 10), Two, (z, y, x) => z == 4 && (y != 3 || x != 3) ? (byte)0 : z == 5 && y == 3 && x == 3 ? (byte)0 : (byte)1);
        var solution = TortuositySolver.Solve(volume, [1], Axis.Z, new TransportOptions { Boundary = boundary });
        Assert.Equal(double.PositiveInfinity, solution.Tortuosity);
        Assert.Equal(0, solution.Effective);
        Assert.False(solution.Percolates);
        Assert.True(TortuositySolver.Solve(volume, [1], Axis.Y, new TransportOptions { Boundary = boundary }).Percolates);
    }

    // A way of n voxels, one wide, has the resistance n: n − 1 faces and two halves at the walls.
    [Fact]
    public void Solve_OnAZigZagOneVoxelWide_IsTheLengthOfTheWay()
    {
        // Every other plane is crossed from side to side, except the first and last, which have one voxel; those between are passed at alternating sides.
        using var volume = LabelVolumes.Filled(new VolumeShape(11, 1, 7), Two,
            (z, _, x) => (z == 0 ? x == 0 : z == 10 ? x == 0 : z % 2 == 0 || x == (z % 4 == 1 ? 0 : 6)) ? (byte)1 : (byte)0);
        const int Voxels = 11 + (4 * 6);
        var solution = TortuositySolver.Solve(volume, [1], Axis.Z, Tight);
        Assert.Equal(11.0 * 11 / (7 * 11) / Voxels, solution.Effective, 1e-7);
        Assert.Equal(Voxels / 77.0, solution.Fraction, 9);
    }

    // Published with TauFactor (tests/test_taufactor.py, test_solver_on_slanted_strip_of_ones).
    [Fact]
    public void Solve_OnASlantedStrip_IsThePublishedValue()
    {
        using var volume = LabelVolumes.Filled(new VolumeShape(20, 21, 21), Two, (z, y, x) => y >= z && y < z + 2 && x >= z && x < z + 2 ? (byte)1 : (byte)0);
        Assert.Equal(7.51667, TortuositySolver.Solve(volume, [1], Axis.Z, Tight).Tortuosity, 1e-4);
    }

    public static TheoryData<int, Axis, string> RandomCases()
    {
        var cases = new TheoryData<int, Axis, string>();
        foreach (var boundary in Enum.GetValues<TransportBoundary>())
        {
            foreach (var axis in Enum.GetValues<Axis>())
                cases.Add((int)axis + (3 * (int)boundary), axis, $"{boundary}");
        }
        return cases;
    }

    // Lengths are odd and even, so that wrapped neighbours have equal and different colours.
    [Theory]
    [MemberData(nameof(RandomCases))]
    public void Solve_OnRandomPores_EqualsTheResistorNetwork(int seed, Axis axis, string boundaryName)
    {
        var boundary = Enum.Parse<TransportBoundary>(boundaryName);
        var random = new Random(seed);
        using var volume = LabelVolumes.Filled(new VolumeShape(7, 8, 9), Two, (_, _, _) => random.Next(100) < 65 ? (byte)1 : (byte)0, new Spacing(1, 0.7, 1.6));
        var expected = new ResistorNetwork(volume, [0, 1], axis, boundary).Effective();
        var solution = TortuositySolver.Solve(volume, [1], axis, Tight with { Boundary = boundary });
        Assert.True(solution.Converged, $"{solution.Spread}");
        Assert.InRange(solution.Effective, expected * (1 - 1e-5), expected * (1 + 1e-5));
    }

    [Theory]
    [MemberData(nameof(RandomCases))]
    public void Solve_OnRandomPhases_EqualsTheResistorNetwork(int seed, Axis axis, string boundaryName)
    {
        var boundary = Enum.Parse<TransportBoundary>(boundaryName);
        var random = new Random(seed);
        using var volume = LabelVolumes.Filled(new VolumeShape(7, 8, 9), PhaseTable.Numbered(4), (_, _, _) => (byte)random.Next(4), new Spacing(1, 0.7, 1.6));
        double[] conductivities = [0, 3, 0.01, 0.7];
        var expected = new ResistorNetwork(volume, conductivities, axis, boundary).Effective();
        var all = new double[256];
        conductivities.CopyTo(all, 0);
        var solution = TortuositySolver.Solve(OrientedLabels.Of(volume, axis), all, Tight with { Boundary = boundary }, false, null, default);
        Assert.True(solution.Converged, $"{solution.Spread}");
        Assert.InRange(solution.Effective, expected * (1 - 1e-5), expected * (1 + 1e-5));
    }

    // In series resistances add, side by side conductivities do.
    [Fact]
    public void Solve_OnLayers_IsTheHarmonicMeanAcrossAndTheArithmeticMeanAlong()
    {
        using var volume = LabelVolumes.Filled(new VolumeShape(12, 5, 6), PhaseTable.Numbered(3), (z, _, _) => (byte)(z / 4));
        var conductivities = new double[256];
        (conductivities[0], conductivities[1], conductivities[2]) = (1, 0.1, 2);
        double Along(Axis axis) => TortuositySolver.Solve(OrientedLabels.Of(volume, axis), conductivities, Tight, false, null, default).Effective;
        Assert.Equal(3 / (1 + 10 + 0.5), Along(Axis.Z), 1e-5);
        Assert.Equal(3.1 / 3, Along(Axis.Y), 1e-5);
        Assert.Equal(3.1 / 3, Along(Axis.X), 1e-5);
    }

    [Fact]
    public void Solve_OnAPeriodicSlantedChannel_FindsTheWayAroundTheSides()
    {
        // One voxel to the side for each plane, and around the corner: no way without periodic sides.
        using var volume = LabelVolumes.Filled(new VolumeShape(8, 1, 8), Two, (z, _, x) => (x + 8 - z) % 8 <= 1 ? (byte)1 : (byte)0);
        Assert.True(TortuositySolver.Solve(volume, [1], Axis.Z, Tight).ThroughShare < 1);
        var periodic = TortuositySolver.Solve(volume, [1], Axis.Z, Tight with { Boundary = TransportBoundary.Periodic });
        Assert.Equal(new ResistorNetwork(volume, [0, 1], Axis.Z, TransportBoundary.Periodic).Effective(), periodic.Effective, 1e-5);
        // Each plane is left one voxel to the side: two faces a plane, one unit of cross-section in eight.
        Assert.Equal(1.0 / 2 / 8, periodic.Effective, 1e-5);
    }

    [Fact]
    public void Solve_OnADeadEnd_CountsItInTheFractionOnly()
    {
        using var open = LabelVolumes.Filled(new VolumeShape(10, 6, 6), Two, (_, y, x) => y == 2 && x == 2 ? (byte)1 : (byte)0);
        using var withDeadEnds = LabelVolumes.Filled(new VolumeShape(10, 6, 6), Two,
            (z, y, x) => y == 2 && x == 2 || (y == 4 && x == 4 && z < 7) || (y == 0 && x == 0 && z == 4) ? (byte)1 : (byte)0);
        var (first, second) = (TortuositySolver.Solve(open, [1], Axis.Z), TortuositySolver.Solve(withDeadEnds, [1], Axis.Z));
        Assert.Equal(first.Effective, second.Effective, 6);
        Assert.Equal(1.8, second.Tortuosity, 1e-5);
        Assert.Equal(10 / 18.0, second.ThroughShare, 6);
    }

    [Fact]
    public async Task Solve_OnOneAndOnAllCores_GivesTheSameBits()
    {
        var random = new Random(5);
        using var volume = LabelVolumes.Filled(new VolumeShape(40, 30, 33), Two, (_, _, _) => random.Next(100) < 60 ? (byte)1 : (byte)0);
        var all = TortuositySolver.Solve(volume, [1], Axis.Z, Tight);
        // Parallel loops take the scheduler of the task they run in.
        var one = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ExclusiveScheduler;
        var alone = await Task.Factory.StartNew(() => TortuositySolver.Solve(volume, [1], Axis.Z, Tight), default, TaskCreationOptions.None, one);
        Assert.Equal(all.Effective, alone.Effective);
        Assert.Equal(all.PlaneFlux, alone.PlaneFlux);
        Assert.Equal(all.Iterations, alone.Iterations);
    }

    [Fact]
    public void Solve_WhenCancelled_Stops()
    {
        using var volume = LabelVolumes.Random(new VolumeShape(10, 10, 10), 1, 3);
        Assert.ThrowsAny<OperationCanceledException>(() => TortuositySolver.Solve(volume, [0], Axis.Z, null, new CancellationToken(true)));
    }
}
