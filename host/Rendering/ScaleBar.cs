using System.Globalization;

namespace VolumeViewer.Host.Rendering;

/// <summary>A bar whose length is a round number: 1, 2 or 5 times a power of ten.</summary>
/// <param name="Micrometres">Its length (in voxels where the layer is not calibrated).</param>
/// <param name="Pixels">Its length in the view.</param>
/// <param name="Text">Its length for the reader, such as "20 µm".</param>
internal sealed record ScaleBar(double Micrometres, double Pixels, string Text)
{
    /// <summary>The longest round bar that is not longer than this many pixels.</summary>
    public static ScaleBar Choose(double micrometresPerPixel, double maxPixels, bool calibrated)
    {
        var length = NiceNumber.Floor(micrometresPerPixel * maxPixels);
        return new ScaleBar(length, length / micrometresPerPixel, Format(length, calibrated));
    }

    /// <summary>A length with the unit that gives a handy number.</summary>
    public static string Format(double micrometres, bool calibrated) => !calibrated
        ? $"{Number(micrometres)} {(micrometres == 1 ? "voxel" : "voxels")}"
        : micrometres >= 1000 ? $"{Number(micrometres / 1000)} mm"
        : micrometres >= 1 ? $"{Number(micrometres)} µm"
        : $"{Number(micrometres * 1000)} nm";

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
