using VolumeViewer.Plugins.Synthesis.Imaging;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Tests;

public class ReconstructionTests
{
    // The ellipses of Shepp and Logan's head with the greys of Toft: added density, half axes (x, y), centre (x, y), turn in degrees.
    private static readonly double[][] Head =
    [
        [1, 0.69, 0.92, 0, 0, 0], [-0.8, 0.6624, 0.874, 0, -0.0184, 0], [-0.2, 0.11, 0.31, 0.22, 0, -18], [-0.2, 0.16, 0.41, -0.22, 0, 18],
        [0.1, 0.21, 0.25, 0, 0.35, 0], [0.1, 0.046, 0.046, 0, 0.1, 0], [0.1, 0.046, 0.046, 0, -0.1, 0],
    ];

    [Theory]
    [InlineData(FilterWindow.RamLak)]
    [InlineData(FilterWindow.SheppLogan)]
    [InlineData(FilterWindow.Cosine)]
    [InlineData(FilterWindow.Hann)]
    internal void Reconstruct_OnADisc_GivesItsGreyInsideAndAirOutside(FilterWindow filter)
    {
        var slice = Phantoms.Scan(Phantoms.Disc(128, 40), Phantoms.Clean with { Angles = 240, Filter = filter }).Slice();
        Assert.Equal(1, Phantoms.MeanBetween(slice, 0, 36), 0.005);
        Assert.Equal(0, Phantoms.MeanBetween(slice, 44, 60), 0.005);
        for (var i = 0; i < slice.Length; i++)
        {
            if (Phantoms.Distance(i / 128, i % 128, 128) < 34)
                Assert.Equal(1, slice[i], 0.03);
        }
    }

    [Fact]
    public void Reconstruct_OnTheSheppLoganHead_RecoversItsDensities()
    {
        const int Size = 192;
        var densities = new List<double>();
        var labels = new LabelVolume(new VolumeShape(1, Size, Size), PhaseTable.Numbered(8));
        for (var i = 0; i < Size * Size; i++)
        {
            var (x, y) = ((((i % Size) + 0.5) * 2 / Size) - 1, 1 - (((i / Size) + 0.5) * 2 / Size));
            var density = Math.Round(Head.Where(ellipse => IsIn(ellipse, x, y)).Sum(ellipse => ellipse[0]), 6);
            if (!densities.Contains(density))
                densities.Add(density);
            labels.Slice(0)[i] = (byte)densities.IndexOf(density);
        }
        var greys = Enumerable.Range(0, 8).Select(label => label < densities.Count ? densities[label] : 0).ToArray();
        var slice = Phantoms.Scan(labels, Phantoms.Clean with { Greys = greys, Angles = 360 }).Slice();
        var checkedDensities = new HashSet<double>();
        foreach (var density in densities)
        {
            var inside = Interior(labels.Slice(0), (byte)densities.IndexOf(density), Size).Select(i => (double)slice[i]).ToArray();
            if (inside.Length < 20)
                continue;
            Assert.Equal(density, inside.Average(), 0.01);
            checkedDensities.Add(density);
        }
        Assert.Superset(new HashSet<double> { 0, 0.2, 0.3 }, checkedDensities);

        static bool IsIn(double[] ellipse, double x, double y)
        {
            var (sine, cosine) = Math.SinCos(ellipse[5] * Math.PI / 180);
            var (dx, dy) = (x - ellipse[3], y - ellipse[4]);
            return Math.Pow(((dx * cosine) + (dy * sine)) / ellipse[1], 2) + Math.Pow(((dy * cosine) - (dx * sine)) / ellipse[2], 2) <= 1;
        }
    }

    [Fact]
    public void Reconstruct_OfUnequalVoxels_GivesTheGreysAndThePlaces()
    {
        // A disc in µm, off the middle, in voxels of 0.5 × 0.8 µm.
        var labels = Phantoms.Labels(new VolumeShape(2, 120, 90), (z, y, x) => Math.Pow((y - 50) * 0.5, 2) + Math.Pow((x - 50) * 0.8, 2) < 15 * 15,
            new Spacing(1, 0.5, 0.8));
        var tomogram = Phantoms.Scan(labels, Phantoms.Clean with { Angles = 300 });
        Assert.Equal(labels.Spacing, tomogram.Greys.Spacing);
        var wrong = 0;
        for (var i = 0; i < 120 * 90; i++)
            wrong += (tomogram.Greys.Slice(1)[i] > 0.5) != (labels.Slice(1)[i] == 1) ? 1 : 0;
        Assert.True(wrong < 40, $"{wrong} voxels on the wrong side");
        Assert.Equal(1, tomogram.Greys[0, 50, 50], 0.02);
        Assert.Equal(0, tomogram.Greys[0, 110, 80], 0.02);
    }

