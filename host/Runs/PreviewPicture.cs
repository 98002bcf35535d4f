using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Runs;

/// <summary>A region of a run's data with the labels that it had after an epoch, as pixels.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Rgba">The pixels, the top row first.</param>
internal sealed record PreviewPicture(int Width, int Height, byte[] Rgba)
{
    /// <summary>Reads the grey values and the labels of an epoch; of a block the middle slice.</summary>
    /// <exception cref="UserException">A file is missing or damaged, or the two do not fit.</exception>
    public static PreviewPicture Read(IVolumeIo io, RunView run, int epoch, float opacity)
    {
        using var labels = io.Open(run.PreviewOf(epoch));
        using var grey = io.Open(run.PreviewGrey);
        if (labels.Shape.Height != grey.Shape.Height || labels.Shape.Width != grey.Shape.Width)
            throw new UserException($"The preview of '{run.Name}' does not fit: grey.tif has {grey.Shape} voxels, the labels {labels.Shape}.");
        var (values, classes) = (new float[grey.Shape.SliceLength], new float[labels.Shape.SliceLength]);
        grey.ReadSlice(grey.Shape.Depth / 2, values);
        labels.ReadSlice(labels.Shape.Depth / 2, classes);
        return new PreviewPicture(grey.Shape.Width, grey.Shape.Height, Compose(values, classes, run.Facts.PhaseColors, opacity));
    }

    /// <summary>Lays the colours of labels over grey values.</summary>
    /// <param name="grey">Any range; its darkest and brightest percent are cut off.</param>
    /// <param name="labels">File values, as many.</param>
    /// <param name="colors">By file value; others get the colours of a table.</param>
    /// <param name="opacity">Of the labels, from 0 to 1.</param>
    public static byte[] Compose(float[] grey, float[] labels, IReadOnlyDictionary<long, Rgba> colors, float opacity)
    {
        var sorted = grey.Where(float.IsFinite).Order().ToArray();
        var (low, high) = sorted.Length == 0 ? (0, 1) : (sorted[sorted.Length / 100], sorted[sorted.Length - 1 - (sorted.Length / 100)]);
        var others = labels.Distinct().Select(value => (long)value).Where(value => !colors.ContainsKey(value)).Order().ToList();
        var rgba = new byte[grey.Length * 4];
        for (var index = 0; index < grey.Length; index++)
        {
            var light = high > low ? Math.Clamp((grey[index] - low) / (high - low), 0, 1) : 0.5f;
            var value = (long)labels[index];
            var color = colors.TryGetValue(value, out var known) ? known : PhaseTable.DefaultColor(others.IndexOf(value));
            var at = index * 4;
            rgba[at] = Mix(light, color.R, opacity);
            rgba[at + 1] = Mix(light, color.G, opacity);
            rgba[at + 2] = Mix(light, color.B, opacity);
            rgba[at + 3] = 255;
        }
        return rgba;
    }

    private static byte Mix(float light, byte color, float opacity) => (byte)MathF.Round((light * 255 * (1 - opacity)) + (color * opacity));
}
