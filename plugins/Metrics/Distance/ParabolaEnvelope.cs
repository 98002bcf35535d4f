using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Plugins.Metrics.Distance;

/// <summary>
/// One axis of a squared distance transform: replaces f(i) by the least f(j) + w·(i − j)² over a column, for many columns side by side.
/// </summary>
/// <remarks>
/// Eight columns at a time look outwards from each voxel for as long as a farther one could still be nearer, which is a few steps in most material. Where that takes more than
/// <see cref="Reach"/> steps, the eight columns are done by their lower envelopes, whose cost does not grow with the distance (Felzenszwalb and Huttenlocher 2012).
/// </remarks>
internal sealed class ParabolaEnvelope
{
    /// <summary>Columns that <see cref="Apply"/> takes at once: 256 bytes of a row, so that lines of the cache are used whole.</summary>
    public const int Columns = 64;

    private const int Lanes = 8;

    private const int Reach = 32;

    private readonly int _length;

    private readonly float _weight;

    private readonly bool _endsAreSites;

    private readonly float[] _penalties = new float[Reach + 1];

    /// <param name="length">Voxels in a column.</param>
    /// <param name="weight">The squared distance between neighbours.</param>
    /// <param name="endsAreSites">Whether the voxels just beyond both ends are at distance 0.</param>
    public ParabolaEnvelope(int length, float weight, bool endsAreSites)
    {
        (_length, _weight, _endsAreSites) = (length, weight, endsAreSites);
        for (var j = 0; j <= Reach; j++)
            _penalties[j] = weight * j * j;
    }

    /// <summary>Working memory for one thread: about 300 bytes for each voxel of a column.</summary>
    public Buffer NewBuffer() => new(_length);

    /// <summary>Works on neighbouring columns in place.</summary>
    /// <param name="field">Begins at the first voxel of the first column.</param>
    /// <param name="stride">Distance from one voxel of a column to the next.</param>
    /// <param name="columns">How many columns; at most <see cref="Columns"/>.</param>
    /// <param name="buffer">From <see cref="NewBuffer"/>; for one thread at a time.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Apply(Span<float> field, int stride, int columns, Buffer buffer)
    {
        var padded = _length + (2 * Reach);
        var groups = (columns + Lanes - 1) / Lanes;
        for (var i = 0; i < _length; i++)
        {
            ref var row = ref field[i * stride];
            for (var group = 0; group < groups; group++)
            {
                var place = ((group * padded) + Reach + i) * Lanes;
                var wide = Math.Min(Lanes, columns - (group * Lanes));
                if (wide == Lanes)
                    Vector256.LoadUnsafe(ref row, (nuint)(group * Lanes)).StoreUnsafe(ref buffer.Values[place]);
                else
                    CopyLanes(ref Unsafe.Add(ref row, group * Lanes), buffer.Values.AsSpan(place, Lanes), wide);
            }
        }
        for (var group = 0; group < groups; group++)
        {
            var values = buffer.Values.AsSpan(group * padded * Lanes, padded * Lanes);
            var wide = Math.Min(Lanes, columns - (group * Lanes));
            if (!Search(values, buffer.Result))
                Envelopes(values[(Reach * Lanes)..], buffer, wide);
            for (var i = 0; i < _length; i++)
            {
                ref var target = ref field[(i * stride) + (group * Lanes)];
                var result = buffer.Result.AsSpan(i * Lanes, Lanes);
                if (wide == Lanes)
                    Vector256.LoadUnsafe(ref result[0]).StoreUnsafe(ref target);
                else
                    result[..wide].CopyTo(MemoryMarshal.CreateSpan(ref target, wide));
            }
        }
    }

    // The lanes beyond the last column hold 0, so that they never prolong a search.
    private static void CopyLanes(ref float from, Span<float> to, int wide)
    {
        MemoryMarshal.CreateReadOnlySpan(ref from, wide).CopyTo(to);
        to[wide..].Clear();
    }

    // False if the search had to end before it was sure.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Search(ReadOnlySpan<float> values, Span<float> result)
    {
        ref var centre = ref MemoryMarshal.GetReference(values[(Reach * Lanes)..]);
        for (var i = 0; i < _length; i++)
        {
            ref var here = ref Unsafe.Add(ref centre, i * Lanes);
            var least = Vector256.LoadUnsafe(ref here);
            if (_endsAreSites)
                least = Vector256.Min(least, Vector256.Create(EndDistance(i)));
            for (var j = 1; Vector256.GreaterThanAny(least, Vector256.Create(_penalties[j])); j++)
            {
                var before = Vector256.LoadUnsafe(ref Unsafe.Subtract(ref here, j * Lanes));
                var after = Vector256.LoadUnsafe(ref Unsafe.Add(ref here, j * Lanes));
                least = Vector256.Min(least, Vector256.Min(before, after) + Vector256.Create(_penalties[j]));
                if (j == Reach)
                {
                    if (!IsCovered(i) && Vector256.GreaterThanAny(least, Vector256.Create(_penalties[j])))
                        return false;
                    break;
                }
            }
            least.StoreUnsafe(ref result[i * Lanes]);
        }
        return true;
    }

    // Whether a search of full length has seen the whole column.
    private bool IsCovered(int i) => i <= Reach && _length - 1 - i <= Reach;

    private float EndDistance(int i)
    {
        float steps = Math.Min(i + 1, _length - i);
        return _weight * steps * steps;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Envelopes(ReadOnlySpan<float> values, Buffer buffer, int wide)
    {
        var (apexes, begins) = (buffer.Apexes, buffer.Begins);
        for (var lane = 0; lane < wide; lane++)
        {
            var last = -1;
            for (var q = 0; q < _length; q++)
            {
                var value = values[(q * Lanes) + lane];
                if (float.IsPositiveInfinity(value))
                    continue;
                var begin = double.NegativeInfinity;
                while (last >= 0)
                {
                    var p = apexes[last];
                    begin = ((q + (double)p) / 2) + (((double)value - values[(p * Lanes) + lane]) / (2.0 * _weight * (q - p)));
                    if (begin > begins[last])
                        break;
                    last--;
                    begin = double.NegativeInfinity;
                }
                last++;
                (apexes[last], begins[last]) = (q, begin);
            }
            var current = 0;
            for (var i = 0; i < _length; i++)
            {
                var least = float.PositiveInfinity;
                if (last >= 0)
                {
                    while (current < last && begins[current + 1] < i)
                        current++;
                    float steps = i - apexes[current];
                    least = values[(apexes[current] * Lanes) + lane] + (_weight * steps * steps);
                }
                buffer.Result[(i * Lanes) + lane] = _endsAreSites ? Math.Min(least, EndDistance(i)) : least;
            }
        }
    }

    /// <summary>Working memory of one thread.</summary>
    internal sealed class Buffer
    {
        /// <param name="length">Voxels in a column.</param>
        public Buffer(int length)
        {
            Values = new float[(length + (2 * Reach)) * Columns];
            Values.AsSpan().Fill(float.PositiveInfinity);
            (Result, Apexes, Begins) = (new float[length * Lanes], new int[length], new double[length]);
        }

        /// <summary>The columns in groups of eight, with infinity before and behind.</summary>
        public float[] Values { get; }

        /// <summary>Eight columns that are done.</summary>
        public float[] Result { get; }

        /// <summary>Places of the parabolas of an envelope.</summary>
        public int[] Apexes { get; }

        /// <summary>Where each parabola begins to be the lowest.</summary>
        public double[] Begins { get; }
    }
}