    [Fact]
    public void Reconstruct_OfManySlices_GivesEachItsOwn()
    {
        // Eleven slices are a whole set of lanes and a part of one; each has its disc at another place.
        var labels = Phantoms.Labels(new VolumeShape(11, 48, 48), (z, y, x) => Math.Pow(y - 24, 2) + Math.Pow(x - 10 - (2.5 * z), 2) < 36);
        var tomogram = Phantoms.Scan(labels, Phantoms.Clean with { Angles = 90 });
        for (var z = 0; z < 11; z++)
        {
            var alone = Phantoms.Labels(new VolumeShape(1, 48, 48), (_, y, x) => labels.Slice(z)[(y * 48) + x] == 1);
            Assert.Equal(Phantoms.Scan(alone, Phantoms.Clean with { Angles = 90 }).Slice(), tomogram.Slice(z));
        }
    }

    [Fact]
    public void Reconstruct_FromALimitedRange_DrawsThingsOutAlongTheMissingWedge()
    {
        // With rays within 40° of y only, what is known of the disc is its shadow along x; along y it smears.
        var full = Phantoms.Scan(Phantoms.Disc(96, 10), Phantoms.Clean with { Angles = 120 });
        var part = Phantoms.Scan(Phantoms.Disc(96, 10), Phantoms.Clean with { Angles = 120, AngularRange = 60 });
        Assert.Equal(1, Elongation(full.Greys), 0.05);
        Assert.True(Elongation(part.Greys) > 1.3 || Elongation(part.Greys) < 1 / 1.3, $"elongation {Elongation(part.Greys)}");

        // Length of what is above half of the middle's grey along the two diagonals' mean direction (30°) and across it.
        static double Elongation(Volume<float> greys)
        {
            var along = Extent(greys, Math.PI / 6);
            return Extent(greys, (Math.PI / 6) + (Math.PI / 2)) / along;
        }

        static double Extent(Volume<float> greys, double angle)
        {
            var half = greys[0, 48, 48] / 2;
            var (sine, cosine) = Math.SinCos(angle);
            return Enumerable.Range(-45 * 4, 90 * 4).Count(step =>
                greys[0, (int)Math.Round(47.5 + (step / 4.0 * sine)), (int)Math.Round(47.5 + (step / 4.0 * cosine))] > half);
        }
    }

    [Fact]
    public void Make_WithFewerBinsOfTruth_MixesGreysAndKeepsTheMostFrequentPhase()
    {
        // 2 × 2 × 2 voxels become one; the third pair of columns is half solid.
        var labels = Phantoms.Labels(new VolumeShape(2, 4, 7), (z, _, x) => x is 0 or 1 || (x == 4 && z == 0) || x == 5);
        var specimen = new Specimen(labels, [0, 1], 2);
        Assert.Equal(new VolumeShape(1, 2, 3), specimen.Shape);
        Assert.Equal(Spacing.Uncalibrated, specimen.Spacing);
        var greys = new float[6];
        specimen.FillSlice(0, greys);
        Assert.Equal([1, 0, 0.75f, 1, 0, 0.75f], greys);
        Assert.Equal([1, 0, 1, 1, 0, 1], specimen.Truth(default).Slice(0).ToArray());
    }

    // Lengths of a volume of unknown voxel size are in its own voxels, or a line across 4 of them would be 8 "voxels" long.
    [Fact]
    public async Task Make_WithBinning_HasVoxelsTwiceAsLongWhereTheirSizeIsKnown()
    {
        async Task<Spacing> Binned(Spacing spacing)
        {
            using var labels = new LabelsLayer("labels", Plugins.Tests.Bias.Phantoms.Make(new(4, 16, 16), (_, _, x) => x < 8 ? 1 : 0, spacing: spacing));
            using var result = await new Runs(new SynthesisPlugin()).Run("generate.tomogram", "binning=2", null, ("in", labels));
            Assert.All(result.Layers, layer => Assert.Equal(result.Layers[0].Spacing, layer.Spacing));
            return result.Layers[0].Spacing;
        }

        Assert.Equal(new Spacing(1, 0.5, 0.5), await Binned(new Spacing(0.5, 0.25, 0.25)));
        Assert.Equal(Spacing.Uncalibrated, await Binned(Spacing.Uncalibrated));
    }

    [Fact]
    public async Task Make_WithMoreBinningThanVoxels_SaysSo()
    {
        var fault = await Assert.ThrowsAsync<UserException>(async () => await new Runs(new SynthesisPlugin())
            .Run("generate.tomogram", "binning=3", null, ("in", new LabelsLayer("labels", Phantoms.Disc(8, 3, depth: 2)))));
        Assert.Contains("--binning", fault.Message, StringComparison.Ordinal);
    }

    private static List<int> Interior(Span<byte> slice, byte label, int size)
    {
        var inside = new List<int>();
        for (var y = 4; y < size - 4; y++)
        {
            for (var x = 4; x < size - 4; x++)
            {
                var isInside = true;
                for (var dy = -4; dy <= 4 && isInside; dy++)
                    isInside = slice.Slice(((y + dy) * size) + x - 4, 9).IndexOfAnyExcept(label) < 0;
                if (isInside)
                    inside.Add((y * size) + x);
            }
        }
        return inside;
    }
}
