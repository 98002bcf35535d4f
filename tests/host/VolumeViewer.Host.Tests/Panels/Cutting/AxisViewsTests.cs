using System.Numerics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

public sealed class AxisViewsTests
{
    [Theory]
    [InlineData(Axis.Z, false, "x", "y")]
    [InlineData(Axis.Z, true, "-x", "y")]
    [InlineData(Axis.X, false, "-z", "y")]
    [InlineData(Axis.X, true, "z", "y")]
    [InlineData(Axis.Y, false, "x", "-z")]
    [InlineData(Axis.Y, true, "x", "z")]
    public void OrientationTo_ASide_LooksAtItUnmirrored(Axis axis, bool isHigh, string right, string down)
    {
        var orientation = AxisViews.OrientationTo(axis, isHigh);
        AssertNear(SliceCamera.Unit(axis) * (isHigh ? -1 : 1), Vector3.Transform(Vector3.UnitZ, orientation));
        AssertNear(Direction(right), Vector3.Transform(Vector3.UnitX, orientation));
        AssertNear(Direction(down), Vector3.Transform(Vector3.UnitY, orientation));
    }

    private static Vector3 Direction(string name) => (name[^1] switch { 'x' => Vector3.UnitX, 'y' => Vector3.UnitY, _ => Vector3.UnitZ }) * (name[0] == '-' ? -1 : 1);

    private static void AssertNear(Vector3 expected, Vector3 actual) => Assert.True(Vector3.Distance(expected, actual) < 1e-5f, $"{expected} and {actual}");
}
