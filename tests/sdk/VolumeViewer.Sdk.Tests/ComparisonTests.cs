using System.Numerics;

namespace VolumeViewer.Sdk.Tests;

public sealed class ComparisonTests
{
    private static readonly VolumeShape Shape = new(2, 3, 4);

    [Fact]
    public void Viewer_LosesAComparedLayer_ComparesTheRest()
    {
        var viewer = Viewer(out var a, out var b);
        viewer.Comparison = new Comparison(ComparisonMode.Swipe, [a], [b]);
        viewer.Layers.Remove(a);
        Assert.Same(b, Assert.Single(viewer.Comparison!.Second));
        Assert.Empty(viewer.Comparison.First);
        viewer.Layers.Remove(b);
        Assert.Null(viewer.Comparison);
    }

    [Fact]
    public void Viewer_ToldToCompare_RaisesChangedOnce()
    {
        var viewer = Viewer(out var a, out var b);
        var changes = 0;
        viewer.Changed += (_, _) => changes++;
        viewer.Comparison = new Comparison(ComparisonMode.Swipe, [a], [b]);
        viewer.Comparison = viewer.Comparison with { Position = 0.5f };
        Assert.Equal(1, changes);
        viewer.Comparison = viewer.Comparison with { Position = 0.25f };
        Assert.Equal(2, changes);
    }

    [Fact]
    public void Comparison_OfAStrangersLayer_LeavesItOut()
    {
        var viewer = Viewer(out var a, out _);
        using var other = new ImageLayer("other", Ramp());
        viewer.Comparison = new Comparison(ComparisonMode.Swipe, [a], [other]);
        Assert.Empty(viewer.Comparison.Second);
    }

    [Fact]
    public void Shows_ALayerInNoGroup_OnBothSidesUnlessTold()
    {
        Viewer(out var a, out var b);
        var comparison = new Comparison(ComparisonMode.Swipe, [], [b]);
        Assert.Equal((true, true), (comparison.Shows(a, false), comparison.Shows(a, true)));
        Assert.Equal((false, true), (comparison.Shows(b, false), comparison.Shows(b, true)));
        comparison = comparison with { ShowsOthers = false };
        Assert.Equal((false, false), (comparison.Shows(a, false), comparison.Shows(a, true)));
        Assert.True(comparison.Swapped().Shows(b, false));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(2, 1)]
    [InlineData(float.NaN, 0.5)]
    public void Position_OutOfBounds_IsPutWithin(float position, float expected) =>
        Assert.Equal(expected, new Comparison(ComparisonMode.Swipe, [], [], position: position).Position);

    [Theory]
    [InlineData(Axis.Z)]
    [InlineData(Axis.Y)]
    [InlineData(Axis.X)]
    public void AcrossNormal_OfAnAxis_IsTheSliceAcrossIt(Axis axis)
    {
        var slice = PlaneOrientation.AcrossAxis(axis);
        Assert.Equal(axis, slice.Across);
        Assert.Equal(axis, PlaneOrientation.AcrossNormal(slice.Normal * 3).Across);
        Assert.Equal(axis, PlaneOrientation.AcrossNormal(-slice.Normal).Across);
    }

    [Fact]
    public void Through_ThreePoints_HoldsAllOfThem()
    {
        var (a, b, c) = (new Vector3(1, 2, 3), new Vector3(4, -1, 2), new Vector3(0, 5, 9));
        var plane = PlaneOrientation.Through(a, b, c);
        Assert.Equal(0, Vector3.Dot(b - a, plane.Normal), 1e-5f);
        Assert.Equal(0, Vector3.Dot(c - a, plane.Normal), 1e-5f);
        Assert.Equal(1, plane.Normal.Length(), 1e-5f);
        Assert.Equal(0, Vector3.Dot(plane.Right, plane.Down), 1e-5f);
        Assert.Equal(0, Vector3.Distance(plane.Normal, Vector3.Cross(plane.Right, plane.Down)), 1e-5f);
        Assert.Null(plane.Across);
    }

    [Fact]
    public void Through_PointsOnALine_IsRefusedWithThem() =>
        Assert.Contains("line", Assert.Throws<ArgumentException>(() => PlaneOrientation.Through(Vector3.Zero, Vector3.One, Vector3.One * 2)).Message);

    [Fact]
    public void Turned_ByAQuarterAboutX_PutsASliceAcrossZAcrossY()
    {
        var turned = PlaneOrientation.AcrossAxis(Axis.Z).Turned(Vector3.UnitX, MathF.PI / 2);
        Assert.Equal(0, Vector3.Distance(Vector3.UnitZ, turned.Down), 1e-6f);
        Assert.Equal(Axis.Y, turned.Across);
    }

    [Fact]
    public void Orientation_WithoutDirections_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new PlaneOrientation(Vector3.UnitX, Vector3.UnitX * 2));
        Assert.Throws<ArgumentException>(() => PlaneOrientation.AcrossNormal(Vector3.Zero));
        Assert.Throws<ArgumentException>(() => PlaneOrientation.AcrossNormal(new Vector3(float.NaN, 0, 1)));
    }

    private static Viewer Viewer(out ImageLayer a, out ImageLayer b)
    {
        var viewer = new Viewer();
        viewer.Layers.Add(a = new ImageLayer("a", Ramp()));
        viewer.Layers.Add(b = new ImageLayer("b", Ramp()));
        return viewer;
    }

    private static Volume<byte> Ramp()
    {
        var volume = new Volume<byte>(Shape);
        for (var i = 0; i < Shape.SliceLength; i++)
            volume.Slice(1)[i] = (byte)i;
        return volume;
    }
}
