using System.Collections.Concurrent;
using System.Numerics;
using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>
/// The area of the triangles that marching cubes puts where a phase's share of the voxels around is one half (see <see cref="SmoothedPhases"/>), without
/// keeping them. Ambiguous faces are decided by the saddle. The area of a pair is (S₁ + S₂ − S of both taken as one) / 2. Takes the memory of <see cref="GradientSurfaces"/>.
/// </summary>
internal static class SmoothedMarchingCubes
{
    private const int RunLength = 8;
    private const float Level = 0.5f;

    /// <summary>Measures all phases and pairs.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="grid">Its blocks; a cell is in that of its first voxel.</param>
    /// <param name="touches">Whether a pair of phases touches at all; others are not looked at.</param>
    /// <param name="sigma">Of the Gaussian, voxels along each axis.</param>
    /// <param name="radius">Voxels at which it is cut off.</param>
    /// <param name="sliceDone">Called after every slice.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static SurfaceAreas Measure(LabelVolume labels, BlockRows grid, Func<int, int, bool> touches, double sigma, int radius, Action? sliceDone = null,
        CancellationToken cancellationToken = default)
    {
        var (shape, phases) = (labels.Shape, labels.Phases.Count);
        // Each phase, then the pairs that touch.
        (int First, int Second)[] sets = [.. Enumerable.Range(0, phases).Select(phase => (phase, phase)), .. PhasePairs.All(phases).Where(pair => touches(pair.First, pair.Second))];
        var bySlice = new double[shape.Depth][];
        var runs = (shape.Depth + RunLength - 1) / RunLength;
        var triangles = MarchingCubes.Triangles();
        // Some dozen slices of floats each: the loop begins anew on its threads many times, and more of them than cores would wait for memory alone.
        var spare = new ConcurrentBag<CellRow>();
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, runs, options, () => spare.TryTake(out var rowLeft) ? rowLeft : new CellRow(labels, sigma, radius, triangles), (run, _, row) =>
        {
            var (start, end) = (run * RunLength, Math.Min(shape.Depth, (run + 1) * RunLength));
            row.Smooth.Read(start);
            for (var z = start; z < end; z++)
            {
                var sums = bySlice[z] = new double[sets.Length * grid.Count];
                for (var y = 0; y + 1 < shape.Height && z + 1 < shape.Depth; y++)
                {
                    for (var set = 0; set < sets.Length; set++)
                        row.Add(sets[set], z, y, grid, sums.AsSpan((set * grid.Count) + grid.FirstOf(z, y)));
                }
                sliceDone?.Invoke();
            }
            return row;
        }, spare.Add);
        var areas = Enumerable.Range(0, sets.Length).Select(set =>
            Enumerable.Range(0, grid.Count).Select(block => bySlice.Sum(sums => sums[(set * grid.Count) + block])).ToArray()).ToArray();
        var pairs = PhasePairs.All(phases).Select(pair =>
        {
            var both = Array.IndexOf(sets, pair);
            return both < 0 ? new double[grid.Count]
                : [.. Enumerable.Range(0, grid.Count).Select(block => (areas[pair.First][block] + areas[pair.Second][block] - areas[both][block]) / 2)];
        });
        return new SurfaceAreas(SurfaceMethod.SmoothedMarchingCubes, areas[..phases], [.. pairs]);
    }

    /// <summary>The cells between four rows of voxels.</summary>
    private sealed class CellRow
    {
        // The corners of each face in their order around it.
        private static readonly (int A, int B, int C, int D)[] Faces = [(0, 1, 3, 2), (4, 5, 7, 6), (0, 1, 5, 4), (2, 3, 7, 6), (0, 2, 6, 4), (1, 3, 7, 5)];

        private readonly byte[][] _triangles;
        private readonly float[][] _rows;
        private readonly byte[] _columns;
        private readonly byte[] _labelled;
        private readonly Vector3 _spacing;

        public CellRow(LabelVolume labels, double sigma, int radius, byte[][] triangles)
        {
            Smooth = new SmoothedPhases(labels, RunLength + 1, sigma, radius);
            _triangles = triangles;
            _rows = [.. Enumerable.Range(0, 4).Select(_ => new float[Smooth.Width])];
            (_columns, _labelled) = (new byte[Smooth.Width], new byte[Smooth.Width]);
            _spacing = labels.Spacing.ToVector3();
        }

        public SmoothedPhases Smooth { get; }

        public void Add((int First, int Second) set, int z, int y, BlockRows grid, Span<double> sums)
        {
            if (!Smooth.Has(set.First) && !Smooth.Has(set.Second))
                return;
            Read(set, z, y);
            Span<float> corners = stackalloc float[8];
            for (var x = 0; x + 1 < grid.OfX.Length; x++)
            {
                if ((_labelled[x] & _labelled[x + 1]) != 15)
                    continue;
                var (before, after) = (_columns[x], _columns[x + 1]);
                if (before == after && before is 0 or 15)
                    continue;
                // Bits 0 to 3 of a column are its voxels at (z, y) = (0, 0), (0, 1), (1, 0), (1, 1); corner n of a cell is (n >> 2, n >> 1 & 1, n & 1).
                var configuration = 0;
                for (var row = 0; row < 4; row++)
                {
                    configuration |= ((before >> row & 1) | ((after >> row & 1) << 1)) << (2 * row);
                    (corners[2 * row], corners[(2 * row) + 1]) = (_rows[row][x], _rows[row][x + 1]);
                }
                sums[grid.OfX[x]] += Area(configuration, corners);
            }
        }

        private void Read((int First, int Second) set, int z, int y)
        {
            Array.Clear(_columns);
            Array.Clear(_labelled);
            for (var i = 0; i < 4; i++)
            {
                var (rowZ, rowY, row) = (z + (i >> 1), y + (i & 1), _rows[i]);
                if (Smooth.Has(set.First))
                    Smooth.Row(set.First, rowZ, rowY, 0).CopyTo(row);
                else
                    Array.Clear(row);
                if (set.Second != set.First && Smooth.Has(set.Second))
                {
                    var second = Smooth.Row(set.Second, rowZ, rowY, 0);
                    for (var x = 0; x < row.Length; x++)
                        row[x] += second[x];
                }
                var mask = Smooth.Mask(rowZ, rowY, 0);
                for (var x = 0; x < row.Length; x++)
                {
                    _columns[x] |= (byte)(row[x] > Level ? 1 << i : 0);
                    _labelled[x] |= (byte)(mask[x] > 0 ? 1 << i : 0);
                }
            }
        }

        private double Area(int configuration, ReadOnlySpan<float> corners)
        {
            // The surface of what is outside is the same, but joins that across ambiguous faces.
            var triangles = _triangles[IsJoined(configuration, corners) ? configuration : configuration ^ 255];
            var area = 0f;
            for (var i = 0; i < triangles.Length; i += 3)
            {
                var (a, b, c) = (Point(triangles[i], corners), Point(triangles[i + 1], corners), Point(triangles[i + 2], corners));
                area += Vector3.Cross(b - a, c - a).Length() / 2;
            }
            return area;
        }

        // Whether the phase hangs together across most of the faces on which its corners lie crosswise: where the saddle between them is above the level
        // (Nielson and Hamann, Proc. Visualization '91, 83).
        private static bool IsJoined(int configuration, ReadOnlySpan<float> corners)
        {
            var votes = 0;
            foreach (var (a, b, c, d) in Faces)
            {
                var across = (configuration >> a & 1) | (configuration >> b & 1) << 1 | (configuration >> c & 1) << 2 | (configuration >> d & 1) << 3;
                if (across is not (0b0101 or 0b1010))
                    continue;
                var saddle = ((corners[a] - Level) * (corners[c] - Level)) - ((corners[b] - Level) * (corners[d] - Level));
                votes += saddle > 0 == (across == 0b0101) ? 1 : -1;
            }
            return votes >= 0;
        }

        private Vector3 Point(byte point, ReadOnlySpan<float> corners)
        {
            var (from, to) = (point & 7, point >> 3);
            var along = (Level - corners[from]) / (corners[to] - corners[from]);
            return _spacing * Vector3.Lerp(Corner(from), Corner(to), along);
        }

        private static Vector3 Corner(int corner) => new(corner & 1, corner >> 1 & 1, corner >> 2);
    }
}
