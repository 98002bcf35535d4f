using System.Runtime.Intrinsics;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>
/// The Radon transform of eight slices at once, which share all geometry and so are the lanes of vectors: voxel-driven, with exact footprints.
/// Every angle is summed by one thread in the order of the voxels, so the result does not depend on the number of threads.
/// </summary>
internal sealed unsafe class Projector
{
    /// <summary>Slices that are worked on together.</summary>
    public const int Lanes = 8;

    // Angles that share one pass over the voxels: a row of voxels and their detector lines then fit the cache.
    private const int AnglesTogether = 8;

    private readonly ParallelBeam _beam;
    private readonly SliceGrid _grid;
    private readonly Footprint[] _footprints;
    private readonly int _taps;

    public Projector(ParallelBeam beam, SliceGrid grid)
    {
        (_beam, _grid) = (beam, grid);
        _taps = Footprint.TapsFor(grid.SpacingY, grid.SpacingX, beam.Pitch);
        _footprints = [.. Enumerable.Range(0, beam.Angles)
            .Select(angle => new Footprint(grid.SpacingY, grid.SpacingX, beam.Pitch, beam.Cosines[angle], beam.Sines[angle], _taps))];
    }

    /// <summary>Bins that the shadow of a voxel reaches beyond its centre's; the detector must go so far beyond the farthest voxel.</summary>
    public static int ReachOf(SliceGrid grid, double pitch) => (Footprint.TapsFor(grid.SpacingY, grid.SpacingX, pitch) / 2) + 1;

    /// <summary>Projects at all angles.</summary>
    /// <param name="slices">(y, x, lane) over the whole grid.</param>
    /// <param name="lines">(angle, bin, lane): overwritten with the line integrals, in grey times length.</param>
    /// <param name="cancellationToken">Stops between angles.</param>
    public void Project(float[] slices, float[] lines, CancellationToken cancellationToken)
    {
        var blocks = (_beam.Angles + AnglesTogether - 1) / AnglesTogether;
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellationToken }, block =>
        {
            var first = block * AnglesTogether;
            var last = Math.Min(first + AnglesTogether, _beam.Angles);
            var lineLength = _beam.Bins * Lanes;
            Array.Clear(lines, first * lineLength, (last - first) * lineLength);
            fixed (float* from = slices, to = lines)
            {
                for (var y = 0; y < _grid.Height; y++)
                {
                    for (var angle = first; angle < last; angle++)
                        ProjectRow(from + ((long)y * _grid.Width * Lanes), to + ((long)angle * lineLength), y, angle);
                }
            }
        });
    }

    private void ProjectRow(float* row, float* line, int y, int angle)
    {
        var (start, end, taps) = (_grid.RowStart[y], _grid.RowEnd[y], _taps);
        var step = _grid.SpacingX * _beam.Cosines[angle] / _beam.Pitch;
        // The low edge of the first bin touched, in bins; bin k spans k − ½ to k + ½.
        var place = ((y - _grid.CentreY) * _grid.SpacingY * _beam.Sines[angle] / _beam.Pitch) - (_grid.CentreX * step)
            + _beam.Centre + _beam.Shifts[angle] + 0.5 - (taps / 2);
        fixed (float* weights = _footprints[angle].Weights)
        {
            for (var x = start; x < end; x++)
            {
                var at = place + (x * step);
                var bin = (int)at;
                var weight = weights + ((int)((at - bin) * Footprint.Places) * taps);
                var grey = Vector256.Load(row + (x * Lanes));
                var target = line + (bin * Lanes);
                for (var tap = 0; tap < taps; tap++, target += Lanes)
                    Vector256.Store(Vector256.FusedMultiplyAdd(grey, Vector256.Create(weight[tap]), Vector256.Load(target)), target);
            }
        }
    }
}
