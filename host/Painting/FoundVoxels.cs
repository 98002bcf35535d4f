using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Painting;

/// <summary>Voxels found one by one within a box, a bit for each.</summary>
/// <param name="within">The box that holds all of them.</param>
internal sealed class FoundVoxels(VoxelBox within) : IVoxelShape
{
    private readonly ulong[]?[] _slices = new ulong[within.Depth][];
    private int _firstZ = int.MaxValue, _lastZ = -1, _firstY = int.MaxValue, _lastY = -1, _firstX = int.MaxValue, _endX = -1;

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    public VoxelBox? Box => Count == 0 ? null : new VoxelBox(_firstZ, _firstY, _firstX, _lastZ - _firstZ + 1, _lastY - _firstY + 1, _endX - _firstX);

    public bool Has(int z, int y, int x) => Count > 0 && z >= _firstZ && z <= _lastZ && y >= _firstY && y <= _lastY && x >= _firstX && x < _endX
        && BitRow.Has(Row(z, y), x - within.X);

    public void Add(int z, int y, VoxelRun run)
    {
        BitRow.Set(Row(z, y), run.From - within.X, run.End - within.X);
        Count += run.End - run.From;
        (_firstZ, _lastZ) = (Math.Min(_firstZ, z), Math.Max(_lastZ, z));
        (_firstY, _lastY) = (Math.Min(_firstY, y), Math.Max(_lastY, y));
        (_firstX, _endX) = (Math.Min(_firstX, run.From), Math.Max(_endX, run.End));
    }

    public void AddRuns(int z, int y, List<VoxelRun> runs)
    {
        if (_slices[z - within.Z] is null)
            return;
        var bits = Row(z, y);
        for (var at = BitRow.NextSet(bits, 0, within.Width); at < within.Width;)
        {
            var end = BitRow.NextClear(bits, at, within.Width);
            runs.Add(new VoxelRun(at + within.X, end + within.X));
            at = BitRow.NextSet(bits, end, within.Width);
        }
    }

    private Span<ulong> Row(int z, int y)
    {
        var words = BitRow.Words(within.Width);
        return (_slices[z - within.Z] ??= new ulong[words * within.Height]).AsSpan((y - within.Y) * words, words);
    }
}
