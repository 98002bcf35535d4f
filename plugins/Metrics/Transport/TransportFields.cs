namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>The fields of a solution; keeps 4 bytes a voxel, and the conductances.</summary>
internal sealed class TransportFields<TStencil>(TransportGrid grid, float[] solution, TStencil stencil) : ITransportFields where TStencil : struct, IStencil
{
    private readonly double _drop = 1.0 / grid.Depth;

    /// <inheritdoc/>
    public TransportGrid Grid => grid;

    /// <inheritdoc/>
    public void Concentration(int z, int y, Span<float> row)
    {
        var start = grid.Row(z, y);
        for (var x = 0; x < row.Length; x++)
            row[x] = stencil.Conducts(start + x) ? (float)(1 - ((z + 0.5) * _drop) + solution[start + x]) : 0;
    }

    /// <inheritdoc/>
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
                    if (!stencil.Conducts(i))
                        continue;
                    sum += solution[i];
                    voxels++;
                }
            }
            means[z] = 1 - ((z + 0.5) * _drop) + (sum / voxels);
        });
        return means;
    }

    /// <inheritdoc/>
    public void Flux(int z, int y, int axis, double scale, Span<float> row)
    {
        var (start, step) = (grid.Row(z, y), grid.Step(axis));
        var drop = axis == 0 ? _drop : 0;
        for (var x = 0; x < row.Length; x++)
        {
            var i = start + x;
            row[x] = 0;
            if (!stencil.Conducts(i))
                continue;
            var isWallBefore = axis == 0 && z == 0 && !grid.PeriodicDepth;
            var isWallAfter = axis == 0 && z == grid.Depth - 1 && !grid.PeriodicDepth;
            var ends = (isWallBefore ? 1 : 0) + (isWallAfter ? 1 : 0);
            var ofWall = ends > 0 ? stencil.Wall(i) / ends : 0;
            var before = isWallBefore ? ofWall * ((drop / 2) - solution[i]) : stencil.Face(i - step, axis) * (solution[i - step] - (double)solution[i] + drop);
            var after = isWallAfter ? ofWall * ((drop / 2) + solution[i]) : stencil.Face(i, axis) * (solution[i] - (double)solution[i + step] + drop);
            row[x] = (float)(scale * (before + after) / 2);
        }
    }
}
