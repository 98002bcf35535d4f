using System.Numerics;

using VolumeViewer.Host.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What the tools paint with and on, and the stroke that is being drawn. Used on the window's thread.</summary>
internal sealed class PaintTools : IDisposable
{
    private readonly Viewer _viewer;
    private readonly UndoHistory _history;
    private readonly ToolHand _hand;
    private BrushStroke? _stroke;
    private Axis? _across;
    private (LabelsLayer Layer, Axis? Across, VoxelPlace Place)? _lastEnd;
    private (IVolumeSource Volume, GreyRows Rows)? _greys;
    private byte _label, _labelBefore;
    private bool _isInSlice;

    /// <param name="viewer">Has the layers to paint on.</param>
    /// <param name="history">Gets a step for each stroke.</param>
    /// <param name="hand">The tool in the hand.</param>
    public PaintTools(Viewer viewer, UndoHistory history, ToolHand hand)
    {
        (_viewer, _history, _hand) = (viewer, history, hand);
        Regions = new RegionPainter(history);
        hand.PuttingDown += End;
    }

    /// <summary>Raised after a stroke has ended.</summary>
    public event Action<LabelsLayer>? Painted;

    public PaintOptions Options { get; } = new();

    /// <summary>Paints regions that are too large for one frame.</summary>
    public RegionPainter Regions { get; }

    /// <summary>Whether the left button changes labels.</summary>
    public bool IsPainting => _hand.Tool.Paints;

    /// <summary>The phase in the hand.</summary>
    public int Phase => _label;

    /// <summary>Layers that no tool may change, such as a preview; painting there goes to the layer that it belongs to.</summary>
    public Func<LabelsLayer, LabelsLayer?> Instead { get; set; } = layer => layer;

    /// <summary>Whether a stroke is being drawn.</summary>
    public bool IsDrawing => _stroke is not null || Regions.IsPainting;

    /// <summary>Whether a stroke is being drawn in a slice view.</summary>
    public bool IsDrawingInSlice => _stroke is not null && _isInSlice;

    /// <summary>The labels before the stroke that is being drawn, for one in 3-D.</summary>
    public OriginalLabels? Original => _stroke?.Original;

    /// <summary>The layer that is painted on: the selected one where it holds labels, else the topmost visible one that does; null where there is none.</summary>
    public LabelsLayer? Target
    {
        get
        {
            var candidates = new[] { _viewer.SelectedLayer }.Concat(_viewer.Layers.Reverse().Where(layer => layer.Visible)).OfType<LabelsLayer>();
            return candidates.Select(layer => Instead(layer)).OfType<LabelsLayer>().FirstOrDefault(_viewer.Layers.Contains);
        }
    }

    /// <summary>The image whose greys limit the tools: the topmost that is shown and as large as the labels, the selected one first; null where there is none.</summary>
    public ImageLayer? Image => Target is not { } target ? null
        : new[] { _viewer.SelectedLayer }.Concat(_viewer.Layers.Reverse().OrderByDescending(layer => layer.Visible)).OfType<ImageLayer>().FirstOrDefault(image => image.Shape == target.Shape);

    /// <summary>The greys of <see cref="Image"/>.</summary>
    public GreyRows? Greys
    {
        get
        {
            if (Image is not { } image)
                return null;
            if (!ReferenceEquals(_greys?.Volume, image.Volume))
                _greys = (image.Volume, GreyRows.Of(image.Volume));
            return _greys.Value.Rows;
        }
    }

    /// <summary>The label that tools give on a layer: the phase in the hand, or unlabelled where that was taken.</summary>
    public byte LabelOn(LabelsLayer layer) => _label == LabelVolume.Unlabelled ? _label : (byte)Math.Min(_label, layer.Phases.Count - 1);

    /// <summary>The phase in the hand as a place in the layer's table; the one from before while unlabelled is in the hand.</summary>
    public int PhaseOn(LabelsLayer layer) => Math.Min(_label == LabelVolume.Unlabelled ? _labelBefore : _label, layer.Phases.Count - 1);

    /// <summary>What is left on a layer where something is erased.</summary>
    public byte BackgroundOn(LabelsLayer layer) => Options.Background < layer.Phases.Count ? Options.Background : LabelVolume.Unlabelled;

