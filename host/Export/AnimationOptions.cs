using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Export;

/// <summary>How an animation is written.</summary>
internal sealed record AnimationOptions
{
    public int Frames { get; init; } = 120;

    public double FramesPerSecond { get; init; } = 25;

    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 720;

    public RenderOptions Render { get; init; } = new();

    /// <exception cref="UserException">A number does not fit.</exception>
    public void Check()
    {
        if (Frames is < 1 or > 100_000)
            throw new UserException($"An animation of {Frames} frames cannot be written: give 1 to 100000.");
        if (!(FramesPerSecond is >= 0.1 and <= 240))
            throw new UserException($"{FramesPerSecond} frames a second are too few or too many; give 0.1 to 240.");
        if (Width is < 16 or > FigureOptions.MaxLength || Height is < 16 or > FigureOptions.MaxLength)
            throw new UserException($"Frames of {Width} × {Height} pixels cannot be drawn: give 16 to {FigureOptions.MaxLength} along each side.");
    }
}
