namespace VolumeViewer.Plugins.Metrics.Thickness;

/// <summary>
/// Tells whether a sphere about a voxel lies within the sphere about one of its neighbours, voxel by voxel: the look-up tables of the exact discrete medial axis
/// (Rémy and Thiel 2005), for any spacing.
/// </summary>
/// <remarks>A sphere of squared radius R² holds the voxels whose centres are nearer than R. Lengths are in units of the spacing along x.</remarks>
internal sealed class SphereContainment
{
    /// <summary>Kinds of neighbour by the axes along which they are shifted: bit 2 for z, bit 1 for y, bit 0 for x.</summary>
    private const int Kinds = 8;

    private const int MostBuckets = 1 << 20;

    // Squares of unequal spacings are rounded; a sphere that only just fits is kept.
    private const float Tolerance = 1 + 1e-6f;

    private readonly float[][] _reach = new float[Kinds][];

    private readonly double _bucketsPerUnit;

    /// <param name="weights">Squared distance between neighbours along (z, y, x).</param>
    /// <param name="largest">The largest squared radius that will be asked for.</param>
    public SphereContainment((float Z, float Y, float X) weights, float largest)
    {
        var isWhole = weights is (1, 1, 1);
        // With whole squares a bucket holds one of them, and the answer is exact. Else spheres are taken for up to one bucket larger, which keeps some that could go.
        _bucketsPerUnit = isWhole ? 1 : Math.Min(64, MostBuckets / (double)largest);
        var buckets = (int)Math.Ceiling(largest * _bucketsPerUnit) + 2;
        for (var kind = 1; kind < Kinds; kind++)
            _reach[kind] = new float[buckets];
        Fill(weights, largest);
        for (var kind = 1; kind < Kinds; kind++)
        {
            var reach = _reach[kind];
            for (var i = 1; i < buckets; i++)
                reach[i] = Math.Max(reach[i], reach[i - 1]);
            for (var i = 0; !isWhole && i < buckets; i++)
                reach[i] *= Tolerance;
        }
    }

    /// <summary>The bucket of a squared radius, for <see cref="Reach"/>.</summary>
    public int Bucket(float squaredRadius) => (int)Math.Ceiling(squaredRadius * _bucketsPerUnit);

    /// <summary>By bucket: the greatest squared distance of the sphere's voxels from a neighbour; the neighbour's sphere holds them all if it is larger.</summary>
    /// <param name="kind">Bits of the axes along which the neighbour is shifted.</param>
    public ReadOnlySpan<float> Reach(int kind) => _reach[kind];

    // The farthest voxels from a neighbour lie on the other side, so that one octant tells all.
    private void Fill((float Z, float Y, float X) weights, float largest)
    {
        for (var z = 0; z * z * weights.Z < largest; z++)
        {
            var (planeHere, planeShifted) = (z * z * weights.Z, (z + 1) * (z + 1) * weights.Z);
            for (var y = 0; (y * y * weights.Y) + planeHere < largest; y++)
            {
                var (here, shifted) = (y * y * weights.Y, (y + 1) * (y + 1) * weights.Y);
                for (var x = 0; ; x++)
                {
                    float column = x * x * weights.X, columnShifted = (x + 1) * (x + 1) * weights.X;
                    var squared = planeHere + here + column;
                    if (squared >= largest)
                        break;
                    var bucket = (int)(squared * _bucketsPerUnit) + 1;
                    for (var kind = 1; kind < Kinds; kind++)
                    {
                        var distance = ((kind & 4) != 0 ? planeShifted : planeHere) + ((kind & 2) != 0 ? shifted : here) + ((kind & 1) != 0 ? columnShifted : column);
                        _reach[kind][bucket] = Math.Max(_reach[kind][bucket], distance);
                    }
                }
            }
        }
    }
}
