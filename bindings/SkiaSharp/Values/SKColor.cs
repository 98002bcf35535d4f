using System.Globalization;

namespace SkiaSharp;

/// <summary>0xAARRGGBB, not premultiplied.</summary>
public readonly struct SKColor : IEquatable<SKColor>
{
    public static readonly SKColor Empty;

    private readonly uint _value;

    public SKColor(uint value) => _value = value;

    public SKColor(byte red, byte green, byte blue, byte alpha) => _value = (uint)alpha << 24 | (uint)red << 16 | (uint)green << 8 | blue;

    public SKColor(byte red, byte green, byte blue)
        : this(red, green, blue, 255)
    {
    }

    public byte Alpha => (byte)(_value >> 24);

    public byte Red => (byte)(_value >> 16);

    public byte Green => (byte)(_value >> 8);

    public byte Blue => (byte)_value;

    public static implicit operator SKColor(uint color) => new(color);

    public static explicit operator uint(SKColor color) => color._value;

    public static bool operator ==(SKColor left, SKColor right) => left.Equals(right);

    public static bool operator !=(SKColor left, SKColor right) => !left.Equals(right);

    public static SKColor Parse(string hexString)
    {
        if (TryParse(hexString, out var color))
            return color;
        throw new ArgumentException(
            $"'{hexString}' is no hexadecimal colour. Write it as RGB, ARGB, RRGGBB or AARRGGBB, with or without '#'.", nameof(hexString));
    }

    public static bool TryParse(string hexString, out SKColor color)
    {
        color = Empty;
        var digits = (hexString ?? "").Trim().TrimStart('#');
        if (!uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _))
            return false;
        // The short forms stand for the long ones with each digit written twice.
        if (digits.Length is 3 or 4)
            digits = string.Concat(digits.Select(digit => new string(digit, 2)));
        if (digits.Length == 6)
            digits = "ff" + digits;
        if (digits.Length != 8)
            return false;
        color = new SKColor(uint.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        return true;
    }

    public SKColor WithRed(byte red) => new(red, Green, Blue, Alpha);

    public SKColor WithGreen(byte green) => new(Red, green, Blue, Alpha);

    public SKColor WithBlue(byte blue) => new(Red, Green, blue, Alpha);

    public SKColor WithAlpha(byte alpha) => new(Red, Green, Blue, alpha);

    public bool Equals(SKColor obj) => _value == obj._value;

    public override bool Equals(object other) => other is SKColor color && Equals(color);

    public override int GetHashCode() => _value.GetHashCode();

    public override string ToString() => $"#{_value:x8}";
}
