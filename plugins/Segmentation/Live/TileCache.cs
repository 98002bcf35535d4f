using VolumeViewer.Plugins.Segmentation.Forest;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Live;

/// <summary>Features of tiles, measured when they are first asked for; those not asked for the longest go when memory is short. For one thread.</summary>
/// <param name="image">Lent.</param>
/// <param name="statistics">Of the image.</param>
/// <param name="scaling">Makes the greys comparable.</param>
/// <param name="settings">What is measured.</param>
/// <param name="budget">Bytes of features that may be kept; one tile is kept in any case.</param>
internal sealed class TileCache(IVolumeSource image, IntensityStatistics statistics, GreyScaling scaling, FeatureSettings settings, long budget)
{
    // Each holds a window of its tile, which neighbouring slices share.
    private const int MostEngines = 4;

    private readonly LinkedList<((int Z, Tile Tile) Key, FeaturePlanes Planes)> _planes = [];
    private readonly Dictionary<Tile, FeatureEngine> _engines = [];

    /// <summary>The tiles of each slice.</summary>
    public IReadOnlyList<Tile> Tiles { get; } = Tile.Cover(image.Shape);

    /// <summary>How many tiles were measured so far.</summary>
    public int Measured { get; private set; }

    public FeaturePlanes Get(int z, Tile tile, CancellationToken cancellationToken)
    {
        for (var node = _planes.First; node is not null; node = node.Next)
        {
            if (node.Value.Key != (z, tile))
                continue;
            _planes.Remove(node);
            _planes.AddFirst(node);
            return node.Value.Planes;
        }
        if (!_engines.TryGetValue(tile, out var engine))
        {
            if (_engines.Count == MostEngines)
                _engines.Clear();
            _engines[tile] = engine = new FeatureEngine(image, statistics, scaling, settings, tile);
        }
        var planes = engine.Measure(z, cancellationToken);
        Measured++;
        _planes.AddFirst(((z, tile), planes));
        while (_planes.Count > 1 && _planes.Sum(each => each.Planes.MemoryBytes) > budget)
            _planes.RemoveLast();
        return planes;
    }
}
