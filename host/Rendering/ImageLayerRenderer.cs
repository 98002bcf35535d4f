using System.Collections.Immutable;
using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>Draws an image layer.</summary>
internal sealed class ImageLayerRenderer : ILayerRenderer
{
    private readonly SceneResources _scene;
    private readonly ImageLayer _layer;
    private readonly TexturePlan _plan;
    private readonly TexelFormat _format;
    private readonly VolumeTexture _texture;
    private readonly EmptySpace _empty;
    private readonly SlicePlanes _planes;
    private readonly ObliqueTexture _oblique;
    private readonly DetailKeeper<ImageDetail> _detail;
    private readonly SurfaceRaster _surface;
    private readonly TableTexture _colors;
    private readonly TableTexture _steps;
    private readonly UniformBuffer<ImageBlock> _block;
    private readonly UniformBuffer<SliceBlock> _sliceBlock;
    private (Colormap, float) _filledColors;
    private (Colormap, ImmutableArray<OpacityPoint>, float, float, bool) _filledSteps;
    private bool _disposed;

    public ImageLayerRenderer(SceneResources scene, ImageLayer layer)
    {
        (_scene, _layer) = (scene, layer);
        var volume = layer.Volume;
        var missing = layer.Statistics.Minimum;
        _format = TexelFormat.Of(volume.VoxelType);
        _plan = TexturePlan.Make(volume.Shape, volume.Spacing, _format.Bytes, scene.MaxTextureSize, scene.TextureBudget);
        var (texels, ranges) = (new ImageTexels(volume, _plan, missing), new GridRanges(_plan.Size, volume.VoxelType));
        _empty = new EmptySpace(scene.Gl, ranges);
        _texture = new VolumeTexture(scene.Gl, layer.Name, _plan.Size, _format, (z, slice) =>
        {
            texels.Fill(z, slice);
            ranges.Add(z, slice);
        });
        _planes = new SlicePlanes(scene.Gl, layer, _format, isThick: true, axis => PlaneVoxels.CanRead(volume, axis), key => PlaneVoxels.Read(volume, key, key.FormatOf(_format).Bytes, missing));
        _oblique = new ObliqueTexture(scene.Gl, TexelFormat.Single, (key, token) => ObliqueImage.Read(volume, key, missing, token));
        _detail = new DetailKeeper<ImageDetail>(plan => new ImageDetail(scene, layer, _format, plan));
        _surface = new SurfaceRaster(scene);
        _colors = new TableTexture(scene.Gl, linear: true);
        _steps = new TableTexture(scene.Gl, linear: true);
        _block = new UniformBuffer<ImageBlock>(scene.Gl);
        _sliceBlock = new UniformBuffer<SliceBlock>(scene.Gl);
        Notices = _plan.Notice(layer.Name) is { } notice ? [notice] : [];
        layer.Changed += OnChanged;
    }

    public double Progress => _texture.Progress;

    public IReadOnlyList<string> Notices { get; }

    public bool Prepare(TimeSpan budget) => _texture.Upload(budget);

    public bool Refine(ViewProjection view, LayerCut cut, TimeSpan budget) => !_texture.IsComplete || _detail.Want(DetailOf(view, cut), budget);

    public bool PrepareSlice(SlicePass pass, TimeSpan budget) => ObliqueOf(pass) is { } key ? _oblique.Prepare(key, budget) : _planes.Prepare(pass, _plan.IsReduced, _texture.IsCurrent, budget);

    /// <summary>Whether films can be drawn within the image.</summary>
    public bool TakesFilms(VolumePass pass) => _layer.RenderMode == ImageRenderMode.Translucent && pass.Blending == LayerBlending.Translucent
        && _texture.IsComplete && _detail.Shown is null && !Depictions.IsFlat(_layer);

    public void DrawOpaque(VolumePass pass)
    {
        if (Depictions.IsFlat(_layer) || IsOpaque(pass))
            Draw(pass);
    }

    public void DrawTranslucent(VolumePass pass)
    {
        if (!Depictions.IsFlat(_layer) && !IsOpaque(pass))
            Draw(pass);
    }

