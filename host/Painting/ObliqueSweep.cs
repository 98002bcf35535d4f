using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Painting;

/// <summary>
/// The voxels whose centres come under a brush on an oblique plane that moves along a straight way in it. It is convex, so that each row has one run: where the row lies between the
/// two faces, and where its shadow on the plane lies in the discs at both ends or in the strip between them; or, of a square, in the hexagon that it sweeps out.
/// </summary>
internal sealed class ObliqueSweep : IVoxelShape
{
    // Voxel centres on the edge belong to the brush, whatever is lost by rounding; of its radius.
    private const double Tolerance = 1e-6;

    private readonly ObliqueTip _tip;
    private readonly Spacing _spacing;
    private readonly int _width;
    private readonly (double Z, double Y, double X) _from, _normal, _right, _down;
    private readonly double _wayRight, _wayDown;

    /// <param name="tip">The brush.</param>
    /// <param name="from">Where it starts.</param>
    /// <param name="to">Where it ends; taken to the plane through the start.</param>
    /// <param name="shape">Of the volume, which cuts it.</param>
    /// <param name="spacing">Of the volume.</param>
    public ObliqueSweep(ObliqueTip tip, VoxelPlace from, VoxelPlace to, VolumeShape shape, Spacing spacing)
    {
        (_tip, _spacing, _width) = (tip, spacing, shape.Width);
        (_normal, _right, _down) = (Of(tip.Plane.Normal), Of(tip.Plane.Right), Of(tip.Plane.Down));
        var (begin, end) = (from.ToWorld(spacing), to.ToWorld(spacing));
        _from = (begin.Z, begin.Y, begin.X);
        var way = (end.Z - begin.Z, end.Y - begin.Y, end.X - begin.X);
        (_wayRight, _wayDown) = (Dot(way, _right), Dot(way, _down));
        var (z, y, x) = (Range(Axis.Z, _from.Z, n => n.Z), Range(Axis.Y, _from.Y, n => n.Y), Range(Axis.X, _from.X, n => n.X));
        if (z.Count > 0 && y.Count > 0 && x.Count > 0)
            Box = new VoxelBox(z.First, y.First, x.First, z.Count, y.Count, x.Count);

        // As far as the brush reaches along an axis, at both ends of the way.
        (int First, int Count) Range(Axis axis, double place, Func<(double Z, double Y, double X), double> along)
        {
            var (right, down) = (along(_right), along(_down));
            var reach = (tip.IsRound ? tip.Radius * Math.Sqrt((right * right) + (down * down)) : tip.Radius * (Math.Abs(right) + Math.Abs(down))) + (tip.HalfThickness * Math.Abs(along(_normal)));
            var moved = place + (right * _wayRight) + (down * _wayDown);
            var first = (int)Math.Clamp(Math.Floor((Math.Min(place, moved) - reach) / spacing.Along(axis)), 0, shape.Along(axis));
            return (first, (int)Math.Clamp(Math.Ceiling((Math.Max(place, moved) + reach) / spacing.Along(axis)), 0, shape.Along(axis)) - first);
        }
    }

    public VoxelBox? Box { get; }

    public void AddRuns(int z, int y, List<VoxelRun> runs)
    {
        // From the start of the way to where the row meets x = 0.
        var row = (((z + 0.5) * _spacing.Z) - _from.Z, ((y + 0.5) * _spacing.Y) - _from.Y, -_from.X);
        var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        Cut(ref low, ref high, Dot(row, _normal), _normal.X, -_tip.HalfThickness, _tip.HalfThickness);
        var (right, down) = (Dot(row, _right), Dot(row, _down));
        if (_tip.IsRound)
        {
            var (from, to) = Capsule(right, down);
            (low, high) = (Math.Max(low, from), Math.Min(high, to));
        }
        else
            CutHexagon(ref low, ref high, right, down);
        if (!(low <= high))
            return;
        var first = (int)Math.Clamp(Math.Ceiling((low / _spacing.X) - 0.5), 0, _width);
        var end = (int)Math.Clamp(Math.Floor((high / _spacing.X) - 0.5) + 1, 0, _width);
        if (end > first)
            runs.Add(new VoxelRun(first, end));
    }

