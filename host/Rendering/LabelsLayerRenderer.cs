using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Draws a labels layer: lit surfaces of its phases in 3-D, their colours in slices.</summary>
internal sealed class LabelsLayerRenderer : ILayerRenderer, IFilms
{
    // Of the stripes on unlabelled voxels: seen when looked for, and no hindrance to see the image below.
    private const float HatchOpacity = 0.2f;

    private readonly SceneResources _scene;
    private readonly LabelsLayer _layer;
    private readonly TexturePlan _plan;
    private readonly LabelGrid _grid;
    private readonly ChangedBoxes _late = new();
    private readonly VolumeTexture _labels;
    private readonly SlicePlanes _planes;
    private readonly LabelPlanes _read;
    private readonly ObliqueTexture _oblique;
    private readonly DetailKeeper<LabelsDetail> _detail;
    private readonly SurfaceRaster _surface;
    private readonly TableTexture _table;
    private readonly UniformBuffer<LabelsBlock> _block;
    private readonly UniformBuffer<SliceBlock> _sliceBlock;
    private TexelFormat _occupancyFormat;
    private VolumeTexture _occupancy;
    private VolumeTexture? _nextOccupancy;
    private PhaseDrawing _drawing;
    private (PhaseTable Phases, float Opacity) _drawn;
    private bool _disposed;

    public LabelsLayerRenderer(SceneResources scene, LabelsLayer layer)
    {
        (_scene, _layer) = (scene, layer);
        _occupancyFormat = FormatFor(layer.Phases);
        _plan = TexturePlan.Make(layer.Shape, layer.Spacing, 1 + _occupancyFormat.Bytes, scene.MaxTextureSize, scene.TextureBudget);
        _grid = new LabelGrid(layer.Labels, _plan);
        _labels = new VolumeTexture(scene.Gl, layer.Name, _plan.Size, TexelFormat.Byte, _grid.Fill, isOnDemand: true);
        _read = new LabelPlanes(layer);
        _planes = new SlicePlanes(scene.Gl, layer, TexelFormat.Byte, isThick: true, _ => true, _read.Read, (key, part) => PlaneVoxels.Read(layer.Labels, key, part));
        _oblique = new ObliqueTexture(scene.Gl, TexelFormat.Byte, (key, token) => key.Planes > 1 ? ObliqueLabels.Read(layer.Labels, key, token) : ObliqueVoxels.Read(layer.Labels, key, token));
        _detail = new DetailKeeper<LabelsDetail>(plan => new LabelsDetail(scene, layer, plan, _drawing!.Channels, _occupancyFormat));
        _surface = new SurfaceRaster(scene);
        _table = new TableTexture(scene.Gl, linear: false);
        _block = new UniformBuffer<LabelsBlock>(scene.Gl);
        _sliceBlock = new UniformBuffer<SliceBlock>(scene.Gl);
        _drawing = new PhaseDrawing(layer.Phases, layer.Opacity);
        _drawn = (layer.Phases, layer.Opacity);
        _table.Fill(_drawing.Colors, 256);
        _occupancy = CreateOccupancy();
        Notices = _plan.Notice(layer.Name) is { } notice ? [notice] : [];
        layer.Changed += OnChanged;
    }

    public double Progress => (_labels.Progress + (_nextOccupancy ?? _occupancy).Progress) / 2;

    public IReadOnlyList<string> Notices { get; }

    public bool Prepare(TimeSpan budget)
    {
        Refresh();
        // Slices need none of it, and ask with no time at all.
        if (budget > TimeSpan.Zero)
            CatchUp();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var complete = _late.IsEmpty && _labels.Upload(budget) && _occupancy.Upload(budget - clock.Elapsed);
        if (!complete || _nextOccupancy is null)
            return complete;
        if (!_nextOccupancy.Upload(budget - clock.Elapsed))
            return false;
        _occupancy.Dispose();
        (_occupancy, _nextOccupancy) = (_nextOccupancy, null);
        return true;
    }

    public bool Refine(ViewProjection view, LayerCut cut, TimeSpan budget)
    {
        if (!_labels.IsComplete || !_occupancy.IsComplete)
            return true;
        // Behind opaque phases nothing is seen.
        var surface = _plan.IsReduced && !_drawing.HasTranslucent && !Depictions.IsFlat(_layer) ? _surface.Of(view, _plan.Extent, cut, pass => Draw(ShaderSources.LabelsOpaque, pass)) : null;
        return _detail.Want(DetailPlan.Choose(view, _plan, (cut.Low, cut.High), 1 + _occupancyFormat.Bytes, _scene.MaxTextureSize, _scene.TextureBudget, surface), budget);
    }

