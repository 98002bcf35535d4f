using VolumeViewer.Plugins.Metrics.Scope;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Transport;

public class TortuosityOperationTests
{
    private static readonly Runs Plugin = new(new MetricsPlugin());

    private static readonly PhaseTable Phases = PhaseTable.Named("pore", "NMC", "CBD");

    [Fact]
    public async Task Run_ForAPhaseAlongAllAxes_GivesARowForEachAndTheAnisotropy()
    {
        // Plates across x: open along z and y, closed along x.
        using var layer = LabelVolumes.Filled(new VolumeShape(6, 7, 9), Phases, (_, _, x) => x % 3 == 0 ? (byte)1 : (byte)0, new Spacing(2, 1, 0.5)).Layer();
        using var result = await Plugin.Run("measure.tortuosity", "phase=pore axis=all", null, ("in", layer));
        var table = result.Table("tortuosity");
        Assert.Equal(["z", "y", "x"], table.Rows.Select(row => row[1]));
        Assert.Equal(1, (double)table.Cell(0, "tortuosity factor")!, 6);
        Assert.Equal(6 / 9.0, (double)table.Cell(1, "D_eff / D_0")!, 6);
        Assert.Equal(double.PositiveInfinity, table.Cell(2, "tortuosity factor"));
        Assert.Contains("No way leads through pore along x", (string)table.Cell(2, "note")!, StringComparison.Ordinal);
        Assert.Equal(0.0, result.Table("anisotropy").Cell(0, "effective along x"));
        Assert.Null(result.Table("anisotropy").Cell(0, "greatest / least"));
        Assert.Equal("yes", result.Table("convergence").Cell(0, "converged"));
        // Two layers each for the two axes along which something flows.
        Assert.Equal(["pore along z, concentration", "pore along z, flux", "pore along y, concentration", "pore along y, flux"], result.Layers.Select(each => each.Name));
        Assert.Equal(4, result.Plots.Count);
    }

    [Theory]
    [InlineData("z")]
    [InlineData("y")]
    [InlineData("x")]
    public async Task Run_WithVectorLayers_GivesThemInTheVolumesOwnAxes(string axis)
    {
        using var layer = LabelVolumes.Filled(new VolumeShape(4, 5, 6), Phases, (z, y, x) => (z == 1 || axis == "z") && (y == 2 || axis == "y") && (x == 3 || axis == "x")
            ? (byte)1 : (byte)0, new Spacing(2, 1, 0.5)).Layer();
        using var result = await Plugin.Run("measure.tortuosity", $"phase=1 axis={axis} layers=vector interval=false", null, ("in", layer));
        Assert.Equal(["concentration", "flux", "flux along x", "flux along y", "flux along z"], result.Layers.Select(each => each.Name.Split(", ")[1]).Order());
        float At(string name, int z, int y, int x)
        {
            var volume = ((ImageLayer)result.Layers.Single(each => each.Name.EndsWith(", " + name, StringComparison.Ordinal))).Volume;
            Assert.Equal(layer.Shape, volume.Shape);
            var slice = new float[volume.Shape.SliceLength];
            volume.ReadSlice(z, slice);
            return slice[(y * volume.Shape.Width) + x];
        }
        var length = axis switch { "z" => 4, "y" => 5, _ => 6 };
        for (var i = 0; i < length; i++)
        {
            var (z, y, x) = axis switch { "z" => (i, 2, 3), "y" => (1, i, 3), _ => (1, 2, i) };
            Assert.Equal(1 - ((i + 0.5f) / length), At("concentration", z, y, x), 5);
            // A straight way carries the straight flux.
            Assert.Equal(1, At("flux", z, y, x), 4);
            foreach (var component in new[] { "z", "y", "x" })
                Assert.Equal(component == axis ? 1 : 0, At($"flux along {component}", z, y, x), 4);
        }
        Assert.Equal(0, At("flux", 0, 0, 0));
        Assert.Equal(0, At("concentration", 0, 0, 0));
    }

