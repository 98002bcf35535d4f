using System.Numerics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Painting;

/// <summary>The place where a line of sight meets the surface of visible phases.</summary>
/// <param name="Point">The place, (x, y, z), µm.</param>
/// <param name="Normal">Away from the phases, length 1.</param>
internal readonly record struct SurfaceHit(Vector3 Point, Vector3 Normal)
{
    public WorldPoint Place => WorldPoint.Of(Point);
}
