using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Data;

/// <summary>What a labelled slice was like before it was normalised.</summary>
/// <param name="Volume">The name of its volume.</param>
/// <param name="Z">Its number therein.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
internal sealed record SliceFacts(string Volume, int Z, int Height, int Width)
{
    /// <summary>Mean of the finite grey values.</summary>
    internal double Mean { get; private init; }

    /// <summary>Standard deviation of the finite grey values.</summary>
    internal double Deviation { get; private init; }

    /// <summary>Share of grey values that are NaN or infinite.</summary>
    internal double NotFinite { get; private init; }

    /// <summary>Share of grey values that are exactly the least of the slice, beyond the first of them.</summary>
    internal double AtMinimum { get; private init; }

    /// <summary>Share of grey values that are exactly the greatest of the slice, beyond the first of them.</summary>
    internal double AtMaximum { get; private init; }

    /// <summary>Share of voxels with a label.</summary>
    internal double Labelled { get; private init; }

    /// <summary>Whether the slice is held back as a whole.</summary>
    internal bool HeldBack { get; init; }

    /// <summary>Looks at a slice.</summary>
    /// <param name="volume">The name of its volume.</param>
    /// <param name="z">Its number therein.</param>
    /// <param name="shape">Of the volume.</param>
    /// <param name="grey">As they were read.</param>
    /// <param name="labels">Phases, or <see cref="LabelVolume.Unlabelled"/>.</param>
    internal static SliceFacts Of(string volume, int z, VolumeShape shape, ReadOnlySpan<float> grey, ReadOnlySpan<byte> labels)
    {
        var (low, high, sum, squares, finite) = (float.PositiveInfinity, float.NegativeInfinity, 0.0, 0.0, 0L);
        foreach (var value in grey)
        {
            if (!float.IsFinite(value))
                continue;
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
            sum += value;
            finite++;
        }
        var mean = finite > 0 ? sum / finite : 0;
        long atLow = 0, atHigh = 0;
        foreach (var value in grey)
        {
            if (!float.IsFinite(value))
                continue;
            squares += (value - mean) * (value - mean);
            atLow += value == low ? 1 : 0;
            atHigh += value == high ? 1 : 0;
        }
        double Share(long count) => (double)Math.Max(0, count) / (shape.Height * (long)shape.Width);
        return new SliceFacts(volume, z, shape.Height, shape.Width)
        {
            Mean = mean,
            Deviation = finite > 0 ? Math.Sqrt(squares / finite) : 0,
            NotFinite = Share(grey.Length - finite),
            AtMinimum = low < high ? Share(atLow - 1) : 0,
            AtMaximum = low < high ? Share(atHigh - 1) : 0,
            Labelled = Share(grey.Length - System.MemoryExtensions.Count(labels, LabelVolume.Unlabelled)),
        };
    }
}
