using VolumeViewer.Plugins.Synthesis;
using VolumeViewer.Plugins.Synthesis.Structures;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests;

public class FieldTests
{
    // Mean 0, variance 1, correlation exp(−r²/ℓ²) along each axis with its own length. A volume holds 48·60·54/(π^1.5·4·5·3) = 465 independent places, four of
    // them 1860: the standard error is 0.023 of the mean and at most 0.039 of the rest.
    [Fact]
    public void GaussianField_OverVolumes_HasTheCorrelationAskedFor()
    {
        var fields = Enumerable.Range(1, 4).Select(seed => Field(new VolumeShape(48, 60, 54), new Point3(4, 5, 3), seed)).ToArray();
        Assert.Equal(0, fields.Average(field => Mean(field, (0, 0, 0), onlyOne: true)), 0.1);
        Assert.Equal(1, fields.Average(field => Mean(field, (0, 0, 0))), 0.1);
        Assert.Equal(Math.Exp(-1), fields.Average(field => Mean(field, (4, 0, 0))), 0.1);
        Assert.Equal(Math.Exp(-1), fields.Average(field => Mean(field, (0, 5, 0))), 0.1);
        Assert.Equal(Math.Exp(-1), fields.Average(field => Mean(field, (0, 0, 3))), 0.1);
        Assert.Equal(Math.Exp(-4), fields.Average(field => Mean(field, (0, 0, 6))), 0.1);
    }

    // Opposite faces fit together: the step across the face is as small as any other. Long fields have a step of about √2·r/ℓ.
    [Fact]
    public void GaussianField_AcrossTheFaces_IsPeriodic()
    {
        var field = Field(new VolumeShape(32, 32, 32), new Point3(10, 10, 10), seed: 4);
        var (inside, across) = (0.0, 0.0);
        for (var i = 0; i < 32 * 32; i++)
        {
            inside += Math.Pow(field.Slice(16)[i] - field.Slice(15)[i], 2);
            across += Math.Pow(field.Slice(31)[i] - field.Slice(0)[i], 2);
        }
        Assert.InRange(across / inside, 0.3, 3);
    }

    // scipy 1.10.1, ndimage.gaussian_filter1d([0, 0, 0, 1, 0, 0, 0, 4], 1.0, mode="wrap", truncate=3).
    [Fact]
    public void Smoothing_OfALine_IsThatOfScipy()
    {
        double[] expected = [0.97257797, 0.27002791, 0.25976842, 0.39905028, 0.25976842, 0.27002791, 0.97257797, 1.59620112];
        foreach (var axis in new[] { 0, 1, 2 })
        {
            using var volume = new Volume<float>(new VolumeShape(axis == 0 ? 8 : 1, axis == 1 ? 8 : 1, axis == 2 ? 8 : 1));
            foreach (var (place, value) in new[] { (3, 1f), (7, 4f) })
                volume.Slice(axis == 0 ? place : 0)[axis == 0 ? 0 : place] = value;
            Smoothing.Gaussian(volume, 1, new Work());
            for (var i = 0; i < 8; i++)
                Assert.Equal(expected[i], volume.Slice(axis == 0 ? i : 0)[axis == 0 ? 0 : i], 1e-5);
        }
    }

    // Against sorting: with ties, the first in the order of the voxels are taken; infinite scores never are.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(1700)]
    [InlineData(1800)]
    public void RankSelection_OfAnyCount_TakesWhatSortingTakes(int count)
    {
        var random = new CounterRandom(1, 1);
        // Few distinct values of both signs, with both zeros.
        var scores = Enumerable.Range(0, 2000).Select(i => i % 10 == 3 ? float.PositiveInfinity : MathF.Round((float)random.Normal(i) * 8) / 8 * (i % 7 == 0 ? 1e-20f : 1)).ToArray();
        var expected = new byte[2000];
        foreach (var i in Enumerable.Range(0, 2000).Where(i => float.IsFinite(scores[i])).OrderBy(i => scores[i] + 0f).ThenBy(i => i).Take(count))
            expected[i] = 1;
        var chosen = RankSelection.Lowest(10, z => scores.AsSpan(200 * z, 200), count, new Work())!;
        var marks = new byte[2000];
        for (var z = 0; z < 10; z++)
            chosen.Mark(z, scores.AsSpan(200 * z, 200), marks.AsSpan(200 * z, 200), 1);
        Assert.Equal(expected, marks);
        Assert.Null(RankSelection.Lowest(10, z => scores.AsSpan(200 * z, 200), 1801, new Work()));
    }

