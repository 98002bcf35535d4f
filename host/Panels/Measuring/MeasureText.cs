using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What a measurement measures, in words.</summary>
internal static class MeasureText
{
    /// <summary>The one number that stands beside it: its length, angle, area or volume.</summary>
    public static string Short(Measurement measurement, bool isCalibrated) => measurement.Kind switch
    {
        MeasurementKind.Angle => Degrees(measurement.Degrees),
        MeasurementKind.Rectangle or MeasurementKind.Ellipse => Lengths.Area(measurement.Area, isCalibrated),
        MeasurementKind.Box => Lengths.Volume(measurement.Volume, isCalibrated),
        _ => Lengths.Text(measurement.Length, isCalibrated),
    };

    /// <summary>An angle, "–" where there is none.</summary>
    public static string Degrees(double degrees) => double.IsNaN(degrees) ? "–" : $"{degrees:0.0#}°";

    /// <summary>The facts of its shape, each with its name.</summary>
    /// <param name="measurement">What is told of.</param>
    /// <param name="spacing">Of the layer whose voxels are counted.</param>
    public static IEnumerable<(string Name, string Value)> Facts(Measurement measurement, Spacing spacing)
    {
        var isCalibrated = spacing.IsCalibrated;
        if (measurement.IsLine)
        {
            yield return ("Length", Lengths.Text(measurement.Length, isCalibrated));
            if (isCalibrated)
                yield return ("In voxels", Lengths.Number(measurement.LengthInVoxels(spacing)));
            if (measurement.Kind == MeasurementKind.Path)
                yield return ("Points", $"{measurement.Points.Length}");
        }
        if (measurement.Kind == MeasurementKind.Angle)
            yield return ("Angle", Degrees(measurement.Degrees));
        if (!measurement.IsRegion)
            yield break;
        var (z, y, x) = measurement.Edges;
        string Side(double length) => Lengths.Text(length, isCalibrated);
        yield return ("Size", measurement.Kind == MeasurementKind.Box ? $"{Side(z)} × {Side(y)} × {Side(x)}" : measurement.Plane switch
        {
            Axis.Z => $"{Side(y)} × {Side(x)}",
            Axis.Y => $"{Side(z)} × {Side(x)}",
            _ => $"{Side(z)} × {Side(y)}",
        });
        yield return measurement.Kind == MeasurementKind.Box ? ("Volume", Lengths.Volume(measurement.Volume, isCalibrated)) : ("Area", Lengths.Area(measurement.Area, isCalibrated));
    }
}
