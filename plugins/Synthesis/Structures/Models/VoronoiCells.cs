namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>The nearest, second and third nearest of random points in a periodic box.</summary>
internal sealed class VoronoiCells
{
    private readonly Point3[] _points;
    private readonly Box _box;
    private readonly int[] _cells = new int[3];
    private readonly List<int>[] _members;

    /// <param name="points">In the box.</param>
    /// <param name="box">Periodic along all axes.</param>
    public VoronoiCells(Point3[] points, Box box)
    {
        (_points, _box) = (points, box);
        var edge = Math.Cbrt(box.Volume / points.Length);
        for (var axis = 0; axis < 3; axis++)
            _cells[axis] = (int)Math.Clamp(box.Lengths[axis] / edge, 1, 512);
        _members = [.. Enumerable.Range(0, _cells[0] * _cells[1] * _cells[2]).Select(_ => new List<int>())];
        for (var i = 0; i < points.Length; i++)
            _members[Index(CellOf(points[i], 0), CellOf(points[i], 1), CellOf(points[i], 2))].Add(i);
    }

    /// <summary>One of the points, where it is nearest around the box.</summary>
    public readonly record struct Site(int Number, float Z, float Y, float X);

    /// <summary>All sites that are among the three nearest of any place in a cube, and those that are no more than a margin farther.</summary>
    /// <param name="centre">Of the cube.</param>
    /// <param name="radius">Of the sphere around it.</param>
    /// <param name="margin">In voxels: planes between cells are found up to half of it.</param>
    public Site[] Near(Point3 centre, double radius, double margin)
    {
        var found = new List<(Site Site, double Distance)>();
        var widths = new[] { _box.Lengths.Z / _cells[0], _box.Lengths.Y / _cells[1], _box.Lengths.X / _cells[2] };
        var width = widths.Min();
        var home = new[] { CellAt(centre, 0), CellAt(centre, 1), CellAt(centre, 2) };
        for (var ring = 0; ; ring++)
        {
            AddRing(home, ring, centre, found);
            if (found.Count < 3)
                continue;
            found.Sort((a, b) => a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : a.Site.Number.CompareTo(b.Site.Number));
            // Whatever is farther than the third from the centre by the diameter is nowhere among the three nearest; and beyond the ring all is farther than it.
            var most = found[2].Distance + (2 * radius) + margin;
            if (ring * width >= most)
                return [.. found.TakeWhile(each => each.Distance <= most).Select(each => each.Site)];
        }
    }

    private void AddRing(int[] home, int ring, Point3 centre, List<(Site Site, double Distance)> found)
    {
        for (var z = -ring; z <= ring; z++)
        {
            for (var y = -ring; y <= ring; y++)
            {
                var step = Math.Abs(z) == ring || Math.Abs(y) == ring || ring == 0 ? 1 : 2 * ring;
                for (var x = -ring; x <= ring; x += step)
                    AddCell(home[0] + z, home[1] + y, home[2] + x, centre, found);
            }
        }
    }

    private void AddCell(int z, int y, int x, Point3 centre, List<(Site Site, double Distance)> found)
    {
        var (kz, ky, kx) = (Floor(z, 0), Floor(y, 1), Floor(x, 2));
        var shift = new Point3(kz * _box.Lengths.Z, ky * _box.Lengths.Y, kx * _box.Lengths.X);
        foreach (var i in _members[Index(z - (kz * _cells[0]), y - (ky * _cells[1]), x - (kx * _cells[2]))])
        {
            var p = _points[i] + shift;
            found.Add((new Site(i, (float)p.Z, (float)p.Y, (float)p.X), (p - centre).Length));
        }
    }

    private int Index(int z, int y, int x) => (((z * _cells[1]) + y) * _cells[2]) + x;

    private int Floor(int cell, int axis) => (int)Math.Floor(cell / (double)_cells[axis]);

    private int CellAt(Point3 p, int axis) => (int)Math.Floor(p[axis] / _box.Lengths[axis] * _cells[axis]);

    private int CellOf(Point3 p, int axis) => Math.Clamp(CellAt(p, axis), 0, _cells[axis] - 1);
}
