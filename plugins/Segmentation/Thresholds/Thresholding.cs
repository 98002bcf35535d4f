using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>Turns greys into labels by thresholds.</summary>
internal static class Thresholding
{
    /// <summary>Labels every voxel by the number of thresholds it reaches; a voxel without a grey value stays unlabelled.</summary>
    /// <param name="image">The greys.</param>
    /// <param name="thresholds">Rising.</param>
    /// <param name="brightestFirst">Whether label 0 is the brightest phase.</param>
    /// <param name="passes">Progress; takes one pass.</param>
    public static SegmentationResult Label(GreyImage image, float[] thresholds, bool brightestFirst, Passes passes)
    {
        passes.Next("labelling");
        var labels = new LabelVolume(image.Shape, PhaseTable.Numbered(thresholds.Length + 1), image.Spacing);
        var voxels = new long[thresholds.Length + 1];
        image.ForEachSlab(passes, slab =>
        {
            var counts = new long[voxels.Length];
            for (var z = slab.First; z < slab.End; z++)
            {
                var slice = labels.Slice(z);
                Label(slab.Slice(z), thresholds, brightestFirst, slice);
                for (var label = 0; label < counts.Length; label++)
                    counts[label] += slice.Count((byte)label);
                passes.Step();
            }
            lock (voxels)
            {
                for (var label = 0; label < counts.Length; label++)
                    voxels[label] += counts[label];
            }
        });
        return new SegmentationResult(labels, voxels, image.Shape.VoxelCount - voxels.Sum());
    }

    /// <summary>The tables "phases" and "thresholds".</summary>
    public static IEnumerable<Table> Tables(SegmentationResult result, IReadOnlyList<double> thresholds, bool brightestFirst)
    {
        var phases = new Table("phases", new("phase"), new("from grey", Format: "G7"), new("below grey", Format: "G7"), new("voxels"),
            new("volume fraction", Format: "0.000000"));
        for (var label = 0; label < result.Voxels.Length; label++)
        {
            var rank = brightestFirst ? thresholds.Count - label : label;
            phases.Add(result.Labels.Phases[label].Name, rank > 0 ? thresholds[rank - 1] : null, rank < thresholds.Count ? thresholds[rank] : null,
                result.Voxels[label], result.Fraction(label));
        }
        if (result.Unlabelled > 0)
            phases.Add("(unlabelled)", null, null, result.Unlabelled, null);
        yield return phases;
        var table = new Table("thresholds", new("threshold"), new("grey", Format: "G7"));
        for (var i = 0; i < thresholds.Count; i++)
            table.Add(i + 1, thresholds[i]);
        yield return table;
    }

    private static void Label(ReadOnlySpan<float> greys, float[] thresholds, bool brightestFirst, Span<byte> labels)
    {
        var lanes = Vector<float>.Count;
        var i = 0;
        for (; i <= greys.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            var low = Vector.Narrow(Of(greys[i..]), Of(greys[(i + lanes)..]));
            var high = Vector.Narrow(Of(greys[(i + (2 * lanes))..]), Of(greys[(i + (3 * lanes))..]));
            Vector.Narrow(low, high).As<sbyte, byte>().CopyTo(labels[i..]);
        }
        if (i == greys.Length)
            return;
        // The remainder, filled up to a whole vector.
        Span<float> padded = stackalloc float[Vector<byte>.Count];
        Span<byte> results = stackalloc byte[Vector<byte>.Count];
        padded.Clear();
        greys[i..].CopyTo(padded);
        Label(padded, thresholds, brightestFirst, results);
        results[..(greys.Length - i)].CopyTo(labels[i..]);

        Vector<int> Of(ReadOnlySpan<float> from)
        {
            var grey = new Vector<float>(from);
            var reached = Vector<int>.Zero;
            // A comparison that holds gives −1.
            foreach (var threshold in thresholds)
                reached -= Vector.GreaterThanOrEqual(grey, new Vector<float>(threshold));
            if (brightestFirst)
                reached = new Vector<int>(thresholds.Length) - reached;
            // Narrowing keeps the low byte: −1 is 255.
            return Vector.ConditionalSelect(Vector.Equals(grey, grey), reached, new Vector<int>(-1));
        }
    }
}
