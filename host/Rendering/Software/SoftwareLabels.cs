using System.Buffers;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>A labels layer in main memory.</summary>
internal sealed class SoftwareLabels : ISoftwareLayer
{
    private readonly LabelsLayer _layer;
    private readonly TexturePlan _plan;
    private readonly LabelGrid _grid;
    private readonly ChangedBoxes _late = new();
    private readonly LabelStore _store;
    private readonly SliceLoader _loader;
    private (OccupancyStore Store, SliceLoader Loader) _occupancy;
    private (OccupancyStore Store, SliceLoader Loader)? _nextOccupancy;
    private PhaseDrawing _drawing;
    private PhaseLookup _lookup;
    private (PhaseTable Phases, float Opacity) _drawn;
    private (PhaseLookup, int) _emptyOf;
    private EmptyLeaps? _withoutOpaque, _withoutTranslucent;

    /// <param name="layer">The layer.</param>
    /// <param name="maxSize">The longest edge, voxels.</param>
    /// <param name="budget">Bytes that labels and occupancy may take, as in textures.</param>
    public SoftwareLabels(LabelsLayer layer, int maxSize, long budget)
    {
        _layer = layer;
        // The same plan as for textures, so that the pictures are the same.
        _plan = TexturePlan.Make(layer.Shape, layer.Spacing, 1 + ChannelsFor(layer.Phases), maxSize, budget);
        _grid = new LabelGrid(layer.Labels, _plan);
        _store = new LabelStore(_plan.Size);
        _drawing = new PhaseDrawing(layer.Phases, layer.Opacity);
        _drawn = (layer.Phases, layer.Opacity);
        _lookup = new PhaseLookup(_drawing);
        _loader = new SliceLoader(layer.Name, _plan.Size.Depth, z => _store.Write(z, _grid.Slice(z)), _store.Measure);
        _occupancy = CreateOccupancy();
        Notices = _plan.Notice(layer.Name) is { } notice ? [notice] : [];
        layer.Changed += OnChanged;
    }

    public double Progress => (_loader.Progress + (_nextOccupancy ?? _occupancy).Loader.Progress) / 2;

    public IReadOnlyList<string> Notices { get; }

    public bool Prepare(TimeSpan budget)
    {
        Refresh();
        CatchUp();
        var end = Environment.TickCount64 + (long)budget.TotalMilliseconds;
        var isComplete = _loader.Wait(budget) & _occupancy.Loader.Wait(Left());
        if (_nextOccupancy is not { } next)
            return isComplete;
        if (!next.Loader.Wait(Left()))
            return false;
        _occupancy.Loader.Dispose();
        (_occupancy, _nextOccupancy) = (next, null);
        return isComplete;

        TimeSpan Left() => TimeSpan.FromMilliseconds(Math.Max(0, end - Environment.TickCount64));
    }

    public LayerCaster? CreateCaster(Viewer viewer, LayerBlending blending, RenderQuality quality)
    {
        if (!_loader.IsComplete || !_occupancy.Loader.IsComplete)
            return null;
        var wanted = (_lookup, _loader.Version);
        if (_emptyOf != wanted)
        {
            _withoutOpaque = _lookup.HasOpaque ? _store.FindEmpty(label => _lookup.Is(label, PhaseLookup.Opaque)) : null;
            _withoutTranslucent = _lookup.HasTranslucent ? _store.FindEmpty(label => _lookup.Is(label, PhaseLookup.Translucent)) : null;
        }
        _emptyOf = wanted;
        return new LabelsCaster(new LabelsScene
        {
            Cut = LayerCut.Of(viewer, _layer),
            Extent = _plan.Extent,
            Voxel = _plan.Voxel,
            Blending = blending,
            Phases = _lookup,
            WithoutOpaque = _withoutOpaque,
            WithoutTranslucent = _withoutTranslucent,
            Occupancy = _occupancy.Store,
            MaxCrossings = quality == RenderQuality.Full ? 10 : 4,
            Occlusion = viewer.AmbientOcclusion,
        }, _store);
    }

    public void Dispose()
    {
        _layer.Changed -= OnChanged;
        _loader.Dispose();
        _occupancy.Loader.Dispose();
        _nextOccupancy?.Loader.Dispose();
    }

    private static int ChannelsFor(PhaseTable phases) => phases.Count <= 2 ? 2 : 4;

    private (OccupancyStore, SliceLoader) CreateOccupancy()
    {
        var channels = ChannelsFor(_layer.Phases);
        var (store, occupancy) = (new OccupancyStore(_plan.Size, channels), new PhaseOccupancy(_grid, _drawing.Channels, channels));
        return (store, new SliceLoader(_layer.Name, _plan.Size.Depth, Fill, (_, _) => { }));

        void Fill(int z)
        {
            var length = _plan.Size.SliceLength * channels;
            var texels = ArrayPool<byte>.Shared.Rent(length);
            occupancy.Fill(z, texels.AsSpan(0, length));
            store.Write(z, texels.AsSpan(0, length));
            ArrayPool<byte>.Shared.Return(texels);
        }
    }

    // Painted labels: only the slices that changed are filled again.
    private void OnChanged(object? sender, LayerChange change)
    {
        if (change is not LabelsChange { Box: var box })
            return;
        _late.Add(box);
    }

    private void CatchUp()
    {
        foreach (var box in _late.Take())
        {
            var (first, last, _) = _grid.Refresh(box);
            _loader.Refill(first, last);
            // The occupancy of a voxel is made of two more slices on either side.
            var (above, below) = (Math.Max(0, first - 2), Math.Min(_plan.Size.Depth - 1, last + 2));
            _occupancy.Loader.Refill(above, below);
            _nextOccupancy?.Loader.Refill(above, below);
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
        _lookup = new PhaseLookup(_drawing);
        if (before.Channels.SequenceEqual(_drawing.Channels))
            return;
        // The surfaces are lit by the old field until the new one is there.
        _nextOccupancy?.Loader.Dispose();
        _nextOccupancy = CreateOccupancy();
    }
}