    /// <summary>What a tool gives voxels.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="isErasing">Whether the tool erases, or the key is held that makes it erase.</param>
    public byte Given(LabelsLayer layer, bool isErasing) => isErasing || _hand.Tool == ToolTable.Eraser ? BackgroundOn(layer) : LabelOn(layer);

    /// <summary>Which voxels may get a label.</summary>
    public VoxelFilter FilterFor(LabelsLayer layer, byte label) => Options.Filter(layer, label, LabelOn(layer), Greys);

    /// <summary>Takes a phase, and the brush where no tool is in the hand that gives one.</summary>
    public void TakePhase(int phase)
    {
        if (Target is { } target && phase >= 0 && phase < target.Phases.Count)
            TakeLabel((byte)phase);
    }

    /// <summary>Takes a phase or <see cref="LabelVolume.Unlabelled"/>, likewise.</summary>
    public void TakeLabel(byte label)
    {
        End();
        if (label == LabelVolume.Unlabelled && _label != label)
            _labelBefore = _label;
        _label = label;
        if (!_hand.Tool.UsesPhase)
            _hand.Take(ToolTable.Brush);
    }

    /// <summary>Takes the background instead of the phase, or goes back to the phase from before.</summary>
    public void Swap()
    {
        if (Target is not { } target)
            return;
        var (label, background) = (LabelOn(target), BackgroundOn(target));
        if (label != background)
            _labelBefore = label;
        TakeLabel(label == background ? _labelBefore : background);
    }

    /// <summary>Takes the next phase or the one before.</summary>
    public void StepPhase(int direction)
    {
        if (Target is { } target)
            TakePhase(Math.Clamp((_label == LabelVolume.Unlabelled ? -1 : LabelOn(target)) + direction, 0, target.Phases.Count - 1));
    }

    /// <summary>Takes a phase that no voxel has: adds one to the layer.</summary>
    public void NewPhase()
    {
        if (Target is not { } target)
            return;
        PhaseTableEditor.Add(target);
        TakePhase(target.Phases.Count - 1);
    }

    /// <summary>Switches the limit to a range of greys on or off; at first the range is what the image shows.</summary>
    public void LimitGreys()
    {
        Options.LimitsGreys = !Options.LimitsGreys;
        if (Image is { } image)
            Options.Greys ??= (image.ContrastLimits.Low, image.ContrastLimits.High);
    }

    /// <summary>Puts the brush down on a slice view.</summary>
    /// <param name="axis">Across which the slice lies.</param>
    /// <param name="place">The place.</param>
    /// <param name="isErasing">Whether it erases though it is no eraser.</param>
    /// <param name="isLine">Whether a straight line is drawn from where the last stroke ended, if that was in this slice.</param>
    /// <returns>Whether a stroke began: not without a layer, nor beside it.</returns>
    public bool Begin(Axis axis, WorldPoint place, bool isErasing = false, bool isLine = false)
    {
        End();
        if (!IsPainting || Target is not { } layer || SliceGrid.Of(layer, axis, place) is null)
            return false;
        Start(layer, axis, isErasing);
        var at = VoxelPlace.Of(place, layer.Spacing);
        if (isLine && LastEnd(layer, axis) is { } last && (int)Math.Floor(last.Along(axis)) == (int)Math.Floor(at.Along(axis)))
            _stroke!.MoveTo(last);
        Move(at, false);
        return true;
    }

    /// <summary>Puts the brush down on an oblique slice.</summary>
    /// <param name="plane">How the slice lies.</param>
    /// <param name="place">The place.</param>
    /// <param name="isErasing">Whether it erases though it is no eraser.</param>
    /// <param name="isLine">Whether a straight line is drawn from where the last stroke ended, if that lies in this slice.</param>
    /// <returns>Whether a stroke began: not without a layer.</returns>
    public bool BeginOnPlane(PlaneOrientation plane, WorldPoint place, bool isErasing = false, bool isLine = false)
    {
        End();
        if (!IsPainting || Target is not { } layer)
            return false;
        Start(layer, null, isErasing, plane);
        if (isLine && LastEnd(layer, null) is { } last && OnPlane(plane, place, last, layer.Spacing) is { } from)
            _stroke!.MoveTo(from);
        Move(VoxelPlace.Of(place, layer.Spacing), false);
        return true;
    }

