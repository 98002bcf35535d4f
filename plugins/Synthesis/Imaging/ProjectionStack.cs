using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>All projections of a scan: for each angle an image of (row, bin), with a row for each slice. 4 bytes for each row, bin and angle.</summary>
internal sealed class ProjectionStack
{
    private const int Lanes = Projector.Lanes;

    private readonly float[][] _images;
    private readonly int _bins;

    /// <exception cref="UserException">They do not fit into the memory.</exception>
    public ProjectionStack(int angles, int rows, int bins)
    {
        (Rows, _bins) = (rows, bins);
        var bytes = (double)angles * rows * bins * sizeof(float);
        if (bytes > GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * 0.8 || (long)rows * bins > Array.MaxLength)
        {
            throw new UserException($"{angles} projections of {rows} × {bins} pixels take {bytes / 1e9:0.0} GB, more than the memory holds. "
                + "Use fewer angles, less detector oversampling, more binning, or a part of the slices.");
        }
        _images = new float[angles][];
        for (var angle = 0; angle < angles; angle++)
            _images[angle] = new float[rows * bins];
    }

    /// <summary>Number of projections.</summary>
    public int Angles => _images.Length;

    /// <summary>Rows of each.</summary>
    public int Rows { get; }

    /// <summary>One projection, (row, bin).</summary>
    public float[] this[int angle] => _images[angle];

    /// <summary>Takes in the lines of up to eight slices, (angle, bin, lane), each value times a factor.</summary>
    public void Store(float[] lines, int firstRow, float factor) => Parallel.For(0, Angles, angle =>
    {
        var from = lines.AsSpan(angle * _bins * Lanes, _bins * Lanes);
        for (var lane = 0; lane < Math.Min(Lanes, Rows - firstRow); lane++)
        {
            var to = _images[angle].AsSpan((firstRow + lane) * _bins, _bins);
            for (var bin = 0; bin < to.Length; bin++)
                to[bin] = from[(bin * Lanes) + lane] * factor;
        }
    });

    /// <summary>Gives out the lines of up to eight slices, (angle, bin, lane), with zeros for slices that are not there.</summary>
    public void Load(float[] lines, int firstRow) => Parallel.For(0, Angles, angle =>
    {
        var to = lines.AsSpan(angle * _bins * Lanes, _bins * Lanes);
        to.Clear();
        for (var lane = 0; lane < Math.Min(Lanes, Rows - firstRow); lane++)
        {
            var from = _images[angle].AsSpan((firstRow + lane) * _bins, _bins);
            for (var bin = 0; bin < from.Length; bin++)
                to[(bin * Lanes) + lane] = from[bin];
        }
    });

    /// <summary>A copy as a volume whose slices are the projections.</summary>
    public Volume<float> ToVolume()
    {
        var volume = new Volume<float>(new VolumeShape(Angles, Rows, _bins));
        for (var angle = 0; angle < Angles; angle++)
            _images[angle].CopyTo(volume.Slice(angle));
        return volume;
    }
}
