using System.Numerics;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>The view of the oblique slice in the frame that is being drawn, and the pointer in it. Its picture is the current item of Dear ImGui.</summary>
/// <param name="Camera">How it is looked at.</param>
/// <param name="Frame">Where its picture stands.</param>
/// <param name="Cursor">The viewer's crosshair, which the slice goes through.</param>
/// <param name="Pointer">The pointer, in the window.</param>
/// <param name="IsHovered">Whether the pointer is over the picture and nothing lies between.</param>
/// <param name="IsActive">Whether a button that went down in the picture is still held.</param>
internal readonly record struct PlaneTouch(ObliqueCamera Camera, ViewFrame Frame, WorldPoint Cursor, Vector2 Pointer, bool IsHovered, bool IsActive)
{
    /// <summary>The place under the pointer, on the slice.</summary>
    public WorldPoint Place
    {
        get
        {
            var pixel = Frame.ToPicture(Pointer);
            return Camera.ToWorld(pixel.X, pixel.Y, Frame.Width, Frame.Height, Cursor);
        }
    }

    /// <summary>Where a place of the world, or its shadow on the slice, is seen in the window.</summary>
    public Vector2 ToWindow(WorldPoint place) => Frame.ToWindow(Camera.ToPixel(place, Frame.Width, Frame.Height));
}
