using System.Numerics;

namespace VolumeViewer.Host.Rendering;

/// <summary>A line of sight in the world (x, y, z), µm. Its direction advances 1 along the camera's forward direction.</summary>
internal readonly record struct Ray(Vector3 Origin, Vector3 Direction)
{
    /// <summary>The point this far below the eye.</summary>
    public Vector3 At(float depth) => Origin + (Direction * depth);
}
