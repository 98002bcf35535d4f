using System.Globalization;
using System.Xml;

namespace VolumeViewer.Plugins.Formats;

/// <summary>What OME-XML in the tag ImageDescription says of the first image: sizes and voxel size.</summary>
internal sealed record OmeDescription(long SizeC, long SizeZ, long SizeT, double? MicrometresX, double? MicrometresY, double? MicrometresZ)
{
    /// <summary>The description in a text, or null if it holds none that can be read.</summary>
    public static OmeDescription? Of(string? text)
    {
        if (text is null || !text.Contains("<OME", StringComparison.Ordinal))
            return null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Pixels")
                    return new OmeDescription(Count(reader, "SizeC"), Count(reader, "SizeZ"), Count(reader, "SizeT"),
                        Length(reader, "X"), Length(reader, "Y"), Length(reader, "Z"));
            }
        }
        catch (XmlException)
        {
            // Metadata that cannot be read are as good as none.
        }
        return null;
    }

    private static long Count(XmlReader pixels, string name) => long.TryParse(pixels.GetAttribute(name), out var value) && value > 0 ? value : 1;

    private static double? Length(XmlReader pixels, string axis) =>
        double.TryParse(pixels.GetAttribute($"PhysicalSize{axis}"), NumberStyles.Float, null, out var value)
        && LengthUnit.Micrometres(pixels.GetAttribute($"PhysicalSize{axis}Unit") ?? "µm") is { } unit
            ? value * unit
            : null;
}
