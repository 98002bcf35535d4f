using VolumeViewer.Host.Rendering;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class ScaleBarTests
{
    [Theory]
    [InlineData(0.4, 150, true, 50, "50 µm")]
    [InlineData(0.5, 100, true, 50, "50 µm")]
    [InlineData(0.4, 120, true, 20, "20 µm")]
    [InlineData(0.002, 100, true, 0.2, "200 nm")]
    [InlineData(0.00005, 100, true, 0.005, "5 nm")]
    [InlineData(30, 100, true, 2000, "2 mm")]
    [InlineData(0.4, 120, false, 20, "20 voxels")]
    [InlineData(0.012, 100, false, 1, "1 voxel")]
    public void Choose_AScale_GivesTheLongestRoundBar(double micrometresPerPixel, double maxPixels, bool calibrated, double expected, string text)
    {
        var bar = ScaleBar.Choose(micrometresPerPixel, maxPixels, calibrated);
        Assert.Equal(expected, bar.Micrometres, 1e-9);
        Assert.Equal(text, bar.Text);
        Assert.Equal(expected / micrometresPerPixel, bar.Pixels, 1e-6);
        Assert.InRange(bar.Pixels, maxPixels * 0.39, maxPixels * 1.0000001);
    }
}
