using System.Runtime.Intrinsics;

namespace VolumeViewer.Plugins.Synthesis.Imaging;

/// <summary>
/// Back-projection of filtered lines of eight slices at once: each voxel sums, over all angles, what the detector has where its centre falls, interpolated
/// linearly between bins. A voxel is summed by one thread in the order of the angles.
/// </summary>
internal sealed unsafe class BackProjector(ParallelBeam beam, SliceGrid grid)
{
    private const int Lanes = Projector.Lanes;

    // A block of detector lines stays in the cache while a few rows of voxels take from it.
    private const int AnglesTogether = 16;
    private const int RowsTogether = 8;

    /// <summary>Reconstructs the slices from their filtered projections.</summary>
    /// <param name="lines">(angle, bin, lane), filtered.</param>
    /// <param name="slices">(y, x, lane) of the grid: overwritten.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    public void Reconstruct(float[] lines, float[] slices, CancellationToken cancellationToken)
    {
        var groups = (grid.Height + RowsTogether - 1) / RowsTogether;
        Parallel.For(0, groups, new ParallelOptions { CancellationToken = cancellationToken }, group =>
        {
            var firstRow = group * RowsTogether;
            var lastRow = Math.Min(firstRow + RowsTogether, grid.Height);
            Array.Clear(slices, firstRow * grid.Width * Lanes, (lastRow - firstRow) * grid.Width * Lanes);
            fixed (float* from = lines, to = slices)
            {
                for (var angle = 0; angle < beam.Angles; angle += AnglesTogether)
                {
                    for (var y = firstRow; y < lastRow; y++)
                        AddToRow(from, to + ((long)y * grid.Width * Lanes), y, angle, Math.Min(AnglesTogether, beam.Angles - angle));
                }
            }
        });
    }

    private void AddToRow(float* lines, float* row, int y, int firstAngle, int angles)
    {
        var starts = stackalloc float[AnglesTogether];
        var steps = stackalloc float[AnglesTogether];
        var line = stackalloc float*[AnglesTogether];
        for (var i = 0; i < angles; i++)
        {
            var (cosine, sine) = (beam.Cosines[firstAngle + i], beam.Sines[firstAngle + i]);
            steps[i] = (float)(grid.SpacingX * cosine / beam.Pitch);
            starts[i] = (float)((((y - grid.CentreY) * grid.SpacingY * sine) - (grid.CentreX * grid.SpacingX * cosine)) / beam.Pitch) + beam.Centre;
            line[i] = lines + ((long)(firstAngle + i) * beam.Bins * Lanes);
        }
        var step = Vector256.Create((float)beam.Step);
        for (var x = 0; x < grid.Width; x++)
        {
            var sum = Vector256<float>.Zero;
            for (var i = 0; i < angles; i++)
            {
                var at = starts[i] + (x * steps[i]);
                var bin = (int)at;
                var source = line[i] + (bin * Lanes);
                var low = Vector256.Load(source);
                sum += Vector256.FusedMultiplyAdd(Vector256.Load(source + Lanes) - low, Vector256.Create(at - bin), low);
            }
            var voxel = row + (x * Lanes);
            Vector256.FusedMultiplyAdd(sum, step, Vector256.Load(voxel)).Store(voxel);
        }
    }
}
