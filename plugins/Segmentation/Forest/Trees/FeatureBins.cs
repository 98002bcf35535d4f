using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VolumeViewer.Plugins.Segmentation.Forest;

/// <summary>Turns the values of each feature into one of 256 codes: the number of edges below the value. Edges lie at quantiles of the training data.</summary>
internal sealed class FeatureBins
{
    /// <summary>Edges of a feature; missing ones are infinite, so that no value is beyond them.</summary>
    public const int Edges = 255;

    private const int Samples = 4096;

    // 256 a feature, for a search without a special case.
    private readonly float[] _edges;

    /// <param name="edges"><see cref="Edges"/> for each feature, rising.</param>
    public FeatureBins(float[][] edges)
    {
        Count = edges.Length;
        _edges = new float[Count * 256];
        Array.Fill(_edges, float.PositiveInfinity);
        for (var feature = 0; feature < Count; feature++)
            edges[feature].CopyTo(_edges, feature * 256);
    }

    /// <summary>Features.</summary>
    public int Count { get; }

    /// <summary>The edges of one feature.</summary>
    public ReadOnlySpan<float> Of(int feature) => _edges.AsSpan(feature * 256, Edges);

    /// <summary>Edges between the quantiles of a sample; where there are few distinct values, between any two of them.</summary>
    /// <param name="rows">Features of each voxel, one voxel after the other.</param>
    /// <param name="features">How many.</param>
    public static FeatureBins Fit(ReadOnlyMemory<float> rows, int features)
    {
        var count = rows.Length / features;
        var taken = Math.Min(count, Samples);
        var edges = new float[features][];
        Parallel.For(0, features, feature =>
        {
            var values = new float[taken];
            for (var i = 0; i < taken; i++)
                values[i] = rows.Span[((int)((long)i * count / taken) * features) + feature];
            Array.Sort(values);
            edges[feature] = Between(values);
        });
        return new FeatureBins(edges);
    }

    /// <summary>The codes of a run of values of one feature.</summary>
    public void Code(int feature, ReadOnlySpan<float> values, Span<byte> codes)
    {
        ref var edges = ref _edges[feature * 256];
        var i = 0;
        if (Avx2.IsSupported)
            i = CodeEights(ref edges, values, codes);
        for (; i < values.Length; i++)
        {
            var place = 0;
            for (var step = 128; step > 0; step >>= 1)
            {
                if (System.Runtime.CompilerServices.Unsafe.Add(ref edges, place + step - 1) < values[i])
                    place += step;
            }
            codes[i] = (byte)place;
        }
    }

    private static unsafe int CodeEights(ref float edges, ReadOnlySpan<float> values, Span<byte> codes)
    {
        var i = 0;
        fixed (float* start = &edges)
        {
            for (; i <= values.Length - 8; i += 8)
            {
                var value = Vector256.Create(values[i..]);
                var place = Vector256<int>.Zero;
                for (var step = 128; step > 0; step >>= 1)
                {
                    var edge = Avx2.GatherVector256(start + step - 1, place, sizeof(float));
                    place += Vector256.LessThan(edge, value).AsInt32() & Vector256.Create(step);
                }
                var shorts = Vector128.Narrow(place.GetLower().AsUInt32(), place.GetUpper().AsUInt32());
                Vector128.Narrow(shorts, shorts).GetLower().CopyTo(codes[i..]);
            }
        }
        return i;
    }

    private static float[] Between(float[] sorted)
    {
        var distinct = sorted.Distinct().ToArray();
        if (distinct.Length <= Edges + 1)
            return [.. distinct.Skip(1).Select((value, i) => Middle(distinct[i], value))];
        var edges = new List<float>();
        for (var quantile = 1; quantile <= Edges; quantile++)
        {
            var place = (int)((long)quantile * sorted.Length / (Edges + 1));
            if (sorted[place - 1] < sorted[place] && Middle(sorted[place - 1], sorted[place]) is var edge && (edges.Count == 0 || edge > edges[^1]))
                edges.Add(edge);
        }
        return CollectionsMarshal.AsSpan(edges).ToArray();
    }

    // Below the upper value, however close the two are.
    private static float Middle(float low, float high) => low + ((high - low) / 2) is var middle && middle < high ? middle : low;
}
