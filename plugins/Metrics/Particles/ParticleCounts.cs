using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using VolumeViewer.Plugins.Metrics.Correlation;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Particles;

/// <summary>
/// Sums over the voxels of each particle, and pairs of neighbours that its border separates by direction and phase, for areas by Crofton's formula in thirteen directions.
/// All whole numbers, so that they do not depend on the threads.
/// </summary>
internal sealed class ParticleCounts
{
    private readonly int _phases;

    private readonly IReadOnlyList<NeighbourStep> _steps;

    // Of each particle: voxels, Σz, Σy, Σx, Σzz, Σzy, Σzx, Σyy, Σyx, Σxx.
    private readonly long[] _moments;

    private readonly bool[] _isCut;

    private readonly float[] _largest;

    // By particle, phase and direction.
    private readonly int[] _borders;

    // Pairs of particles, the lower number first, by direction.
    private readonly Dictionary<(int Low, int High), int[]> _contacts = [];

    private ParticleCounts(int particles, int phases, IReadOnlyList<NeighbourStep> steps)
    {
        (_phases, _steps) = (phases, steps);
        (_moments, _isCut, _largest) = (new long[10 * (particles + 1)], new bool[particles + 1], new float[particles + 1]);
        _borders = new int[(particles + 1) * phases * steps.Count];
    }

