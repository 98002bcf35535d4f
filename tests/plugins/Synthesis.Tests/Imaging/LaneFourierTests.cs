using System.Numerics;
using VolumeViewer.Plugins.Synthesis.Imaging;

namespace VolumeViewer.Plugins.Synthesis.Tests;

public class LaneFourierTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(32)]
    public void Forward_OnEightSequences_EqualsTheDefinition(int length)
    {
        var random = new Random(1);
        var (real, imaginary) = (new float[length * 8], new float[length * 8]);
        for (var i = 0; i < real.Length; i++)
            (real[i], imaginary[i]) = (random.NextSingle() - 0.5f, random.NextSingle() - 0.5f);
        var (re, im) = ((float[])real.Clone(), (float[])imaginary.Clone());
        var fourier = new LaneFourier(length);
        fourier.Forward(re, im);
        for (var place = 0; place < length; place++)
        {
            var frequency = fourier.FrequencyAt(place);
            for (var lane = 0; lane < 8; lane++)
            {
                Complex sum = 0;
                for (var n = 0; n < length; n++)
                    sum += new Complex(real[(n * 8) + lane], imaginary[(n * 8) + lane]) * Complex.Exp(-2 * Math.PI * Complex.ImaginaryOne * frequency * n / length);
                Assert.Equal(sum.Real, re[(place * 8) + lane], 1e-5);
                Assert.Equal(sum.Imaginary, im[(place * 8) + lane], 1e-5);
            }
        }
        fourier.Backward(re, im);
        for (var i = 0; i < real.Length; i++)
            Assert.Equal(real[i] * length, re[i], 1e-4);
    }

    [Fact]
    public void Filter_OfAnImage_ShiftsItByATurningFactor()
    {
        // e^(−2πi (f·s)) moves an image by s: two rows down, three columns right, around the ends.
        var (real, imaginary) = (new float[16 * 32], new float[16 * 32]);
        real[(5 * 32) + 30] = 1;
        new PlaneFourier(16, 32).Filter(real, imaginary, (down, across) =>
        {
            var (sine, cosine) = Math.SinCos(-2 * Math.PI * ((2 * down) + (3 * across)));
            return (cosine, sine);
        });
        for (var i = 0; i < real.Length; i++)
            Assert.Equal(i == (7 * 32) + 1 ? 1 : 0, real[i], 1e-5);
    }

    [Fact]
    public void Constructor_OfAnotherLength_Refuses() => Assert.Throws<ArgumentOutOfRangeException>(() => new LaneFourier(24));
}
