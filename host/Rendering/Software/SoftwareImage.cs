using System.Buffers;
using System.Collections.Immutable;
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
    private (Colormap, ImmutableArray<OpacityPoint>, float, float, ImageRenderMode) _tableOf;
    private TransferLookup? _table;
    private (TransferLookup?, ContrastLimits, float, int) _emptyOf;
    private EmptyLeaps? _empty;

    /// <param name="layer">The layer.</param>
    /// <param name="maxSize">The longest edge, voxels.</param>
    /// <param name="budget">Bytes that the voxels may take, as in a texture.</param>
    public SoftwareImage(ImageLayer layer, int maxSize, long budget)
    {
        _layer = layer;
        var volume = layer.Volume;
        _format = TexelFormat.Of(volume.VoxelType);
        // The same plan as for a texture, so that the pictures are the same.
        _plan = TexturePlan.Make(volume.Shape, volume.Spacing, _format.Bytes, maxSize, budget);
        _store = VoxelStore.Create(_plan.Size, volume.VoxelType, budget / 2);
        _ranges = new BlockRanges(_store);
        var texels = new ImageTexels(volume, _plan, layer.Statistics.Minimum);
        _loader = new SliceLoader(layer.Name, _plan.Size.Depth, z => Load(texels, z), _ranges.Measure);
        Notices = _plan.Notice(layer.Name) is { } notice ? [notice] : [];
        layer.Changed += OnChanged;
    }

    public double Progress => _loader.Progress;

    public IReadOnlyList<string> Notices { get; }

    public bool Prepare(TimeSpan budget) => _loader.Wait(budget);

    public LayerCaster? CreateCaster(Viewer viewer, LayerBlending blending, RenderQuality quality)
    {
        if (!_loader.IsComplete)
            return null;
        var stepInVoxels = quality == RenderQuality.Full ? 1f : 2f;
        var limits = _layer.ContrastLimits;
        var range = limits.High - limits.Low;
        var (scale, shift) = (1 / range, (_format.Shift - limits.Low) / range);
        var transfer = Table(stepInVoxels);
        return _store.CreateCaster(new ImageScene
        {
            Cut = LayerCut.Of(viewer, _layer),
            Extent = _plan.Extent,
            Size = _plan.SizeVector,
            Voxel = _plan.Voxel,
            Step = FinestEdge() * stepInVoxels,
            Mode = _layer.RenderMode,
            Blending = blending,
            Interpolate = _layer.Interpolate,
            Opacity = _layer.Opacity,
            Isovalue = _layer.Isovalue - _format.Shift,
            LevelScale = scale,
            LevelShift = shift,
            Transfer = transfer,
            Empty = Empty(transfer, scale, shift),
            Attenuation = _layer.Attenuation / FinestEdge(),
            Occlusion = viewer.AmbientOcclusion,
        });
    }

    public void Dispose()
    {
        _layer.Changed -= OnChanged;
        _loader.Dispose();
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
        if (change is ImageVoxelsChange { Box: var box })
            _loader.Refill(box.Z / _plan.FactorZ, Math.Min(box.LastZ / _plan.FactorZ, _plan.Size.Depth - 1));
    }

    // The smallest edge of a voxel, leaving out axes along which there is only one.
    private float FinestEdge()
    {
        var (voxel, size) = (_plan.Voxel, _plan.Size);
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

    private EmptyLeaps? Empty(TransferLookup transfer, float scale, float shift)
    {
        var isSummed = _layer.RenderMode is ImageRenderMode.Translucent or ImageRenderMode.Additive;
        if (!isSummed && _layer.RenderMode != ImageRenderMode.Isosurface)
            return null;
        var wanted = (isSummed ? transfer : null, _layer.ContrastLimits, _layer.Isovalue, _loader.Version);
        if (_emptyOf == wanted)
            return _empty;
        _emptyOf = wanted;
        var isovalue = _layer.Isovalue - _format.Shift;
        _empty = EmptyLeaps.Find(_ranges.Count, _store.FractionBits + _ranges.EdgeBits, block =>
        {
            var (least, largest) = (_ranges.Least[block], _ranges.Largest[block]);
            // Interpolation rounds: an entry more on either side.
            var margin = least < largest ? 1f / TransferLookup.Length : 0;
            return isSummed ? transfer.IsVisible((least * scale) + shift - margin, (largest * scale) + shift + margin) : largest >= isovalue;
        });
        return _empty;
    }
}
