using VolumeViewer.Plugins.Synthesis;
using VolumeViewer.Plugins.Synthesis.Bias.Disagreement;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests.Bias;

public class DisagreementTests
{
    // A point becomes the product of three normalised Gaussians; far from the border nothing is lost.
    [Fact]
    public void Apply_ToAPoint_GivesAGaussian()
    {
        using var volume = new Volume<float>(new VolumeShape(21, 23, 25));
        volume[10, 11, 12] = 1;
        GaussianBlur.Apply(volume, (1, 1.5, 2), default);
        var peak = 1 / (Math.Pow(2 * Math.PI, 1.5) * 1 * 1.5 * 2);
        Assert.Equal(peak, volume[10, 11, 12], 1e-4);
        Assert.Equal(peak * Math.Exp(-(1.0 / 2) - (4 / 4.5) - (9 / 8.0)), volume[11, 13, 15], 1e-4);
        Assert.Equal(1, Enumerable.Range(0, 21).Sum(z => volume.Slice(z).ToArray().Sum(value => (double)value)), 1e-3);
    }

    [Fact]
    public void Apply_ToAConstant_LeavesItAsItIsUpToTheBorder()
    {
        using var volume = new Volume<float>(new VolumeShape(3, 4, 5));
        for (var z = 0; z < 3; z++)
            volume.Slice(z).Fill(0.7f);
        GaussianBlur.Apply(volume, (2, 1, 3), default);
        Assert.All(Enumerable.Range(0, 3).SelectMany(z => volume.Slice(z).ToArray()), value => Assert.Equal(0.7f, value, 1e-5f));
    }

    [Fact]
    public void Find_GivesTheHighestMaximaThatLieApart()
    {
        using var volume = new Volume<float>(new VolumeShape(10, 20, 30), new Spacing(2, 1, 1));
        volume[2, 3, 4] = 0.9f;
        volume[2, 3, 7] = 0.8f;
        volume[4, 3, 4] = 0.75f;
        volume[5, 15, 20] = 0.7f;
        volume[5, 15, 21] = 0.7f;
        volume[9, 19, 29] = 0.1f;
        Place[] expected = [new(2, 3, 4, 0.9f), new(5, 15, 20, 0.7f), new(9, 19, 29, 0.1f)];
        Assert.Equal(expected, WorstPlaces.Find(volume, 10, apart: 5));
        Assert.Equal(expected[..2], WorstPlaces.Find(volume, 2, apart: 5));
        // Two slices are four voxels along x, so that now there is one more.
        Assert.Equal(3, WorstPlaces.Find(volume, 10, apart: 3.5).Count(place => place.Y < 19));
    }

    [Fact]
    public async Task Operation_OfLabellings_MapsTheirEntropyAndListsPlacesInMicrometres()
    {
        var shape = new VolumeShape(8, 16, 16);
        var spacing = Spacing.Isotropic(0.5);
        using var first = new LabelsLayer("first", Phantoms.Make(shape, (_, _, x) => x < 8 ? 1 : 0, spacing: spacing));
        using var second = new LabelsLayer("second", Phantoms.Make(shape, (z, y, x) => x < 8 || (z == 3 && y == 5 && x is 12 or 13) ? 1 : 0, spacing: spacing));
        using var result = await new Runs(new SynthesisPlugin()).Run("measure.disagreement", "smoothing=0 places=3", null, ("in", first), ("second", second));
        var entropy = Assert.IsType<ImageLayer>(Assert.Single(result.Layers)).Volume.Load<float>();
        Assert.Equal(1, entropy[3, 5, 12]);
        Assert.Equal(2, Enumerable.Range(0, 8).Sum(z => entropy.Slice(z).ToArray().Count(value => value > 0)));
        var row = Assert.Single(result.Table("worst places").Rows);
        Assert.Equal([1, 1.75, 2.75, 6.25, 3, 5, 12, 1f], row);
        Assert.Equal("µm", result.Table("worst places").Columns[1].Unit);
        Assert.Equal(2 / 2048.0, (double)result.Table("disagreement").Cell(0, "share of voxels above 0")!, 1e-12);
        // The inputs are still the caller's.
        Assert.Equal(1, first.Labels.Slice(0)[0] + second.Labels.Slice(0)[9]);
    }

    [Fact]
    public async Task Operation_OfAnEntropyImage_FindsItsPlaces()
    {
        var volume = new Volume<float>(new VolumeShape(9, 9, 9));
        volume[4, 4, 4] = 200;
        using var image = new ImageLayer("entropy", volume);
        using var result = await new Runs(new SynthesisPlugin()).Run("measure.disagreement", "smoothing=1", null, ("entropy", image));
        Assert.Equal([4, 4, 4], result.Table("worst places").Rows[0].Skip(4).Take(3));
        Assert.Empty(result.Layers);
        Assert.Equal(200, volume[4, 4, 4]);
    }

    [Fact]
    public async Task Operation_WithOneLabelling_AsksForAnother()
    {
        using var labels = new LabelsLayer("first", Phantoms.Make(new(2, 4, 4), (_, _, _) => 0));
        using var other = new LabelsLayer("other", Phantoms.Make(new(2, 4, 5), (_, _, _) => 0));
        var runs = new Runs(new SynthesisPlugin());
        Assert.Contains("--second", (await Assert.ThrowsAsync<UserException>(() => runs.Run("measure.disagreement", "", null, ("in", labels)))).Message);
        Assert.Contains("2 × 4 × 5", (await Assert.ThrowsAsync<UserException>(() => runs.Run("measure.disagreement", "", null, ("in", labels), ("second", other)))).Message);
    }
}
