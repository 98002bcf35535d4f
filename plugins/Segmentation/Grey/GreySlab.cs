namespace VolumeViewer.Plugins.Segmentation;

/// <summary>Some neighbouring slices of a <see cref="GreyImage"/>, worked on by one thread.</summary>
internal sealed class GreySlab : IDisposable
{
    private readonly MedianFilter? _median;
    private readonly SliceWindow _slices;

    /// <param name="image">What the slices belong to.</param>
    /// <param name="first">The first slice to work on.</param>
    /// <param name="end">Past the last one.</param>
    /// <param name="window">How many slices around one another are held at a time.</param>
    public GreySlab(GreyImage image, int first, int end, int window)
    {
        (First, End) = (first, end);
        _median = image.MedianRadius > 0 ? new MedianFilter(image.Shape, image.MayHaveGaps, image.ReadSlice) : null;
        _slices = new SliceWindow(window, image.Shape.SliceLength, _median is null ? image.ReadSlice : _median.Filter);
    }

    public int First { get; }

    public int End { get; }

    /// <summary>Any slice of the volume, smoothed where that was asked for; NaN where there is no grey value.</summary>
    public ReadOnlySpan<float> Slice(int z) => _slices[z];

    public void Dispose()
    {
        _slices.Dispose();
        _median?.Dispose();
    }
}
