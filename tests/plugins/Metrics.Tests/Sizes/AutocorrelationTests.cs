using VolumeViewer.Plugins.Metrics.Correlation;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests;

public class AutocorrelationTests
{
    // Lengths with each kind of step: 4, 2, 3, 5, larger primes, and one alone.
    [Theory]
    [InlineData(8, 12, 10)]
    [InlineData(7, 17, 22)]
    [InlineData(1, 9, 33)]
    [InlineData(5, 1, 1)]
    public void Periodic_OfRandomValues_EqualsTheSumOverAllPairs(int depth, int height, int width) =>
        AssertEqual(new VolumeShape(depth, height, width), (depth / 2, height / 2, width / 2), isPeriodic: true);

    [Theory]
    [InlineData(8, 12, 10, 7)]
    [InlineData(7, 17, 21, 3)]
    [InlineData(1, 9, 33, 8)]
    public void Bounded_OfRandomValues_EqualsTheSumOverAllPairs(int depth, int height, int width, int reach)
    {
        var shape = new VolumeShape(depth, height, width);
        AssertEqual(shape, (Math.Min(reach, depth - 1), Math.Min(reach, height - 1), Math.Min(reach, width - 1)), isPeriodic: false);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(30)]
    [InlineData(31)]
    [InlineData(120)]
    public void Forward_OfOneWave_IsOneLine(int length)
    {
        var fft = new LaneFft(length);
        var scratch = fft.NewScratch();
        for (var i = 0; i < length; i++)
        {
            var angle = 2 * Math.PI * i * (length - 1) / length;
            scratch.Real[i] = System.Runtime.Intrinsics.Vector256.Create((float)Math.Cos(angle));
            scratch.Imaginary[i] = System.Runtime.Intrinsics.Vector256.Create((float)Math.Sin(angle));
        }

        fft.Forward(scratch);

        for (var k = 0; k < length; k++)
        {
            Assert.Equal(k == length - 1 ? length : 0, scratch.Real[k][3], 1e-4 * length);
            Assert.Equal(0, scratch.Imaginary[k][7], 1e-4 * length);
        }
    }

    private static void AssertEqual(VolumeShape shape, (int Z, int Y, int X) reach, bool isPeriodic)
    {
        var random = new Random(11);
        var values = new float[shape.VoxelCount];
        for (var i = 0; i < values.Length; i++)
            values[i] = random.NextSingle() - 0.4f;
        FieldRow rows = (z, y, row) => values.AsSpan(((z * shape.Height) + y) * shape.Width, shape.Width).CopyTo(row);
        var lags = isPeriodic ? Autocorrelation.Periodic(shape, reach, rows) : Autocorrelation.Bounded(shape, reach, rows);

        for (var z = -reach.Z; z <= reach.Z; z++)
        {
            for (var y = -reach.Y; y <= reach.Y; y++)
            {
                for (var x = -reach.X; x <= reach.X; x++)
                    Assert.Equal(Sum(z, y, x), lags[z, y, x], 2e-4);
            }
        }

        double Sum(int lagZ, int lagY, int lagX)
        {
            double sum = 0;
            for (var i = 0; i < values.Length; i++)
            {
                int z = (i / shape.SliceLength) + lagZ, y = (i / shape.Width % shape.Height) + lagY, x = (i % shape.Width) + lagX;
                var isInside = z >= 0 && z < shape.Depth && y >= 0 && y < shape.Height && x >= 0 && x < shape.Width;
                if (isInside || isPeriodic)
                    sum += values[i] * values[(((Wrap(z, shape.Depth) * shape.Height) + Wrap(y, shape.Height)) * shape.Width) + Wrap(x, shape.Width)];
            }
            return sum;
        }

        static int Wrap(int place, int length) => (place + length) % length;
    }
}
