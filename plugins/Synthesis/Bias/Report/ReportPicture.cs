using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Report;

/// <summary>A slice as a picture in a page.</summary>
/// <param name="Title">Stands below it.</param>
/// <param name="Png">The picture.</param>
internal sealed record ReportPicture(string Title, byte[] Png)
{
    // Larger slices are thinned out, so that the page stays small.
    private const int MostEdge = 400;

    /// <summary>As a source of an image in a page.</summary>
    internal string Source => "data:image/png;base64," + Convert.ToBase64String(Png);

    /// <summary>A grey slice within its contrast limits.</summary>
    internal static ReportPicture Grey(string title, ImageLayer layer, int z)
    {
        var (row, limits) = (new float[layer.Shape.SliceLength], layer.ContrastLimits);
        layer.Volume.ReadSlice(z, row);
        return Make(title, layer.Shape, i =>
        {
            var grey = (byte)Math.Clamp(255 * (row[i] - limits.Low) / (limits.High - limits.Low), 0, 255);
            return new Rgba(grey, grey, grey);
        });
    }

    /// <summary>Labels in the colours of their phases; unlabelled is light grey.</summary>
    internal static ReportPicture Labels(string title, LabelVolume labels, int z, PhaseTable phases)
    {
        var slice = labels.Slice(z).ToArray();
        return Make(title, labels.Shape, i => slice[i] == LabelVolume.Unlabelled ? new Rgba(230, 230, 230) : phases[slice[i]].Color);
    }

    /// <summary>Values from 0, white, over orange to 1, dark red.</summary>
    internal static ReportPicture Heat(string title, Volume<float> values, int z)
    {
        var slice = values.Slice(z).ToArray();
        return Make(title, values.Shape, i => Heat(Math.Clamp(slice[i], 0, 1)));
    }

    private static Rgba Heat(float value) => value < 0.5f
        ? new Rgba(255, (byte)(255 - (180 * value)), (byte)(255 - (430 * value)))
        : new Rgba((byte)(255 - (260 * (value - 0.5f))), (byte)(165 - (310 * (value - 0.5f))), (byte)(40 - (60 * (value - 0.5f))));

    private static ReportPicture Make(string title, VolumeShape shape, Func<int, Rgba> colour)
    {
        var step = (Math.Max(shape.Height, shape.Width) + MostEdge - 1) / MostEdge;
        var (height, width) = ((shape.Height + step - 1) / step, (shape.Width + step - 1) / step);
        var rgb = new byte[3 * height * width];
        for (var i = 0; i < height * width; i++)
        {
            var pixel = colour((i / width * step * shape.Width) + (i % width * step));
            (rgb[3 * i], rgb[(3 * i) + 1], rgb[(3 * i) + 2]) = (pixel.R, pixel.G, pixel.B);
        }
        return new ReportPicture(title, Bias.Report.Png.Encode(width, rgb));
    }
}
