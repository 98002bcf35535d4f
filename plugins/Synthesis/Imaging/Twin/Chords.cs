using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>Chords of one phase along the three axes: runs of its voxels in a row between two other voxels. Runs that reach an end of the volume are left out.</summary>
internal sealed class Chords
{
    private readonly long[] _counts;

    private Chords(long[] counts)
    {
        _counts = counts;
        double length = 0, squares = 0;
        for (var voxels = 1; voxels < counts.Length; voxels++)
        {
            Count += counts[voxels];
            length += (double)counts[voxels] * voxels;
            squares += (double)counts[voxels] * voxels * voxels;
        }
        (Mean, MeanSquare) = (length / Count, squares / Count);
    }

    /// <summary>How many there are.</summary>
    public long Count { get; }

    /// <summary>Their mean length in voxels; NaN if there are none.</summary>
    public double Mean { get; }

    /// <summary>The mean of their squared lengths.</summary>
    public double MeanSquare { get; }

    /// <summary>
    /// The diameters of balls that have such chords, log-normal by number: median and standard deviation of the logarithm. Chords of balls have the moments
    /// ⟨l⟩ = ⅔ ⟨D³⟩/⟨D²⟩ and ⟨l²⟩ = ½ ⟨D⁴⟩/⟨D²⟩ (a random line meets a ball by its cross-section).
    /// </summary>
    public (double Median, double LogDeviation) Balls()
    {
        var variance = Math.Max(0, Math.Log(8.0 / 9 * MeanSquare / (Mean * Mean)));
        return (1.5 * Mean * Math.Exp(-2.5 * variance), Math.Sqrt(variance));
    }

    /// <summary>Density of the lengths, with each length in voxels.</summary>
    public PlotSeries Curve(string name)
    {
        var last = Array.FindLastIndex(_counts, count => count > 0);
        return new PlotSeries(name, [.. Enumerable.Range(1, Math.Max(last, 1)).Select(voxels => (double)voxels)],
            [.. Enumerable.Range(1, Math.Max(last, 1)).Select(voxels => _counts[voxels] / (double)Math.Max(Count, 1))]);
    }

    /// <summary>Measures one phase.</summary>
    public static Chords Of(LabelVolume labels, int phase, CancellationToken cancellationToken)
    {
        var shape = labels.Shape;
        var counts = new long[Math.Max(shape.Depth, Math.Max(shape.Height, shape.Width)) + 1];
        labels.ForEachSlice(z =>
        {
            var slice = labels.Slice(z);
            var own = new int[counts.Length];
            for (var y = 0; y < shape.Height; y++)
                Line(slice, y * shape.Width, 1, shape.Width, (byte)phase, own);
            for (var x = 0; x < shape.Width; x++)
                Line(slice, x, shape.Width, shape.Height, (byte)phase, own);
            Add(counts, own);
        }, cancellationToken);
        Parallel.For(0, shape.Height, new ParallelOptions { CancellationToken = cancellationToken }, y =>
        {
            var own = new int[counts.Length];
            var plane = new byte[shape.Depth * shape.Width];
            for (var z = 0; z < shape.Depth; z++)
                labels.Slice(z).Slice(y * shape.Width, shape.Width).CopyTo(plane.AsSpan(z * shape.Width));
            for (var x = 0; x < shape.Width; x++)
                Line(plane, x, shape.Width, shape.Depth, (byte)phase, own);
            Add(counts, own);
        });
        return new Chords(counts);
    }

    private static void Line(ReadOnlySpan<byte> labels, int start, int step, int length, byte phase, int[] counts)
    {
        // A run that begins at the end of the line has no start.
        var begin = labels[start] == phase ? -1 : 0;
        var inside = labels[start] == phase;
        for (var i = 1; i < length; i++)
        {
            var isPhase = labels[start + (i * step)] == phase;
            if (isPhase && !inside)
                begin = i;
            else if (!isPhase && inside && begin > 0)
                counts[i - begin]++;
            inside = isPhase;
        }
    }

    private static void Add(long[] counts, int[] own)
    {
        for (var length = 0; length < own.Length; length++)
        {
            if (own[length] > 0)
                Interlocked.Add(ref counts[length], own[length]);
        }
    }
}
