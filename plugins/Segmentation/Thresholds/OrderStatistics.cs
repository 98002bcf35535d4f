using System.Numerics;
using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation;

/// <summary>A grey with the number of voxels that are darker, and that are darker or equal.</summary>
internal readonly record struct RankedGrey(float Grey, long Below, long UpTo);

/// <summary>The greys at given ranks of a whole volume, exactly, in two passes and without sorting.</summary>
/// <remarks>
/// The bits of a float, with the order of the negative ones turned round, are whole numbers in the order of the floats. The first pass counts
/// their upper 16 bits, the second the lower 16 bits of those voxels whose upper bits hold a wanted rank.
/// </remarks>
internal static class OrderStatistics
{
    /// <summary>Passes that <see cref="Measure"/> takes.</summary>
    public const int Passes = 2;

    private const int Halves = 1 << 16;

    /// <param name="image">The greys.</param>
    /// <param name="shares">For each the grey is found that at least this share of the voxels does not exceed; above 0, at most 1.</param>
    /// <param name="passes">Progress; takes two passes.</param>
    /// <returns>A grey for every share, and the number of voxels with a grey value.</returns>
    /// <exception cref="UserException">There is no grey value.</exception>
    public static (RankedGrey[] Greys, long Voxels) Measure(GreyImage image, IReadOnlyList<double> shares, Passes passes)
    {
        passes.Next("counting greys");
        var upper = CountUpper(image, passes);
        var voxels = upper[..Halves].Sum();
        if (voxels == 0)
            new GreyRange(float.PositiveInfinity, float.NegativeInfinity).Checked();

        passes.Next("finding thresholds");
        long[] wanted = [.. shares.Select(share => Math.Clamp((long)Math.Ceiling(share * voxels), 1, voxels))];
        var places = wanted.Select(rank => Find(upper, 0, rank)).ToList();
        int[] halves = [.. places.Select(place => place.Index).Distinct()];
        var lower = CountLower(image, halves, passes);
        var greys = new RankedGrey[shares.Count];
        for (var i = 0; i < greys.Length; i++)
        {
            var (half, below) = places[i];
            var counts = lower.AsSpan(Array.IndexOf(halves, half) * Halves, Halves);
            var (index, darker) = Find(counts, below, wanted[i]);
            greys[i] = new RankedGrey(FromKey(((uint)half << 16) | (uint)index), darker, darker + counts[index]);
        }
        return (greys, voxels);
    }

    /// <summary>Numbers in the order of the floats; NaN has none. Both zeros have the same.</summary>
    internal static Vector<uint> Keys(Vector<float> values)
    {
        var bits = (values + Vector<float>.Zero).As<float, int>();
        return (bits ^ ((bits >> 31) | new Vector<int>(int.MinValue))).As<int, uint>();
    }

    internal static float FromKey(uint key) => BitConverter.UInt32BitsToSingle((key & 0x8000_0000) != 0 ? key ^ 0x8000_0000 : ~key);

    private static (int Index, long Below) Find(ReadOnlySpan<long> counts, long below, long rank)
    {
        var index = 0;
        while (below + counts[index] < rank)
            below += counts[index++];
        return (index, below);
    }

    private static long[] CountUpper(GreyImage image, Passes passes)
    {
        var total = new long[Halves + 1];
        image.ForEachSlab(passes, slab =>
        {
            var tally = new Tally(total.Length);
            var keys = new uint[Padded(image)];
            var indices = new int[image.Shape.SliceLength];
            for (var z = slab.First; z < slab.End; z++)
            {
                var slice = slab.Slice(z);
                FillKeys(slice, keys);
                for (var i = 0; i < indices.Length; i++)
                    indices[i] = float.IsNaN(slice[i]) ? Halves : (int)(keys[i] >> 16);
                tally.Add(indices);
                passes.Step();
            }
            tally.AddTo(total);
        });
        return total;
    }

    private static long[] CountLower(GreyImage image, int[] halves, Passes passes)
    {
        var total = new long[halves.Length * Halves];
        var offsets = new int[Halves];
        Array.Fill(offsets, -1);
        for (var i = 0; i < halves.Length; i++)
            offsets[halves[i]] = i * Halves;
        image.ForEachSlab(passes, slab =>
        {
            var counts = new int[total.Length];
            var keys = new uint[Padded(image)];
            for (var z = slab.First; z < slab.End; z++)
            {
                var slice = slab.Slice(z);
                FillKeys(slice, keys);
                for (var i = 0; i < slice.Length; i++)
                {
                    var offset = offsets[keys[i] >> 16];
                    if (offset >= 0 && !float.IsNaN(slice[i]))
                        counts[offset + (int)(keys[i] & 0xFFFF)]++;
                }
                passes.Step();
            }
            lock (total)
            {
                for (var i = 0; i < counts.Length; i++)
                    total[i] += counts[i];
            }
        });
        return total;
    }

    private static int Padded(GreyImage image) => image.Shape.SliceLength + Vector<uint>.Count;

    private static void FillKeys(ReadOnlySpan<float> slice, Span<uint> keys)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(slice);
        var results = MemoryMarshal.Cast<uint, Vector<uint>>(keys);
        for (var i = 0; i < vectors.Length; i++)
            results[i] = Keys(vectors[i]);
        var rest = slice[(vectors.Length * Vector<float>.Count)..];
        Span<float> padded = stackalloc float[Vector<float>.Count];
        padded.Clear();
        rest.CopyTo(padded);
        results[vectors.Length] = Keys(new Vector<float>(padded));
    }
}
