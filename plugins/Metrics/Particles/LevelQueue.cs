namespace VolumeViewer.Plugins.Metrics.Particles;

/// <summary>A priority queue of voxels by a whole level, the highest first, and within a level in the order they came.</summary>
/// <remarks>4 bytes for each voxel of the volume and 8 for each level; each voxel may be in it once at a time.</remarks>
/// <param name="voxels">Voxels of the volume.</param>
/// <param name="levels">Levels run from 0 to below this.</param>
internal sealed class LevelQueue(int voxels, int levels)
{
    private const int None = -1;

    private readonly int[] _next = new int[voxels];

    private readonly int[] _first = Filled(levels);

    private readonly int[] _last = Filled(levels);

    private int _highest;

    /// <summary>Puts a voxel in.</summary>
    public void Add(int voxel, int level)
    {
        _next[voxel] = None;
        if (_first[level] == None)
            _first[level] = voxel;
        else
            _next[_last[level]] = voxel;
        _last[level] = voxel;
        _highest = Math.Max(_highest, level);
    }

    /// <summary>Takes the next voxel out; false if there is none.</summary>
    public bool TryTake(out int voxel)
    {
        while (_highest >= 0 && _first[_highest] == None)
            _highest--;
        if (_highest < 0)
        {
            (_highest, voxel) = (0, None);
            return false;
        }
        voxel = _first[_highest];
        _first[_highest] = _next[voxel];
        return true;
    }

    private static int[] Filled(int levels)
    {
        var empty = new int[levels];
        Array.Fill(empty, None);
        return empty;
    }
}
