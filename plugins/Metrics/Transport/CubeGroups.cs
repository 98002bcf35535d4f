namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>Which of the eight voxels of a cube are joined, for all 256 ways to fill it. Bits of a voxel's place are z, y, x.</summary>
internal sealed class CubeGroups
{
    public const int Voxels = 8;

    private readonly byte[] _groups = new byte[256 * Voxels];

    /// <param name="isStrong">Whether faces across z, y and x join.</param>
    public CubeGroups(ReadOnlySpan<bool> isStrong)
    {
        Span<int> groups = stackalloc int[Voxels];
        for (var filled = 0; filled < 256; filled++)
        {
            for (var v = 0; v < Voxels; v++)
                groups[v] = v;
            for (var v = 0; v < Voxels; v++)
            {
                for (var axis = 0; axis < 3; axis++)
                {
                    var other = v | (4 >> axis);
                    if (other != v && isStrong[axis] && (filled >> v & 1) != 0 && (filled >> other & 1) != 0)
                        Unite(groups, v, other);
                }
            }
            for (var v = 0; v < Voxels; v++)
                _groups[(filled * Voxels) + v] = (byte)groups[v];
        }
    }

    /// <summary>For each voxel the first of its group.</summary>
    public ReadOnlySpan<byte> Of(int filled) => _groups.AsSpan(filled * Voxels, Voxels);

    /// <summary>Joins the groups of two voxels; a group is named by its first.</summary>
    public static void Unite(Span<int> groups, int v, int other)
    {
        var (from, to) = (Math.Max(groups[v], groups[other]), Math.Min(groups[v], groups[other]));
        for (var i = 0; i < Voxels && from != to; i++)
            groups[i] = groups[i] == from ? to : groups[i];
    }
}
