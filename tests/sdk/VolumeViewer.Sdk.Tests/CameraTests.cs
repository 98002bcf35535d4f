using System.Numerics;

namespace VolumeViewer.Sdk.Tests;

public class CameraTests
{
    [Fact]
    public void Position_WithoutTurning_StandsInFrontOfTheFirstSlice()
    {
        var camera = new Camera { Orientation = Quaternion.Identity, Target = new(1, 2, 3), Distance = 10 };
        Assert.Equal(new Vector3(1, 2, -7), camera.Position);
    }

    [Fact]
    public void Frame_OfABox_PutsItsSphereInsideTheOpeningAngle()
    {
        var camera = new Camera();
        camera.Frame(new Vector3(2, 4, 6));
        Assert.Equal(new Vector3(1, 2, 3), camera.Target);
        var radius = new Vector3(2, 4, 6).Length() / 2;
        Assert.True(MathF.Asin(radius / camera.Distance) * 360 / MathF.PI < camera.FieldOfView);
    }

    [Fact]
    public void Orbit_ToTheRight_MovesTheNearSideOfTheObjectToTheRight()
    {
        var camera = new Camera { Orientation = Quaternion.Identity, Distance = 10 };
        var near = new Vector3(0, 0, -1);
        camera.Orbit(0.1f, 0);
        Assert.True(InCamera(camera, near).X > 0);
        camera.Orientation = Quaternion.Identity;
        camera.Orbit(0, 0.1f);
        Assert.True(InCamera(camera, near).Y > 0);
    }

    [Fact]
    public void Pan_ToTheRight_MovesTheObjectToTheRight()
    {
        var camera = new Camera { Orientation = Quaternion.Identity, Distance = 10 };
        camera.Pan(2, 1);
        Assert.Equal(new Vector3(2, 1, 10), InCamera(camera, Vector3.Zero));
    }

    private static Vector3 InCamera(Camera camera, Vector3 world) => Vector3.Transform(world - camera.Position, Quaternion.Inverse(camera.Orientation));
}
