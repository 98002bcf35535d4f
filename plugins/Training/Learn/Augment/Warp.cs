namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Where each voxel of a patch comes from, in voxels from the patch's first row and column: rotation, magnification, elastic deformation.</summary>
internal sealed class Warp
{
    private Warp(float[] y, float[] x) => (Y, X) = (y, x);

    /// <summary>Rows, one a voxel.</summary>
    internal float[] Y { get; }

    /// <summary>Columns, one a voxel.</summary>
    internal float[] X { get; }

    /// <summary>Draws one, or none, by the chances of the options.</summary>
    internal static Warp? Draw(AugmentationOptions options, int edge, RandomSource random)
    {
        var (rotates, scales, bends) = (random.NextDouble() < options.Rotation, random.NextDouble() < options.Scaling, random.NextDouble() < options.Elastic);
        if (!rotates && !scales && !bends)
            return null;
        var angle = rotates ? random.NextBetween(-options.RotationDegrees, options.RotationDegrees) * Math.PI / 180 : 0;
        var scale = scales ? Math.Pow(options.ScalingFactor, random.NextBetween(-1, 1)) : 1;
        var warp = Linear(edge, angle, scale);
        if (bends)
        {
            new SmoothField(edge, options.ElasticSpacing, options.ElasticVoxels, random).AddTo(warp.Y, edge);
            new SmoothField(edge, options.ElasticSpacing, options.ElasticVoxels, random).AddTo(warp.X, edge);
        }
        return warp;
    }

    /// <summary>A rotation about the centre and a magnification.</summary>
    /// <param name="edge">Of the patch.</param>
    /// <param name="angle">In radians.</param>
    /// <param name="scale">Above 1 things grow.</param>
    internal static Warp Linear(int edge, double angle, double scale)
    {
        var (y, x) = (new float[edge * edge], new float[edge * edge]);
        var (sine, cosine) = Math.SinCos(angle);
        var centre = (edge - 1) / 2.0;
        for (var row = 0; row < edge; row++)
        {
            for (var column = 0; column < edge; column++)
            {
                var (dy, dx) = ((row - centre) / scale, (column - centre) / scale);
                y[(row * edge) + column] = (float)(centre + (cosine * dy) + (sine * dx));
                x[(row * edge) + column] = (float)(centre - (sine * dy) + (cosine * dx));
            }
        }
        return new Warp(y, x);
    }
}
