using Silk.NET.Maths;

namespace Windowing.Tests;

public sealed class MathsTests
{
    [Fact]
    public void Operators_OnVectors_WorkComponentByComponent()
    {
        var a = new Vector3D<int>(7, 8, 9);
        var b = new Vector3D<int>(2, 3, 4);
        Assert.Equal(new Vector3D<int>(9, 11, 13), a + b);
        Assert.Equal(new Vector3D<int>(5, 5, 5), a - b);
        Assert.Equal(new Vector3D<int>(14, 24, 36), a * b);
        Assert.Equal(new Vector3D<int>(3, 4, 4), a / 2);
        Assert.Equal(new Vector3D<int>(-7, -8, -9), -a);
    }

    [Fact]
    public void Length_OfThreeFour_IsFive() => Assert.Equal(5f, new Vector2D<float>(3, 4).Length);

    [Fact]
    public void As_FromFloatToInt_CutsTheFraction() => Assert.Equal(new Vector2D<int>(2, -3), new Vector2D<float>(2.9f, -3.9f).As<int>());

    [Fact]
    public void Rectangle_FromOriginAndSize_KnowsItsCornerAndMiddle()
    {
        var rectangle = new Rectangle<int>(10, 20, 40, 60);
        Assert.Equal(new Vector2D<int>(50, 80), rectangle.Max);
        Assert.Equal(new Vector2D<int>(30, 50), rectangle.Center);
        Assert.True(rectangle.Contains(new Vector2D<int>(11, 79)));
        Assert.False(rectangle.Contains(new Vector2D<int>(11, 81)));
    }
}
