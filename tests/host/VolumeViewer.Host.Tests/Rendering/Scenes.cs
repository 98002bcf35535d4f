using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>Small layers whose pictures are known.</summary>
internal static class Scenes
{
    public static readonly Rgba Red = new(230, 20, 20);
    public static readonly Rgba Green = new(20, 220, 20);
    public static readonly Rgba Blue = new(20, 20, 230);

    // Strict enough to leave out the coloured edges of the box.
    public static bool IsRed(Rgba color) => color.R > 90 && color.G < color.R / 3 && color.B < color.R / 3;

    public static bool IsGreen(Rgba color) => color.G > 90 && color.R < color.G / 2 && color.B < color.G / 2;

    public static bool IsBlue(Rgba color) => color.B > 90 && color.R < color.B / 2 && color.G < color.B / 2;

    public static bool IsBright(Rgba color) => color is { R: > 128, G: > 128, B: > 128 };

    /// <summary>Labels 0 (not drawn), 1 red, 2 green, 3 blue, as the function gives them.</summary>
    public static LabelsLayer Labels(VolumeShape shape, Func<int, int, int, int> labelAt, Spacing? spacing = null)
    {
        var phases = new PhaseTable(
        [
            new Phase("air", new Rgba(90, 90, 90), 0, Visible: false), new Phase("red", Red, 1), new Phase("green", Green, 2), new Phase("blue", Blue, 3),
        ]);
        var labels = new LabelVolume(shape, phases, spacing ?? Spacing.Isotropic(1));
        ForEach(shape, (z, y, x) => labels.Slice(z)[(y * shape.Width) + x] = (byte)labelAt(z, y, x));
        return new LabelsLayer("labels", labels);
    }

    /// <summary>Grey values as the function gives them, from 0 to 200.</summary>
    public static ImageLayer Image<T>(VolumeShape shape, Func<int, int, int, T> valueAt, Spacing? spacing = null) where T : unmanaged
    {
        var volume = new Volume<T>(shape, spacing ?? Spacing.Isotropic(1));
        ForEach(shape, (z, y, x) => volume[z, y, x] = valueAt(z, y, x));
        return new ImageLayer("image", volume) { ContrastLimits = new ContrastLimits(0, 200), Isovalue = 100, Interpolate = false };
    }

    private static void ForEach(VolumeShape shape, Action<int, int, int> action)
    {
        for (var z = 0; z < shape.Depth; z++)
        {
            for (var y = 0; y < shape.Height; y++)
            {
                for (var x = 0; x < shape.Width; x++)
                    action(z, y, x);
            }
        }
    }
}
