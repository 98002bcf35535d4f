using System.Numerics;
using System.Runtime.InteropServices;

namespace VolumeViewer.Sdk;

/// <summary>What of labels is found by looking at all of them, many at a time.</summary>
internal static class LabelSpans
{
    /// <summary>The highest label but <see cref="LabelVolume.Unlabelled"/>, or −1 where all are unlabelled.</summary>
    public static int Highest(ReadOnlySpan<byte> labels)
    {
        // One more than each, so that unlabelled is 0.
        var wide = MemoryMarshal.Cast<byte, Vector<byte>>(labels);
        var most = Vector<byte>.Zero;
        foreach (var part in wide)
            most = Vector.Max(most, part + Vector<byte>.One);
        var highest = 0;
        for (var i = 0; i < Vector<byte>.Count; i++)
            highest = Math.Max(highest, most[i]);
        foreach (var label in labels[(wide.Length * Vector<byte>.Count)..])
            highest = Math.Max(highest, (byte)(label + 1));
        return highest - 1;
    }

    /// <summary>The same, if it is not below another; else −1.</summary>
    public static int HighestFrom(ReadOnlySpan<byte> labels, int least) => Highest(labels) is var highest && highest >= least ? highest : -1;
}
