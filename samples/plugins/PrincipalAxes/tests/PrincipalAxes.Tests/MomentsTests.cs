using VolumeViewer.Sdk;

namespace PrincipalAxes.Tests;

public class MomentsTests
{
    private static readonly PhaseTable Phases = PhaseTable.Named("pore", "grain");

    // n points at equal steps s have the variance s²·(n² − 1)/12.
    [Fact]
    public void Axes_OfABlock_AreItsEdges_TheLongestFirst()
    {
        using var labels = new LabelVolume(new VolumeShape(10, 12, 14), Phases, new Spacing(2, 1, 0.5));
        for (var z = 1; z < 1 + 6; z++)
        {
            for (var y = 2; y < 2 + 4; y++)
                labels.Slice(z).Slice((y * 14) + 3, 10).Fill(1);
        }

        var axes = Moments.Of(labels, 1).Axes();

        Assert.Equal([4 * 35 / 12.0, 0.25 * 99 / 12.0, 15 / 12.0], axes.Select(axis => axis.Variance), Close);
        Assert.Equal([(1, 0, 0), (0, 0, 1), (0, 1, 0)], axes.Select(axis => (Round(axis.Z), Round(axis.Y), Round(axis.X))));
    }

    [Fact]
    public void Axes_OfADiagonal_PointAlongIt()
    {
        using var labels = new LabelVolume(new VolumeShape(9, 9, 9), Phases);
        for (var i = 0; i < 9; i++)
            labels.Slice(i)[(i * 9) + i] = 1;

        var longest = Moments.Of(labels, 1).Axes()[0];

        Assert.Equal(3 * 80 / 12.0, longest.Variance, 9);
        Assert.Equal([Math.Sqrt(1 / 3.0), Math.Sqrt(1 / 3.0), Math.Sqrt(1 / 3.0)], [longest.Z, longest.Y, longest.X], Close);
    }

    [Fact]
    public void Of_APhaseWithoutVoxels_SaysSo()
    {
        using var labels = new LabelVolume(new VolumeShape(2, 2, 2), Phases);
        Assert.Contains("'grain' has no voxel", Assert.Throws<UserException>(() => Moments.Of(labels, 1)).Message);
    }

    private static bool Close(double one, double other) => Math.Abs(one - other) < 1e-9;

    private static int Round(double value) => (int)Math.Round(value, 9);
}