    public void DrawSlice(SlicePass pass)
    {
        var plane = _planes.ShownIn(pass, _texture.IsComplete);
        var oblique = ObliqueOf(pass) is { } key && _oblique.Shown == key ? _oblique.Shown : null;
        if (plane is null && oblique is null && !_texture.IsComplete)
            return;
        var format = oblique is null ? _planes.FormatOf(plane, _format) : TexelFormat.Single;
        var (scale, shift) = Levels(format);
        _texture.Bind(SceneResources.VoxelsUnit, _layer.Interpolate);
        if (oblique is not null)
            _oblique.Bind(SceneResources.SecondUnit);
        else
            _planes.Bind(plane, SceneResources.SecondUnit, _layer.Interpolate);
        BindColors();
        var block = oblique is { } view ? pass.BlockForReading(_layer, isThick: true).FromView(view)
            : pass.BlockFor(_layer, plane is null ? _plan.TextureExtent : _plan.Extent, isThick: true).FromPlaneAcross(plane);
        _sliceBlock.Bind(SceneResources.LayerPoint, block with
        {
            LevelScale = scale,
            LevelShift = shift,
            SlabShift = format.Shift / (_layer.ContrastLimits.High - _layer.ContrastLimits.Low),
            Extra = _layer.Interpolate && _layer.Cubic && pass.Camera.Across is not null ? 1 : 0,
            Texels = plane is null ? _plan.SizeVector : new Vector3(_layer.Shape.Width, _layer.Shape.Height, _layer.Shape.Depth),
        });
        _scene.Use(ShaderSources.SliceImage);
        _scene.DrawView();
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _layer.Changed -= OnChanged;
        _texture.Dispose();
        _empty.Dispose();
        _planes.Dispose();
        _oblique.Dispose();
        _detail.Dispose();
        _surface.Dispose();
        _colors.Dispose();
        _steps.Dispose();
        _block.Dispose();
        _sliceBlock.Dispose();
    }

    private void OnChanged(object? sender, LayerChange change)
    {
        if (change is not ImageVoxelsChange { Box: var box })
            return;
        _empty.Invalidate();
        _texture.Refill(box.Z / _plan.FactorZ, Math.Min(box.LastZ / _plan.FactorZ, _plan.Size.Depth - 1));
        _planes.Invalidate(box);
        _oblique.Invalidate();
        foreach (var (_, detail) in _detail.All)
            detail.Refill(box);
    }

    // Behind the first surface of an isovalue nothing is seen.
    private DetailPlan? DetailOf(ViewProjection view, LayerCut cut) => _layer.RenderMode == ImageRenderMode.Isosurface && !Depictions.IsFlat(_layer)
        ? DetailPlan.ChooseSurface(view, _plan, (cut.Low, cut.High), _format.Bytes, _scene.MaxTextureSize, _scene.TextureBudget, () => _surface.Of(view, _plan.Extent, cut, Draw))
        : DetailPlan.Choose(view, _plan, (cut.Low, cut.High), _format.Bytes, _scene.MaxTextureSize, _scene.TextureBudget);

    // What an oblique view shows, where the texture is too coarse for it.
    private ObliqueKey? ObliqueOf(SlicePass pass)
    {
        if (!_plan.IsReduced || pass.Camera.Across is not null)
            return null;
        var key = ObliqueKey.Of(pass, pass.BlockForReading(_layer, isThick: true), pass.Slab?.Projection ?? default, _layer.Interpolate);
        return Math.Max(key.Columns, key.Rows) <= _scene.MaxTextureSize ? key : null;
    }

    private bool IsOpaque(VolumePass pass) =>
        _layer.RenderMode == ImageRenderMode.Isosurface && _layer.Opacity >= 1 && LayerBlends.HasDepth(pass.Blending);

