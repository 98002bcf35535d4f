using VolumeViewer.Plugins.Segmentation.Forest;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Live;

/// <summary>A forest that follows the strokes on one image. Features are measured once; what a tile's strokes teach is kept until they change.</summary>
internal sealed class LiveForestSession : ILiveSession
{
    private const long FeatureBytes = 1L << 30;

    // More would only make it slower.
    private const int MostVoxels = 50_000;

    private readonly LiveForestParameters _parameters;
    private readonly FeatureSettings _settings;
    private readonly TileCache _tiles;
    private readonly Dictionary<(int Z, Tile Tile), (float[] Rows, byte[] Labels)> _learnt = [];
    private RandomForest? _forest;

    public LiveForestSession(LiveContext context, LiveForestParameters parameters)
    {
        _parameters = parameters;
        _settings = new FeatureSettings(parameters.Scales, FeatureSettings.ParseKinds(parameters.Features), parameters.Dimensions);
        var scaling = GreyScaling.Fit(parameters.Normalisation, [context.Statistics]);
        _tiles = new TileCache(context.Image, context.Statistics, scaling, _settings, FeatureBytes);
    }

    /// <inheritdoc/>
    public int SlabDepth => _settings.Dimensions == 3 ? 16 : 1;

    /// <summary>How many tiles were measured so far.</summary>
    internal int Measured => _tiles.Measured;

    /// <inheritdoc/>
    public void Learn(LiveStrokes strokes, VoxelBox changed, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        TrainingSampler.CheckPhases(strokes.Counts, strokes.Phases);
        Forget(changed);
        foreach (var z in strokes.Slices)
        {
            foreach (var tile in _tiles.Tiles.Where(tile => !_learnt.ContainsKey((z, tile))))
                _learnt[(z, tile)] = Gather(strokes, z, tile, cancellationToken);
        }
        var (rows, labels) = Join(cancellationToken);
        var set = TrainingSet.Of(rows, labels, _settings.Count, strokes.Phases.Count);
        var options = new ForestOptions(_parameters.Trees, _parameters.Seed) { MinLeaf = _parameters.MinLeaf, Balance = _parameters.Balance };
        _forest = ForestTrainer.Train(set, options,
            done => progress?.Report(new JobProgress(done / (double)_parameters.Trees, $"tree {done} of {_parameters.Trees}")), cancellationToken).Forest;
    }

    /// <inheritdoc/>
    public void Predict(LiveRegion region, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(region);
        var forest = _forest ?? throw new InvalidOperationException("Nothing was learnt yet.");
        var box = region.Box;
        for (var z = box.Z; z <= box.LastZ; z++)
        {
            foreach (var tile in _tiles.Tiles)
            {
                var part = tile.Intersect(new Tile(box.Y, box.X, box.Height, box.Width));
                if (part.Length == 0)
                    continue;
                var slice = (z - box.Z) * box.Height * box.Width;
                var planes = _tiles.Get(z, tile, cancellationToken);
                ForestApplication.ForEachRun(forest, planes, part with { Y = part.Y - tile.Y, X = part.X - tile.X }, (y, x, found) =>
                {
                    var place = slice + ((tile.Y + y - box.Y) * box.Width) + tile.X + x - box.X;
                    for (var voxel = 0; voxel < found.Length / forest.Phases; voxel++)
                        region.Set(place + voxel, found.Slice(voxel * forest.Phases, forest.Phases));
                }, cancellationToken);
            }
            progress?.Report(new JobProgress((z - box.Z + 1.0) / box.Depth, $"slice {z}"));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _learnt.Clear();

    private void Forget(VoxelBox changed)
    {
        var rectangle = new Tile(changed.Y, changed.X, changed.Height, changed.Width);
        foreach (var key in _learnt.Keys.Where(key => key.Z >= changed.Z && key.Z <= changed.LastZ && key.Tile.Intersect(rectangle).Length > 0).ToList())
            _learnt.Remove(key);
    }

    private (float[] Rows, byte[] Labels) Gather(LiveStrokes strokes, int z, Tile tile, CancellationToken cancellationToken)
    {
        var slice = strokes.Slice(z);
        var (voxels, labels) = (new List<int>(), new List<byte>());
        for (var y = 0; y < tile.Height; y++)
        {
            var row = slice.Slice(((tile.Y + y) * strokes.Shape.Width) + tile.X, tile.Width);
            for (var x = row.IndexOfAnyExcept(LabelVolume.Unlabelled); x >= 0 && x < row.Length; x++)
            {
                if (row[x] == LabelVolume.Unlabelled)
                    continue;
                voxels.Add((y * tile.Width) + x);
                labels.Add(row[x]);
            }
        }
        if (voxels.Count == 0)
            return ([], []);
        var planes = _tiles.Get(z, tile, cancellationToken);
        var rows = new float[voxels.Count * _settings.Count];
        for (var i = 0; i < voxels.Count; i++)
            planes.Gather(voxels[i], rows.AsSpan(i * _settings.Count, _settings.Count));
        return (rows, [.. labels]);
    }

    // Everything learnt, in the order of the volume; where that is too much, a random part of it.
    private (float[] Rows, byte[] Labels) Join(CancellationToken cancellationToken)
    {
        var all = _learnt.Values.Sum(each => (long)each.Labels.Length);
        var share = MostVoxels / (double)all;
        var (rows, labels) = (new List<float>(), new List<byte>());
        var number = 0L;
        foreach (var (_, part) in _learnt.OrderBy(pair => pair.Key.Z).ThenBy(pair => pair.Key.Tile.Y).ThenBy(pair => pair.Key.Tile.X))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (share >= 1)
            {
                rows.AddRange(part.Rows);
                labels.AddRange(part.Labels);
                continue;
            }
            for (var i = 0; i < part.Labels.Length; i++)
            {
                if (SplitMix.At(_parameters.Seed, number++) >= share)
                    continue;
                rows.AddRange(part.Rows.AsSpan(i * _settings.Count, _settings.Count));
                labels.Add(part.Labels[i]);
            }
        }
        return ([.. rows], [.. labels]);
    }
}
