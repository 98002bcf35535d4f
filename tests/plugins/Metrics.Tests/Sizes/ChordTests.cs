using VolumeViewer.Plugins.Metrics.Chords;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class ChordTests
{
    private const byte None = LabelVolumes.None;

    private static readonly Runs Plugin = new(new MetricsPlugin());

    [Fact]
    public void Of_ARow_LeavesOutRunsThatAreCut()
    {
        using var labels = LabelVolumes.Row(PhaseTable.Numbered(2), 0, 0, 1, 1, 1, 0, 1, None, 0, 1, 0, 0, 1, 1);

        var chords = ChordLengths.Of(labels, Axis.X);

        // Of phase 0 one voxel and two are between others; the first two end at the face, one at the unlabelled voxel.
        Assert.Equal((2, 2, 3), (chords.Chords(0), chords.Cut(0), chords.CutVoxels(0)));
        Assert.Equal((1, 1), (chords.Counts(0)[1], chords.Counts(0)[2]));
        Assert.Equal((2, 2, 3), (chords.Chords(1), chords.Cut(1), chords.CutVoxels(1)));
        Assert.Equal(2, chords.Mean(1));
    }

    [Theory]
    [InlineData(Axis.Z)]
    [InlineData(Axis.Y)]
    [InlineData(Axis.X)]
    public void Of_RandomLabels_EqualsGoingAlongEachLine(Axis axis)
    {
        var shape = new VolumeShape(9, 11, 13);
        using var labels = LabelVolumes.Random(shape, 2, 3);
        var (counts, cut) = (new long[shape.Along(axis) + 1], 0L);
        for (var a = 0; a < (axis == Axis.Z ? shape.Height : shape.Depth); a++)
        {
            for (var b = 0; b < (axis == Axis.X ? shape.Height : shape.Width); b++)
            {
                var line = string.Concat(Enumerable.Range(0, shape.Along(axis)).Select(i =>
                    axis switch { Axis.Z => labels.At(i, a, b), Axis.Y => labels.At(a, i, b), _ => labels.At(a, b, i) }).Select(label => label == None ? '-' : (char)('0' + label)));
                foreach (var run in System.Text.RegularExpressions.Regex.Matches($"-{line}-", "1+").Cast<System.Text.RegularExpressions.Match>())
                {
                    if ($"-{line}-"[run.Index - 1] == '-' || $"-{line}-"[run.Index + run.Length] == '-')
                        cut++;
                    else
                        counts[run.Length]++;
                }
            }
        }

        var chords = ChordLengths.Of(labels, axis);

        Assert.Equal(counts, chords.Counts(1));
        Assert.Equal(cut, chords.Cut(1));
    }

    // Voxels drawn one by one with probability p: chords are geometric, with the mean 1/(1 − p).
    [Fact]
    public async Task Run_OnIndependentVoxels_HasTheMeanOfTheGeometricDistribution()
    {
        var random = new Random(4);
        var labels = LabelVolumes.Filled(new VolumeShape(50, 50, 50), PhaseTable.Named("pore", "NMC"), (_, _, _) => random.NextDouble() < 0.6 ? (byte)1 : (byte)0,
            new Spacing(3, 2, 1));

        using var result = await Plugin.Run("measure.chords", "phase=NMC", null, ("in", labels.Layer()));

        var table = result.Table("chord lengths");
        Assert.Equal(["z", "y", "x"], table.Rows.Select((_, row) => table.Cell(row, "axis")));
        for (var row = 0; row < 3; row++)
        {
            var (mean, halfWidth) = ((double)table.Cell(row, "mean")!, (double)table.Cell(row, "± 95 %")!);
            // Long runs are cut more often than short ones: with 50 voxels the mean falls short by a few percent.
            Assert.InRange(mean / (3 - row), 2.3, 2.52);
            Assert.InRange(halfWidth / mean, 0.001, 0.03);
        }
        Assert.All(result.Plots, plot => Assert.Single(plot.Series));
    }
}
