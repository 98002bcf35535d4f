using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace Training.Tests;

public class NormalisationTests
{
    private static readonly float[] Rising = [.. Enumerable.Range(0, 1001).Select(i => 100f + i)];

    [Fact]
    public void Apply_OfSliceZScore_GivesMeanZeroAndDeviationOne()
    {
        float[] slice = [1, 2, 3, 4, 10];
        Normalisation.Fit(NormalisationKind.SliceZScore, []).Apply(slice, null);
        Assert.Equal(0, slice.Average(), 1e-6);
        Assert.Equal(1, slice.Average(value => value * value), 1e-6);
        Assert.True(slice[4] > slice[3]);
    }

    [Fact]
    public void Apply_WithValuesThatAreNoNumbers_PutsThemInTheMiddle()
    {
        float[] slice = [1, float.NaN, 3, float.PositiveInfinity];
        new Normalisation(NormalisationKind.SliceZScore).Apply(slice, null);
        Assert.Equal([-1, 0, 1, 0], slice);
    }

    [Fact]
    public void Apply_ToAConstantSlice_GivesZeros()
    {
        float[] slice = [5, 5, 5];
        new Normalisation(NormalisationKind.SliceZScore).Apply(slice, null);
        Assert.All(slice, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Fit_OfDatasetZScore_GoesByAllSlices()
    {
        var normalisation = Normalisation.Fit(NormalisationKind.DatasetZScore, [[0, 0], [4, 4]]);
        Assert.Equal(new Normalisation(NormalisationKind.DatasetZScore, 2, 0.5), normalisation);
    }

    [Fact]
    public void Fit_OfDatasetPercentile_PutsThePercentilesAtOneAndMinusOne()
    {
        var normalisation = Normalisation.Fit(NormalisationKind.DatasetPercentile, [Rising]);
        float[] ends = [105, 600, 1095];
        normalisation.Apply(ends, null);
        Assert.Equal([-1, 0, 1], ends);
    }

    [Fact]
    public void Apply_OfVolumeZScore_GoesByTheWholeVolume()
    {
        using var volume = new Volume<float>(new VolumeShape(2, 1, 2));
        volume.Slice(1).Fill(4);
        var slice = volume.Slice(1).ToArray();
        new Normalisation(NormalisationKind.VolumeZScore).Apply(slice, IntensityStatistics.Measure(volume));
        Assert.Equal([1, 1], slice);
    }

    [Fact]
    public void Fit_WithoutAnyNumber_SaysSo() =>
        Assert.Throws<UserException>(() => Normalisation.Fit(NormalisationKind.DatasetZScore, [[float.NaN]]));
}
