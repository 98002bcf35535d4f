using System.Numerics;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The six views along the axes.</summary>
internal static class AxisViews
{
    /// <summary>How the camera is turned to look at one side of the scene's box: y points down, or to the right what would else be upside down.</summary>
    /// <param name="axis">Across which axis the side lies.</param>
    /// <param name="isHigh">Whether it is the side with the higher coordinate.</param>
    public static Quaternion OrientationTo(Axis axis, bool isHigh)
    {
        var forward = SliceCamera.Unit(axis) * (isHigh ? -1 : 1);
        var right = axis == Axis.Y ? Vector3.UnitX : Vector3.Cross(Vector3.UnitY, forward);
        var down = Vector3.Cross(forward, right);
        return Quaternion.CreateFromRotationMatrix(new Matrix4x4(
            right.X, right.Y, right.Z, 0, down.X, down.Y, down.Z, 0, forward.X, forward.Y, forward.Z, 0, 0, 0, 0, 1));
    }
}
