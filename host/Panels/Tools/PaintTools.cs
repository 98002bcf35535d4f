using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>What the tools paint with, and the stroke that is being drawn. Used on the window's thread.</summary>
internal sealed class PaintTools : IDisposable
{
    public const int SmallestBrush = 1, LargestBrush = 500;

    private readonly Viewer _viewer;
    private readonly UndoHistory _history;
    private readonly ToolHand _hand;
    private int _diameter = 6;
    private BrushStroke? _stroke;
    private LabelsLayer? _target;

    /// <param name="viewer">Has the layers to paint on.</param>
    /// <param name="history">Gets a step for each stroke.</param>
    /// <param name="hand">The tool in the hand.</param>
    public PaintTools(Viewer viewer, UndoHistory history, ToolHand hand)
    {
        (_viewer, _history, _hand) = (viewer, history, hand);
        hand.PuttingDown += End;
    }

    /// <summary>Raised after a stroke has ended.</summary>
    public event Action<LabelsLayer>? Painted;

    /// <summary>Whether the left button changes labels.</summary>
    public bool IsPainting => _hand.Tool.Paints;

    /// <summary>Whether it takes labels away.</summary>
    public bool IsErasing => _hand.Tool == ToolTable.Eraser;

    /// <summary>Size of brush and eraser, in voxels.</summary>
    public int Diameter { get => _diameter; set => _diameter = Math.Clamp(value, SmallestBrush, LargestBrush); }

    /// <summary>The label the brush gives.</summary>
    public int Phase { get; private set; }

    /// <summary>Layers that no tool may change, such as a preview; painting there goes to the layer that it belongs to.</summary>
    public Func<LabelsLayer, LabelsLayer?> Instead { get; set; } = layer => layer;

    /// <summary>Whether a stroke is being drawn.</summary>
    public bool IsDrawing => _stroke is not null;

    /// <summary>The layer that is painted on: the selected one where it holds labels, else the topmost visible one that does; null where there is none.</summary>
    public LabelsLayer? Target
    {
        get
        {
            var candidates = new[] { _viewer.SelectedLayer }.Concat(_viewer.Layers.Reverse().Where(layer => layer.Visible)).OfType<LabelsLayer>();
            return candidates.Select(layer => Instead(layer)).OfType<LabelsLayer>().FirstOrDefault(_viewer.Layers.Contains);
        }
    }

    /// <summary>Takes a phase, and the brush where no tool is in the hand that gives one.</summary>
    public void TakePhase(int phase)
    {
        if (Target is not { } target || phase < 0 || phase >= target.Phases.Count)
            return;
        End();
        Phase = phase;
        if (!_hand.Tool.UsesPhase)
            _hand.Take(ToolTable.Brush);
    }

    /// <summary>A step of the size: finer for small brushes.</summary>
    public void Resize(int direction) => Diameter += direction * Math.Max(1, Diameter / 8);

    /// <summary>The phase that the brush paints on a layer.</summary>
    public int PhaseOn(LabelsLayer layer) => Math.Min(Phase, layer.Phases.Count - 1);

    /// <summary>Puts the tool down on a slice view.</summary>
    /// <returns>Whether a stroke began: not without a layer, nor beside it.</returns>
    public bool Begin(Axis axis, WorldPoint place)
    {
        End();
        if (!IsPainting || Target is not { } layer || SliceGrid.Of(layer, axis, place) is not { } grid)
            return false;
        _stroke = new BrushStroke(_history, layer, grid, Diameter, IsErasing ? LabelVolume.Unlabelled : (byte)PhaseOn(layer));
        _target = layer;
        MoveTo(place);
        return true;
    }

    /// <summary>Draws on.</summary>
    public void MoveTo(WorldPoint place) => _stroke?.MoveTo(_stroke.Grid.Place(place));

    /// <summary>Ends a stroke that is being drawn.</summary>
    public void Dispose()
    {
        _hand.PuttingDown -= End;
        End();
    }

    /// <summary>Lifts the tool.</summary>
    public void End()
    {
        if (_stroke is null)
            return;
        _stroke.Dispose();
        _stroke = null;
        Painted?.Invoke(_target!);
    }
}
