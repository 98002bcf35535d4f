using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Painting;

/// <summary>
/// The voxels whose centres lie inside a polygon on a slice, through one or several slices. Inside is what a line from afar reaches after an odd number of edges, so an outline that
/// crosses itself leaves holes.
/// </summary>
internal sealed class PolygonShape : IVoxelShape
{
    private readonly SliceGrid _grid;
    private readonly int _firstV;
    private readonly List<VoxelRun>[] _runs;
    private readonly int _firstSlice, _lastSlice;

    /// <param name="grid">The slice that it is drawn on.</param>
    /// <param name="corners">In voxels of the slice, in order; the last is joined to the first.</param>
    /// <param name="firstSlice">The first slice that it fills; is cut to the layer.</param>
    /// <param name="lastSlice">The last.</param>
    public PolygonShape(SliceGrid grid, IReadOnlyList<(double U, double V)> corners, int firstSlice, int lastSlice)
    {
        _grid = grid;
        (_firstSlice, _lastSlice) = (Math.Max(0, firstSlice), Math.Min(lastSlice, grid.Shape.Along(grid.Axis) - 1));
        _runs = [];
        if (corners.Count < 3 || _firstSlice > _lastSlice)
            return;
        var (low, high) = (corners.Min(corner => corner.V), corners.Max(corner => corner.V));
        _firstV = (int)Math.Clamp(Math.Ceiling(low - 0.5), 0, grid.CountV);
        var endV = (int)Math.Clamp(Math.Ceiling(high - 0.5), 0, grid.CountV);
        _runs = [.. Enumerable.Range(_firstV, Math.Max(0, endV - _firstV)).Select(v => RunsOf(corners, v + 0.5, grid.CountU))];
        var all = _runs.SelectMany(runs => runs).ToList();
        if (all.Count > 0)
            Box = BoxOf(all.Min(run => run.From), all.Max(run => run.End));
    }

    public VoxelBox? Box { get; }

    public void AddRuns(int z, int y, List<VoxelRun> runs)
    {
        switch (_grid.Axis)
        {
            case Axis.Z:
                runs.AddRange(_runs[y - _firstV]);
                break;
            case Axis.Y:
                runs.AddRange(_runs[z - _firstV]);
                break;
            default:
                if (_runs[y - _firstV].Exists(run => z >= run.From && z < run.End))
                    runs.Add(new VoxelRun(_firstSlice, _lastSlice + 1));
                break;
        }
    }

    // Where the edges cross the line through the centres of a row: pairs of crossings enclose the inside. An edge has its upper end and not its lower one, so that a corner counts once.
    private static List<VoxelRun> RunsOf(IReadOnlyList<(double U, double V)> corners, double v, int count)
    {
        var crossings = new List<double>();
        for (var i = 0; i < corners.Count; i++)
        {
            var (from, to) = (corners[i], corners[(i + 1) % corners.Count]);
            if (from.V <= v != to.V <= v)
                crossings.Add(from.U + ((v - from.V) / (to.V - from.V) * (to.U - from.U)));
        }
        crossings.Sort();
        var runs = new List<VoxelRun>();
        for (var i = 0; i + 1 < crossings.Count; i += 2)
        {
            var (from, end) = (Voxel(crossings[i]), Voxel(crossings[i + 1]));
            if (from < end)
                runs.Add(new VoxelRun(from, end));
        }
        return runs;

        int Voxel(double u) => (int)Math.Clamp(Math.Ceiling(u - 0.5), 0, count);
    }

    private VoxelBox BoxOf(int firstU, int endU)
    {
        var (u, v, slices) = (endU - firstU, _runs.Length, _lastSlice - _firstSlice + 1);
        return _grid.Axis switch
        {
            Axis.Z => new VoxelBox(_firstSlice, _firstV, firstU, slices, v, u),
            Axis.Y => new VoxelBox(_firstV, _firstSlice, firstU, v, slices, u),
            _ => new VoxelBox(firstU, _firstV, _firstSlice, u, v, slices),
        };
    }
}
