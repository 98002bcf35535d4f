using System.Collections.Concurrent;
using System.Numerics;
using VolumeViewer.Plugins.Metrics.Intervals;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Surfaces;

/// <summary>
/// Areas as the integral of the gradient's length of each phase's share u of the voxels around, which is smoothed by a Gaussian (a phase-field view;
/// Kench et al., J. Open Source Softw. 8 (2023) 5358). The area of a pair is the integral of (|∇u₁| + |∇u₂| − |∇(u₁ + u₂)|) / 2: never below 0, the whole
/// gradient where two phases meet, and exact in its sums as long as no more than three do.
/// </summary>
/// <remarks>Where a neighbour is missing or unlabelled, the voxel's own value stands for it, so that nothing ends at the border. Takes four bytes per voxel
/// and phase of some dozen slices for each thread.</remarks>
internal static class GradientSurfaces
{
    private const int RunLength = 8;

    /// <summary>Measures all phases and pairs.</summary>
    /// <param name="labels">The volume.</param>
    /// <param name="grid">Its blocks.</param>
    /// <param name="sigma">Of the Gaussian, voxels along each axis.</param>
    /// <param name="radius">Voxels at which it is cut off.</param>
    /// <param name="sliceDone">Called after every slice.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static SurfaceAreas Measure(LabelVolume labels, BlockRows grid, double sigma, int radius, Action? sliceDone = null,
        CancellationToken cancellationToken = default)
    {
        var shape = labels.Shape;
        var (phases, pairs) = (labels.Phases.Count, PhasePairs.Count(labels.Phases.Count));
        // By slice, added up in their order afterwards: sums of fractions depend on it.
        var bySlice = new double[shape.Depth][];
        var runs = (shape.Depth + RunLength - 1) / RunLength;
        // Some dozen slices of floats each: the loop begins anew on its threads many times, and more of them than cores would wait for memory alone.
        var spare = new ConcurrentBag<GradientRows>();
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, runs, options, () => spare.TryTake(out var rowsLeft) ? rowsLeft : new GradientRows(labels, sigma, radius), (run, _, rows) =>
        {
            var (start, end) = (run * RunLength, Math.Min(shape.Depth, (run + 1) * RunLength));
            rows.Read(start);
            for (var z = start; z < end; z++)
            {
                var sums = bySlice[z] = new double[(phases + pairs) * grid.Count];
                for (var y = 0; y < shape.Height; y++)
                    rows.Add(z, y, grid, sums);
                sliceDone?.Invoke();
            }
            return rows;
        }, spare.Add);
        var voxel = labels.Spacing.Z * labels.Spacing.Y * labels.Spacing.X;
        var areas = Enumerable.Range(0, phases + pairs).Select(_ => new double[grid.Count]).ToArray();
        foreach (var sums in bySlice)
        {
            for (var i = 0; i < sums.Length; i++)
                areas[i / grid.Count][i % grid.Count] += sums[i] * voxel;
        }
        return new SurfaceAreas(SurfaceMethod.Gradient, areas[..phases], areas[phases..]);
    }

    /// <summary>The gradients of all phases along one row.</summary>
    private sealed class GradientRows
    {
        private readonly SmoothedPhases _smooth;
        private readonly float[] _steps;
        // By phase and axis.
        private readonly float[][] _gradients;
        private readonly float[][] _lengths;
        private readonly float[] _pair;
        private int[] _present = [];

        public GradientRows(LabelVolume labels, double sigma, int radius)
        {
            _smooth = new SmoothedPhases(labels, RunLength + 2, sigma, radius);
            _steps = [(float)(1 / labels.Spacing.Z), (float)(1 / labels.Spacing.Y), (float)(1 / labels.Spacing.X)];
            _gradients = [.. Enumerable.Range(0, 3 * _smooth.PhaseCount).Select(_ => new float[_smooth.Width])];
            _lengths = [.. Enumerable.Range(0, _smooth.PhaseCount).Select(_ => new float[_smooth.Width])];
            _pair = new float[_smooth.Width];
        }

        public void Read(int start)
        {
            _smooth.Read(start - 1);
            _present = [.. Enumerable.Range(0, _smooth.PhaseCount).Where(_smooth.Has)];
        }

        public void Add(int z, int y, BlockRows grid, double[] sums)
        {
            var first = grid.FirstOf(z, y);
            foreach (var phase in _present)
            {
                for (var axis = 0; axis < 3; axis++)
                    Derive(phase, z, y, axis, _gradients[(3 * phase) + axis]);
                for (var x = 0; x < _pair.Length; x += Vector<float>.Count)
                    Length(phase, phase, x).CopyTo(_lengths[phase], x);
                AddUp(_lengths[phase], grid, sums.AsSpan((phase * grid.Count) + first));
            }
            for (var i = 0; i < _present.Length; i++)
            {
                for (var j = i + 1; j < _present.Length; j++)
                {
                    var (one, other) = (_present[i], _present[j]);
                    for (var x = 0; x < _pair.Length; x += Vector<float>.Count)
                    {
                        var apart = new Vector<float>(_lengths[one], x) + new Vector<float>(_lengths[other], x);
                        ((apart - Length(one, other, x)) * 0.5f).CopyTo(_pair, x);
                    }
                    AddUp(_pair, grid, sums.AsSpan(((_smooth.PhaseCount + PhasePairs.Index(one, other, _smooth.PhaseCount)) * grid.Count) + first));
                }
            }
        }

        // Differences to the neighbours before and after that are labelled, over their number.
        private void Derive(int phase, int z, int y, int axis, float[] gradient)
        {
            var (dz, dy, dx) = (axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0);
            var here = _smooth.Row(phase, z, y, 0);
            var before = _smooth.Row(phase, z - dz, y - dy, -dx);
            var after = _smooth.Row(phase, z + dz, y + dy, dx);
            var own = _smooth.Mask(z, y, 0);
            var isBefore = _smooth.Mask(z - dz, y - dy, -dx);
            var isAfter = _smooth.Mask(z + dz, y + dy, dx);
            var step = new Vector<float>(_steps[axis]);
            for (var x = 0; x < gradient.Length; x += Vector<float>.Count)
            {
                var u = new Vector<float>(here[x..]);
                var (p, q) = (new Vector<float>(isBefore[x..]), new Vector<float>(isAfter[x..]));
                var difference = (q * (new Vector<float>(after[x..]) - u)) + (p * (u - new Vector<float>(before[x..])));
                (difference * step * new Vector<float>(own[x..]) / Vector.Max(Vector<float>.One, p + q)).CopyTo(gradient, x);
            }
        }

        // The length of one gradient, or of the sum of two.
        private Vector<float> Length(int one, int other, int x)
        {
            var square = Vector<float>.Zero;
            for (var axis = 0; axis < 3; axis++)
            {
                var gradient = new Vector<float>(_gradients[(3 * one) + axis], x);
                if (one != other)
                    gradient += new Vector<float>(_gradients[(3 * other) + axis], x);
                square += gradient * gradient;
            }
            return Vector.SquareRoot(square);
        }

        private static void AddUp(float[] lengths, BlockRows grid, Span<double> sums)
        {
            for (var start = 0; start < grid.OfX.Length;)
            {
                var end = start + 1;
                while (end < grid.OfX.Length && grid.OfX[end] == grid.OfX[start])
                    end++;
                var (sum, x) = (Vector<float>.Zero, start);
                for (; x <= end - Vector<float>.Count; x += Vector<float>.Count)
                    sum += new Vector<float>(lengths, x);
                double all = Vector.Sum(sum);
                for (; x < end; x++)
                    all += lengths[x];
                sums[grid.OfX[start]] += all;
                start = end;
            }
        }
    }
}
