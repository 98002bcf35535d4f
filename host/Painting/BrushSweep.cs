using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Painting;

/// <summary>
/// The voxels whose centres come under a brush on a straight way. In units of the brush's radii a ball sweeps out a capsule and a cube a sheared box; both are convex,
/// so that each row has one run.
/// </summary>
internal sealed class BrushSweep : IVoxelShape
{
    // Voxel centres on the edge belong to the brush, whatever is lost by rounding.
    private const double Tolerance = 1e-9;

    private readonly BrushTip _tip;
    private readonly VoxelPlace _from;
    private readonly double _radiusX, _wayZ, _wayY, _wayX;
    private readonly int _width;

    /// <param name="tip">The brush.</param>
    /// <param name="from">Where it starts, snapped to voxels.</param>
    /// <param name="to">Where it ends, likewise.</param>
    /// <param name="shape">Of the volume, which cuts it.</param>
    public BrushSweep(BrushTip tip, VoxelPlace from, VoxelPlace to, VolumeShape shape)
    {
        (_tip, _from, _width, _radiusX) = (tip, from, shape.Width, tip.Radius(Axis.X));
        _wayZ = (to.Z - from.Z) / tip.Radius(Axis.Z);
        _wayY = (to.Y - from.Y) / tip.Radius(Axis.Y);
        _wayX = (to.X - from.X) / _radiusX;
        var (z, y, x) = (Range(Axis.Z), Range(Axis.Y), Range(Axis.X));
        if (z.Count > 0 && y.Count > 0 && x.Count > 0)
            Box = new VoxelBox(z.First, y.First, x.First, z.Count, y.Count, x.Count);

        (int First, int Count) Range(Axis axis)
        {
            var (low, high) = (Math.Min(from.Along(axis), to.Along(axis)) - tip.Radius(axis), Math.Max(from.Along(axis), to.Along(axis)) + tip.Radius(axis));
            var first = (int)Math.Clamp(Math.Floor(low), 0, shape.Along(axis));
            return (first, (int)Math.Clamp(Math.Ceiling(high), 0, shape.Along(axis)) - first);
        }
    }

    public VoxelBox? Box { get; }

    public void AddRuns(int z, int y, List<VoxelRun> runs)
    {
        var (offZ, offY) = ((z + 0.5 - _from.Z) / _tip.Radius(Axis.Z), (y + 0.5 - _from.Y) / _tip.Radius(Axis.Y));
        if (ChordOf(offZ, offY) is not var (low, high))
            return;
        var first = (int)Math.Max(0, Math.Ceiling(_from.X + (low * _radiusX) - 0.5 - Tolerance));
        var end = (int)Math.Min(_width, Math.Floor(_from.X + (high * _radiusX) - 0.5 + Tolerance) + 1);
        if (end > first)
            runs.Add(new VoxelRun(first, end));
    }

    // What the brush covers of the line along x at this place, from its start and in units of its radius there.
    private (double Low, double High)? ChordOf(double offZ, double offY)
    {
        if (!_tip.IsRound)
            return Sheared(offZ, offY);
        switch (_tip.Across)
        {
            case Axis.Z:
                return Math.Abs(offZ) <= 1 + Tolerance ? Capsule(0, offY, 0, _wayY, _wayX) : null;
            case Axis.Y:
                return Math.Abs(offY) <= 1 + Tolerance ? Capsule(offZ, 0, _wayZ, 0, _wayX) : null;
            case Axis.X:
                return Capsule(offZ, offY, _wayZ, _wayY, 0) is null ? null : (-1, 1);
            default:
                return Capsule(offZ, offY, _wayZ, _wayY, _wayX);
        }
    }

    // The chord of the points within 1 of the segment from 0 to the way: of both its ends and of the cylinder between them.
    private static (double Low, double High)? Capsule(double a, double b, double wayA, double wayB, double wayX)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        void Take(double from, double to) => (low, high) = (Math.Min(low, from), Math.Max(high, to));

        var start = 1 + Tolerance - (a * a) - (b * b);
        if (start >= 0)
            Take(-Math.Sqrt(start), Math.Sqrt(start));
        var end = 1 + Tolerance - ((a - wayA) * (a - wayA)) - ((b - wayB) * (b - wayB));
        if (end >= 0)
            Take(wayX - Math.Sqrt(end), wayX + Math.Sqrt(end));
        var length = (wayA * wayA) + (wayB * wayB) + (wayX * wayX);
        if (length > 0 && Cylinder((a * wayA) + (b * wayB), (a * a) + (b * b), wayX, length) is var (from, to))
            Take(from, to);
        return low <= high ? (low, high) : null;
    }

    // With x along the row, the squared distance from the way's line is quadratic in x; the way ends at two planes.
    private static (double Low, double High)? Cylinder(double along, double off, double wayX, double length)
    {
        var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        if (Math.Abs(wayX) > 1e-12)
            (low, high) = (Math.Min(-along / wayX, (length - along) / wayX), Math.Max(-along / wayX, (length - along) / wayX));
        else if (along < 0 || along > length)
            return null;
        var (square, linear, rest) = (1 - (wayX * wayX / length), -2 * wayX * along / length, off - (along * along / length) - 1 - Tolerance);
        if (square < 1e-12)
            return rest <= 0 ? (low, high) : null;
        var root = (linear * linear) - (4 * square * rest);
        if (root < 0)
            return null;
        (low, high) = (Math.Max(low, (-linear - Math.Sqrt(root)) / (2 * square)), Math.Min(high, (-linear + Math.Sqrt(root)) / (2 * square)));
        return low <= high ? (low, high) : null;
    }

    // The part of the way on which a box covers the row, and what it covers of the row meanwhile.
    private (double Low, double High)? Sheared(double offZ, double offY)
    {
        var (first, last) = (0.0, 1.0);
        foreach (var (off, way) in ((double Off, double Way)[])[(offZ, _wayZ), (offY, _wayY)])
        {
            if (Math.Abs(way) < 1e-12)
            {
                if (Math.Abs(off) > 1 + Tolerance)
                    return null;
                continue;
            }
            var (one, other) = ((off - 1 - Tolerance) / way, (off + 1 + Tolerance) / way);
            (first, last) = (Math.Max(first, Math.Min(one, other)), Math.Min(last, Math.Max(one, other)));
        }
        return first > last ? null : (Math.Min(first * _wayX, last * _wayX) - 1, Math.Max(first * _wayX, last * _wayX) + 1);
    }
}
