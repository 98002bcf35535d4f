using System.Globalization;

namespace VolumeViewer.Sdk;

/// <summary>A colour with 8 bits a channel, not premultiplied.</summary>
public readonly record struct Rgba(byte R, byte G, byte B, byte A = 255)
{
    /// <summary>From "#rrggbb" or "#rrggbbaa".</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static Rgba Parse(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        if (hex.Length is not (7 or 9) || hex[0] != '#' || !uint.TryParse(hex.AsSpan(1), NumberStyles.HexNumber, null, out var bits))
            throw new FormatException($"'{hex}' is not a colour; write it as #rrggbb or #rrggbbaa.");
        if (hex.Length == 7)
            bits = (bits << 8) | 0xFF;
        return new Rgba((byte)(bits >> 24), (byte)(bits >> 16), (byte)(bits >> 8), (byte)bits);
    }

    /// <summary>"#rrggbb", with "aa" behind it where the colour is not opaque.</summary>
    public override string ToString() => A == 255 ? $"#{R:x2}{G:x2}{B:x2}" : $"#{R:x2}{G:x2}{B:x2}{A:x2}";
}
