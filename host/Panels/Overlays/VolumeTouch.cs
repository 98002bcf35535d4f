using System.Numerics;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The 3-D view in the frame that is being drawn, and the pointer in it. Its picture is the current item of Dear ImGui.</summary>
/// <param name="View">How the scene is seen, in pixels of the picture.</param>
/// <param name="Frame">Where its picture stands.</param>
/// <param name="Pointer">The pointer, in the window.</param>
/// <param name="IsHovered">Whether the pointer is over the picture and nothing lies between.</param>
/// <param name="IsActive">Whether a button that went down in the picture is still held.</param>
/// <param name="Pick">The point that is seen at a place of the window, or null; takes some milliseconds.</param>
internal readonly record struct VolumeTouch(ViewProjection View, ViewFrame Frame, Vector2 Pointer, bool IsHovered, bool IsActive, Func<Vector2, WorldPoint?> Pick)
{
    /// <summary>The line of sight through a place in the window.</summary>
    public Ray RayThrough(Vector2 window) => View.RayThrough(Frame.ToPicture(window));

    /// <summary>Where a point of the world, (x, y, z) in µm, is seen in the window, and whether it is in view.</summary>
    public (Vector2 Place, bool IsVisible) ToWindow(Vector3 world)
    {
        var (pixel, isVisible) = View.Project(world);
        return (Frame.ToWindow(pixel), isVisible);
    }
}
