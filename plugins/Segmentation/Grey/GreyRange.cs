using System.Numerics;
using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>The least and the greatest grey of a volume.</summary>
internal readonly record struct GreyRange(float Minimum, float Maximum)
{
    /// <summary>Looks at every voxel: one pass.</summary>
    /// <exception cref="UserException">There is no grey value, or only one.</exception>
    public static GreyRange Measure(GreyImage image, Passes passes)
    {
        passes.Next("finding the range of greys");
        var all = new GreyRange(float.PositiveInfinity, float.NegativeInfinity);
        var door = new Lock();
        image.ForEachSlab(passes, slab =>
        {
            var range = new GreyRange(float.PositiveInfinity, float.NegativeInfinity);
            for (var z = slab.First; z < slab.End; z++)
            {
                range = range.Union(Of(slab.Slice(z)));
                passes.Step();
            }
            lock (door)
                all = all.Union(range);
        });
        return all.Checked();
    }

    /// <summary>Itself.</summary>
    /// <exception cref="UserException">There is no grey value, or only one.</exception>
    public GreyRange Checked()
    {
        if (Minimum > Maximum)
            throw new UserException("The volume holds no grey value (every voxel is NaN or infinite), so there is nothing to segment.");
        if (Minimum == Maximum)
            throw new UserException($"Every voxel has the same grey, {Minimum}, so there are no phases to tell apart. Is this the right volume?");
        return this;
    }

    /// <summary>The range of some values, NaN left out; the wrong way round if there is none.</summary>
    internal static GreyRange Of(ReadOnlySpan<float> values)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        var (least, greatest) = (new Vector<float>(float.PositiveInfinity), new Vector<float>(float.NegativeInfinity));
        foreach (var value in vectors)
        {
            var isNumber = Vector.Equals(value, value);
            least = Vector.MinNative(least, Vector.ConditionalSelect(isNumber, value, least));
            greatest = Vector.MaxNative(greatest, Vector.ConditionalSelect(isNumber, value, greatest));
        }
        var range = new GreyRange(float.PositiveInfinity, float.NegativeInfinity);
        for (var lane = 0; lane < Vector<float>.Count; lane++)
            range = range.Union(new GreyRange(least[lane], greatest[lane]));
        foreach (var value in values[(vectors.Length * Vector<float>.Count)..])
        {
            if (!float.IsNaN(value))
                range = range.Union(new GreyRange(value, value));
        }
        return range;
    }

    private GreyRange Union(GreyRange other) => new(Math.Min(Minimum, other.Minimum), Math.Max(Maximum, other.Maximum));
}
