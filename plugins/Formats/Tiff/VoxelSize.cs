using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>Finds the voxel size in the metadata of a page: OME-XML, then ImageJ, then the resolution tags.</summary>
internal static class VoxelSize
{
    private const double MicrometresPerInch = 25400;
    private const double MicrometresPerCentimetre = 10000;

    /// <summary>The spacing; uncalibrated where no size is known, with its proportions if those are.</summary>
    public static Spacing Of(TiffDirectory page, ImageJDescription? imageJ, OmeDescription? ome)
    {
        if (ome is { MicrometresX: { } omeX } && Make(ome.MicrometresZ ?? omeX, ome.MicrometresY ?? omeX, omeX) is { } fromOme)
            return fromOme;
        var (x, y) = (PixelLength(page, TiffTag.XResolution), PixelLength(page, TiffTag.YResolution));
        x ??= y;
        y ??= x;
        if (imageJ is not null)
        {
            if (LengthUnit.Micrometres(imageJ.Unit) is { } unit)
            {
                var width = (x ?? 1) * unit;
                return IsDefault(width, unit) ? Spacing.Uncalibrated
                    : Make(imageJ.SliceDistance * unit ?? width, (y ?? 1) * unit, width) ?? Spacing.Uncalibrated;
            }
            if (page.Integer(TiffTag.ResolutionUnit, 1) == 1)
                return Make(imageJ.SliceDistance ?? x ?? 1, y ?? 1, x ?? 1, isCalibrated: false) ?? Spacing.Uncalibrated;
        }
        double? tagUnit = page.Integer(TiffTag.ResolutionUnit, 2) switch { 2 => MicrometresPerInch, 3 => MicrometresPerCentimetre, _ => null };
        if (tagUnit is null || x is null || y is null || IsDefault(tagUnit.Value * x.Value, tagUnit.Value))
            return Spacing.Uncalibrated;
        // Slices have no tag of their own; cubic voxels are the best guess.
        return Make(tagUnit.Value * x.Value, tagUnit.Value * y.Value, tagUnit.Value * x.Value) ?? Spacing.Uncalibrated;
    }

    // Programs that know nothing of the sample write what screens, scanners and printers have: 72, 96, 144, 192, 300, 600 dots per inch, or 1.
    // A voxel size is hardly ever a round number of those, while round sizes make odd ones (100 µm are 254 dots per inch).
    private static bool IsDefault(double micrometres, double unit)
    {
        if (unit is not (MicrometresPerInch or MicrometresPerCentimetre))
            return false;
        var dotsPerInch = MicrometresPerInch / micrometres;
        var step = unit == MicrometresPerInch ? 12 : 24;
        return dotsPerInch < 3 || (dotsPerInch < 1201 && (IsNearMultiple(dotsPerInch, 50) || IsNearMultiple(dotsPerInch, step)));
    }

    private static bool IsNearMultiple(double value, double step) => Math.Abs((Math.Round(value / step) * step) - value) < 0.0003 * value;

    // Resolution is pixels per unit; dividing the right way round at once gives the number that was written.
    private static double? PixelLength(TiffDirectory page, TiffTag resolution) =>
        page.Real(resolution) is var (pixels, units) && IsLength(units / pixels) ? units / pixels : null;

    private static Spacing? Make(double z, double y, double x, bool isCalibrated = true) =>
        IsLength(z) && IsLength(y) && IsLength(x) ? new Spacing(z, y, x, isCalibrated) : null;

    private static bool IsLength(double value) => value > 0 && double.IsFinite(value);
}
