using VolumeViewer.Host.Rendering;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class MotionTests
{
    [Fact]
    public void Next_AfterSlowFrames_IsAsCoarseAsTheBudgetAsks()
    {
        var pace = new MotionPace();
        var (width, height, quality) = pace.Next(800, 600);
        Assert.Equal((400, 300, RenderQuality.Moving), (width, height, quality));
        // Four times the budget for a quarter of the pixels: a sixteenth of them is what can be had.
        pace.Measure(width, height, quality, MotionPace.Budget * 4);
        Assert.Equal((200, 150, RenderQuality.Moving), pace.Next(800, 600));
        pace.Measure(200, 150, quality, MotionPace.Budget * 1000);
        Assert.Equal((100, 75, RenderQuality.Moving), pace.Next(800, 600));
    }

    [Fact]
    public void Next_WhereAllCareFitsIntoTheBudget_TakesIt()
    {
        var pace = new MotionPace();
        pace.Measure(400, 300, RenderQuality.Moving, MotionPace.Budget / 10);
        Assert.Equal((800, 600, RenderQuality.Full), pace.Next(800, 600));
    }

    [Fact]
    public void Add_OfSeveralFrames_GivesTheirMean()
    {
        var (sum, frame) = (new FrameSum(), new SoftwareFrame());
        frame.Resize(3, 2);
        foreach (var (value, mean) in new[] { (10u, 10u), (20u, 15u), (60u, 30u), (255u, 86u) })
        {
            Array.Fill(frame.Colors, 0xFF000000 | (value << 8));
            sum.Add(frame);
            Assert.All(frame.Colors, color => Assert.Equal(0xFF000000 | (mean << 8), color));
        }
        Assert.Equal(4, sum.Count);
        sum.Clear();
        Assert.Equal(0, sum.Count);
    }

    [Fact]
    public void Place_OfTheFrames_BeginsInTheMiddleAndFillsThePixel()
    {
        Assert.Equal((0f, 0f), FrameSum.Place(0));
        var places = Enumerable.Range(1, FrameSum.Most - 1).Select(FrameSum.Place).ToList();
        Assert.All(places, place => Assert.True(Math.Abs(place.X) < 0.5f && Math.Abs(place.Y) < 0.5f));
        Assert.Equal(places.Count, places.Distinct().Count());
        Assert.Equal(0, places.Average(place => place.X), 0.1);
        Assert.Equal(0, places.Average(place => place.Y), 0.1);
    }

    [Theory]
    [InlineData("llvmpipe (LLVM 15.0.6, 256 bits)", true)]
    [InlineData("Google SwiftShader", true)]
    [InlineData("NVIDIA GeForce RTX 4070/PCIe/SSE2", false)]
    [InlineData("AMD Radeon Graphics (radeonsi)", false)]
    public void IsName_OfADriver_TellsWhetherItDrawsOnTheProcessor(string name, bool isSoftware) => Assert.Equal(isSoftware, SoftwareGl.IsName(name));
}