    [Fact]
    public async Task Run_ForTwoPhasesAsOne_AddsThemUp()
    {
        using var layer = LabelVolumes.Filled(new VolumeShape(8, 4, 4), Phases, (z, y, _) => y > 1 ? (byte)0 : z < 4 ? (byte)1 : (byte)2).Layer();
        using var result = await Plugin.Run("measure.tortuosity", "phase=NMC,CBD", null, ("in", layer));
        var table = result.Table("tortuosity");
        Assert.Equal("NMC + CBD", table.Cell(0, "phase"));
        Assert.Equal(0.5, (double)table.Cell(0, "D_eff / D_0")!, 6);
        Assert.Equal(1, (double)table.Cell(0, "tortuosity factor")!, 6);
    }

    [Fact]
    public async Task Run_WithConductivities_GivesTheConductivityOfTheWhole()
    {
        using var layer = LabelVolumes.Filled(new VolumeShape(8, 4, 4), Phases, (z, y, _) => y > 1 ? (byte)0 : z < 4 ? (byte)1 : (byte)2).Layer();
        using var result = await Plugin.Run("measure.tortuosity", "conductivities=0,2,1 interval=false", null, ("in", layer));
        var table = result.Table("tortuosity");
        Assert.Equal(0.5 * 2 / (0.5 + 1), (double)table.Cell(0, "effective conductivity")!, 1e-5);
        Assert.Equal(0.75, (double)table.Cell(0, "mean conductivity")!, 1e-9);
    }

    [Theory]
    [InlineData("conductivities=1,2", "There are 2 conductivities for 3 phases: pore, NMC, CBD")]
    [InlineData("conductivities=1,-2,0", "A conductivity must be 0 or greater, not -2")]
    [InlineData("conductivities=0,0,0", "All conductivities are 0")]
    [InlineData("conductivities=1,1,1 phase=pore", "either a phase ('pore') or the conductivities")]
    [InlineData("phase=binder", "There is no phase 'binder'")]
    public async Task Run_WithABadChoice_SaysSo(string parameters, string message)
    {
        using var layer = LabelVolumes.Random(new VolumeShape(4, 4, 4), 3, 1).WithPhases(Phases).Layer();
        var error = await Assert.ThrowsAsync<UserException>(() => Plugin.Run("measure.tortuosity", parameters, null, ("in", layer)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    // Half the volume is measured, all of it pore: it conducts like a straight way, and the other half does not dilute it.
    [Fact]
    public async Task Run_InsideAMask_MeasuresWhatIsInside()
    {
        var shape = new VolumeShape(8, 6, 6);
        using var layer = LabelVolumes.Filled(shape, Phases, (_, y, _) => y < 3 ? (byte)0 : (byte)1).Layer();
        using var mask = LabelVolumes.Filled(shape, PhaseTable.Numbered(2), (_, y, _) => y < 3 ? (byte)1 : (byte)0).Layer();
        using var result = await Plugin.Run("measure.tortuosity", "phase=pore layers=none", null, ("in", layer), (MeasuredVolume.Mask, mask));
        Assert.Equal(1, (double)result.Tables[0].Cell(0, "D_eff / D_0")!, 6);
        Assert.Equal(1, (double)result.Tables[0].Cell(0, "volume fraction")!, 6);
    }

    [Fact]
    public async Task Run_WithTheInterval_TellsHowTheEightPartsScatter()
    {
        var random = new Random(2);
        using var layer = LabelVolumes.Filled(new VolumeShape(20, 20, 20), Phases, (_, _, _) => random.Next(10) < 7 ? (byte)0 : (byte)1).Layer();
        using var with = await Plugin.Run("measure.tortuosity", "phase=pore layers=none", null, ("in", layer));
        using var without = await Plugin.Run("measure.tortuosity", "phase=pore layers=none interval=false", null, ("in", layer));
        var halfWidth = (double)with.Tables[0].Cell(0, "± 95 %")!;
        Assert.InRange(halfWidth, 0.001, 0.2);
        Assert.Equal(8, with.Table("convergence").Cell(0, "parts"));
        Assert.Null(without.Tables[0].Cell(0, "± 95 %"));
        Assert.Equal(with.Tables[0].Cell(0, "tortuosity factor"), without.Tables[0].Cell(0, "tortuosity factor"));
        Assert.Empty(with.Layers);
    }
}
