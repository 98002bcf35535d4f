using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>A labels layer in main memory: as a whole, and finer what the camera is near to.</summary>
internal sealed class SoftwareLabels : ISoftwareLayer
{
    // A first picture of labels that are read on demand is made of so many times fewer voxels.
    private const int SketchShare = 64;

    private readonly LabelsLayer _layer;
    private readonly int _maxSize;
    private readonly long _budget;
    private readonly TexturePlan _plan;
    private readonly LabelPart _whole;
    private readonly DetailKeeper<LabelPart> _detail;
    private LabelPart? _sketch;
    private PhaseDrawing _drawing;
    private PhaseLookup _lookup;
    private (PhaseTable Phases, float Opacity) _drawn;

    /// <param name="layer">The layer.</param>
    /// <param name="maxSize">The longest edge, voxels.</param>
    /// <param name="budget">Bytes that labels and occupancy may take, as in textures.</param>
    public SoftwareLabels(LabelsLayer layer, int maxSize, long budget)
    {
        (_layer, _maxSize, _budget) = (layer, maxSize, budget);
        // The same plan as for textures, so that the pictures are the same.
        _plan = PlanFor(budget);
        _drawing = new PhaseDrawing(layer.Phases, layer.Opacity);
        _drawn = (layer.Phases, layer.Opacity);
        _lookup = new PhaseLookup(_drawing);
        if (layer.Labels.IsOnDemand && _plan.IsReduced)
            _sketch = new LabelPart(layer, PlanFor(budget / SketchShare), box: null, _drawing.Channels, isSketch: true);
        _whole = new LabelPart(layer, _plan, box: null, _drawing.Channels);
        _detail = new DetailKeeper<LabelPart>(plan => new LabelPart(layer, TexturePlan.OfDetail(plan, layer.Spacing), plan.Box, _drawing.Channels));
        Notices = _plan.Notice(layer.Name) is { } notice ? [notice] : [];
        layer.Changed += OnChanged;
    }

    public double Progress => _whole.Progress;

    public IReadOnlyList<string> Notices { get; }

    public object? Detail => _detail.Shown is var (_, part) ? (part, part.Version) : null;

    public bool Prepare(TimeSpan budget)
    {
        Refresh();
        if (!_whole.Upload(budget))
            return false;
        _sketch?.Dispose();
        _sketch = null;
        return true;
    }

    public bool Refine(ViewProjection view, LayerCut cut, TimeSpan budget)
    {
        if (!_whole.IsComplete)
            return false;
        // Behind opaque phases nothing is seen.
        var surface = _plan.IsReduced && !_lookup.HasTranslucent
            ? SurfacePoints.Of(new LabelsCaster(_whole.SceneOf(cut, LayerBlending.Translucent, _lookup, RenderQuality.Moving, occlusion: 0), _whole.Store), view, _plan.Extent) : null;
        return _detail.Want(DetailPlan.Choose(view, _plan, (cut.Low, cut.High), 1 + LabelPart.ChannelsFor(_layer.Phases), _maxSize, _budget, surface), budget);
    }

    public LayerCaster? CreateCaster(Viewer viewer, LayerBlending blending, RenderQuality quality)
    {
        var whole = _whole.IsComplete ? _whole : _sketch;
        if (whole is not { IsComplete: true })
            return null;
        var cut = LayerCut.Of(viewer, _layer);
        var scene = whole.SceneOf(cut, blending, _lookup, quality, viewer.AmbientOcclusion);
        if (quality != RenderQuality.Full || _detail.Shown is not var (plan, detail))
            return new LabelsCaster(scene, whole.Store);
        var part = new PartCut(cut, plan.Box, _layer);
        var inside = detail.SceneOf(part.CutWithin, blending, _lookup, quality, viewer.AmbientOcclusion) with { SolidCut = part.SolidWithin, InnerWalls = part.InnerWalls };
        return new PartedLabelsCaster(scene, whole.Store, new LabelsCaster(scene with { Part = part.Side(isBehind: false) }, whole.Store),
            new LabelsCaster(inside, detail.Store), new LabelsCaster(scene with { Part = part.Side(isBehind: true) }, whole.Store), part.Origin);
    }

    public void Dispose()
    {
        _layer.Changed -= OnChanged;
        _whole.Dispose();
        _sketch?.Dispose();
        _detail.Dispose();
    }

    private TexturePlan PlanFor(long budget) => TexturePlan.Make(_layer.Shape, _layer.Spacing, 1 + LabelPart.ChannelsFor(_layer.Phases), _maxSize, budget);

    // Painted labels: only the slices that changed are filled again.
    private void OnChanged(object? sender, LayerChange change)
    {
        if (change is not LabelsChange { Box: var box })
            return;
        _whole.Refill(box);
        _sketch?.Refill(box);
        foreach (var (_, part) in _detail.All)
            part.Refill(box);
    }

    // Takes over names, colours and visibility that the user changed.
    private void Refresh()
    {
        if (_drawn.Phases.Equals(_layer.Phases) && _drawn.Opacity == _layer.Opacity)
            return;
        var before = _drawing;
        _drawing = new PhaseDrawing(_layer.Phases, _layer.Opacity);
        _drawn = (_layer.Phases, _layer.Opacity);
        _lookup = new PhaseLookup(_drawing);
        if (before.Channels.SequenceEqual(_drawing.Channels))
            return;
        _whole.Renew(_drawing.Channels);
        _sketch?.Renew(_drawing.Channels);
        // A phase may have been added.
        _detail.Dispose();
    }
}
