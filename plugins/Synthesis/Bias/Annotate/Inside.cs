using System.Numerics.Tensors;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Annotate;

/// <summary>Finds voxels with nothing but their own label in a box around them, so that nobody need look for boundaries there.</summary>
internal static class Inside
{
    /// <summary>Whether the box around each voxel of a slice is of one label; the box ends where the volume does.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="z">The slice.</param>
    /// <param name="depth">Slices to either side.</param>
    /// <param name="height">Rows to either side.</param>
    /// <param name="width">Columns to either side.</param>
    internal static bool[] Of(LabelVolume labels, int z, int depth, int height, int width)
    {
        var shape = labels.Shape;
        var (least, most) = (labels.Slice(z).ToArray(), labels.Slice(z).ToArray());
        for (var other = Math.Max(0, z - depth); other <= Math.Min(shape.Depth - 1, z + depth); other++)
        {
            TensorPrimitives.Min(least, labels.Slice(other), least);
            TensorPrimitives.Max(most, labels.Slice(other), most);
        }
        // A step of one row is a step of as many voxels as a row has; within a row, a step over its end only makes the answer more careful.
        Widen(ref least, ref most, height, shape.Width);
        Widen(ref least, ref most, width, 1);
        var inside = new bool[least.Length];
        for (var i = 0; i < inside.Length; i++)
            inside[i] = least[i] == most[i];
        return inside;
    }

    private static void Widen(ref byte[] least, ref byte[] most, int count, int step)
    {
        var (low, high) = ((byte[])least.Clone(), (byte[])most.Clone());
        for (var distance = step; distance <= count * step && distance < low.Length; distance += step)
        {
            TensorPrimitives.Min(low.AsSpan(distance), least.AsSpan(0, low.Length - distance), low.AsSpan(distance));
            TensorPrimitives.Min(low.AsSpan(0, low.Length - distance), least.AsSpan(distance), low.AsSpan(0, low.Length - distance));
            TensorPrimitives.Max(high.AsSpan(distance), most.AsSpan(0, low.Length - distance), high.AsSpan(distance));
            TensorPrimitives.Max(high.AsSpan(0, low.Length - distance), most.AsSpan(distance), high.AsSpan(0, low.Length - distance));
        }
        (least, most) = (low, high);
    }
}
