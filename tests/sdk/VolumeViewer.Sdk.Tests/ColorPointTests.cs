namespace VolumeViewer.Sdk.Tests;

/// <summary>Colormaps whose stops stand at places of their own.</summary>
public sealed class ColorPointTests
{
    private static readonly Colormap Uneven = new("a", "A", [new ColorPoint(0.2f, new Rgba(10, 0, 0)), new ColorPoint(0.3f, new Rgba(110, 200, 0)), new ColorPoint(1, new Rgba(110, 60, 255))]);

    [Theory]
    [InlineData(0, 10, 0, 0)]
    [InlineData(0.2f, 10, 0, 0)]
    [InlineData(0.25f, 60, 100, 0)]
    [InlineData(0.3f, 110, 200, 0)]
    [InlineData(0.475f, 110, 165, 64)]
    [InlineData(1, 110, 60, 255)]
    [InlineData(float.PositiveInfinity, 110, 60, 255)]
    public void At_BetweenPoints_IsOnTheLineBetweenThem(float position, byte red, byte green, byte blue) => Assert.Equal(new Rgba(red, green, blue), Uneven.At(position));

    [Fact]
    public void At_OfTheStopsOfABuiltInMapAtTheirPlaces_IsThatMap()
    {
        foreach (var map in Colormap.BuiltIn)
        {
            var same = new Colormap("b", "B", map.Points);
            for (var step = 0; step <= 100; step++)
            {
                var (one, other) = (map.At(step / 100f), same.At(step / 100f));
                // Shares are rounded in another order: a half may go either way.
                Assert.True(Math.Abs(one.R - other.R) <= 1 && Math.Abs(one.G - other.G) <= 1 && Math.Abs(one.B - other.B) <= 1, $"{map.Id} at {step} %: {one}, {other}");
            }
        }
    }

    [Fact]
    public void Inverted_Twice_IsTheSameAndOnceTheOtherWayRound()
    {
        Assert.Equal(new Rgba(60, 100, 0), Uneven.Inverted().At(0.75f));
        Assert.Equal(("a-inverted", "a"), (Uneven.Inverted().Id, Uneven.Inverted().Inverted().Id));
        Assert.Equal(Uneven.At(0.25f), Uneven.Inverted().Inverted().At(0.25f));
    }

    [Theory]
    [InlineData(0.5f, 0.5f)]
    [InlineData(0.5f, 0.4f)]
    [InlineData(-0.1f, 0.4f)]
    [InlineData(0.1f, 1.1f)]
    [InlineData(float.NaN, 0.5f)]
    public void New_WithPositionsThatDoNotRiseWithin0To1_IsRefused(float first, float second)
    {
        var problem = Assert.Throws<ArgumentException>(() => new Colormap("a", "A", [new ColorPoint(first, default), new ColorPoint(second, default)]));
        Assert.Contains("'a'", problem.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Colormap("a", "A", [new ColorPoint(0, default)]));
    }
}