    /// <summary>Measures all particles, on all cores; a copy of the sums for each.</summary>
    public static Particle[] Measure(LabelVolume labels, ParticleSegmentation particles, CancellationToken cancellationToken = default)
    {
        var (shape, count) = (labels.Shape, particles.Count);
        var steps = NeighbourDirections.Of(labels.Spacing, (Math.Min(shape.Depth - 1, 1), Math.Min(shape.Height - 1, 1), Math.Min(shape.Width - 1, 1)));
        var total = new ParticleCounts(count, labels.Phases.Count, steps);
        // Few parts, since each has its own sums.
        var parts = Math.Min(Environment.ProcessorCount, shape.Depth);
        Parallel.For(0, parts, new ParallelOptions { CancellationToken = cancellationToken }, part =>
        {
            var mine = new ParticleCounts(count, labels.Phases.Count, steps);
            for (var z = (int)((long)part * shape.Depth / parts); z < (int)((part + 1L) * shape.Depth / parts); z++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                mine.Count(labels, particles, z);
            }
            lock (total)
                total.Add(mine);
        });
        return total.Results(labels.Spacing, shape);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(LabelVolume labels, ParticleSegmentation particles, int z)
    {
        var shape = labels.Shape;
        var (height, width, ids) = (shape.Height, shape.Width, particles.Ids);
        var slice = labels.Slice(z);
        var above = z + 1 < shape.Depth ? labels.Slice(z + 1) : [];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var place = (y * width) + x;
                var voxel = (z * shape.SliceLength) + place;
                var id = ids[voxel];
                if (id > 0)
                    AddVoxel(id, z, y, x, particles.SquaredDistances[voxel], shape);
                for (var direction = 0; direction < _steps.Count; direction++)
                {
                    var step = _steps[direction];
                    int otherY = y + step.Y, otherX = x + step.X;
                    if ((uint)otherY >= (uint)height || (uint)otherX >= (uint)width || (step.Z > 0 && above.IsEmpty))
                        continue;
                    var otherPlace = (otherY * width) + otherX;
                    var other = ids[((z + step.Z) * shape.SliceLength) + otherPlace];
                    if (other == id)
                        continue;
                    AddPair(direction, id, other, slice[place], step.Z > 0 ? above[otherPlace] : slice[otherPlace]);
                }
            }
        }
    }

    private void AddVoxel(int id, int z, int y, int x, float squared, VolumeShape shape)
    {
        var moments = _moments.AsSpan(10 * id, 10);
        moments[0]++;
        moments[1] += z;
        moments[2] += y;
        moments[3] += x;
        moments[4] += (long)z * z;
        moments[5] += (long)z * y;
        moments[6] += (long)z * x;
        moments[7] += (long)y * y;
        moments[8] += (long)y * x;
        moments[9] += (long)x * x;
        _largest[id] = Math.Max(_largest[id], squared);
        // The faces in front of and behind a single slice end nothing.
        if (y == 0 || x == 0 || y == shape.Height - 1 || x == shape.Width - 1 || (shape.Depth > 1 && (z == 0 || z == shape.Depth - 1)))
            _isCut[id] = true;
    }

    private void AddPair(int direction, int id, int other, byte phase, byte otherPhase)
    {
        if (id > 0)
            AddBorder(direction, id, otherPhase);
        if (other > 0)
            AddBorder(direction, other, phase);
        if (id == 0 || other == 0)
            return;
        ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_contacts, (Math.Min(id, other), Math.Max(id, other)), out _);
        counts ??= new int[_steps.Count];
        counts[direction]++;
    }

    private void AddBorder(int direction, int id, byte otherPhase)
    {
        if (otherPhase == LabelVolume.Unlabelled)
            _isCut[id] = true;
        else
            _borders[(((id * _phases) + otherPhase) * _steps.Count) + direction]++;
    }

    private void Add(ParticleCounts other)
    {
        for (var i = 0; i < _moments.Length; i++)
            _moments[i] += other._moments[i];
        for (var i = 0; i < _borders.Length; i++)
            _borders[i] += other._borders[i];
        for (var id = 0; id < _isCut.Length; id++)
            (_isCut[id], _largest[id]) = (_isCut[id] | other._isCut[id], Math.Max(_largest[id], other._largest[id]));
        foreach (var (pair, counts) in other._contacts)
        {
            ref var mine = ref CollectionsMarshal.GetValueRefOrAddDefault(_contacts, pair, out _);
            mine ??= new int[_steps.Count];
            for (var direction = 0; direction < counts.Length; direction++)
                mine[direction] += counts[direction];
        }
    }

    private Particle[] Results(Spacing spacing, VolumeShape shape)
    {
        var contacts = new List<(int Id, double Area)>[_isCut.Length];
        foreach (var ((low, high), counts) in _contacts)
        {
            var area = Area(counts, spacing);
            (contacts[low] ??= []).Add((high, area));
            (contacts[high] ??= []).Add((low, area));
        }
        var particles = new Particle[_isCut.Length - 1];
        for (var id = 1; id < _isCut.Length; id++)
        {
            var areas = new double[_phases];
            for (var phase = 0; phase < _phases; phase++)
                areas[phase] = Area(_borders.AsSpan(((id * _phases) + phase) * _steps.Count, _steps.Count), spacing);
            var touching = contacts[id] ?? [];
            touching.Sort();
            var (centre, axes, direction) = Shape(_moments.AsSpan(10 * id, 10), spacing);
            particles[id - 1] = new Particle(id, _moments[10 * id], _moments[10 * id] * spacing.Z * spacing.Y * spacing.X, centre, _isCut[id],
                2 * spacing.X * Math.Sqrt(_largest[id]), areas, touching, axes, direction);
        }
        return particles;
    }

    // S = 2 Σ w·n·v/|h| over the directions h with their weights w, the pairs n that a border separates, and the volume v of a voxel.
    private double Area(ReadOnlySpan<int> pairs, Spacing spacing)
    {
        double area = 0;
        for (var direction = 0; direction < _steps.Count; direction++)
            area += 2 * _steps[direction].Weight * pairs[direction] * spacing.Z * spacing.Y * spacing.X / _steps[direction].Length;
        return area;
    }

    // A solid ellipsoid with the full axis a has the second moment a²/20 along it; each voxel adds that of its own box.
    private static (double[] Centre, double[] Axes, double[] LongAxis) Shape(ReadOnlySpan<long> moments, Spacing spacing)
    {
        double n = moments[0];
        double[] steps = [spacing.Z, spacing.Y, spacing.X], means = [moments[1] / n, moments[2] / n, moments[3] / n];
        var covariance = new double[3, 3];
        for (int row = 0, at = 4; row < 3; row++)
        {
            for (var column = row; column < 3; column++, at++)
            {
                var value = (moments[at] / n) - (means[row] * means[column]) + (row == column ? 1 / 12.0 : 0);
                covariance[row, column] = covariance[column, row] = value * steps[row] * steps[column];
            }
        }
        var eigen = SymmetricMatrix.Eigen(covariance);
        return ([.. means.Select((mean, axis) => (mean + 0.5) * steps[axis])], [.. eigen.Select(pair => Math.Sqrt(20 * Math.Max(pair.Value, 0)))], eigen[0].Vector);
    }
}
