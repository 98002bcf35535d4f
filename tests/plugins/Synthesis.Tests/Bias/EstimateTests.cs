using VolumeViewer.Plugins.Synthesis;
using VolumeViewer.Plugins.Synthesis.Bias.Annotate;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests.Bias;

public class EstimateTests
{
    private static readonly VolumeShape Shape = new(12, 160, 160);

    // What was put in comes out again.
    [Theory]
    [InlineData(0.6, 0, 1)]
    [InlineData(-1.3, 0, 1)]
    [InlineData(0.4, 1.2, 7)]
    public async Task Run_OfVirtualAnnotators_FindsTheirShiftAndWander(double shift, double jitter, double length)
    {
        var values = await Estimate(Discs(), AnnotationTests.Faultless with { Shifts = $"NMC/pore={shift}", Jitter = jitter, JitterLength = length, Seed = 3 });
        Assert.Equal(-shift, Shift(values["shifts"], "pore/NMC"), 0.12);
        Assert.Equal(jitter, double.Parse(values["jitter"]), 0.2);
        if (jitter > 0)
            Assert.Equal(length, double.Parse(values["jitter-length"]), 1.5);
        Assert.DoesNotContain("swaps", values.Keys);
    }

    [Fact]
    public async Task Run_OfMissedAndSwapped_FindsTheirRates()
    {
        // Dots of 9 voxels are small, discs are large enough to be swapped in patches.
        using var truth = Phantoms.Make(Shape, (_, y, x) => y < 40 ? (x % 8 < 3 && y % 8 < 3 ? 2 : 0) : Disc(y - 40, x), 3);
        var values = await Estimate(truth, AnnotationTests.Faultless with { Missed = 0.35, MissedBelow = 10, Swaps = "NMC/CBD=0.1", SwapLength = 10, Seed = 4 }, "missed-below=10");
        Assert.Equal(0.35, double.Parse(values["missed"]), 0.04);
        Assert.Equal(0.1, Shift(values["swaps"], "NMC/CBD"), 0.03);
        Assert.Contains("--missed-below 10", values["in one line"]);
    }

    [Fact]
    public async Task Run_WithGrey_FindsThePreference()
    {
        using var truth = Discs();
        var grey = new Volume<float>(Shape);
        for (var z = 0; z < Shape.Depth; z++)
        {
            // A smooth disturbance, as strong as half the contrast.
            for (var i = 0; i < Shape.SliceLength; i++)
                grey.Slice(z)[i] = (float)((truth.Slice(z)[i] == 1 ? 200 : 100) + (40 * Math.Sin((i % 160 / 9.0) + z) * Math.Sin(i / 160 / 11.0)));
        }
        using var layer = new ImageLayer("grey", grey);
        var values = await Estimate(truth, AnnotationTests.Faultless with { GreyPreference = 1.5, Seed = 2 }, "", layer);
        Assert.Equal(1.5, double.Parse(values["grey-preference"]), 0.35);
    }

    // Two annotators who differ by d each lie d/√2 from the truth, in deviations.
    [Fact]
    public async Task Run_AgainstAnotherAnnotator_SharesTheDifference()
    {
        var values = await Estimate(Discs(), AnnotationTests.Faultless with { Shifts = "NMC/pore=0.8" }, "reference-is=annotator");
        Assert.StartsWith("pore/NMC=0±0.5", values["shifts"]);
    }

    [Fact]
    public async Task Run_OfEqualLabels_FindsNothing()
    {
        var values = await Estimate(Discs(), AnnotationTests.Faultless);
        Assert.Equal(("pore/NMC=0", "0", "0"), (values["shifts"], values["jitter"], values["missed"]));
        // Given back to virtual annotators, the line is not filled up by their defaults.
        Assert.Contains("--shift-spread 0", values["in one line"]);
    }

    [Fact]
    public async Task Run_WithoutACommonSlice_SaysSo()
    {
        using var one = new LabelsLayer("one", Phantoms.Make(new(2, 4, 4), (z, _, _) => z == 0 ? 1 : LabelVolume.Unlabelled));
        using var other = new LabelsLayer("other", Phantoms.Make(new(2, 4, 4), (z, _, _) => z == 1 ? 1 : LabelVolume.Unlabelled));
        var fault = await Assert.ThrowsAsync<UserException>(() => new Runs(new SynthesisPlugin()).Run("measure.annotators", "", null, ("in", one), ("reference", other)));
        Assert.Contains("nothing to compare", fault.Message);
    }

    private static LabelVolume Discs() => Phantoms.Make(Shape, (_, y, x) => Disc(y, x));

    private static int Disc(int y, int x) => Math.Pow((y % 40) - 19.3, 2) + Math.Pow((x % 40) - 19.7, 2) < 13.2 * 13.2 ? 1 : 0;

    private static double Shift(string text, string pair) => double.Parse(text.Split(';').Single(entry => entry.StartsWith(pair, StringComparison.Ordinal)).Split('=', '±')[1]);

    private static async Task<Dictionary<string, string>> Estimate(LabelVolume truth, AnnotatorParameters parameters, string estimate = "", ImageLayer? grey = null)
    {
        using var reference = new LabelsLayer("truth", truth);
        var pull = grey is null ? null : GreyPull.Measure(grey, reference, default);
        using var labels = new LabelsLayer("labels", Annotation.Make(truth, parameters, 0, [.. Enumerable.Range(0, truth.Shape.Depth)], pull).Labels);
        (string, Layer)[] layers = grey is null ? [("in", labels), ("reference", reference)] : [("in", labels), ("reference", reference), ("grey", grey)];
        using var result = await new Runs(new SynthesisPlugin()).Run("measure.annotators", estimate, null, layers);
        return result.Table("parameters of generate.annotations").Rows.ToDictionary(row => (string)row[0]!, row => (string)row[1]!);
    }
}
