using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Numbers as they are shown: few digits, never longer than their field.</summary>
internal static class Lengths
{
    /// <summary>A length with its unit, four significant digits.</summary>
    public static string Text(double micrometres) => Math.Abs(micrometres) switch
    {
        >= 1000 => $"{Number(micrometres / 1000)} mm",
        >= 1 or 0 => $"{Number(micrometres)} µm",
        _ => $"{Number(micrometres * 1000)} nm",
    };

    /// <summary>A length in the unit of a spacing: µm with <see cref="Text(double)"/>, or voxels where the voxel size is not known.</summary>
    public static string Text(double length, bool isCalibrated) => isCalibrated ? Text(length) : $"{Number(length)} {(length == 1 ? "voxel" : "voxels")}";

    /// <summary>A place as its coordinates z, y, x in µm, nm or mm, whichever suits the largest.</summary>
    public static string Place(WorldPoint place)
    {
        var unit = LengthUnit.For(Math.Max(Math.Abs(place.Z), Math.Max(Math.Abs(place.Y), Math.Abs(place.X))));
        return $"{Number(place.Z / unit.Micrometres)}, {Number(place.Y / unit.Micrometres)}, {Number(place.X / unit.Micrometres)} {unit.Name}";
    }

    /// <summary>An area likewise: nm² below 0.01 µm², mm² from 0.1 mm² on.</summary>
    public static string Area(double area, bool isCalibrated) => !isCalibrated ? $"{Number(area)} voxels²" : Math.Abs(area) switch
    {
        >= 1e5 => $"{Number(area / 1e6)} mm²",
        >= 0.01 or 0 => $"{Number(area)} µm²",
        _ => $"{Number(area * 1e6)} nm²",
    };

    /// <summary>A volume likewise: nm³ below 10⁻⁴ µm³, mm³ from 0.01 mm³ on.</summary>
    public static string Volume(double volume, bool isCalibrated) => !isCalibrated ? $"{Number(volume)} voxels³" : Math.Abs(volume) switch
    {
        >= 1e7 => $"{Number(volume / 1e9)} mm³",
        >= 1e-4 or 0 => $"{Number(volume)} µm³",
        _ => $"{Number(volume * 1e9)} nm³",
    };

    /// <summary>Four significant digits, with a power of ten for very small and very large numbers.</summary>
    public static string Number(double value)
    {
        var size = Math.Abs(value);
        if (size is >= 1e6 or (> 0 and < 1e-3))
            return value.ToString("0.###e+0");
        var decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
        return value.ToString(decimals == 0 ? "0" : "0." + new string('#', decimals));
    }

    /// <summary>An amount of memory as "812 B", "3.4 MB" or "1.07 GB".</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} B",
        < 1_000_000 => $"{bytes / 1e3:0.#} kB",
        < 1_000_000_000 => $"{bytes / 1e6:0.#} MB",
        _ => $"{bytes / 1e9:0.##} GB",
    };

    /// <summary>A time as "12 s", "3 min 05 s" or "2 h 04 min".</summary>
    public static string Text(TimeSpan time) => time.TotalSeconds < 10 ? $"{time.TotalSeconds:0.0} s"
        : time.TotalMinutes < 1 ? $"{time.TotalSeconds:0} s"
        : time.TotalHours < 1 ? $"{(int)time.TotalMinutes} min {time.Seconds:00} s"
        : $"{(int)time.TotalHours} h {time.Minutes:00} min";
}