    private static (double Z, double Y, double X) Of(System.Numerics.Vector3 direction) => (direction.Z, direction.Y, direction.X);

    private static double Dot((double Z, double Y, double X) one, (double Z, double Y, double X) other) => (one.Z * other.Z) + (one.Y * other.Y) + (one.X * other.X);

    // Leaves what lies between two bounds of a value that grows by a slope along the row.
    private void Cut(ref double low, ref double high, double at, double slope, double least, double most)
    {
        var slack = Tolerance * (_tip.Radius + _tip.HalfThickness);
        (least, most) = (least - slack, most + slack);
        if (Math.Abs(slope) < 1e-12)
        {
            if (at < least || at > most)
                (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            return;
        }
        var (one, other) = ((least - at) / slope, (most - at) / slope);
        (low, high) = (Math.Max(low, Math.Min(one, other)), Math.Min(high, Math.Max(one, other)));
    }

    private (double Low, double High) Capsule(double right, double down)
    {
        var (low, high) = Disc(right, down);
        var (farLow, farHigh) = Disc(right - _wayRight, down - _wayDown);
        (low, high) = (Math.Min(low, farLow), Math.Max(high, farHigh));
        var length = Math.Sqrt((_wayRight * _wayRight) + (_wayDown * _wayDown));
        if (length < 1e-12)
            return (low, high);
        var (alongRight, alongDown) = (_wayRight / length, _wayDown / length);
        var (stripLow, stripHigh) = (double.NegativeInfinity, double.PositiveInfinity);
        Cut(ref stripLow, ref stripHigh, (right * alongRight) + (down * alongDown), (_right.X * alongRight) + (_down.X * alongDown), 0, length);
        Cut(ref stripLow, ref stripHigh, (down * alongRight) - (right * alongDown), (_down.X * alongRight) - (_right.X * alongDown), -_tip.Radius, _tip.Radius);
        return stripLow <= stripHigh ? (Math.Min(low, stripLow), Math.Max(high, stripHigh)) : (low, high);
    }

    // Where the shadow of the row lies in a disc about the place (0, 0) of the plane: a quadratic in x.
    private (double Low, double High) Disc(double right, double down)
    {
        var radius = _tip.Radius * (1 + Tolerance);
        var (square, half, rest) = ((_right.X * _right.X) + (_down.X * _down.X), (right * _right.X) + (down * _down.X), (right * right) + (down * down) - (radius * radius));
        if (square < 1e-12)
            return rest <= 0 ? (double.NegativeInfinity, double.PositiveInfinity) : (double.PositiveInfinity, double.NegativeInfinity);
        var root = (half * half) - (square * rest);
        return root < 0 ? (double.PositiveInfinity, double.NegativeInfinity) : ((-half - Math.Sqrt(root)) / square, (-half + Math.Sqrt(root)) / square);
    }

    // The sum of a square and a segment: bounded along both edges of the square and across the way.
    private void CutHexagon(ref double low, ref double high, double right, double down)
    {
        var radius = _tip.Radius;
        Cut(ref low, ref high, right, _right.X, Math.Min(0, _wayRight) - radius, Math.Max(0, _wayRight) + radius);
        Cut(ref low, ref high, down, _down.X, Math.Min(0, _wayDown) - radius, Math.Max(0, _wayDown) + radius);
        var length = Math.Sqrt((_wayRight * _wayRight) + (_wayDown * _wayDown));
        if (length < 1e-12)
            return;
        var (acrossRight, acrossDown) = (-_wayDown / length, _wayRight / length);
        var reach = radius * (Math.Abs(acrossRight) + Math.Abs(acrossDown));
        Cut(ref low, ref high, (right * acrossRight) + (down * acrossDown), (_right.X * acrossRight) + (_down.X * acrossDown), -reach, reach);
    }
}
