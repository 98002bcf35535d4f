using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Tests;

public class NeighbourhoodTests
{
    public static TheoryData<int, int, int, bool> Shapes => new()
    {
        { 4, 5, 6, false }, { 4, 5, 6, true }, { 1, 5, 6, false }, { 1, 7, 19, true }, { 40, 3, 2, false }, { 2, 1, 1, false }, { 9, 1, 33, true },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Median_OfRandomGreys_IsTheMiddleOfTheSortedNeighbours(int depth, int height, int width, bool gaps)
    {
        var volume = Random(depth, height, width, gaps);
        var radiusZ = depth > 1 ? 1 : 0;
        Expect(volume, new GreyImage(volume, 1), 1, (slab, z, result) => slab.Slice(z).CopyTo(result), (z, y, x) =>
        {
            var centre = volume[z, y, x];
            if (float.IsNaN(centre))
                return float.NaN;
            var values = new List<float>();
            for (var dz = -radiusZ; dz <= radiusZ; dz++)
            {
                for (var dy = -1; dy <= 1; dy++)
                {
                    for (var dx = -1; dx <= 1; dx++)
                    {
                        var near = volume[Math.Clamp(z + dz, 0, depth - 1), Math.Clamp(y + dy, 0, height - 1), Math.Clamp(x + dx, 0, width - 1)];
                        values.Add(float.IsNaN(near) ? centre : near);
                    }
                }
            }
            return values.Order().ElementAt(values.Count / 2);
        }, 0);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void LocalMean_OfCubes_IsTheMeanOfTheNeighboursThatExist(int depth, int height, int width, bool gaps) =>
        CheckMean(Random(depth, height, width, gaps), 2, 3);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void LocalMean_OfSquares_StaysInTheSlice(int depth, int height, int width, bool gaps) => CheckMean(Random(depth, height, width, gaps), 1, 2);

    [Fact]
    public void LocalMean_OfRadiusZero_IsTheGrey() => CheckMean(Random(4, 5, 6, false), 0, 3);

    private static void CheckMean(Volume<float> volume, int radius, int dimensions)
    {
        var shape = volume.Shape;
        var radiusZ = dimensions == 3 ? radius : 0;
        Expect(volume, new GreyImage(volume, 0), (2 * radius) + 1, (slab, z, result) =>
        {
            using var mean = new LocalMean(slab, shape, radius, dimensions);
            mean.Fill(z, result);
        }, (z, y, x) =>
        {
            var values = new List<float>();
            for (var nz = Math.Max(0, z - radiusZ); nz <= Math.Min(shape.Depth - 1, z + radiusZ); nz++)
            {
                for (var ny = Math.Max(0, y - radius); ny <= Math.Min(shape.Height - 1, y + radius); ny++)
                {
                    for (var nx = Math.Max(0, x - radius); nx <= Math.Min(shape.Width - 1, x + radius); nx++)
                    {
                        if (!float.IsNaN(volume[nz, ny, nx]))
                            values.Add(volume[nz, ny, nx]);
                    }
                }
            }
            return values.Count > 0 ? values.Average() : float.NaN;
        }, 1e-3);
    }

    private static void Expect(Volume<float> volume, GreyImage image, int window,
        Action<GreySlab, int, float[]> make, Func<int, int, int, float> expected, double tolerance)
    {
        var shape = volume.Shape;
        var seen = 0;
        image.ForEachSlab(Greys.Passes(shape), slab =>
        {
            for (var z = slab.First; z < slab.End; z++)
            {
                var result = new float[shape.SliceLength];
                make(slab, z, result);
                for (var y = 0; y < shape.Height; y++)
                {
                    for (var x = 0; x < shape.Width; x++)
                        Assert.Equal(expected(z, y, x), result[(y * shape.Width) + x], tolerance);
                }
                Interlocked.Increment(ref seen);
            }
        }, window);
        Assert.Equal(shape.Depth, seen);
    }

    private static Volume<float> Random(int depth, int height, int width, bool gaps) => Greys.Random(new VolumeShape(depth, height, width), 11,
        random => gaps && random.Next(4) == 0 ? float.NaN : MathF.Round(random.NextSingle() * 1000));
}
