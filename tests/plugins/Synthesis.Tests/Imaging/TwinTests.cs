using VolumeViewer.Plugins.Synthesis.Imaging;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Tests;

public class TwinTests
{
    private static readonly Runs Plugin = new(new SynthesisPlugin());

    private static readonly PhaseTable Phases = PhaseTable.Named("binder", "pore", "solid");

    [Theory]
    [InlineData("blobs")]
    [InlineData("particles")]
    public async Task Run_OnAScanOfKnownMaking_MeasuresAlike(string structure)
    {
        var (labels, greys) = Scanned();
        var result = await Plugin.Run("generate.twin", $"structure={structure} rounds=3 angles=60 slices=24", null,
            ("in", new LabelsLayer("labels", labels)), ("grey", new ImageLayer("scan", greys)));
        var (image, truth) = ((ImageLayer)result.Layers[0], (LabelsLayer)result.Layers[1]);
        Assert.Equal((new VolumeShape(24, 48, 72), labels.Spacing, labels.Phases), (image.Shape, image.Spacing, truth.Phases));
        Assert.Equal(image.Shape, truth.Shape);
        // The truth does not cover what is to be looked at.
        Assert.Equal((true, false), (image.Visible, truth.Visible));
        var table = result.Table("real and twin");
        foreach (var phase in Phases)
        {
            Within(0.1, $"volume fraction, {phase.Name}");
            Within(0.05, $"mean grey inside, {phase.Name}");
        }
        Within(0.25, "mean chord, solid");
        Within(0.2, "noise");
        Within(0.15, "noise, correlation of neighbours");
        // Borders of small balls are never quite flat.
        Within(0.35, "blur of borders");
        // The parts of this volume have the same phases and different noise; rings are about one place, so that parts say nothing of them.
        Assert.Equal(0, (double)table.Cell(Row("volume fraction, solid"), "± 95 %")!, 1e-12);
        Assert.InRange((double)table.Cell(Row("noise"), "± 95 %")!, 1e-3, 0.5 * (double)table.Cell(Row("noise"), "real")!);
        Assert.Null(table.Cell(Row("rings"), "± 95 %"));

        int Row(string quantity) => Enumerable.Range(0, table.Rows.Count).Single(row => table.Rows[row][0] as string == quantity);

        void Within(double share, string quantity)
        {
            var row = Row(quantity);
            var (real, twin) = ((double)table.Cell(row, "real")!, (double)table.Cell(row, "twin")!);
            Assert.True(Math.Abs(twin - real) <= share * Math.Abs(real) + 1e-3, $"{quantity}: {real} and {twin}");
        }
    }

    [Fact]
    public async Task Run_WithOtherShapes_SaysBoth()
    {
        var fault = await Assert.ThrowsAsync<UserException>(() => Plugin.Run("generate.twin", "", null,
            ("in", new LabelsLayer("labels", Phantoms.Disc(8, 3))), ("grey", new ImageLayer("scan", new Volume<float>(new VolumeShape(1, 8, 9))))));
        Assert.Contains("1 × 8 × 9", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OnAnImageWithoutNoise_SaysThatItIsNoScan()
    {
        var labels = Phantoms.Disc(24, 8);
        var greys = new Volume<float>(labels.Shape);
        for (var i = 0; i < greys.Shape.SliceLength; i++)
            greys.Slice(0)[i] = labels.Slice(0)[i];
        var fault = await Assert.ThrowsAsync<UserException>(() =>
            Plugin.Run("generate.twin", "", null, ("in", new LabelsLayer("labels", labels)), ("grey", new ImageLayer("scan", greys))));
        Assert.Contains("no scan", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Blobs_OfThreePhases_HaveExactlyTheirShares()
    {
        var shape = new VolumeShape(20, 24, 28);
        var labels = BlobPhases.Make(shape, Phases, Spacing.Uncalibrated, [0.2, 0.3, 0.5], [5, 6, 6], [2, 0, 1], 3, new RecordedJob());
        for (var label = 0; label < 3; label++)
        {
            var voxels = Enumerable.Range(0, shape.Depth).Sum(z => labels.Slice(z).Count((byte)label));
            Assert.Equal(new[] { 0.2, 0.3, 0.5 }[label] * shape.VoxelCount, voxels, 1.0);
        }
    }

    // Balls in binder and pore, imaged with blur and coarse noise.
    private static (LabelVolume Labels, Volume<float> Greys) Scanned()
    {
        var shape = new VolumeShape(24, 48, 72);
        var labels = new LabelVolume(shape, Phases, Spacing.Isotropic(0.1));
        for (var z = 0; z < shape.Depth; z++)
        {
            for (var i = 0; i < shape.SliceLength; i++)
            {
                var (y, x) = (i / shape.Width, i % shape.Width);
                var (dz, dy, dx) = (z % 24 - 11.5, y % 24 - 11.5, x % 24 - 11.5);
                var radius = Math.Sqrt((dz * dz) + (dy * dy) + (dx * dx));
                labels.Slice(z)[i] = radius < 9.5 ? (byte)2 : y % 24 > 17 ? (byte)0 : (byte)1;
            }
        }
        var greys = Tomogram.Make(labels, new TomogramParameters
        {
            Greys = [300, 100, 900],
            Angles = 60,
            Filter = FilterWindow.RamLak,
            Photons = 4000,
            Smoothing = 0.6,
            DetectorBlur = 0.8,
            Fringes = 0,
            Rings = 0,
            GreyDrift = 0,
        }, new RecordedJob()).Greys;
        return (labels, greys);
    }
}
