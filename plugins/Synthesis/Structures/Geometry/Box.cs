using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>The space that is filled, in voxels.</summary>
/// <param name="Lengths">Along z, y and x.</param>
/// <param name="PeriodicAlongZ">Whether what leaves at the last slice enters at the first; otherwise there are walls.</param>
/// <param name="PeriodicAcross">The same along y and x.</param>
internal sealed record Box(Point3 Lengths, bool PeriodicAlongZ, bool PeriodicAcross)
{
    /// <summary>Its volume.</summary>
    public double Volume => Lengths.Z * Lengths.Y * Lengths.X;

    /// <summary>The box of a volume.</summary>
    public static Box Of(VolumeShape shape, Edges edges) =>
        new(new Point3(shape.Depth, shape.Height, shape.Width), edges == Edges.Periodic, edges != Edges.Walls);

    /// <summary>Whether opposite faces across an axis fit together: 0 is z, 1 is y, 2 is x.</summary>
    public bool IsPeriodic(int axis) => axis == 0 ? PeriodicAlongZ : PeriodicAcross;

    /// <summary>The same place inside the box, where it is periodic.</summary>
    public Point3 Wrap(Point3 p) => new(Wrap(p.Z, 0), Wrap(p.Y, 1), Wrap(p.X, 2));

    /// <summary>The places at which something of this reach shows in the box, its own first.</summary>
    public IEnumerable<Point3> Images(Point3 centre, double reach)
    {
        yield return centre;
        var (z, y, x) = (Shifts(centre.Z, reach, 0), Shifts(centre.Y, reach, 1), Shifts(centre.X, reach, 2));
        for (var i = z.First; i <= z.Last; i++)
        {
            for (var j = y.First; j <= y.Last; j++)
            {
                for (var k = x.First; k <= x.Last; k++)
                {
                    if ((i, j, k) != (0, 0, 0))
                        yield return centre + new Point3(i * Lengths.Z, j * Lengths.Y, k * Lengths.X);
                }
            }
        }
    }

    private double Wrap(double value, int axis) => IsPeriodic(axis) ? value - (Math.Floor(value / Lengths[axis]) * Lengths[axis]) : value;

    private (int First, int Last) Shifts(double centre, double reach, int axis) => IsPeriodic(axis)
        ? ((int)Math.Ceiling((-reach - centre) / Lengths[axis]), (int)Math.Floor((Lengths[axis] + reach - centre) / Lengths[axis]))
        : (0, 0);
}
