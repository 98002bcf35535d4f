using System.Numerics;

using VolumeViewer.Host.Panels;

namespace VolumeViewer.Host.Runs;

/// <summary>The colours of runs, by their place in the list.</summary>
internal static class RunColors
{
    // After one round of the colours they come again, lighter and then darker, so that thirty runs can be told apart.
    private static readonly float[] Shades = [0, 0.45f, -0.35f];

    /// <summary>Red, green and blue from 0 to 1.</summary>
    public static Vector4 Of(int index)
    {
        var color = Theme.Curves[index % Theme.Curves.Length];
        var shade = Shades[index / Theme.Curves.Length % Shades.Length];
        var aim = shade > 0 ? Vector4.One : Vector4.Zero;
        return Vector4.Lerp(color, aim, Math.Abs(shade)) with { W = 1 };
    }
}
