using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>What is drawn into a picture besides the layers, and with how much care.</summary>
internal sealed record RenderOptions
{
    /// <summary>A bar of known length in every view.</summary>
    public bool ScaleBar { get; init; } = true;

    /// <summary>Names of the axes, and the position of slices.</summary>
    public bool AxisNames { get; init; } = true;

    /// <summary>Colours and names of the phases.</summary>
    public bool Legend { get; init; } = true;

    /// <summary>The colours of the grey values.</summary>
    public bool ColorBar { get; init; } = true;

    /// <summary>Lines through the cursor in slices when several views are shown.</summary>
    public bool Crosshair { get; init; } = true;

    /// <summary>The texts of the viewer.</summary>
    public bool Notes { get; init; } = true;

    /// <summary>The cube that turns with the scene, in the 3-D view.</summary>
    public bool Cube { get; init; }

    /// <summary>Arrows along the axes, in the 3-D view.</summary>
    public bool Arrows { get; init; }

    /// <summary>Marks with numbers along the scene's box, in the 3-D view.</summary>
    public bool Ticks { get; init; }

    /// <summary>Pixels of a point, of which the texts are so many high; 0 goes by the size of other text, of which a letter has 10 points.</summary>
    public float PointPixels { get; init; }

    /// <summary>Every pixel is the mean of this many samples squared: 1 is fast, 2 has smooth edges.</summary>
    public int Supersampling { get; init; } = 2;

    /// <summary>What is behind the layers, and so whether text is light or dark.</summary>
    public FigureBackground Background { get; init; }

    /// <summary>Whether views are named a, b, c …</summary>
    public bool PanelLetters { get; init; }

    /// <summary>Size of text in pixels; 0 chooses it by the size of the views.</summary>
    public float TextPixels { get; init; }

    /// <summary>Is told what the picture leaves out, such as that a layer is shown coarser than it is.</summary>
    public Action<string>? Notice { get; init; }

    /// <summary>Where slice views stand; those that are not named show the whole slice.</summary>
    public IReadOnlyDictionary<Axis, SlicePlace> Places { get; init; } = new Dictionary<Axis, SlicePlace>();

    /// <summary>Length of the steps along each ray.</summary>
    public RenderQuality Quality { get; init; } = RenderQuality.Full;

    /// <summary>What draws the 3-D view.</summary>
    public RendererChoice Renderer { get; init; }
}
