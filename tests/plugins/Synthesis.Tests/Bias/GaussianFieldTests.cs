using VolumeViewer.Plugins.Synthesis.Bias;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests.Bias;

public class GaussianFieldTests
{
    private static readonly VolumeShape Shape = new(3, 256, 300);

    [Fact]
    public void Fill_HasTheVarianceAndTheCovarianceThatAreAskedFor()
    {
        const double Length = 4;
        var field = new GaussianField(7, 1, Shape, GaussianField.IndependentSlices, Length, Length);
        var slices = Enumerable.Range(0, Shape.Depth).Select(z => Slice(field, z)).ToArray();
        Assert.Equal(0, slices.Average(slice => slice.Average()), 0.05);
        Assert.Equal(1, Covariance(slices, 0, 0), 0.06);
        // exp(−r²/2ℓ²) along either axis and across.
        Assert.Equal(Math.Exp(-0.5), Covariance(slices, 0, 4), 0.06);
        Assert.Equal(Math.Exp(-0.5), Covariance(slices, 4, 0), 0.06);
        Assert.Equal(Math.Exp(-1), Covariance(slices, 4, 4), 0.06);
        Assert.Equal(Math.Exp(-2), Covariance(slices, 0, 8), 0.06);
        Assert.Equal(0, Covariance(slices, 0, 24), 0.06);
        Assert.Equal(0, slices[0].Zip(slices[1], (a, b) => a * b).Average(), 0.06);
    }

    [Fact]
    public void Fill_ConnectsSlicesByTheLengthAlongZ()
    {
        var field = new GaussianField(7, 1, Shape, 2, 3, 3);
        var (first, third) = (Slice(field, 0), Slice(field, 2));
        Assert.Equal(Math.Exp(-0.5), first.Zip(third, (a, b) => a * b).Average(), 0.07);
    }

    [Theory]
    [InlineData(0.05, -1.6448536269514722)]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.9599639845400545)]
    [InlineData(0.0001, -3.719016485455709)]
    public void Quantile_OfTheNormalDistribution_IsThatOfTables(double share, double value)
    {
        Assert.Equal(value, NormalDistribution.Quantile(share), 1e-7);
        Assert.Equal(share, NormalDistribution.Share((float)value), 1e-6);
    }

    private static double[] Slice(GaussianField field, int z)
    {
        var slice = new float[Shape.SliceLength];
        field.Fill(z, slice);
        return [.. slice.Select(value => (double)value)];
    }

    private static double Covariance(double[][] slices, int down, int across)
    {
        var (sum, count) = (0.0, 0);
        foreach (var slice in slices)
        {
            for (var y = 0; y + down < Shape.Height; y++)
            {
                for (var x = 0; x + across < Shape.Width; x++, count++)
                    sum += slice[(y * Shape.Width) + x] * slice[((y + down) * Shape.Width) + x + across];
            }
        }
        return sum / count;
    }
}
