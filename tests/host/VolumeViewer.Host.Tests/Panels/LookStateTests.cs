using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

public sealed class LookStateTests
{
    [Fact]
    public void Otsu_OfTwoHeaps_PartsThemBetween()
    {
        var counts = new double[64];
        (counts[9], counts[10], counts[11], counts[50], counts[51]) = (5, 10, 5, 8, 8);
        var (firsts, means) = HistogramThresholds.Otsu(counts, 2)!.Value;
        Assert.InRange(firsts.Single(), 12, 50);
        Assert.Equal([10, 50.5], means);
    }

    [Fact]
    public void Otsu_OfAnyHistogram_HasTheGreatestVarianceBetweenClasses()
    {
        var random = new Random(3);
        var counts = Enumerable.Range(0, 20).Select(_ => (double)random.Next(50)).ToArray();
        double Between(int from, int to)
        {
            var (weight, sum) = (counts[from..to].Sum(), Enumerable.Range(from, to - from).Sum(bin => bin * counts[bin]));
            return weight > 0 ? sum * sum / weight : double.NegativeInfinity;
        }
        double Of(int a, int b) => Between(0, a) + Between(a, b) + Between(b, 20);
        var best = Enumerable.Range(1, 18).SelectMany(a => Enumerable.Range(a + 1, 19 - a).Select(b => Of(a, b))).Max();
        var (firsts, _) = HistogramThresholds.Otsu(counts, 3)!.Value;
        Assert.Equal(best, Of(firsts[0], firsts[1]), 1e-9);
    }

    [Fact]
    public void Otsu_OfFewerValuesThanClasses_GivesNothing() => Assert.Null(HistogramThresholds.Otsu([0, 5, 0, 3], 3));

    [Theory]
    [InlineData(1f)]
    [InlineData(2f)]
    public void Peaks_OfThreePhases_StandAtTheBrighterTwoAndVanishBetween(float gamma)
    {
        var layer = Phases();
        layer.Gamma = gamma;
        var curve = OpacityPresets.Peaks(layer, 3)!.Value;
        float At(float value) => TransferTable.OpacityAt(curve, MathF.Pow(value / 200, gamma));
        Assert.Equal(0, At(20), 0.02f);
        Assert.True(At(100.4f) > 0.15f && At(180.4f) > 0.3f);
        Assert.True(At(65) < 0.15f);
        Assert.True(curve.Zip(curve.Skip(1)).All(pair => pair.First.Position < pair.Second.Position));
        Assert.Equal((0f, 1f), (curve[0].Position, curve[^1].Position));
    }

    [Fact]
    public void Step_OfTwoPhases_RisesBetweenThem()
    {
        var curve = OpacityPresets.Step(Phases())!.Value;
        Assert.Equal(0, TransferTable.OpacityAt(curve, 20 / 200f));
        Assert.True(TransferTable.OpacityAt(curve, 180 / 200f) > 0.3f);
    }

    [Theory]
    [InlineData(1, 0, 0, 200)]
    [InlineData(-1, 0, 75, 125)]
    [InlineData(0, 1, 100, 200)]
    [InlineData(0, -1, 0, 100)]
    public void Dragged_RightAndDown_ChangesWidthAndMiddle(float right, float down, float low, float high)
    {
        var limits = ContrastRange.Dragged(new ContrastLimits(50, 150), right, down, Phases().Statistics);
        Assert.Equal((low, high), (limits.Low, limits.High));
    }

    [Theory]
    [InlineData(-1e9f)]
    [InlineData(1e9f)]
    [InlineData(float.NaN)]
    public void Dragged_TooFar_StaysARange(float right)
    {
        var limits = ContrastRange.Dragged(new ContrastLimits(50, 150), right, 0, Phases().Statistics);
        Assert.True(limits.Low < limits.High && float.IsFinite(limits.Low) && float.IsFinite(limits.High));
    }

    [Fact]
    public void SliceOf_EachAxis_HasTheVoxelsOfTheSlice()
    {
        var volume = new Volume<ushort>(new VolumeShape(4, 5, 6), Spacing.Isotropic(1));
        for (var z = 0; z < 4; z++)
        {
            for (var i = 0; i < 30; i++)
                volume.Slice(z)[i] = (ushort)((z * 100) + (i / 6 * 10) + (i % 6));
        }
        using var across = SliceContrast.SliceOf(volume, Axis.Z, 2);
        using var alongY = SliceContrast.SliceOf(volume, Axis.Y, 3);
        using var alongX = SliceContrast.SliceOf(volume, Axis.X, 1);
        Assert.Equal((200f, 245f), (across.Slice(0)[0], across.Slice(0)[29]));
        Assert.Equal((30f, 335f), (alongY.Slice(0)[0], alongY.Slice(0)[^1]));
        Assert.Equal((1f, 341f), (alongX.Slice(0)[0], alongX.Slice(0)[^1]));
        Assert.Equal((new VolumeShape(1, 4, 6), new VolumeShape(1, 4, 5)), (alongY.Shape, alongX.Shape));
    }

    [Fact]
    public void ShowOnly_TwiceForAPhase_ShowsItAloneAndThenAll()
    {
        var layer = new LabelsLayer("l", new LabelVolume(new VolumeShape(1, 2, 2), PhaseTable.Named("a", "b", "c"), Spacing.Isotropic(1)));
        PhaseVisibility.ShowOnly(layer, 1);
        Assert.Equal([false, true, false], layer.Phases.Select(phase => phase.Visible));
        PhaseVisibility.ShowOnly(layer, 2);
        Assert.Equal([false, false, true], layer.Phases.Select(phase => phase.Visible));
        PhaseVisibility.ShowOnly(layer, 2);
        Assert.All(layer.Phases, phase => Assert.True(phase.Visible));
    }

    [Fact]
    public void Bars_OnALinearScale_AreAsHighAsTheirCounts() => Assert.Equal([0.25f, 1, 0], HistogramBars.Of([1, 4, 0], 3, isLogarithmic: false));

    // A third each of 20, 100 and 180 with limits from 0 to 200.
    private static ImageLayer Phases()
    {
        var volume = new Volume<byte>(new VolumeShape(3, 8, 8));
        for (var z = 0; z < 3; z++)
            volume.Slice(z).Fill((byte)(20 + (80 * z)));
        return new ImageLayer("phases", volume) { ContrastLimits = new ContrastLimits(0, 200) };
    }
}