    public bool PrepareSlice(SlicePass pass, TimeSpan budget)
    {
        Refresh();
        if (ObliqueOf(pass) is { } key)
            return _oblique.Prepare(key, budget);
        return _planes.Prepare(pass, _plan.IsReduced, _labels.IsCurrent && _late.IsEmpty, budget);
    }

    public void DrawOpaque(VolumePass pass)
    {
        if (Depictions.IsFlat(_layer))
            Draw(ShaderSources.LabelsPlanes, pass);
        else if (_drawing.HasOpaque && LayerBlends.HasDepth(pass.Blending))
            Draw(ShaderSources.LabelsOpaque, pass);
    }

    public void DrawTranslucent(VolumePass pass)
    {
        if (Depictions.IsFlat(_layer))
            return;
        if (_drawing.HasOpaque && !LayerBlends.HasDepth(pass.Blending))
            Draw(ShaderSources.LabelsOpaque, pass);
        if (_drawing.HasTranslucent)
            Draw(ShaderSources.LabelsTranslucent, pass);
    }

    public bool HasFilms(VolumePass pass) => _drawing.HasTranslucent && _labels.IsComplete && _occupancy.IsComplete && !Depictions.IsFlat(_layer)
        && _detail.Shown is null && pass.Blending == LayerBlending.Translucent;

    public void BindFilms(VolumePass pass) => BindPart(pass, _plan, _labels, _occupancy);

    public void DrawSlice(SlicePass pass)
    {
        var plane = _planes.ShownIn(pass, _labels.IsComplete);
        var oblique = ObliqueOf(pass) is { } key && _oblique.Shown == key ? _oblique.Shown : null;
        if (plane is null && oblique is null && !_labels.IsComplete)
            return;
        _labels.Bind(SceneResources.VoxelsUnit, linear: false);
        if (oblique is not null)
            _oblique.Bind(SceneResources.SecondUnit);
        else
            _planes.Bind(plane, SceneResources.SecondUnit, linear: false);
        _table.Bind(SceneResources.TableUnit);
        var block = oblique is { } view ? pass.BlockForReading(_layer, pass.IsThick(_layer)).FromView(view)
            : pass.BlockFor(_layer, plane is null ? _plan.TextureExtent : _plan.Extent, pass.IsThick(_layer)).FromPlaneAcross(plane);
        _sliceBlock.Bind(SceneResources.LayerPoint, block with
        {
            // The table has the layer's opacity in it.
            Opacity = 1,
            LevelScale = _layer.Opacity,
            LevelShift = pass.PixelRatio,
            OutlineWidth = _layer.ContourWidth * pass.PixelRatio,
            Extra = _layer.ShowsUnlabelled ? HatchOpacity * _layer.Opacity : 0,
            Texels = new System.Numerics.Vector3(_layer.Shape.Width, _layer.Shape.Height, _layer.Shape.Depth),
        });
        _scene.Use(plane is not null && _layer.ContourWidth == 0 ? ShaderSources.SliceLabelsPlane : ShaderSources.SliceLabels);
        _scene.DrawView();
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _layer.Changed -= OnChanged;
        _labels.Dispose();
        _occupancy.Dispose();
        _nextOccupancy?.Dispose();
        _planes.Dispose();
        _oblique.Dispose();
        _detail.Dispose();
        _surface.Dispose();
        _table.Dispose();
        _block.Dispose();
        _sliceBlock.Dispose();
    }

    private static TexelFormat FormatFor(PhaseTable phases) => phases.Count <= 2 ? TexelFormat.TwoBytes : TexelFormat.FourBytes;

    // What an oblique view shows, where the texture is too coarse for it, or the slice too thick to be counted by a shader.
    private ObliqueKey? ObliqueOf(SlicePass pass)
    {
        var isThick = pass.IsThick(_layer);
        if (pass.Camera.Across is not null || (!_plan.IsReduced && !pass.IsSampled(_layer, isThick)))
            return null;
        var key = ObliqueKey.Of(pass, pass.BlockForReading(_layer, isThick), projection: default, interpolates: false);
        return Math.Max(key.Columns, key.Rows) <= _scene.MaxTextureSize ? key : null;
    }