    private void Draw(VolumePass pass)
    {
        if (!_texture.IsComplete)
            return;
        // While something moves, rays step over what the finer part would show more of.
        var detail = pass.Quality == RenderQuality.Full ? _detail.Shown : null;
        var step = FinestEdge(detail?.Detail.Plan ?? _plan) * (pass.Quality == RenderQuality.Full ? 1f : 2f);
        // Opacity is that of a voxel of the volume, however many of them are one in the texture.
        var stepInVoxels = step / FinestEdge(_layer.Shape, _layer.Spacing);
        var (scale, shift) = Levels(_format);
        _texture.Bind(SceneResources.VoxelsUnit, _layer.Interpolate);
        var isFlat = Depictions.IsFlat(_layer);
        if (_layer.RenderMode is ImageRenderMode.Translucent or ImageRenderMode.Additive && !isFlat)
            BindSteps(stepInVoxels, isSum: _layer.RenderMode == ImageRenderMode.Additive);
        else
            BindColors();
        detail?.Detail.Texture.Bind(SceneResources.DetailUnit, _layer.Interpolate);
        _block.Bind(SceneResources.LayerPoint, WithDetail(detail, new ImageBlock
        {
            Extent = _plan.Extent,
            Step = step,
            TextureExtent = _plan.TextureExtent,
            Opacity = _layer.Opacity,
            Texel = Vector3.One / _plan.SizeVector,
            Isovalue = _format.Encode(_layer.Isovalue),
            LevelScale = scale,
            LevelShift = shift,
            StartShift = 1,
            Blending = LayerBlends.WayOf(pass.Blending),
            Attenuation = _layer.Attenuation / FinestEdge(_layer.Shape, _layer.Spacing),
            Occlusion = pass.Occlusion,
            Shift = pass.Shift,
        }));
        // What is empty where several voxels are one need not be where they are apart.
        var skips = !isFlat && detail is null && _scene.SkipsEmptySpace && _texture.IsCurrent
            && _empty.Bind(_layer, value => _format.EncodeTexel(value), SceneResources.SkipUnit);
        pass.Films?.BindFilms(pass);
        _scene.Use(isFlat ? ShaderSources.ImagePlanes : pass.Films is null ? ShaderSources.OfImage(_layer.RenderMode, skips)
            : skips ? ShaderSources.SparseFilms : ShaderSources.ImageFilms);
        _scene.DrawView();
    }

    private ImageBlock WithDetail((DetailPlan Plan, ImageDetail Detail)? shown, ImageBlock block)
    {
        if (shown is not var (plan, detail))
            return block;
        var spacing = _plan.Spacing.ToVector3();
        return block with
        {
            Texel = detail.Plan.Voxel / _plan.TextureExtent,
            DetailLow = new Vector3(plan.Box.X, plan.Box.Y, plan.Box.Z) * spacing / _plan.TextureExtent,
            HasDetail = 1,
            DetailScale = _plan.TextureExtent / detail.Plan.TextureExtent,
        };
    }

    // The smallest edge of a texture voxel, leaving out axes along which there is only one.
    private static float FinestEdge(TexturePlan plan)
    {
        var edges = new[] { Axis.X, Axis.Y, Axis.Z }.Where(axis => plan.Size.Along(axis) > 1).Select(axis => Vector3.Dot(plan.Voxel, SliceCamera.Unit(axis)));
        return edges.DefaultIfEmpty(plan.Voxel.X).Min();
    }

    // That of the volume's own voxels.
    private static float FinestEdge(VolumeShape shape, Spacing spacing) =>
        (float)new[] { Axis.X, Axis.Y, Axis.Z }.Where(axis => shape.Along(axis) > 1).Select(spacing.Along).DefaultIfEmpty(spacing.X).Min();

    private (float Scale, float Shift) Levels(TexelFormat format)
    {
        var limits = _layer.ContrastLimits;
        var range = limits.High - limits.Low;
        return (format.Scale / range, (format.Shift - limits.Low) / range);
    }

    private void BindColors()
    {
        var wanted = (_layer.Colormap, _layer.Gamma);
        if (_filledColors != wanted)
            _colors.Fill(TransferTable.OfColors(_layer.Colormap, _layer.Gamma), TransferTable.Length);
        _filledColors = wanted;
        _colors.Bind(SceneResources.TableUnit);
    }

    private void BindSteps(float stepInVoxels, bool isSum)
    {
        var wanted = (_layer.Colormap, _layer.OpacityCurve, _layer.Gamma, stepInVoxels, isSum);
        if (_filledSteps != wanted)
        {
            _steps.Fill(isSum ? TransferTable.OfSums(_layer.Colormap, _layer.OpacityCurve, stepInVoxels, _layer.Gamma)
                : TransferTable.OfSteps(_layer.Colormap, _layer.OpacityCurve, stepInVoxels, _layer.Gamma), TransferTable.Length);
        }
        _filledSteps = wanted;
        _steps.Bind(SceneResources.TableUnit);
    }
}
