using System.Globalization;
using System.Text;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats;

/// <summary>What ImageJ keeps in the tag ImageDescription: lines of "name=value", the first of them "ImageJ=version".</summary>
/// <remarks>A line of our own, "VolumeViewer=", holds the phases of labels; ImageJ takes no notice of it.</remarks>
internal sealed class ImageJDescription
{
    private const string PhasesKey = "VolumeViewer";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private ImageJDescription(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var at = line.IndexOf('=', StringComparison.Ordinal);
            if (at > 0)
                _values.TryAdd(line[..at].Trim(), line[(at + 1)..].Trim());
        }
    }

    /// <summary>Slices, channels and frames together; 1 where nothing is said.</summary>
    public long Images => Count("images");

    /// <summary>Channels.</summary>
    public long Channels => Count("channels");

    /// <summary>Slices along z.</summary>
    public long Slices => Count("slices");

    /// <summary>Points in time.</summary>
    public long Frames => Count("frames");

    /// <summary>The unit of length, or null.</summary>
    public string? Unit => _values.GetValueOrDefault("unit");

    /// <summary>Distance of slices in that unit. Stacks without it have 1, for ImageJ leaves out just that value; for single slices it is unknown.</summary>
    public double? SliceDistance =>
        _values.TryGetValue("spacing", out var text) && double.TryParse(text, NumberStyles.Float, null, out var value) ? Math.Abs(value)
        : Images > 1 ? 1
        : null;

    /// <summary>The phases, where they are there and make sense.</summary>
    public PhaseTable? Phases => _values.TryGetValue(PhasesKey, out var text) ? PhaseText.Parse(text) : null;

    /// <summary>The description in a text, or null if ImageJ's kind of it is not there.</summary>
    public static ImageJDescription? Of(string? text) =>
        text is not null && text.StartsWith("ImageJ=", StringComparison.Ordinal) ? new ImageJDescription(text) : null;

    /// <summary>The description of a volume to be written, or null where there is nothing to say.</summary>
    /// <param name="slices">Slices of the file.</param>
    /// <param name="spacing">Voxel size; proportions are kept too, without a unit.</param>
    /// <param name="phases">Phases, if the volume holds labels.</param>
    public static string? Compose(int slices, Spacing spacing, PhaseTable? phases)
    {
        if (spacing == Spacing.Uncalibrated && phases is null)
            return null;
        var text = new StringBuilder("ImageJ=1.53t\n");
        if (slices > 1)
            text.Append($"images={slices}\nslices={slices}\n");
        if (spacing.IsCalibrated)
            text.Append("unit=micron\n");
        text.Append($"spacing={spacing.Z:R}\n");
        if (phases is not null)
            text.Append($"{PhasesKey}={PhaseText.Format(phases)}\n");
        return text.ToString();
    }

    private long Count(string name) => _values.TryGetValue(name, out var text) && long.TryParse(text, out var value) && value > 0 ? value : 1;
}
