using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>An image layer's voxels in main memory.</summary>
internal sealed class SoftwareImage : ISoftwareLayer
{
    private readonly ImageLayer _layer;
    private readonly TexturePlan _plan;
    private readonly TexelFormat _format;
    private readonly VoxelStore _store;
    private readonly BlockRanges _ranges;
    private readonly SliceLoader _loader;
    private readonly DetailKeeper<ImagePart> _detail;
    private readonly int _maxSize;
    private readonly long _budget;
    private (Colormap, ImmutableArray<OpacityPoint>, float, float, ImageRenderMode) _tableOf;
    private TransferLookup? _table;
    private (TransferLookup?, ContrastLimits, float, int, ImagePart?, int?) _emptyOf;
    private EmptyLeaps? _empty;

    /// <param name="layer">The layer.</param>
    /// <param name="maxSize">The longest edge, voxels.</param>
    /// <param name="budget">Bytes that the voxels may take, as in a texture.</param>
    public SoftwareImage(ImageLayer layer, int maxSize, long budget)
    {
        (_layer, _maxSize, _budget) = (layer, maxSize, budget);
        var volume = layer.Volume;
        _format = TexelFormat.Of(volume.VoxelType);
        // The same plan as for a texture, so that the pictures are the same.
        _plan = TexturePlan.Make(volume.Shape, volume.Spacing, _format.Bytes, maxSize, budget);
        _store = VoxelStore.Create(_plan.Size, volume.VoxelType, budget / 2);
        _ranges = new BlockRanges(_store);
        var texels = new ImageTexels(volume, _plan, layer.Statistics.Minimum);
        _loader = new SliceLoader(layer.Name, _plan.Size.Depth, z => Load(texels, z), _ranges.Measure);
        _detail = new DetailKeeper<ImagePart>(plan => new ImagePart(layer, _plan, plan));
        Notices = _plan.Notice(layer.Name) is { } notice ? [notice] : [];
        layer.Changed += OnChanged;
    }

    public double Progress => _loader.Progress;

    public IReadOnlyList<string> Notices { get; }

    public object? Detail => _detail.Shown is var (_, part) ? (part, part.Version) : null;

    public bool Prepare(TimeSpan budget) => _loader.Wait(budget);

    // A part is stored plainly, and read together with a whole that is.
    public bool Refine(ViewProjection view, LayerCut cut, TimeSpan budget) => _loader.IsComplete && (_store is OctetStore || _detail.Want(DetailOf(view, cut), budget));

    public LayerCaster? CreateCaster(Viewer viewer, LayerBlending blending, RenderQuality quality)
    {
        if (!_loader.IsComplete)
            return null;
        // While something moves, rays step over what the finer part would show more of.
        var part = quality == RenderQuality.Full ? _detail.Shown?.Detail : null;
        var scene = SceneOf(LayerCut.Of(viewer, _layer), blending, quality, part);
        return _store.CreateCaster(scene with { Empty = Empty(scene.Transfer, scene.LevelScale, scene.LevelShift, part), Occlusion = viewer.AmbientOcclusion });
    }

    public void Dispose()
    {
        _layer.Changed -= OnChanged;
        _loader.Dispose();
        _detail.Dispose();
    }

    // Behind the first surface of an isovalue nothing is seen.
    private DetailPlan? DetailOf(ViewProjection view, LayerCut cut) => _layer.RenderMode == ImageRenderMode.Isosurface
        ? DetailPlan.ChooseSurface(view, _plan, (cut.Low, cut.High), _format.Bytes, _maxSize, _budget,
            () => SurfacePoints.Of(_store.CreateCaster(SceneOf(cut, LayerBlending.Translucent, RenderQuality.Moving, part: null)), view, _plan.Extent))
        : DetailPlan.Choose(view, _plan, (cut.Low, cut.High), _format.Bytes, _maxSize, _budget);

