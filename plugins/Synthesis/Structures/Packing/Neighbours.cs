namespace VolumeViewer.Plugins.Synthesis.Structures;

/// <summary>The pairs of particles that are near each other, each once, and the pairs of every particle.</summary>
internal sealed class Neighbours
{
    private const int PartLength = 512;

    private Neighbours(Pair[] pairs, int count)
    {
        Pairs = pairs;
        Starts = new int[count + 1];
        foreach (var pair in pairs)
        {
            Starts[pair.First + 1]++;
            Starts[pair.Second + 1]++;
        }
        for (var i = 0; i < count; i++)
            Starts[i + 1] += Starts[i];
        Entries = new int[2 * pairs.Length];
        var next = Starts.AsSpan(0, count).ToArray();
        for (var p = 0; p < pairs.Length; p++)
        {
            Entries[next[pairs[p].First]++] = p;
            Entries[next[pairs[p].Second]++] = ~p;
        }
    }

    /// <summary>Two particles, and what to add to the centre of the second where it is nearest to the first around the box.</summary>
    public readonly record struct Pair(int First, int Second, Point3 Shift);

    /// <summary>The pairs.</summary>
    public Pair[] Pairs { get; }

    /// <summary>Where the entries of each particle begin, and at the end how many there are.</summary>
    public int[] Starts { get; }

    /// <summary>Indices of pairs; the complement where the particle is the second of the pair.</summary>
    public int[] Entries { get; }

    /// <summary>Finds all pairs whose reaches come nearer than <paramref name="skin"/>.</summary>
    /// <param name="centres">Inside the box where it is periodic.</param>
    /// <param name="reaches">In descending order.</param>
    /// <param name="box">The space.</param>
    /// <param name="skin">In voxels.</param>
    /// <param name="work">Threads.</param>
    public static Neighbours Find(Point3[] centres, double[] reaches, Box box, double skin, Work work)
    {
        var grid = new Grid(centres, box);
        var parts = new List<Pair>[(centres.Length + PartLength - 1) / PartLength];
        work.ForParts(centres.Length, PartLength, (from, to) =>
        {
            var pairs = new List<Pair>((to - from) * 8);
            for (var i = from; i < to; i++)
                grid.AddPairs(i, reaches, skin, pairs);
            parts[from / PartLength] = pairs;
        });
        return new Neighbours([.. parts.SelectMany(part => part)], centres.Length);
    }

    // Cells of about one particle each. A particle looks for those that are no larger, so that a few large ones do not make all look far.
    private sealed class Grid
    {
        private readonly Point3[] _centres;
        private readonly Box _box;
        private readonly int[] _cells = new int[3];
        private readonly int[] _starts;
        private readonly int[] _members;

        public Grid(Point3[] centres, Box box)
        {
            (_centres, _box) = (centres, box);
            var edge = Math.Cbrt(box.Volume / centres.Length);
            for (var axis = 0; axis < 3; axis++)
                _cells[axis] = (int)Math.Clamp(box.Lengths[axis] / edge, 1, 1000);
            _starts = new int[(_cells[0] * _cells[1] * _cells[2]) + 1];
            foreach (var centre in centres)
                _starts[CellOf(centre) + 1]++;
            for (var cell = 0; cell + 1 < _starts.Length; cell++)
                _starts[cell + 1] += _starts[cell];
            _members = new int[centres.Length];
            var next = _starts.AsSpan(0, _starts.Length - 1).ToArray();
            for (var i = 0; i < centres.Length; i++)
                _members[next[CellOf(centres[i])]++] = i;
        }

        public void AddPairs(int i, double[] reaches, double skin, List<Pair> pairs)
        {
            var (centre, range) = (_centres[i], (2 * reaches[i]) + skin);
            var (z, y, x) = (Range(centre, range, 0), Range(centre, range, 1), Range(centre, range, 2));
            for (var cz = z.First; cz <= z.Last; cz++)
            {
                for (var cy = y.First; cy <= y.Last; cy++)
                {
                    for (var cx = x.First; cx <= x.Last; cx++)
                    {
                        var (kz, ky, kx) = (Floor(cz, 0), Floor(cy, 1), Floor(cx, 2));
                        var shift = new Point3(kz * _box.Lengths.Z, ky * _box.Lengths.Y, kx * _box.Lengths.X);
                        var cell = (((cz - (kz * _cells[0])) * _cells[1]) + cy - (ky * _cells[1])) * _cells[2] + cx - (kx * _cells[2]);
                        for (var m = _starts[cell]; m < _starts[cell + 1]; m++)
                        {
                            var j = _members[m];
                            var near = reaches[i] + reaches[j] + skin;
                            var between = _centres[j] + shift - centre;
                            if (j > i && between.Dot(between) < near * near)
                                pairs.Add(new Pair(i, j, shift));
                        }
                    }
                }
            }
        }

        private int CellOf(Point3 p) => (((Cell(p, 0) * _cells[1]) + Cell(p, 1)) * _cells[2]) + Cell(p, 2);

        private int Cell(Point3 p, int axis) => Math.Clamp((int)(p[axis] / _box.Lengths[axis] * _cells[axis]), 0, _cells[axis] - 1);

        private int Floor(int cell, int axis) => _box.IsPeriodic(axis) ? (int)Math.Floor(cell / (double)_cells[axis]) : 0;

        private (int First, int Last) Range(Point3 centre, double range, int axis)
        {
            var scale = _cells[axis] / _box.Lengths[axis];
            var (first, last) = ((int)Math.Floor((centre[axis] - range) * scale), (int)Math.Floor((centre[axis] + range) * scale));
            return _box.IsPeriodic(axis) ? (first, last) : (Math.Clamp(first, 0, _cells[axis] - 1), Math.Clamp(last, 0, _cells[axis] - 1));
        }
    }
}
