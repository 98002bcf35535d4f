using System.Numerics.Tensors;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>
/// Random reliefs on the unit sphere: sums of spherical harmonics of degree 2 and above with normal coefficients, alike in every direction. The relief of a
/// particle is tabulated over the octahedron that the sphere is unfolded to.
/// </summary>
internal sealed class RoughSurface
{
    /// <summary>The highest degree; a relief has no features below 180°/12.</summary>
    public const int MostDegree = 12;

    private const int Cells = 32;
    private const int Side = Cells + 1;
    private const int LeastDegree = 2;

    // The radius is never less than this share of the smooth one.
    private const float LeastRadius = 0.4f;

    private readonly float[][] _tables;

    /// <param name="count">How many particles.</param>
    /// <param name="amplitude">Standard deviation of the radius over the mean radius.</param>
    /// <param name="decay">The part of degree l has a standard deviation in proportion to l to the power of minus this.</param>
    /// <param name="seed">The user's.</param>
    /// <param name="work">Threads.</param>
    public RoughSurface(int count, double amplitude, double decay, long seed, Work work)
    {
        var (harmonics, deviations) = Harmonics(decay);
        var random = new CounterRandom(seed, Streams.Roughness);
        // (1 + a h)³ has the mean 1 + 3a²; divided by it, volumes stay as they are.
        var shrink = (float)(1 / Math.Cbrt(1 + (3 * amplitude * amplitude)));
        _tables = new float[count][];
        work.For(count, i =>
        {
            var table = new float[Side * Side];
            for (var k = 0; k < harmonics.Length; k++)
                TensorPrimitives.MultiplyAdd(harmonics[k], (float)(amplitude * deviations[k] * random.Normal(((long)i * harmonics.Length) + k)), table, table);
            for (var j = 0; j < table.Length; j++)
                table[j] = shrink * Math.Max(LeastRadius, 1 + table[j]);
            _tables[i] = table;
        });
        Least = _tables.Length == 0 ? 1 : _tables.Min(table => TensorPrimitives.Min<float>(table));
        Most = _tables.Length == 0 ? 1 : _tables.Max(table => TensorPrimitives.Max<float>(table));
    }

    /// <summary>The least radius of all particles in all directions, over the smooth one.</summary>
    public float Least { get; }

    /// <summary>The greatest.</summary>
    public float Most { get; }

    /// <summary>The radius of a particle over its smooth one.</summary>
    /// <param name="particle">Its number.</param>
    /// <param name="along">Component of the direction along the long axis; the direction may have any length.</param>
    /// <param name="middle">Along the middle axis.</param>
    /// <param name="across">Along the short axis.</param>
    public float Radius(int particle, float along, float middle, float across)
    {
        var sum = MathF.Abs(along) + MathF.Abs(middle) + MathF.Abs(across) + 1e-20f;
        var (u, v) = (along / sum, middle / sum);
        if (across < 0)
            (u, v) = (MathF.CopySign(1 - MathF.Abs(v), u), MathF.CopySign(1 - MathF.Abs(u), v));
        var (column, row) = ((u + 1) * (Cells / 2f), (v + 1) * (Cells / 2f));
        var (i, j) = (Math.Clamp((int)column, 0, Cells - 1), Math.Clamp((int)row, 0, Cells - 1));
        var (s, t) = (column - i, row - j);
        var table = _tables[particle].AsSpan((j * Side) + i);
        var near = table[0] + (s * (table[1] - table[0]));
        var far = table[Side] + (s * (table[Side + 1] - table[Side]));
        return near + (t * (far - near));
    }

    // The harmonics of all degrees over the table, and the standard deviation of the coefficient of each; together they have variance 1 everywhere.
    private static (float[][] Tables, double[] Deviations) Harmonics(double decay)
    {
        var total = Enumerable.Range(LeastDegree, MostDegree - LeastDegree + 1).Sum(degree => Math.Pow(degree, -2 * decay));
        var (tables, deviations) = (new List<float[]>(), new List<double>());
        for (var degree = LeastDegree; degree <= MostDegree; degree++)
        {
            for (var order = -degree; order <= degree; order++)
            {
                var table = new float[Side * Side];
                for (var j = 0; j < table.Length; j++)
                    table[j] = (float)SphericalHarmonic.Value(degree, order, DirectionOf(j));
                tables.Add(table);
                // The squares of the harmonics of one degree sum up to (2l + 1)/4π.
                deviations.Add(Math.Sqrt(Math.Pow(degree, -2 * decay) / total * 4 * Math.PI / ((2 * degree) + 1)));
            }
        }
        return ([.. tables], [.. deviations]);
    }

    private static Point3 DirectionOf(int index)
    {
        var (u, v) = (((index % Side) * 2.0 / Cells) - 1, ((index / Side) * 2.0 / Cells) - 1);
        var across = 1 - Math.Abs(u) - Math.Abs(v);
        if (across < 0)
            (u, v) = (Math.CopySign(1 - Math.Abs(v), u), Math.CopySign(1 - Math.Abs(u), v));
        return new Point3(u, v, across).Normalised();
    }
}
