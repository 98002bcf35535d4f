using VolumeViewer.Host.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>One stroke, from the button's going down to its coming up: one step to undo. Between two places of the pointer it is a straight line.</summary>
internal sealed class BrushStroke : IDisposable
{
    private readonly Func<VoxelPlace, VoxelPlace> _snap;
    private readonly Func<VoxelPlace, VoxelPlace, IVoxelShape> _sweep;
    private readonly byte _label;
    private readonly VoxelFilter _filter;
    private readonly IDisposable _step;
    private VoxelPlace? _last;

    /// <param name="history">Gets the step.</param>
    /// <param name="title">Of the step.</param>
    /// <param name="layer">What is painted on.</param>
    /// <param name="tip">The brush.</param>
    /// <param name="label">A phase, or <see cref="LabelVolume.Unlabelled"/>.</param>
    /// <param name="filter">What may be painted over.</param>
    public BrushStroke(UndoHistory history, string title, LabelsLayer layer, BrushTip tip, byte label, VoxelFilter filter)
        : this(history, title, layer, tip.Snap, (from, to) => new BrushSweep(tip, from, to, layer.Shape), label, filter) =>
        Original = tip.Across is null ? new OriginalLabels(layer.Labels) : null;

    /// <summary>The same with a brush on an oblique plane.</summary>
    public BrushStroke(UndoHistory history, string title, LabelsLayer layer, ObliqueTip tip, byte label, VoxelFilter filter)
        : this(history, title, layer, place => place, (from, to) => new ObliqueSweep(tip, from, to, layer.Shape, layer.Spacing), label, filter) { }

    private BrushStroke(UndoHistory history, string title, LabelsLayer layer, Func<VoxelPlace, VoxelPlace> snap, Func<VoxelPlace, VoxelPlace, IVoxelShape> sweep, byte label, VoxelFilter filter)
    {
        (Layer, _snap, _sweep, _label, _filter) = (layer, snap, sweep, label, filter);
        _step = history.Step(title);
    }

    public LabelsLayer Layer { get; }

    /// <summary>The labels before the stroke, of a brush that is round in 3-D.</summary>
    public OriginalLabels? Original { get; }

    /// <summary>Goes on to a place.</summary>
    /// <param name="place">In voxels.</param>
    /// <param name="isJump">Whether the brush is lifted on the way.</param>
    /// <returns>Whether any voxel changed.</returns>
    public bool MoveTo(VoxelPlace place, bool isJump = false)
    {
        var to = _snap(place);
        if (_last == to)
            return false;
        var sweep = _sweep(isJump ? to : _last ?? to, to);
        _last = to;
        if (sweep.Box is not { } box)
            return false;
        Original?.Keep(box);
        return LabelPainter.Paint(Layer, sweep, _label, _filter);
    }

    /// <summary>Ends the stroke, and the step.</summary>
    public void Dispose() => _step.Dispose();
}