    // ∫ Y² = 1 and ∫ Y Y' = 0 over the sphere, by a fine rule; Y(2, 0) in closed form.
    [Fact]
    public void SphericalHarmonics_OverTheSphere_AreOrthonormal()
    {
        (int Degree, int Order)[] some = [(0, 0), (2, 0), (2, 1), (3, -2), (5, 5), (12, -7)];
        const int rows = 64;
        foreach (var a in some)
        {
            foreach (var b in some)
            {
                var sum = 0.0;
                for (var i = 0; i < rows * 2 * rows; i++)
                {
                    var height = Math.Cos(Math.PI * ((i / (2 * rows)) + 0.5) / rows);
                    var (sine, cosine) = Math.SinCos(Math.PI * ((i % (2 * rows)) + 0.5) / rows);
                    var across = Math.Sqrt(1 - (height * height));
                    var direction = new Point3(across * cosine, across * sine, height);
                    sum += SphericalHarmonic.Value(a.Degree, a.Order, direction) * SphericalHarmonic.Value(b.Degree, b.Order, direction) * across * Math.PI / rows * Math.PI / rows;
                }
                Assert.Equal(a == b ? 1 : 0, sum, 2e-3);
            }
        }
        Assert.Equal(Math.Sqrt(5 / (16 * Math.PI)) * ((3 * 0.36) - 1), SphericalHarmonic.Value(2, 0, new Point3(0.8, 0, 0.6)), 1e-12);
    }

    // The radius over the smooth one has the mean (1 + 3a²)^(−1/3) and about the deviation a; the table is met where it was computed, and is continuous.
    [Fact]
    public void RoughSurface_OfManyParticles_HasTheAmplitudeAskedFor()
    {
        var rough = new RoughSurface(400, 0.1, 1, seed: 1, new Work());
        var (random, sum, squares) = (new CounterRandom(5, 5), 0.0, 0.0);
        for (var i = 0; i < 4000; i++)
        {
            var (z, y, x) = random.Direction(i);
            var radius = rough.Radius(i % 400, (float)z, (float)y, (float)x);
            Assert.Equal(radius, rough.Radius(i % 400, (float)(3 * z) + 1e-4f, (float)(3 * y), (float)(3 * x)), 0.003);
            sum += radius;
            squares += radius * radius;
        }
        Assert.Equal(Math.Pow(1.03, -1 / 3.0), sum / 4000, 0.01);
        Assert.Equal(0.1, Math.Sqrt((squares / 4000) - Math.Pow(sum / 4000, 2)), 0.01);
    }

    private static Volume<float> Field(VolumeShape shape, Point3 length, long seed)
    {
        var field = new PeriodicGaussianField(shape, length, new CounterRandom(seed, 1));
        var volume = new Volume<float>(shape);
        for (var z = 0; z < shape.Depth; z++)
            field.Slice(z, volume.Slice(z));
        return volume;
    }

    private static double Mean(Volume<float> field, (int Z, int Y, int X) shift, bool onlyOne = false)
    {
        var (shape, sum) = (field.Shape, 0.0);
        for (var z = 0; z < shape.Depth; z++)
        {
            for (var y = 0; y < shape.Height; y++)
            {
                for (var x = 0; x < shape.Width; x++)
                    sum += field[z, y, x] * (onlyOne ? 1 : field[(z + shift.Z) % shape.Depth, (y + shift.Y) % shape.Height, (x + shift.X) % shape.Width]);
            }
        }
        return sum / shape.VoxelCount;
    }
}