    // Without what is known to be empty, which is worked out for whole pictures.
    private ImageScene SceneOf(LayerCut cut, LayerBlending blending, RenderQuality quality, ImagePart? part)
    {
        var step = FinestEdge((part?.Plan ?? _plan).Voxel, _plan.Size) * (quality == RenderQuality.Full ? 1f : 2f);
        // Opacity is that of a voxel of the volume, however many of them are one here.
        var finest = FinestEdge(_layer.Volume.Spacing.ToVector3(), _layer.Volume.Shape);
        var limits = _layer.ContrastLimits;
        var range = limits.High - limits.Low;
        return new ImageScene
        {
            Cut = cut,
            Extent = _plan.Extent,
            Size = _plan.SizeVector,
            Voxel = _plan.Voxel,
            Part = part,
            SlopeReach = part?.Voxel ?? Vector3.One,
            Step = step,
            Mode = _layer.RenderMode,
            Blending = blending,
            Interpolate = _layer.Interpolate,
            Opacity = _layer.Opacity,
            Isovalue = _layer.Isovalue - _format.Shift,
            LevelScale = 1 / range,
            LevelShift = (_format.Shift - limits.Low) / range,
            Transfer = Table(step / finest),
            Empty = null,
            Attenuation = _layer.Attenuation / finest,
            Occlusion = 0,
        };
    }

    private void Load(ImageTexels texels, int z)
    {
        var length = _plan.Size.SliceLength * _format.Bytes;
        var slice = ArrayPool<byte>.Shared.Rent(length);
        texels.Fill(z, slice.AsSpan(0, length));
        _store.Write(z, slice.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(slice);
    }

    private void OnChanged(object? sender, LayerChange change)
    {
        if (change is not ImageVoxelsChange { Box: var box })
            return;
        _loader.Refill(box.Z / _plan.FactorZ, Math.Min(box.LastZ / _plan.FactorZ, _plan.Size.Depth - 1));
        foreach (var (_, part) in _detail.All)
            part.Refill(box);
    }

    // The smallest edge of a voxel, leaving out axes along which there is only one.
    private static float FinestEdge(Vector3 voxel, VolumeShape size)
    {
        var least = float.PositiveInfinity;
        least = size.Width > 1 ? voxel.X : least;
        least = size.Height > 1 ? Math.Min(least, voxel.Y) : least;
        least = size.Depth > 1 ? Math.Min(least, voxel.Z) : least;
        return float.IsFinite(least) ? least : voxel.X;
    }

    private TransferLookup Table(float stepInVoxels)
    {
        var mode = _layer.RenderMode is ImageRenderMode.Translucent or ImageRenderMode.Additive ? _layer.RenderMode : ImageRenderMode.MaximumIntensity;
        var curve = mode == ImageRenderMode.MaximumIntensity ? [] : _layer.OpacityCurve;
        var wanted = (_layer.Colormap, curve, stepInVoxels, _layer.Gamma, mode);
        if (_table is null || _tableOf != wanted)
        {
            _table = new TransferLookup(mode switch
            {
                ImageRenderMode.Translucent => TransferTable.OfSteps(_layer.Colormap, curve, stepInVoxels, _layer.Gamma),
                ImageRenderMode.Additive => TransferTable.OfSums(_layer.Colormap, curve, stepInVoxels, _layer.Gamma),
                _ => TransferTable.OfColors(_layer.Colormap, _layer.Gamma),
            });
        }
        _tableOf = wanted;
        return _table;
    }

    private EmptyLeaps? Empty(TransferLookup transfer, float scale, float shift, ImagePart? part)
    {
        var isSummed = _layer.RenderMode is ImageRenderMode.Translucent or ImageRenderMode.Additive;
        if (!isSummed && _layer.RenderMode != ImageRenderMode.Isosurface)
            return null;
        var wanted = (isSummed ? transfer : null, _layer.ContrastLimits, _layer.Isovalue, _loader.Version, part, part?.Version);
        if (_emptyOf == wanted)
            return _empty;
        _emptyOf = wanted;
        var isovalue = _layer.Isovalue - _format.Shift;
        var (allLeast, allLargest) = (_ranges.Least.ToArray(), _ranges.Largest.ToArray());
        // What is empty where several voxels are one need not be where they are apart.
        part?.Widen(_ranges.EdgeBits, _ranges.Count, allLeast, allLargest);
        _empty = EmptyLeaps.Find(_ranges.Count, _store.FractionBits + _ranges.EdgeBits, block =>
        {
            var (least, largest) = (allLeast[block], allLargest[block]);
            // Interpolation rounds: an entry more on either side.
            var margin = least < largest ? 1f / TransferLookup.Length : 0;
            return isSummed ? transfer.IsVisible((least * scale) + shift - margin, (largest * scale) + shift + margin) : largest >= isovalue;
        });
        return _empty;
    }
}
