using VolumeViewer.Plugins.Metrics.Transport;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Transport;

// Planes 100 to 139, rows 60 to 104, columns 30 to 77 of the electrode; expected values by scipy 1.10.1 (sparse matrix, conjugate gradients to 1e-11, in double
// precision) on the same discretisation, assembled apart from this code.
public class TortuosityOfTheElectrodeTests(ElectrodePart electrode) : IClassFixture<ElectrodePart>
{
    private readonly LabelVolume _part = electrode.Labels;

    [Theory]
    [InlineData(0, Axis.Z, 1.828891)]
    [InlineData(0, Axis.Y, 1.859480)]
    [InlineData(0, Axis.X, 2.218003)]
    [InlineData(1, Axis.Z, 9.027587)]
    [InlineData(1, Axis.Y, double.PositiveInfinity)]
    [InlineData(1, Axis.X, 43.186610)]
    [InlineData(2, Axis.Z, 11.676211)]
    [InlineData(2, Axis.Y, 12.377674)]
    [InlineData(2, Axis.X, 15.040489)]
    public void Solve_OnAPartOfTheElectrode_EqualsScipy(int phase, Axis axis, double expected)
    {
        var tortuosity = TortuositySolver.Solve(_part, [phase], axis).Tortuosity;
        if (double.IsInfinity(expected))
            Assert.Equal(expected, tortuosity);
        else
            Assert.InRange(tortuosity, expected * (1 - 1e-4), expected * (1 + 1e-4));
    }

    [Theory]
    [InlineData("Walls", 1.379665)]
    [InlineData("PeriodicSides", 1.286279)]
    public void Solve_WithThreeConductivities_EqualsScipy(string boundary, double expected)
    {
        var conductivities = new double[256];
        (conductivities[0], conductivities[1], conductivities[2]) = (1, 0.02, 0.3);
        var options = new TransportOptions { Boundary = Enum.Parse<TransportBoundary>(boundary) };
        var solution = TortuositySolver.Solve(OrientedLabels.Of(_part, Axis.Z), conductivities, options, false, null, default);
        Assert.InRange(solution.MeanConductivity / (0.5068518518518519 + (0.02 * 0.3328935185185185) + (0.3 * 0.16025462962962964)), 1 - 1e-9, 1 + 1e-9);
        // There the fraction was that of the mean conductivity, too.
        Assert.InRange(solution.Tortuosity, expected * (1 - 1e-4), expected * (1 + 1e-4));
    }
}
