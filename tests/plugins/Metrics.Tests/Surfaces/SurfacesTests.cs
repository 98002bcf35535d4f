using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Plugins.Metrics.Surfaces;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Surfaces;

public class SurfacesTests
{
    private static readonly Runs Plugin = new(new MetricsPlugin());

    [Fact]
    public async Task Run_OnALayeredVolume_NamesMethodsAndUnits()
    {
        using var layer = Layers(new Spacing(0.5, 0.5, 0.5));
        using var result = await Plugin.Run("measure.surfaces", "", null, ("in", layer));

        Assert.Equal(["surfaces", "interfaces", "spread between methods", "triple lines"], result.Tables.Select(table => table.Title));
        var surfaces = result.Table("surfaces");
        Assert.Equal(["faces", "Crofton", "gradient", "marching cubes", "smoothed marching cubes"], surfaces.Rows.Take(5).Select(row => row[1]));
        Assert.Equal("1/µm", surfaces.Columns[2].Unit);
        // Two planes of 12 × 12 voxels in 12³ voxels, all of 0.5 µm.
        Assert.Equal(2 / 6.0, (double)surfaces.Cell(5, "specific surface")!, 1e-12);
        Assert.Equal(72.0, (double)surfaces.Cell(5, "area")!, 1e-12);
        // All blocks across the planes are alike in pairs: the scatter is between the outer ones and the rest.
        Assert.NotNull(surfaces.Cell(5, "± 95 %"));
        Assert.Equal("Crofton", result.Table("spread between methods").Cell(0, "least by"));
        Assert.Empty(result.Layers);
    }

    [Fact]
    public async Task Run_WithAPhaseExcluded_HasNoSurfaceThere()
    {
        using var layer = Layers(Spacing.Uncalibrated);
        using var result = await Plugin.Run("measure.surfaces", "exclude=2", null, ("in", layer));
        var interfaces = result.Table("interfaces");
        Assert.Equal([1 / 8.0, 0.0, 0.0], new[] { 0, 5, 10 }.Select(row => interfaces.Cell(row, "interface area")));
        // Of three phases one line is missing.
        Assert.Equal(0L, result.Table("triple lines").Cell(0, "edges"));
    }

    [Fact]
    public async Task Run_WithInterfacesAsALayer_MarksBothSides()
    {
        using var layer = Layers(Spacing.Uncalibrated);
        using var result = await Plugin.Run("measure.surfaces", "interface-layer=true", null, ("in", layer));
        var marked = Assert.IsType<LabelsLayer>(Assert.Single(result.Layers));
        Assert.Equal(["phase 0 | phase 1", "phase 1 | phase 2", "three phases or more"], marked.Phases.Select(phase => phase.Name));
        const byte None = LabelVolumes.None;
        Assert.Equal([None, None, None, 0, 0, None, None, 1, 1, None, None, None], Enumerable.Range(0, 12).Select(z => marked.Labels.At(z, 3, 4)));
    }

    // Twenty layers: each touches the next, and no three meet.
    [Fact]
    public async Task Run_WithManyPhases_ListsThoseThatTouch()
    {
        using var layer = LabelVolumes.Filled(new VolumeShape(20, 4, 5), PhaseTable.Numbered(20), (z, _, _) => (byte)z).Layer();
        using var result = await Plugin.Run("measure.surfaces", "", null, ("in", layer));
        Assert.Equal(19 * 5, result.Table("interfaces").Rows.Count);
        Assert.Equal("phase 0 | phase 1", result.Table("interfaces").Cell(0, "phases"));
        Assert.Equal(["all", 0.0], result.Table("triple lines").Rows.Single().Take(2));
    }

    [Fact]
    public async Task Run_WithOnePhase_HasNoSurfaceAndNoSpread()
    {
        using var layer = LabelVolumes.Filled(LabelVolumes.Box, PhaseTable.Numbered(1), (_, _, _) => 0).Layer();
        using var result = await Plugin.Run("measure.surfaces", "", null, ("in", layer));
        Assert.Equal(0.0, result.Table("surfaces").Cell(0, "specific surface"));
        Assert.Null(result.Table("spread between methods").Cell(0, "greatest / least"));
        Assert.Empty(result.Table("interfaces").Rows);
    }

    [Fact]
    public async Task Run_OnASlice_MeasuresItsBorders()
    {
        using var layer = LabelVolumes.Row(PhaseTable.Numbered(2), 0, 0, 1, 1, 0).Layer();
        using var result = await Plugin.Run("measure.surfaces", "", null, ("in", layer));
        Assert.Equal(0.4, result.Table("surfaces").Cell(0, "specific surface"));
    }

    [Fact]
    public async Task Run_Twice_GivesTheSameNumbers()
    {
        using var layer = LabelVolumes.Random(new VolumeShape(40, 30, 50), 3, 4).Layer();
        using var first = await Plugin.Run("measure.surfaces", "", null, ("in", layer));
        using var second = await Plugin.Run("measure.surfaces", "", null, ("in", layer));
        Assert.Equal(first.Tables.SelectMany(table => table.Rows).SelectMany(row => row), second.Tables.SelectMany(table => table.Rows).SelectMany(row => row));
    }

    [Fact]
    public async Task Run_WhenCancelled_Stops()
    {
        using var cancel = new CancellationTokenSource();
        using var layer = LabelVolumes.Random(new VolumeShape(40, 30, 50), 3, 4).Layer();
        var job = new RecordedJob(cancel.Token) { Reported = _ => cancel.Cancel() };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Plugin.Run("measure.surfaces", "", job, ("in", layer)));
    }

    // Faces, gradient and pairs: TauFactor (Kench et al. 2023) on this volume. Marching cubes: scikit-image 0.19.3, level 0.5 of the binary phase.
    [Fact]
    public void Measures_OfTheTauFactorElectrode_AgreeWithOtherCodes()
    {
        using var labels = VolumeFiles.OpenLabels(Repository.File("samples/data/taufactor-electrode/electrode.tiff"));
        const double Voxels = 256.0 * 256 * 256;

        var faces = CountedSurfaces.Faces(NeighbourCounts.Faces(labels), labels.Spacing);
        var gradient = GradientSurfaces.Measure(labels, new BlockRows(labels.Shape), 0.8, 1);

        Assert.Equal([5147869.0, 2451227.0, 5741606.0], faces.Phases.Select(blocks => blocks.Sum()));
        Assert.Equal([0.0553575, 0.2514794, 0.0907470], faces.Pairs.Select(blocks => Math.Round(blocks.Sum() / Voxels, 7)));
        Assert.Equal([0.122515, 0.092208, 0.117399], gradient.Phases.Select(blocks => Math.Round(blocks.Sum() / Voxels, 6)));
        // Which adds up floats.
        Assert.Equal(1747917.49, MarchingCubes.Area(labels, 1), 0.5);
    }

    private static LabelsLayer Layers(Spacing spacing) =>
        LabelVolumes.Filled(new VolumeShape(12, 12, 12), PhaseTable.Numbered(3), (z, _, _) => (byte)(z / 4), spacing).Layer();
}
