using VolumeViewer.Plugins.Synthesis.Imaging;

namespace VolumeViewer.Plugins.Synthesis.Tests;

public class DetectionTests
{
    private const int Rows = 64;
    private const int Bins = 100;

    [Fact]
    public void Measure_WithPhotonNoise_HasTheVarianceOfPoisson()
    {
        // Of N photons expected, the variance is N and the relative variance of the intensity 1/N.
        const double LineIntegral = 1.2;
        var photons = new List<double>();
        for (var angle = 0; angle < 8; angle++)
        {
            var intensity = Measured(Phantoms.Clean with { Photons = 500, ReadNoise = 0 }, LineIntegral, angle).Select(p => Math.Exp(-p) * 500);
            photons.AddRange(intensity);
        }
        var (mean, deviation) = Phantoms.Moments(photons);
        var expected = 500 * Math.Exp(-LineIntegral);
        Assert.Equal(expected, mean, 0.01 * expected);
        Assert.Equal(expected, deviation * deviation, 0.03 * expected);
        Assert.All(photons.Take(100), count => Assert.Equal(Math.Round(count), count, 1e-3));
    }

    [Fact]
    public void Measure_WithReadNoise_AddsItsVariance()
    {
        var measured = Measured(Phantoms.Clean with { Photons = 2000, ReadNoise = 60 }, 0.5, 0).Select(p => Math.Exp(-p) * 2000);
        var expected = (2000 * Math.Exp(-0.5)) + (60 * 60);
        var (_, deviation) = Phantoms.Moments(measured);
        Assert.Equal(expected, deviation * deviation, 0.06 * expected);
    }

    [Fact]
    public void Measure_OfWhatLetsNothingThrough_StaysFinite() =>
        Assert.All(Measured(Phantoms.Clean with { Photons = 100, ReadNoise = 0 }, 50, 0), p => Assert.Equal(Math.Log(200), p, 1e-4));

    [Fact]
    public void Measure_WithBeamHardening_SaturatesTheLineIntegral() =>
        Assert.All(Measured(Phantoms.Clean with { BeamHardening = 0.2 }, 2, 0), p => Assert.Equal(2 / 1.4, p, 1e-5));

    [Fact]
    public void Create_OfGains_HasTheDeviationAndTheShare()
    {
        var gains = GainErrors.Create(seed: 3, rows: 40, columns: 4000, share: 0.25, deviation: 0.02, length: 10);
        var wrong = Enumerable.Range(0, 4000).Where(column => gains[column] != 1).ToArray();
        Assert.Equal(1000, wrong.Length, 100.0);
        var (mean, deviation) = Phantoms.Moments(wrong.SelectMany(column => Enumerable.Range(0, 40).Select(row => (double)gains[(row * 4000) + column])));
        Assert.Equal(1, mean, 0.002);
        Assert.Equal(0.02, deviation, 0.001);
        // From one row to the next little changes, over three lengths everything.
        Assert.True(Correlation(0, 1) > 0.9);
        Assert.True(Math.Abs(Correlation(0, 39)) < 0.15);

        double Correlation(int one, int other) =>
            wrong.Average(column => (gains[(one * 4000) + column] - 1.0) * (gains[(other * 4000) + column] - 1.0)) / (deviation * deviation);
    }

    [Fact]
    public void Measure_WithABadProjection_SpoilsIsolatedAngles()
    {
        var parameters = Phantoms.Clean with { BadProjections = 0.2, BadProjectionError = 0.3 };
        var bad = Enumerable.Range(0, 200).Where(angle => Measured(parameters, 1, angle).Any(p => p != 1)).ToArray();
        Assert.Equal(40, bad.Length, 18.0);
        var (_, deviation) = Phantoms.Moments(Measured(parameters, 1, bad[0]).Take(Bins).Select(p => (double)p));
        Assert.Equal(0.3, deviation, 0.09);
    }

