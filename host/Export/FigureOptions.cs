using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Export;

/// <summary>A figure: which views, how large, and what is drawn with them.</summary>
internal sealed record FigureOptions
{
    private const double MillimetresPerInch = 25.4, PointsPerInch = 72;

    /// <summary>The longest edge, pixels.</summary>
    public const int MaxLength = 16384;

    /// <summary>Which views.</summary>
    public ViewLayout Layout { get; init; }

    /// <summary>Width in pixels of what is drawn from voxels.</summary>
    public int Width { get; init; } = 1200;

    /// <summary>Height in pixels of what is drawn from voxels.</summary>
    public int Height { get; init; } = 900;

    /// <summary>Pixels an inch: with the width in pixels it gives the width on paper.</summary>
    public double Dpi { get; init; } = 300;

    /// <summary>Size of text on paper, in points; 0 chooses it by the size of the views in pixels.</summary>
    public double TextPoints { get; init; }

    /// <summary>What is drawn, and how.</summary>
    public RenderOptions Render { get; init; } = new();

    public double WidthMillimetres => Width / Dpi * MillimetresPerInch;

    public double WidthPoints => Width / Dpi * PointsPerInch;

    public double HeightPoints => Height / Dpi * PointsPerInch;

    /// <summary>What is drawn, with the size of text in pixels.</summary>
    public RenderOptions Scaled => Render with { TextPixels = TextPoints > 0 ? (float)(TextPoints * Dpi / PointsPerInch) : Render.TextPixels, PointPixels = TextPoints > 0 ? (float)(Dpi / PointsPerInch) : Render.PointPixels };

    /// <summary>The same figure with a width on paper; its shape stays.</summary>
    public FigureOptions OfMillimetres(double width) => OfPixels((int)Math.Round(width / MillimetresPerInch * Dpi));

    /// <summary>The same figure with a width in pixels; its shape stays.</summary>
    public FigureOptions OfPixels(int width) => this with { Width = width, Height = Math.Max(1, (int)Math.Round((double)width * Height / Width)) };

    /// <exception cref="UserException">It is too small or too large.</exception>
    public void Check()
    {
        if (Width is < 16 or > MaxLength || Height is < 16 or > MaxLength)
            throw new UserException($"A figure of {Width} × {Height} pixels cannot be drawn: it can have 16 to {MaxLength} along each side. Choose another width or fewer dots per inch.");
        if (!(Dpi is >= 10 and <= 4800))
            throw new UserException($"{Dpi} dots per inch are too few or too many; choose 10 to 4800.");
    }
}
