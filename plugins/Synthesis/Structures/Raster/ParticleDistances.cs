using System.Numerics;
using System.Runtime.InteropServices;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>
/// Distances of voxels to the surfaces of the nearest and the second nearest particle, in voxels, negative inside. For spheres they are exact; for other
/// forms they are right near the surface, to first order.
/// </summary>
internal sealed class ParticleDistances
{
    private readonly VolumeShape _shape;
    private readonly Drawn[] _drawn;
    private readonly List<int>[] _ofSlice;
    private readonly float _reach;
    private readonly RoughSurface? _rough;

    /// <param name="particles">In the box.</param>
    /// <param name="box">Says where particles show again across the faces.</param>
    /// <param name="shape">Of the volume.</param>
    /// <param name="reach">The greatest distance that is of interest; beyond, it is infinite.</param>
    /// <param name="rough">Their reliefs, or null for smooth ones.</param>
    public ParticleDistances(Particle[] particles, Box box, VolumeShape shape, double reach, RoughSurface? rough)
    {
        (_shape, _reach, _rough) = (shape, (float)reach, rough);
        _ofSlice = [.. Enumerable.Range(0, shape.Depth).Select(_ => new List<int>())];
        var drawn = new List<Drawn>();
        for (var i = 0; i < particles.Length; i++)
        {
            var around = (particles[i].Reach * (rough?.Most ?? 1)) + reach;
            foreach (var centre in box.Images(particles[i].Centre, around))
            {
                for (var z = Math.Max(0, (int)Math.Floor(centre.Z - around)); z < Math.Min(shape.Depth, Math.Ceiling(centre.Z + around)); z++)
                    _ofSlice[z].Add(drawn.Count);
                drawn.Add(new Drawn(particles[i], i, centre, around));
            }
        }
        _drawn = [.. drawn];
    }

    /// <summary>Writes the distances of one slice; safe from several threads.</summary>
    /// <param name="z">The slice.</param>
    /// <param name="nearest">To the surface of the nearest particle; infinite beyond the reach.</param>
    /// <param name="second">To that of the second nearest.</param>
    /// <param name="numbers">Gets the nearest particle, counted from 1, or 0 beyond the reach; empty where that is not asked for.</param>
    public void Slice(int z, Span<float> nearest, Span<float> second, Span<ushort> numbers = default)
    {
        nearest.Fill(float.PositiveInfinity);
        second.Fill(float.PositiveInfinity);
        numbers.Clear();
        Span<float> before = numbers.IsEmpty ? [] : new float[_shape.Width];
        foreach (var index in _ofSlice[z])
        {
            var drawn = _drawn[index];
            var dz = z + 0.5 - drawn.Centre.Z;
            var left = (drawn.Around * drawn.Around) - (dz * dz);
            if (left <= 0)
                continue;
            var (top, bottom) = Range(drawn.Centre.Y, Math.Sqrt(left), _shape.Height);
            for (var y = top; y < bottom; y++)
            {
                var dy = y + 0.5 - drawn.Centre.Y;
                var (from, to) = Range(drawn.Centre.X, Math.Sqrt(Math.Max(0, left - (dy * dy))), _shape.Width);
                if (to <= from)
                    continue;
                var row = (y * _shape.Width) + from;
                if (!numbers.IsEmpty)
                    nearest.Slice(row, to - from).CopyTo(before);
                if (_rough is null)
                    Smooth(drawn, dz, dy, from, nearest.Slice(row, to - from), second.Slice(row, to - from));
                else
                    Rough(drawn, dz, dy, from, nearest.Slice(row, to - from), second.Slice(row, to - from));
                if (!numbers.IsEmpty)
                    MarkNearer(before[..(to - from)], nearest.Slice(row, to - from), numbers.Slice(row, to - from), (ushort)(drawn.Number + 1));
            }
        }
    }

    private static void MarkNearer(ReadOnlySpan<float> before, ReadOnlySpan<float> nearest, Span<ushort> numbers, ushort number)
    {
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = nearest[i] < before[i] ? number : numbers[i];
    }

    // Voxels whose centres lie within a distance.
    private static (int From, int To) Range(double centre, double half, int count) =>
        (Math.Max(0, (int)Math.Ceiling(centre - half - 0.5)), Math.Min(count, (int)Math.Floor(centre + half - 0.5) + 1));

