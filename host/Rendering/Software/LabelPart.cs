using System.Buffers;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>The labels of a layer, or of a box of it, in main memory: as coarse as a plan says, and how much of the neighbourhood the phases of each channel fill.</summary>
internal sealed class LabelPart : IDetail
{
    private readonly LabelsLayer _layer;
    private readonly VoxelBox _box;
    private readonly LabelGrid _grid;
    private readonly LabelStore _store;
    private readonly SliceLoader _loader;
    private (OccupancyStore Store, SliceLoader Loader) _occupancy;
    private (OccupancyStore Store, SliceLoader Loader)? _nextOccupancy;
    private (PhaseLookup?, int) _emptyOf;
    private EmptyLeaps? _withoutOpaque, _withoutTranslucent;

    /// <summary>Begins to read the labels in the background.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="plan">How coarse.</param>
    /// <param name="box">The part of the layer that the plan is for; null for all of it.</param>
    /// <param name="channels">The channel of each label; −1 for none.</param>
    /// <param name="isSketch">Takes the label in the middle of each block, for which one slice in many is read.</param>
    public LabelPart(LabelsLayer layer, TexturePlan plan, VoxelBox? box, ReadOnlySpan<sbyte> channels, bool isSketch = false)
    {
        (_layer, _box, Plan) = (layer, box ?? VoxelBox.Of(layer.Shape), plan);
        _grid = new LabelGrid(layer.Labels, plan, box, isSketch);
        _store = new LabelStore(plan.Size);
        _loader = new SliceLoader(layer.Name, plan.Size.Depth, z => _store.Write(z, _grid.Slice(z)), _store.Measure);
        _occupancy = CreateOccupancy(channels);
    }

    public TexturePlan Plan { get; }

    /// <summary>The labels.</summary>
    public LabelStore Store => _store;

    /// <summary>Whether it can be drawn, perhaps as it was before a change.</summary>
    public bool IsComplete => _loader.IsComplete && _occupancy.Loader.IsComplete;

    /// <summary>From 0 to 1.</summary>
    public double Progress => (_loader.Progress + (_nextOccupancy ?? _occupancy).Loader.Progress) / 2;

    /// <summary>Changes whenever something new can be seen.</summary>
    public int Version => _loader.Version + _occupancy.Loader.Version;

    /// <summary>Channels that occupancy has for a number of phases.</summary>
    public static int ChannelsFor(PhaseTable phases) => phases.Count <= 2 ? 2 : 4;

    public bool Upload(TimeSpan budget)
    {
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

    /// <summary>Takes over other channels. The surfaces are lit by the old field until the new one is there.</summary>
    public void Renew(ReadOnlySpan<sbyte> channels)
    {
        _nextOccupancy?.Loader.Dispose();
        _nextOccupancy = CreateOccupancy(channels);
    }

    /// <summary>Reads again what changed of the layer's labels.</summary>
    public void Refill(VoxelBox changed)
    {
        if (changed.Intersection(_box) is not { } own)
            return;
        var (first, last, _) = _grid.Refresh(new VoxelBox(own.Z - _box.Z, own.Y - _box.Y, own.X - _box.X, own.Depth, own.Height, own.Width));
        _loader.Refill(first, last);
        // The occupancy of a voxel is made of two more slices on either side.
        var (above, below) = (Math.Max(0, first - 2), Math.Min(Plan.Size.Depth - 1, last + 2));
        _occupancy.Loader.Refill(above, below);
        _nextOccupancy?.Loader.Refill(above, below);
    }

    /// <summary>How it is drawn.</summary>
    /// <param name="cut">What is cut away of it.</param>
    /// <param name="blending">How the layer is put over what is there.</param>
    /// <param name="phases">Which phases are drawn, and how.</param>
    /// <param name="quality">How much care.</param>
    /// <param name="occlusion">How much surroundings darken surfaces.</param>
    public LabelsScene SceneOf(LayerCut cut, LayerBlending blending, PhaseLookup phases, RenderQuality quality, float occlusion)
    {
        var wanted = (phases, _loader.Version);
        if (_emptyOf != wanted)
        {
            _withoutOpaque = phases.HasOpaque ? _store.FindEmpty(label => phases.Is(label, PhaseLookup.Opaque)) : null;
            _withoutTranslucent = phases.HasTranslucent ? _store.FindEmpty(label => phases.Is(label, PhaseLookup.Translucent)) : null;
        }
        _emptyOf = wanted;
        return new LabelsScene
        {
            Cut = cut,
            Extent = Plan.Extent,
            Voxel = Plan.Voxel,
            Blending = blending,
            Phases = phases,
            WithoutOpaque = _withoutOpaque,
            WithoutTranslucent = _withoutTranslucent,
            Occupancy = _occupancy.Store,
            MaxCrossings = quality == RenderQuality.Full ? 10 : 4,
            Occlusion = occlusion,
        };
    }

    public void Dispose()
    {
        _loader.Dispose();
        _occupancy.Loader.Dispose();
        _nextOccupancy?.Loader.Dispose();
    }

    private (OccupancyStore, SliceLoader) CreateOccupancy(ReadOnlySpan<sbyte> channels)
    {
        var count = ChannelsFor(_layer.Phases);
        var (store, occupancy) = (new OccupancyStore(Plan.Size, count), new PhaseOccupancy(_grid, channels, count));
        return (store, new SliceLoader(_layer.Name, Plan.Size.Depth, Fill, (_, _) => { }));

        void Fill(int z)
        {
            var length = Plan.Size.SliceLength * count;
            var texels = ArrayPool<byte>.Shared.Rent(length);
            occupancy.Fill(z, texels.AsSpan(0, length));
            store.Write(z, texels.AsSpan(0, length));
            ArrayPool<byte>.Shared.Return(texels);
        }
    }
}