    /// <summary>Puts the brush down in 3-D.</summary>
    public bool BeginInVolume(WorldPoint place, bool isErasing = false)
    {
        End();
        if (!IsPainting || Target is not { } layer)
            return false;
        Start(layer, null, isErasing);
        Move(VoxelPlace.Of(place, layer.Spacing), false);
        return true;
    }

    /// <summary>Draws on.</summary>
    /// <param name="place">Where to.</param>
    /// <param name="isJump">Whether nothing is painted on the way.</param>
    public void MoveTo(WorldPoint place, bool isJump = false)
    {
        if (_stroke is not null)
            Move(VoxelPlace.Of(place, _stroke.Layer.Spacing), isJump);
    }

    /// <summary>Lifts the tool.</summary>
    public void End()
    {
        if (_stroke is not { } stroke)
            return;
        stroke.Dispose();
        _stroke = null;
        Painted?.Invoke(stroke.Layer);
    }

    /// <summary>Once a frame: goes on with what is too large for one.</summary>
    /// <returns>Whether there is more to do.</returns>
    public bool Tick()
    {
        var layer = Regions.Layer;
        if (layer is null)
            return false;
        if (Regions.Tick())
            return true;
        Painted?.Invoke(layer);
        return false;
    }

    /// <summary>Gives a shape a label, as one step; what is large takes several frames.</summary>
    public void Paint(LabelsLayer layer, IVoxelShape shape, byte label, string title)
    {
        End();
        if (Regions.Start(layer, shape, label, FilterFor(layer, label), title))
            Painted?.Invoke(layer);
    }

    /// <summary>In words for the list of steps, such as "Paint pore in 'labels'".</summary>
    public string Title(LabelsLayer layer, byte label, string verb) => label == BackgroundOn(layer) && label != LabelOn(layer) ? $"Erase in '{layer.Name}'"
        : label == LabelVolume.Unlabelled ? $"{verb} unlabelled in '{layer.Name}'" : $"{verb} {layer.Phases[label].Name} in '{layer.Name}'";

    /// <summary>Ends a stroke that is being drawn.</summary>
    public void Dispose()
    {
        _hand.PuttingDown -= End;
        End();
        Regions.Dispose();
    }

    private void Start(LabelsLayer layer, Axis? axis, bool isErasing, PlaneOrientation? plane = null)
    {
        Regions.Finish();
        var label = Given(layer, isErasing);
        var title = isErasing || _hand.Tool == ToolTable.Eraser ? $"Erase in '{layer.Name}'" : Title(layer, label, "Paint");
        _stroke = plane is not null && Options.Reach != BrushReach.Ball
            ? new BrushStroke(_history, title, layer, Options.Tip(layer.Spacing, plane), label, FilterFor(layer, label))
            : new BrushStroke(_history, title, layer, Options.Tip(layer.Spacing, axis), label, FilterFor(layer, label));
        (_across, _isInSlice) = (axis, axis is not null || plane is not null);
        if (!_isInSlice)
            _lastEnd = null;
    }

    private void Move(VoxelPlace place, bool isJump)
    {
        _stroke!.MoveTo(place, isJump);
        if (_isInSlice)
            _lastEnd = (_stroke.Layer, _across, place);
    }

    // Where the last stroke ended, if that was on this layer and across this axis, or on an oblique slice.
    private VoxelPlace? LastEnd(LabelsLayer layer, Axis? across) =>
        _lastEnd is { } last && ReferenceEquals(last.Layer, layer) && last.Across == across ? last.Place : null;

    // A slice that was turned or moved by less than the finest edge of a voxel is still the one that was painted on.
    private static VoxelPlace? OnPlane(PlaneOrientation plane, WorldPoint onPlane, VoxelPlace place, Spacing spacing)
    {
        var at = place.ToWorld(spacing).ToVector3();
        var off = Vector3.Dot(at - onPlane.ToVector3(), plane.Normal);
        return Math.Abs(off) < spacing.Finest ? VoxelPlace.Of(WorldPoint.Of(at - (off * plane.Normal)), spacing) : null;
    }
}
