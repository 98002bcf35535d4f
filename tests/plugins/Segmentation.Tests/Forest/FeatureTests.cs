using VolumeViewer.Plugins.Segmentation.Forest;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Tests.Forest;

public class FeatureTests
{
    // As the greys are: (grey − 0) · 1.
    private static readonly GreyScaling Unscaled = new(GreyNormalisation.DatasetZScore);

    public static TheoryData<int, double, string, float[]> Reference => FeatureReference.Values;

    [Theory]
    [MemberData(nameof(Reference))]
    public void Measure_OnASmallImage_AgreesWithScipy(int dimensions, double sigma, string feature, float[] expected)
    {
        var shape = dimensions == 2 ? FeatureReference.Shape2 : FeatureReference.Shape3;
        using var volume = Greys.Filled(shape, (z, y, x) => FeatureReference.Grey(shape, z, y, x));
        var settings = new FeatureSettings([sigma], FeatureKinds.All, dimensions);
        var place = settings.Names.ToList().FindIndex(name => name.StartsWith(feature + ",", StringComparison.Ordinal));
        var places = dimensions == 2 ? FeatureReference.Places2 : FeatureReference.Places3;
        var found = places.Select(at => Planes(volume, settings, at.Z).Row(place, at.Y)[at.X]).ToArray();
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], found[i], 2e-5f);
    }

    [Fact]
    public void Measure_OfTheDifferenceAtALaterScale_IsTheSmoothedBeforeLessTheSmoothedNow()
    {
        using var volume = Greys.Random(new VolumeShape(1, 20, 23), 3, random => random.NextSingle());
        var settings = new FeatureSettings([1, 3], FeatureKinds.All, 2);
        var planes = Planes(volume, settings, 0);
        var (before, now, difference) = (settings.Place(0, FeatureKinds.Gaussian), settings.Place(1, FeatureKinds.Gaussian), settings.Place(1, FeatureKinds.Difference));
        for (var i = 0; i < planes.Length; i++)
            Assert.Equal(planes.Plane(before)[i] - planes.Plane(now)[i], planes.Plane(difference)[i], 1e-6f);
    }

    // A sine along z, on slices twice as far apart: its gradient per unit of length is the same as that of the finely sampled one.
    [Fact]
    public void Measure_OnCoarserSlices_TakesSigmaAndSlopesInUnitsOfTheFinestAxis()
    {
        using var fine = Greys.Filled(new VolumeShape(65, 8, 8), (z, _, _) => MathF.Sin(0.2f * z));
        using var coarse = new Volume<float>(new VolumeShape(33, 8, 8), new Spacing(2, 1, 1));
        for (var z = 0; z < 33; z++)
            coarse.Slice(z).Fill(MathF.Sin(0.4f * z));
        var settings = new FeatureSettings([2], FeatureKinds.Gaussian | FeatureKinds.Gradient | FeatureKinds.Laplacian | FeatureKinds.Structure, 3);
        var (one, other) = (Planes(fine, settings, 30), Planes(coarse, settings, 15));
        for (var feature = 0; feature < settings.Count; feature++)
            Assert.Equal(one.Row(feature, 4)[4], other.Row(feature, 4)[4], 2e-4f);
        Assert.InRange(one.Row(settings.Place(0, FeatureKinds.Gradient), 4)[4], 0.1f, 0.2f);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Measure_OfAPartOfASlice_GivesTheSameAsTheWhole(int dimensions)
    {
        using var volume = Greys.Random(new VolumeShape(5, 70, 61), 9, random => random.NextSingle());
        var settings = new FeatureSettings([1, 4], FeatureKinds.All, dimensions);
        foreach (var tile in new[] { new Tile(0, 0, 20, 33), new Tile(31, 25, 17, 36), new Tile(69, 60, 1, 1), new Tile(40, 40, 9, 10) })
        {
            var whole = Planes(volume, settings, 2);
            var part = Planes(volume, settings, 2, tile);
            for (var feature = 0; feature < settings.Count; feature++)
            {
                for (var y = 0; y < tile.Height; y++)
                    Assert.Equal(whole.Row(feature, tile.Y + y).Slice(tile.X, tile.Width).ToArray(), part.Row(feature, y).ToArray());
            }
        }
    }

    [Fact]
    public void Measure_GoingThroughAVolume_GivesTheSameAsEachSliceAlone()
    {
        using var volume = Greys.Random(new VolumeShape(30, 9, 12), 4, random => (byte)random.Next(256));
        var settings = new FeatureSettings([1, 2], FeatureKinds.All, 3);
        var engine = new FeatureEngine(volume, IntensityStatistics.Measure(volume), new GreyScaling(GreyNormalisation.SliceZScore), settings, new Tile(0, 0, 9, 12));
        foreach (var z in Enumerable.Range(0, 30).Append(3).Append(29))
        {
            var going = engine.Measure(z, CancellationToken.None);
            var alone = new FeatureEngine(volume, IntensityStatistics.Measure(volume), new GreyScaling(GreyNormalisation.SliceZScore), settings, new Tile(0, 0, 9, 12))
                .Measure(z, CancellationToken.None);
            for (var feature = 0; feature < settings.Count; feature++)
                Assert.Equal(alone.Plane(feature).ToArray(), going.Plane(feature).ToArray());
        }
    }

    [Fact]
    public void Eigenvalues_OfDiagonalEqualAndSingularMatrices_AreExact()
    {
        // Rows: xx yy zz xy xz yz, then the eigenvalues. The last is all ones: 3, 0, 0.
        float[][] cases = [[3, 1, 2, 0, 0, 0, 3, 2, 1], [2, 2, 2, 0, 0, 0, 2, 2, 2], [0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, 1, 3, 0, 0], [-1, -1, -1, -1, -1, -1, 0, 0, -3]];
        foreach (var each in cases)
        {
            var columns = each.Select(value => Enumerable.Repeat(value, 16).ToArray()).ToArray();
            float[] high = new float[16], middle = new float[16], low = new float[16];
            Eigenvalues.Of3(columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], high, middle, low);
            Assert.Equal(each[6], high[3], 2e-6f);
            Assert.Equal(each[7], middle[3], 4e-6f);
            Assert.Equal(each[8], low[3], 2e-6f);
        }
    }

    [Theory]
    [InlineData("", "there is none")]
    [InlineData("1,100", "100 is not between 0.3 and 64")]
    [InlineData("2,1,2", "has a scale twice")]
    public void Settings_OfBadScales_SayWhatIsWrong(string scales, string message)
    {
        double[] values = [.. scales.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(double.Parse)];
        Assert.Contains(message, Assert.Throws<UserException>(() => new FeatureSettings(values, FeatureKinds.All, 2)).Message);
    }

    [Fact]
    public void Settings_OfTooManyFeatures_SayHowMany() =>
        Assert.Contains("256 are the most", Assert.Throws<UserException>(() => new FeatureSettings(Enumerable.Range(1, 25).Select(i => (double)i), FeatureKinds.All, 3)).Message);

    [Fact]
    public void ParseKinds_OfAnUnknownName_ListsTheChoices()
    {
        Assert.Equal(FeatureKinds.Gaussian | FeatureKinds.Hessian, FeatureSettings.ParseKinds("hessian, gaussian"));
        var fault = Assert.Throws<UserException>(() => FeatureSettings.ParseKinds("gabor"));
        Assert.Contains("no feature 'gabor'", fault.Message);
        Assert.Contains("gaussian, gradient", fault.Message);
    }

    [Fact]
    public void Cover_OfALargeSlice_HasEveryVoxelOnce()
    {
        var tiles = Tile.Cover(new VolumeShape(1, 1300, 700));
        Assert.Equal(6, tiles.Count);
        Assert.Equal(1300 * 700, tiles.Sum(tile => tile.Length));
        Assert.All(tiles, one => Assert.All(tiles, other => Assert.True(one == other || one.Intersect(other).Length == 0)));
        Assert.Single(Tile.Cover(new VolumeShape(9, 600, 600)));
    }

    private static FeaturePlanes Planes<T>(Volume<T> volume, FeatureSettings settings, int z, Tile? tile = null) where T : unmanaged =>
        new FeatureEngine(volume, IntensityStatistics.Measure(volume), Unscaled, settings, tile ?? new Tile(0, 0, volume.Shape.Height, volume.Shape.Width))
            .Measure(z, CancellationToken.None);
}
