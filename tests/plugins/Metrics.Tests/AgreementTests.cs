using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class AgreementTests
{
    private const byte None = LabelVolumes.None;

    private static readonly Runs Plugin = new(new MetricsPlugin());

    [Fact]
    public async Task Run_OnARowOfVoxels_GivesTheTablesWorkedOutByHand()
    {
        var phases = PhaseTable.Numbered(3);
        var found = LabelVolumes.Row(phases, 0, 0, 0, 1, 1, 1, 1, None, 2, None);
        var truth = LabelVolumes.Row(phases, 0, 0, 1, 1, 1, 0, 1, 1, None, None);
        var result = await Compare(found, truth);
        Assert.Equal(["agreement", "per phase", "confusion"], result.Tables.Select(table => table.Title));
        var agreement = result.Table("agreement");
        Assert.Single(agreement.Rows);
        Assert.Equal(5 / 7.0, agreement.Cell(0, "accuracy"));
        Assert.Equal(((2 / 4.0) + (3 / 5.0)) / 2, (double)agreement.Cell(0, "mean IoU")!, 1e-15);
        Assert.Equal(((4 / 6.0) + (6 / 8.0)) / 2, (double)agreement.Cell(0, "mean Dice")!, 1e-15);
        Assert.Equal(7L, agreement.Cell(0, "voxels compared"));
        Assert.Equal(3L, agreement.Cell(0, "voxels ignored"));
        Assert.Equal(0.0, agreement.Cell(0, "mean volume fraction error"));
        var perPhase = result.Table("per phase");
        Assert.Equal(["phase 0", 2 / 3.0, 2 / 3.0, 2 / 4.0, 4 / 6.0, 3L, 3L, 0.0], perPhase.Rows[0]);
        Assert.Equal(["phase 1", 3 / 4.0, 3 / 4.0, 3 / 5.0, 6 / 8.0, 4L, 4L, 0.0], perPhase.Rows[1]);
        Assert.Equal(["phase 2", null, null, null, null, 0L, 0L, 0.0], perPhase.Rows[2]);
        var confusion = result.Table("confusion");
        Assert.Equal([["phase 0", 2L, 1L, 0L], ["phase 1", 1L, 3L, 0L], ["phase 2", 0L, 0L, 0L]], confusion.Rows);
    }

    [Fact]
    public async Task Run_OnARangeOfSlices_LeavesTheOthersOut()
    {
        var (labels, other) = (LabelVolumes.Random(LabelVolumes.Box, 3, 4), LabelVolumes.Random(LabelVolumes.Box, 3, 5));
        for (var z = 1; z <= 2; z++)
            labels.Slice(z).CopyTo(other.Slice(z));
        var result = await Compare(labels, other, "first-slice=1 last-slice=2 per-slice=true");
        Assert.Equal(1.0, result.Table("agreement").Cell(0, "accuracy"));
        Assert.Equal(2L * LabelVolumes.Box.SliceLength,
            (long)result.Table("agreement").Cell(0, "voxels compared")! + (long)result.Table("agreement").Cell(0, "voxels ignored")!);
        Assert.Equal([(object)1, 2], result.Table("per slice").Rows.Select(row => row[0]!));
        var problem = await Assert.ThrowsAsync<UserException>(() => Compare(labels, other, "first-slice=2 last-slice=1"));
        Assert.Contains("--first-slice 2 and --last-slice 1", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AgainstItself_AgreesFully()
    {
        var labels = LabelVolumes.Random(LabelVolumes.Box, 3, 4);
        var agreement = (await Compare(labels, labels)).Table("agreement");
        Assert.Equal([1.0, 1.0, 1.0], agreement.Rows[0].Take(3));
    }

    [Fact]
    public async Task Run_WithInputsSwapped_SwapsPrecisionAndRecall()
    {
        var (a, b) = (LabelVolumes.Random(LabelVolumes.Box, 3, 4), LabelVolumes.Random(LabelVolumes.Box, 3, 5));
        var (there, back) = (await Compare(a, b), await Compare(b, a));
        Assert.Equal(there.Table("agreement").Rows[0], back.Table("agreement").Rows[0]);
        for (var phase = 0; phase < 3; phase++)
        {
            Assert.Equal(there.Table("per phase").Cell(phase, "precision"), back.Table("per phase").Cell(phase, "recall"));
            Assert.NotEqual(there.Table("per phase").Cell(phase, "precision"), there.Table("per phase").Cell(phase, "recall"));
        }
    }

    [Fact]
    public async Task Run_WithPhasesRenumbered_GivesTheSameAgreement()
    {
        var (a, b) = (LabelVolumes.Random(LabelVolumes.Box, 3, 6), LabelVolumes.Random(LabelVolumes.Box, 3, 7));
        // Labels 0, 1, 2 become 2, 0, 1, with the file values moved along.
        var renumbered = LabelVolumes.Filled(a.Shape, PhaseTable.ForFileValues([1, 2, 0]),
            (z, y, x) => a.At(z, y, x) == None ? None : (byte)((a.At(z, y, x) + 2) % 3));
        var (plain, moved) = (await Compare(a, b), await Compare(renumbered, b));
        Assert.Equal(plain.Table("agreement").Rows[0], moved.Table("agreement").Rows[0]);
        Assert.Equal(plain.Table("confusion").Rows, moved.Table("confusion").Rows);
    }

    [Fact]
    public async Task Run_WithNamesChangedByTheUser_MatchesByTheNewNames()
    {
        var found = LabelVolumes.Row(PhaseTable.ForFileValues([5, 6]), 0, 1, 1).Layer();
        found.Phases = new PhaseTable([new Phase("NMC", default, 5), new Phase("pore", default, 6)]);
        var truth = LabelVolumes.Row(PhaseTable.Named("pore", "NMC"), 1, 0, 1).Layer();
        var result = await Plugin.Run("measure.agreement", "", null, ("in", found), ("reference", truth));
        Assert.Equal([["pore", 1L, 1L], ["NMC", 0L, 1L]], result.Table("confusion").Rows);
    }

    [Fact]
    public async Task Run_AgainstThePhase_AddsTheTwoClassTable()
    {
        var phases = PhaseTable.Named("pore", "NMC", "CBD");
        var result = await Compare(LabelVolumes.Row(phases, 0, 0, 1, 2, 2, 1), LabelVolumes.Row(phases, 0, 2, 1, 2, 0, 2), "against=nmc");
        // NMC: 1 in both, 1 found too much, none missed; pore and CBD taken as one agree in 4 of 5.
        Assert.Equal(["NMC", 5 / 6.0, 1 / 2.0, 4 / 5.0, 0.65], result.Table("against the rest").Rows[0]);
    }

    [Fact]
    public async Task Run_PerSlice_GivesEverySliceItsRow()
    {
        var phases = PhaseTable.Numbered(2);
        var truth = LabelVolumes.Filled(LabelVolumes.Box, phases, (z, y, x) => (byte)(x % 2));
        // Slice 1 is wrong in its first row, slice 2 is unlabelled, slice 3 knows phase 0 only.
        var found = LabelVolumes.Filled(LabelVolumes.Box, phases,
            (z, y, x) => z switch { 1 when y == 0 => (byte)(1 - (x % 2)), 2 => None, 3 => 0, _ => (byte)(x % 2) });
        var table = (await Compare(found, truth, "per-slice=true")).Table("per slice");
        Assert.Equal(["slice", "accuracy", "mean IoU", "mean Dice", "voxels compared", "IoU phase 0", "IoU phase 1"],
            table.Columns.Select(column => column.Name));
        Assert.Equal([0, 1.0, 1.0, 1.0, 30L, 1.0, 1.0], table.Rows[0]);
        Assert.Equal([1, 0.8, 12 / 18.0, 0.8, 30L, 12 / 18.0, 12 / 18.0], table.Rows[1]);
        Assert.Equal([2, null, null, null, 0L, null, null], table.Rows[2]);
        Assert.Equal([3, 0.5, 0.25, 1 / 3.0, 30L, 0.5, 0.0], table.Rows[3]);
    }

    [Fact]
    public async Task Run_OnOtherShapes_NamesBoth()
    {
        var phases = PhaseTable.Numbered(2);
        var fault = await Assert.ThrowsAsync<UserException>(
            () => Compare(new LabelVolume(new VolumeShape(4, 5, 6), phases), new LabelVolume(new VolumeShape(4, 6, 5), phases)));
        Assert.Contains("4 × 5 × 6", fault.Message);
        Assert.Contains("4 × 6 × 5", fault.Message);
    }

    [Fact]
    public async Task Run_WithoutACommonLabelledVoxel_SaysSo()
    {
        var phases = PhaseTable.Numbered(2);
        var fault = await Assert.ThrowsAsync<UserException>(() => Compare(LabelVolumes.Row(phases, 0, None), LabelVolumes.Row(phases, None, 1)));
        Assert.Contains("No voxel is labelled both", fault.Message);
    }

    [Fact]
    public async Task Run_AgainstAPhaseThatIsNotThere_ListsThePhases()
    {
        var labels = LabelVolumes.Random(LabelVolumes.Box, 2, 1);
        Assert.Contains("phase 0 (0), phase 1 (1)", (await Assert.ThrowsAsync<UserException>(() => Compare(labels, labels, "against=CBD"))).Message);
    }

    [Fact]
    public async Task Run_WithoutReference_NamesTheInput() =>
        Assert.Contains("'reference' is missing", (await Assert.ThrowsAsync<UserException>(
            () => Plugin.Run("measure.agreement", "", null, ("in", LabelVolumes.Random(LabelVolumes.Box, 2, 1).Layer())))).Message);

    [Theory]
    [InlineData("measure.agreement")]
    [InlineData("measure.volume-fractions")]
    public async Task Run_WhenCancelledOnTheWay_Ends(string id)
    {
        using var source = new CancellationTokenSource();
        var layer = LabelVolumes.Random(new VolumeShape(200, 5, 6), 2, 1).Layer();
        var job = new RecordedJob(source.Token) { Reported = _ => source.Cancel() };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Plugin.Run(id, "", job, ("in", layer), ("reference", layer)));
        Assert.InRange(job.Progress.Count, 1, 199);
    }

    [Fact]
    public async Task Run_OfEachMeasure_ReportsProgressUpToOne()
    {
        using var layer = LabelVolumes.Random(LabelVolumes.Box, 2, 1).Layer();
        var greys = new Volume<float>(LabelVolumes.Box);
        greys.Slice(1).Fill(1);
        using var grey = new ImageLayer("grey", greys);
        foreach (var (id, operation) in Plugin.Operations)
        {
            var job = new RecordedJob();
            var choices = id switch
            {
                "measure.particles" => "phase=0",
                "measure.coverage" => "active=0 binder=1",
                "measure.profile" or "measure.region" => "from=0,0,0 to=1,1,1 in-voxels=true",
                "extract.isosurface" => "isovalue=0.5",
                _ => "",
            };
            Layer first = operation.Inputs[0].Kind == InputKind.Image ? grey : layer;
            (await Plugin.Run(id, choices, job, ("in", first), ("labels", layer), ("reference", layer), ("before", layer), ("image", grey))).Dispose();
            var fractions = job.Progress.Select(progress => progress.Fraction).ToArray();
            Assert.True(fractions.Length > 0 && fractions.Min() >= 0 && Math.Abs(fractions.Max() - 1) < 1e-9, $"{id}: {string.Join(", ", fractions)}");
            // These go over all slices, each a step of the same size.
            if (id is not ("measure.volume-fractions" or "measure.agreement" or "compare.labels" or "measure.errors"))
                continue;
            Assert.Equal(0, fractions.Length % LabelVolumes.Box.Depth);
            Assert.Equal(Enumerable.Range(1, fractions.Length).Select(step => step / (double)fractions.Length), fractions.Order());
        }
    }

    [Fact]
    public void Plugin_RegistersWhatItsManifestPromises() => Manifest.AssertKept("Metrics", new MetricsPlugin());

    private static Task<OperationResult> Compare(LabelVolume labels, LabelVolume reference, string parameters = "") =>
        Plugin.Run("measure.agreement", parameters, null, ("in", labels.Layer("found")), ("reference", reference.Layer("truth")));
}