    // f = √(p·M p) is 1 on the surface and has the slope |M p|/f, so that (f − 1)·f/|M p| is the distance; along a row both squares are parabolas of x.
    private void Smooth(Drawn drawn, double dz, double dy, int from, Span<float> nearest, Span<float> second)
    {
        var level = Parabola.Of(drawn.Inverse, dz, dy);
        var slope = Parabola.Of(drawn.InverseSquared, dz, dy);
        var left = (float)(from + 0.5 - drawn.Centre.X);
        var near = MemoryMarshal.Cast<float, Vector<float>>(nearest);
        var far = MemoryMarshal.Cast<float, Vector<float>>(second);
        var steps = Vector<float>.Indices;
        var (one, reach, never) = (Vector<float>.One, new Vector<float>(_reach), new Vector<float>(float.PositiveInfinity));
        for (var i = 0; i < near.Length; i++)
        {
            var x = steps + new Vector<float>(left + (i * Vector<float>.Count));
            var f = Vector.SquareRoot(level.At(x));
            var distance = f * (f - one) / Vector.SquareRoot(slope.At(x));
            distance = Vector.ConditionalSelect(Vector.GreaterThan(distance, reach), never, distance);
            far[i] = Vector.Min(far[i], Vector.Max(near[i], distance));
            near[i] = Vector.Min(near[i], distance);
        }
        for (var i = near.Length * Vector<float>.Count; i < nearest.Length; i++)
        {
            var x = left + i;
            var f = MathF.Sqrt(level.At(x));
            Keep(f * (f - 1) / MathF.Sqrt(slope.At(x)), ref nearest[i], ref second[i]);
        }
    }

    private void Rough(Drawn drawn, double dz, double dy, int from, Span<float> nearest, Span<float> second)
    {
        var level = Parabola.Of(drawn.Inverse, dz, dy);
        var slope = Parabola.Of(drawn.InverseSquared, dz, dy);
        var left = from + 0.5 - drawn.Centre.X;
        var (start, step) = (drawn.InOwnFrame(new Point3(dz, dy, left)), drawn.InOwnFrame(new Point3(0, 0, 1)));
        var (least, most) = (_rough!.Least, _rough.Most);
        for (var i = 0; i < nearest.Length; i++)
        {
            var x = (float)left + i;
            var f = MathF.Sqrt(level.At(x));
            var gradient = MathF.Sqrt(slope.At(x)) / f;
            if (f - most > _reach * gradient)
                continue;
            // Deep inside the relief does not show.
            var radius = f < least ? 1 : _rough.Radius(drawn.Number, (float)(start.Z + (i * step.Z)), (float)(start.Y + (i * step.Y)), (float)(start.X + (i * step.X)));
            Keep((f - radius) / gradient, ref nearest[i], ref second[i]);
        }
    }

    private void Keep(float distance, ref float nearest, ref float second)
    {
        if (!(distance <= _reach))
            return;
        second = MathF.Min(second, MathF.Max(nearest, distance));
        nearest = MathF.Min(nearest, distance);
    }

    // c + b x + a x², never quite zero.
    private readonly record struct Parabola(float Constant, float Linear, float Square)
    {
        public static Parabola Of(in SymmetricMatrix m, double z, double y) => new(
            (float)((m.ZZ * z * z) + (m.YY * y * y) + (2 * m.ZY * z * y)), (float)(2 * ((m.ZX * z) + (m.YX * y))), (float)m.XX);

        public Vector<float> At(Vector<float> x) =>
            Vector.Max((x * ((x * Square) + new Vector<float>(Linear))) + new Vector<float>(Constant), new Vector<float>(1e-12f));

        public float At(float x) => MathF.Max((x * ((x * Square) + Linear)) + Constant, 1e-12f);
    }

    private sealed class Drawn(Particle particle, int number, Point3 centre, double around)
    {
        public int Number { get; } = number;

        public Point3 Centre { get; } = centre;

        public double Around { get; } = around;

        public SymmetricMatrix Inverse { get; } = particle.InverseShape;

        public SymmetricMatrix InverseSquared { get; } = particle.InverseShape.Squared();

        public Point3 InOwnFrame(Point3 p) =>
            new(p.Dot(particle.Long) / particle.SemiAxes.Z, p.Dot(particle.Middle) / particle.SemiAxes.Y, p.Dot(particle.Short) / particle.SemiAxes.X);
    }
}
