using VolumeViewer.Host.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>One stroke, from the button's going down to its coming up: one step to undo. Between two places of the pointer it is a straight line.</summary>
internal sealed class BrushStroke : IDisposable
{
    private readonly BrushTip _tip;
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
    {
        (Layer, _tip, _label, _filter) = (layer, tip, label, filter);
        Original = tip.Across is null ? new OriginalLabels(layer.Labels) : null;
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
        var to = _tip.Snap(place);
        if (_last == to)
            return false;
        var sweep = new BrushSweep(_tip, isJump ? to : _last ?? to, to, Layer.Shape);
        _last = to;
        if (sweep.Box is not { } box)
            return false;
        Original?.Keep(box);
        return LabelPainter.Paint(Layer, sweep, _label, _filter);
    }

    /// <summary>Ends the stroke, and the step.</summary>
    public void Dispose() => _step.Dispose();
}
