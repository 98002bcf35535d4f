using VolumeViewer.Host.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>How the tools paint, as the user chose it.</summary>
internal sealed class PaintOptions
{
    public const int SmallestBrush = 1, LargestBrush = 500, MostSlices = 999;

    private double _size = 6, _micrometres = 5;
    private int _slices = 3, _wandReach = 64;

    /// <summary>Size of brush and eraser: voxels of the finer axis, or µm.</summary>
    public double Size
    {
        get => IsMicrometres ? _micrometres : _size;
        set
        {
            if (IsMicrometres)
                _micrometres = Math.Clamp(value, 1e-4, 1e6);
            else
                _size = Math.Clamp(Math.Round(value), SmallestBrush, LargestBrush);
        }
    }

    /// <summary>Whether the size is in µm.</summary>
    public bool IsMicrometres { get; set; }

    /// <summary>Disc and ball, or square and cube.</summary>
    public bool IsRound { get; set; } = true;

    /// <summary>How deep brush and eraser reach in slices; in the 3-D view they are a ball or a cube always.</summary>
    public BrushReach Reach { get; set; }

    /// <summary>For <see cref="BrushReach.Slices"/>, and for outlines through several slices.</summary>
    public int Slices { get => _slices; set => _slices = Math.Clamp(value, 1, MostSlices); }

    /// <summary>How far outlines reach.</summary>
    public RegionScope OutlineScope { get; set; }

    /// <summary>How far fill and wand reach.</summary>
    public RegionScope FillScope { get; set; }

    /// <summary>Whether voxels that touch at an edge or a corner hang together.</summary>
    public bool WithCorners { get; set; }

    /// <summary>Whether only what hangs together is filled; else all voxels of the label within the scope.</summary>
    public bool IsContiguous { get; set; } = true;

    /// <summary>How far greys may be from the grey that the wand began at; 0 until it is known.</summary>
    public float Tolerance { get; set; }

    /// <summary>Voxels from the wand's begin to the faces of the box that it stays in, in 3-D.</summary>
    public int WandReach { get => _wandReach; set => _wandReach = Math.Clamp(value, 4, 512); }

    /// <summary>Whether a double click with brush or eraser on a slice fills the region under it, as <see cref="FillScope"/> and its neighbours say.</summary>
    public bool DoubleClickFills { get; set; }

    /// <summary>What may be painted over.</summary>
    public PaintOver Over { get; set; }

    /// <summary>The phase for <see cref="PaintOver.Phase"/>.</summary>
    public int OverPhase { get; set; }

    /// <summary>Whether labels are kept: a phase is painted on the background only, and only voxels of the chosen phase are erased.</summary>
    public bool PreservesLabels { get; set; }

    /// <summary>Whether only greys of a range are painted.</summary>
    public bool LimitsGreys { get; set; }

    /// <summary>The range; null until the image gave one.</summary>
    public (float Low, float High)? Greys { get; set; }

    /// <summary>What erasing leaves: a phase, or <see cref="LabelVolume.Unlabelled"/>.</summary>
    public byte Background { get; set; } = LabelVolume.Unlabelled;

    /// <summary>Whether anything is kept from being painted.</summary>
    public bool HasLimits => Over != PaintOver.Everything || PreservesLabels || LimitsGreys;

    /// <summary>Larger or smaller by a step: finer for small brushes.</summary>
    public void Resize(int direction) => Size = IsMicrometres ? Size * Math.Pow(1.15, direction) : Size + (direction * Math.Max(1, Math.Floor(Size / 8)));

    /// <summary>The brush in a slice across an axis, or in 3-D.</summary>
    public BrushTip Tip(Spacing spacing, Axis? across) => across is { } axis && Reach != BrushReach.Ball
        ? BrushTip.Flat(Size, IsMicrometres, IsRound, spacing, axis, Reach == BrushReach.Slices ? Slices : 1)
        : BrushTip.Ball(Size, IsMicrometres, IsRound, spacing);

    /// <summary>The brush on an oblique plane, where it does not reach as deep as it is wide.</summary>
    public ObliqueTip Tip(Spacing spacing, PlaneOrientation plane)
    {
        var finest = spacing.Finest;
        return ObliqueTip.Of(plane, IsMicrometres ? Size : Size * finest, Reach == BrushReach.Slices ? Slices * finest : 0, IsRound, spacing);
    }

    /// <summary>Which voxels may become a label.</summary>
    /// <param name="layer">What is painted on.</param>
    /// <param name="label">The label that they would get.</param>
    /// <param name="chosen">The phase in the hand, which erasing with <see cref="PreservesLabels"/> takes away.</param>
    /// <param name="greys">The image, or null where there is none of this size.</param>
    public VoxelFilter Filter(LabelsLayer layer, byte label, byte chosen, GreyRows? greys)
    {
        var allowed = new bool[256];
        for (var old = 0; old < 256; old++)
            allowed[old] = MayPaintOver(layer, (byte)old) && (!PreservesLabels || (label == Background ? old == chosen : old == Background || old == LabelVolume.Unlabelled));
        var filter = Over == PaintOver.Everything && !PreservesLabels ? VoxelFilter.None : new VoxelFilter(allowed);
        return LimitsGreys && Greys is var (low, high) && greys is not null ? filter.Within(greys, low, high) : filter;
    }

    private bool MayPaintOver(LabelsLayer layer, byte old) => Over switch
    {
        PaintOver.Unlabelled => old == LabelVolume.Unlabelled,
        PaintOver.Phase => old == OverPhase,
        PaintOver.Visible => old == LabelVolume.Unlabelled || (old < layer.Phases.Count && layer.Phases[old].Visible),
        _ => true,
    };
}