    private VolumeTexture CreateOccupancy() => new(_scene.Gl, _layer.Name, _plan.Size, _occupancyFormat,
        (VolumeTexture.PartFiller)new PhaseOccupancy(_grid, _drawing.Channels, _occupancyFormat.Bytes).Fill, isOnDemand: true);

    // Painted labels: only what changed of the slices is filled again.
    private void OnChanged(object? sender, LayerChange change)
    {
        if (change is not LabelsChange { Box: var box })
            return;
        _read.Invalidate(box);
        _planes.Invalidate(box);
        _oblique.Invalidate();
        _late.Add(box);
    }

    private void CatchUp()
    {
        foreach (var box in _late.Take())
        {
            var (first, last, part) = _grid.Refresh(box);
            _labels.Refill(first, last, part);
            // The occupancy of a voxel is made of two more voxels on every side.
            var (above, below, wider) = (Math.Max(0, first - 2), Math.Min(_plan.Size.Depth - 1, last + 2), part.Wider(2, _plan.Size.Width, _plan.Size.Height));
            _occupancy.Refill(above, below, wider);
            _nextOccupancy?.Refill(above, below, wider);
            foreach (var (_, detail) in _detail.All)
                detail.Refill(box);
        }
    }

    // Takes over names, colours and visibility that the user changed.
    private void Refresh()
    {
        if (_drawn.Phases.Equals(_layer.Phases) && _drawn.Opacity == _layer.Opacity)
            return;
        var before = _drawing;
        _drawing = new PhaseDrawing(_layer.Phases, _layer.Opacity);
        _drawn = (_layer.Phases, _layer.Opacity);
        _table.Fill(_drawing.Colors, 256);
        if (before.Channels.SequenceEqual(_drawing.Channels))
            return;
        // A phase may have been added.
        _occupancyFormat = FormatFor(_layer.Phases);
        _detail.Dispose();
        // The surfaces are lit by the old field until the new one is there.
        _nextOccupancy?.Dispose();
        _nextOccupancy = CreateOccupancy();
    }

    private void Draw(ShaderSources sources, VolumePass pass)
    {
        if (!_labels.IsComplete || !_occupancy.IsComplete)
            return;
        if (pass.Cut is not { } cut || _detail.Shown is not var (plan, detail))
        {
            DrawPart(sources, pass, _plan, _labels, _occupancy);
            return;
        }
        // From the back to the front, as what lets through is put over what lies behind it.
        var part = new PartCut(cut, plan.Box, _layer);
        _scene.Clip.Bind(SceneResources.ClipPoint, part.Behind);
        DrawPart(sources, pass, _plan, _labels, _occupancy);
        _scene.Clip.Bind(SceneResources.ClipPoint, part.Within);
        _scene.View.Bind(SceneResources.ViewPoint, pass.View with { Eye = pass.View.Eye - part.Origin });
        DrawPart(sources, pass, detail.Plan, detail.Labels, detail.Occupancy);
        _scene.View.Bind(SceneResources.ViewPoint, pass.View);
        _scene.Clip.Bind(SceneResources.ClipPoint, part.Before);
        DrawPart(sources, pass, _plan, _labels, _occupancy);
        _scene.Clip.Bind(SceneResources.ClipPoint, cut.ToBlock());
    }

    private void DrawPart(ShaderSources sources, VolumePass pass, TexturePlan plan, VolumeTexture labels, VolumeTexture occupancy)
    {
        BindPart(pass, plan, labels, occupancy);
        _scene.Use(sources);
        _scene.DrawView();
    }

    private void BindPart(VolumePass pass, TexturePlan plan, VolumeTexture labels, VolumeTexture occupancy)
    {
        labels.Bind(SceneResources.LabelsUnit, linear: false);
        occupancy.Bind(SceneResources.SecondUnit, linear: true);
        _table.Bind(SceneResources.PhasesUnit);
        _block.Bind(SceneResources.LabelsPoint, new LabelsBlock
        {
            Extent = plan.Extent,
            Blending = LayerBlends.WayOf(pass.Blending),
            Voxel = plan.Voxel,
            MaxCrossings = pass.Quality == RenderQuality.Full ? 10 : 4,
            Size = plan.SizeVector,
            Occlusion = pass.Occlusion,
            OpaqueChannels = _drawing.OpaqueChannels,
        });
    }
}
