using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What the views tell one another and the status bar.</summary>
internal sealed class ViewState
{
    /// <summary>The place under the pointer, or null where there is none.</summary>
    public WorldPoint? Hover { get; set; }

    /// <summary>The axis whose slices the keys move through: that of the view the pointer was in last.</summary>
    public Axis KeyAxis { get; set; } = Axis.Z;

    /// <summary>Whether the pointer was in the view of the oblique slice last, so that the keys move that.</summary>
    public bool KeysAreOblique { get; set; }

    /// <summary>Which side of a comparison is seen that shows one after the other.</summary>
    public FlickerClock Flicker { get; } = new();

    /// <summary>Plays slices.</summary>
    public SlicePlayer Player { get; } = new();

    /// <summary>Counts labels of slices.</summary>
    public SliceCounts SliceCounts { get; init; } = new(() => { });

    /// <summary>The axis across which the number of the slice shall be typed, once.</summary>
    public Axis? WantedNumber { get; set; }

    /// <summary>Where the buttons stand that play slices.</summary>
    public Dictionary<Axis, Rect> PlayButtons { get; } = [];

    /// <summary>Places of the oblique slice's pictures in the window as they were drawn last.</summary>
    public List<Rect> ObliquePictures { get; } = [];

    /// <summary>Whether the 3-D view has a cube that turns with the scene.</summary>
    public bool ShowCube { get; set; } = true;

    /// <summary>Whether the edges of the scene's box have marks with numbers.</summary>
    public bool ShowTicks { get; set; }

    /// <summary>Whether the 3-D view has arrows along the axes.</summary>
    public bool ShowArrows { get; set; }

    /// <summary>Whether views have the colours of an image's values.</summary>
    public bool ShowColorBar { get; set; }

    /// <summary>Asks every view to show all of the scene.</summary>
    public int Resets { get; private set; }

    /// <summary>Whether views draw the crosshair.</summary>
    public bool ShowCrosshair { get; set; } = true;

    /// <summary>Whether views draw scale bars and the names of axes.</summary>
    public bool ShowScale { get; set; } = true;

    /// <summary>Whether views show the colours and names of phases.</summary>
    public bool ShowLegend { get; set; } = true;

    /// <summary>Places of the views' pictures in the window as they were drawn last; <see langword="null"/> stands for the 3-D view.</summary>
    public List<(Axis? Axis, Rect Area)> Pictures { get; } = [];

    /// <summary>The part of the world (u, v) that each slice view shows, µm, as it was drawn last.</summary>
    public Dictionary<Axis, (WorldPoint First, WorldPoint Last)> Shown { get; } = [];

    /// <summary>Where the slice views stand that the user has moved, as they were drawn last.</summary>
    public Dictionary<Axis, SlicePlace> Places { get; } = [];

    /// <summary>Where slice views shall stand; each takes its own when it is drawn.</summary>
    public Dictionary<Axis, SlicePlace> WantedPlaces { get; } = [];

    /// <summary>How the slice views are turned in their planes, where they are.</summary>
    public Dictionary<Axis, SliceTurn> Turns { get; } = [];

    /// <summary>What lies over the pictures of all views.</summary>
    public IReadOnlyList<IViewOverlay> Overlays { get; set; } = [];

    /// <summary>What draws the 3-D view this time; null for what the settings say.</summary>
    public RendererChoice? Renderer { get; set; }

    public void Reset() => Resets++;
}
