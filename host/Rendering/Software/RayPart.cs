using System.Numerics;

namespace VolumeViewer.Host.Rendering;

/// <summary>The part of each ray on one side of a box that is drawn apart; as clipToPart in clip.glsl.</summary>
/// <param name="Low">Corner of the box with the lowest (x, y, z), µm.</param>
/// <param name="High">Corner with the highest.</param>
/// <param name="IsBehind">What lies behind the box, or what lies before it and rays that miss it.</param>
internal readonly record struct RayPart(Vector3 Low, Vector3 High, bool IsBehind);
