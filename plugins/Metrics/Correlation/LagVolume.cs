namespace VolumeViewer.Plugins.Metrics.Correlation;

/// <summary>A value for every lag (z, y, x) of an even function up to a reach along each axis: the half with z ≥ 0, which holds all of them.</summary>
/// <param name="reach">The largest lag along (z, y, x).</param>
internal sealed class LagVolume((int Z, int Y, int X) reach)
{
    private readonly float[][] _planes = NewPlanes(reach);

    /// <summary>The largest lag along (z, y, x).</summary>
    public (int Z, int Y, int X) Reach { get; } = reach;

    /// <summary>Lags along a row: from −Reach.X to Reach.X.</summary>
    public int Width => (2 * Reach.X) + 1;

    /// <summary>The value at a lag; those with z below 0 equal their opposites.</summary>
    public float this[int z, int y, int x] => z >= 0 ? Row(z, y)[x + Reach.X] : Row(-z, -y)[Reach.X - x];

    /// <summary>The lags (z, y, −Reach.X) to (z, y, Reach.X), with z ≥ 0.</summary>
    public Span<float> Row(int z, int y) => _planes[z].AsSpan((y + Reach.Y) * Width, Width);

    private static float[][] NewPlanes((int Z, int Y, int X) reach)
    {
        var planes = new float[reach.Z + 1][];
        for (var z = 0; z <= reach.Z; z++)
            planes[z] = new float[((2 * reach.Y) + 1) * ((2 * reach.X) + 1)];
        return planes;
    }
}