    [Theory]
    [InlineData(FringeModel.Transport)]
    [InlineData(FringeModel.Fresnel)]
    internal void Measure_WithFringes_BrightensBesideAnEdgeAndKeepsTheLight(FringeModel model)
    {
        var parameters = Phantoms.Clean with { Fringes = 1.5, FringeModel = model, FringeWidth = 0 };
        var image = Edge();
        new Detection(parameters, Rows, Bins, 1, 1).Measure(0, image);
        // Refraction throws light out of what absorbs: there is more outside of the edge, and less inside of it.
        var (at, plain) = (Rows / 2 * Bins, Edge());
        Assert.True(image[at + 17] - plain[at + 17] < -0.01, $"outside {image[at + 17] - plain[at + 17]}");
        Assert.True(image[at + 22] - plain[at + 22] > 0.01, $"inside {image[at + 22] - plain[at + 22]}");
        var light = image.Average(p => Math.Exp(-p)) / plain.Average(p => Math.Exp(-p));
        Assert.Equal(1, light, 0.003);
    }

    [Fact]
    public void Measure_OfWeakContrast_IsTheSameByTransportAndByFresnel()
    {
        var (transport, fresnel, plain) = (Smooth(), Smooth(), Smooth());
        new Detection(Phantoms.Clean with { Fringes = 2, FringeWidth = 0 }, Rows, Bins, 1, 1).Measure(0, transport);
        new Detection(Phantoms.Clean with { Fringes = 2, FringeModel = FringeModel.Fresnel, DeltaOverBeta = 1000 }, Rows, Bins, 1, 1).Measure(0, fresnel);
        var effect = transport.Zip(plain, (a, b) => Math.Abs(a - b)).Max();
        Assert.Equal(0, transport.Zip(fresnel, (a, b) => Math.Abs(a - b)).Max(), 0.05 * effect);
    }

    [Fact]
    public void Measure_WithFullRetrieval_UndoesTheFringes()
    {
        var (retrieved, fringes, plain) = (Smooth(), Smooth(), Smooth());
        new Detection(Phantoms.Clean with { Fringes = 2, FringeWidth = 0, PhaseRetrieval = 1 }, Rows, Bins, 1, 1).Measure(0, retrieved);
        new Detection(Phantoms.Clean with { Fringes = 2, FringeWidth = 0 }, Rows, Bins, 1, 1).Measure(0, fringes);
        var effect = fringes.Zip(plain, (a, b) => Math.Abs(a - b)).Max();
        Assert.Equal(0, retrieved.Zip(plain, (a, b) => Math.Abs(a - b)).Max(), 0.05 * effect);
    }

    [Fact]
    public void Measure_WithBlur_SpreadsALineAsAGaussian()
    {
        var image = new float[Rows * Bins];
        image[(32 * Bins) + 50] = -(float)Math.Log(0.9);
        new Detection(Phantoms.Clean with { DetectorBlur = 1.5 }, Rows, Bins, 1, 0.5).Measure(0, image);
        double dark = 0, across = 0, down = 0;
        for (var i = 0; i < image.Length; i++)
        {
            var missing = 1 - Math.Exp(-image[i]);
            dark += missing;
            across += missing * Math.Pow((i % Bins) - 50, 2);
            down += missing * Math.Pow((i / Bins) - 32, 2);
        }
        Assert.Equal(0.1, dark, 0.001);
        Assert.Equal(1.5 * 1.5, across / dark, 0.05);
        Assert.Equal(0.75 * 0.75, down / dark, 0.05);
    }

    private static float[] Measured(TomogramParameters parameters, double lineIntegral, int angle)
    {
        var image = new float[Rows * Bins];
        Array.Fill(image, (float)lineIntegral);
        new Detection(parameters, Rows, Bins, 1, 1).Measure(angle, image);
        return image;
    }

    // Absorbs from bin 20 to bin 79 with soft edges, air beside.
    private static float[] Edge()
    {
        var image = Enumerable.Range(0, Rows * Bins).Select(i => i % Bins is >= 20 and < 80 ? 0.2f : 0).ToArray();
        GaussianBlur.Apply(image, Bins, 1.5, 0);
        return image;
    }

    private static float[] Smooth() =>
        [.. Enumerable.Range(0, Rows * Bins).Select(i => 0.02f * MathF.Exp(-((MathF.Pow((i % Bins) - 50, 2) / 200) + (MathF.Pow((i / Bins) - 32, 2) / 100))))];
}
