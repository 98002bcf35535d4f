namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>What a solution holds for each voxel, turned as <see cref="OrientedLabels"/> are.</summary>
internal sealed class TransportFields(TransportGrid grid, float[] solution, Func<int, int, float> face, Func<int, float> wall, Func<int, bool> conducts)
{
    private readonly double _drop = 1.0 / grid.Depth;

    public TransportGrid Grid => grid;

    /// <summary>Concentration of the voxels of a row, from 1 at the inlet to 0 at the outlet; 0 in voxels through which nothing can flow.</summary>
    public void Concentration(int z, int y, Span<float> row)
    {
        var start = grid.Row(z, y);
        for (var x = 0; x < row.Length; x++)
            row[x] = conducts(start + x) ? (float)(1 - ((z + 0.5) * _drop) + solution[start + x]) : 0;
    }

    /// <summary>Mean concentration of the voxels of each plane through which something can flow.</summary>
    public double[] MeanConcentrations()
    {
        var means = new double[grid.Depth];
        Parallel.For(0, grid.Depth, z =>
        {
            var (sum, voxels) = (0.0, 0L);
            for (var y = 0; y < grid.Height; y++)
            {
                var row = grid.Row(z, y);
                for (var i = row; i < row + grid.Width; i++)
                {
                    if (!conducts(i))
                        continue;
                    sum += solution[i];
                    voxels++;
                }
            }
            means[z] = 1 - ((z + 0.5) * _drop) + (sum / voxels);
        });
        return means;
    }

    /// <summary>
    /// Flux of the voxels of a row along one of the grid's axes, the mean of what goes through both faces, in units of the straight flux of conductivity 1.
    /// </summary>
    /// <param name="z">Plane of the row.</param>
    /// <param name="y">Row in the plane.</param>
    /// <param name="axis">0 is z, along the flux, 1 is y, 2 is x.</param>
    /// <param name="scale">Turns a difference of concentration over a face of conductance 1 into that unit.</param>
    /// <param name="row">Is filled.</param>
    public void Flux(int z, int y, int axis, double scale, Span<float> row)
    {
        var (start, step) = (grid.Row(z, y), grid.Step(axis));
        var drop = axis == 0 ? _drop : 0;
        for (var x = 0; x < row.Length; x++)
        {
            var i = start + x;
            row[x] = 0;
            if (!conducts(i))
                continue;
            var isWallBefore = axis == 0 && z == 0 && !grid.PeriodicDepth;
            var isWallAfter = axis == 0 && z == grid.Depth - 1 && !grid.PeriodicDepth;
            var ends = (isWallBefore ? 1 : 0) + (isWallAfter ? 1 : 0);
            var ofWall = ends > 0 ? wall(i) / ends : 0;
            var before = isWallBefore ? ofWall * ((drop / 2) - solution[i]) : face(i - step, axis) * (solution[i - step] - (double)solution[i] + drop);
            var after = isWallAfter ? ofWall * ((drop / 2) + solution[i]) : face(i, axis) * (solution[i] - (double)solution[i + step] + drop);
            row[x] = (float)(scale * (before + after) / 2);
        }
    }
}
