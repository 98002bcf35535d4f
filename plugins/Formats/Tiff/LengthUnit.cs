namespace VolumeViewer.Plugins.Formats;

/// <summary>Names of units of length.</summary>
internal static class LengthUnit
{
    /// <summary>Micrometres in a unit, or null where it is none of length (such as "pixel").</summary>
    public static double? Micrometres(string? unit) => unit?.Trim().ToLowerInvariant() switch
    {
        // The two letters that look like µ, and how ImageJ writes the first of them.
        "µm" or "μm" or @"\u00b5m" or "um" or "micron" or "microns" or "micrometer" or "micrometre" or "micrometers" or "micrometres" => 1,
        "nm" or "nanometer" or "nanometre" or "nanometers" or "nanometres" => 1e-3,
        "å" or "a" or @"\u00c5" or @"\u00e5" or "angstrom" or "ångström" => 1e-4,
        "pm" => 1e-6,
        "mm" or "millimeter" or "millimetre" or "millimeters" or "millimetres" => 1e3,
        "cm" or "centimeter" or "centimetre" => 1e4,
        "m" or "meter" or "metre" => 1e6,
        "inch" or "in" or "inches" => 25400,
        _ => null,
    };
}
