using ImGuiNET;

namespace VolumeViewer.Host.Panels;

/// <summary>Something over the pictures of the views: handles to drag, a tool in the hand, what it drew. It draws, and it may take the pointer.</summary>
internal interface IViewOverlay
{
    /// <summary>Once a frame for each slice view, before it reacts to the pointer itself.</summary>
    /// <returns>Whether the overlay has taken the pointer, so that neither overlays after it nor the view react.</returns>
    bool Follow(SliceTouch touch) => false;

    /// <summary>Once a frame for the 3-D view, likewise.</summary>
    bool Follow(VolumeTouch touch) => false;

    /// <summary>Once a frame for the view of the oblique slice, likewise.</summary>
    bool Follow(PlaneTouch touch) => false;

    /// <summary>Draws over a slice; what is drawn is cut at the picture's edges.</summary>
    void Draw(ImDrawListPtr draw, SliceTouch touch) { }

    /// <summary>Draws over the 3-D picture, likewise.</summary>
    void Draw(ImDrawListPtr draw, VolumeTouch touch) { }

    /// <summary>Draws over the oblique slice, likewise.</summary>
    void Draw(ImDrawListPtr draw, PlaneTouch touch) { }
}
