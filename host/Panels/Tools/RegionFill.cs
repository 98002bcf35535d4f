using VolumeViewer.Host.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Looks for the region of a click: at once where it is small, else in a job with progress.</summary>
internal sealed class RegionFill(Workbench bench)
{
    // Longer than this, and the window would stand still.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(30);

    private CancellationTokenSource? _running;

    /// <summary>Whether a search is under way.</summary>
    public bool IsRunning => _running is not null;

    /// <summary>Fills the region of the label under a place, as the options say.</summary>
    /// <param name="axis">Of the slice view that was clicked in; null in 3-D.</param>
    /// <param name="place">The place.</param>
    /// <param name="isErasing">Whether the region gets the background.</param>
    /// <returns>What keeps it from being filled, for the user; null where nothing does.</returns>
    public string? Fill(Axis? axis, WorldPoint place, bool isErasing)
    {
        var (tools, options) = (bench.Tools, bench.Tools.Options);
        if (tools.Target is not { } layer)
            return PaintHelp.NoLayer;
        if (VoxelOf(layer, place) is not var (z, y, x))
            return null;
        var (old, label) = (layer.Labels.Slice(z)[(y * layer.Shape.Width) + x], tools.Given(layer, isErasing));
        if (old == label)
            return null;
        var filter = tools.FilterFor(layer, label);
        if (!filter.Allows(old))
            return "Nothing is filled there: the limits keep these voxels as they are.";
        var box = BoxOf(layer.Shape, options.FillScope == RegionScope.Slice ? axis : null, (z, y, x));
        var (only, withCorners, isContiguous) = (filter.Only(old), options.WithCorners, options.IsContiguous);
        Search((progress, token) => isContiguous ? FloodFill.Find(layer.Labels, (z, y, x), box, only, withCorners, progress, token) : FloodFill.FindAll(layer.Labels, box, only, progress, token),
            layer, label, tools.Title(layer, label, "Fill"));
        return null;
    }

    /// <summary>The voxel at a place, or null beside the layer.</summary>
    public static (int Z, int Y, int X)? VoxelOf(Layer layer, WorldPoint place)
    {
        var (z, y, x) = (place.VoxelIndex(Axis.Z, layer), place.VoxelIndex(Axis.Y, layer), place.VoxelIndex(Axis.X, layer));
        return z >= 0 && y >= 0 && x >= 0 && z < layer.Shape.Depth && y < layer.Shape.Height && x < layer.Shape.Width ? (z, y, x) : null;
    }

    /// <summary>The slice through a voxel across an axis, or the volume.</summary>
    public static VoxelBox BoxOf(VolumeShape shape, Axis? axis, (int Z, int Y, int X) voxel) => axis switch
    {
        Axis.Z => new VoxelBox(voxel.Z, 0, 0, 1, shape.Height, shape.Width),
        Axis.Y => new VoxelBox(0, voxel.Y, 0, shape.Depth, 1, shape.Width),
        Axis.X => new VoxelBox(0, 0, voxel.X, shape.Depth, shape.Height, 1),
        _ => VoxelBox.Of(shape),
    };

    /// <summary>Looks for voxels and paints them.</summary>
    /// <param name="find">Does the search, on a thread of the pool.</param>
    /// <param name="layer">What is painted on.</param>
    /// <param name="label">What the voxels get.</param>
    /// <param name="title">Of the step, and of the job.</param>
    public void Search(Func<Action<double>?, CancellationToken, FoundVoxels> find, LabelsLayer layer, byte label, string title)
    {
        _running?.Cancel();
        var cancel = new CancellationTokenSource();
        Action<double>? report = null;
        // The layer keeps its voxels while a job runs, and this one is a job before the window's thread can let go of them.
        var search = Task.Run(() => find(share => report?.Invoke(share), cancel.Token));
        if (IsDone(search))
        {
            Take(search.Result);
            return;
        }
        _running = cancel;
        bench.Services.Jobs.Start(title, async job =>
        {
            report = share => job.Report(new JobProgress(share, "looking for voxels"));
            await using var link = job.CancellationToken.Register(cancel.Cancel).ConfigureAwait(false);
            return await search.ConfigureAwait(false);
        }, found => bench.Post(() =>
        {
            if (_running != cancel)
                return;
            _running = null;
            Take(found);
        }));

        void Take(FoundVoxels found)
        {
            if (bench.Viewer.Layers.Contains(layer))
                bench.Tools.Paint(layer, found, label, title);
            bench.Activity.Request();
        }
    }

    private static bool IsDone(Task search)
    {
        try
        {
            return search.Wait(Patience);
        }
        catch (AggregateException failure)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure.InnerExceptions[0]);
            throw;
        }
    }
}
