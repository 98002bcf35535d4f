using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Predict.Combine;

/// <summary>Labels blocks by one model or several, looked at in one way or several; where there are more, their probabilities are averaged.</summary>
/// <remarks>One thread at a time: it keeps its buffers.</remarks>
internal sealed class BlockVoter
{
    private const int OverlappingEdge = 256;
    private const int OverlappingEdge3D = 64;

    private readonly IReadOnlyList<TrainedModel> _models;
    private readonly IReadOnlyList<WindowEngine> _engines;
    private readonly IReadOnlyList<Orientation> _orientations;
    private readonly double _overlap;
    private readonly int _patchSize;
    private readonly int _phases;
    private float[] _normalised = [];
    private float[] _seen = [];
    private float[] _shares = [];
    private float[] _weights = [];
    private byte[] _labels = [];

    /// <param name="models">Lent; of the same phases, dimensions and order.</param>
    /// <param name="patchSize">Edge of the patches, or 0 to choose.</param>
    /// <param name="overlap">Share of a patch that the next covers too; 0 for patches that give what the whole gives.</param>
    /// <param name="everyFlip">Whether to look in all eight ways.</param>
    internal BlockVoter(IReadOnlyList<TrainedModel> models, int patchSize, double overlap, bool everyFlip)
    {
        (_models, _patchSize, _overlap) = (models, patchSize, overlap);
        _engines = [.. models.Select(model => model.Engine(patchSize))];
        _orientations = everyFlip ? Orientation.All(models[0].Geometry.Dimensions) : [default];
        _phases = models[0].Phases.Count;
    }

    /// <summary>Labels the planes of a block.</summary>
    /// <param name="raw">Grey values as they are in the volume: for two dimensions the neighbours and between them the slice itself, else the block.</param>
    /// <param name="shape">Of the block; its channels are those planes.</param>
    /// <param name="planes">Which to label; the others are their surroundings.</param>
    /// <param name="statistics">Of the volume.</param>
    /// <param name="labels">As long as the block.</param>
    /// <param name="shares">As long as the block times the phases, or empty.</param>
    /// <param name="cancellationToken">Looked at between patches.</param>
    internal void Predict(
        ReadOnlySpan<float> raw, BlockShape shape, Span1D planes, IntensityStatistics? statistics, Span<byte> labels, Span<float> shares,
        CancellationToken cancellationToken)
    {
        var isSingle = _models.Count == 1 && _orientations.Count == 1 && _overlap == 0;
        if (isSingle)
        {
            var own = Normalise(raw, shape, _models[0], statistics, out var grey);
            _engines[0].Run(grey, own, planes, new LabelSink(own, labels, shares), cancellationToken);
            return;
        }
        if (shares.IsEmpty)
            shares = Room(ref _shares, shape.Voxels * _phases);
        shares.Clear();
        for (var i = 0; i < _models.Count; i++)
        {
            var own = Normalise(raw, shape, _models[i], statistics, out var grey);
            foreach (var orientation in _orientations)
                Add(_engines[i], grey, own, planes, orientation, shares, cancellationToken);
        }
        var count = _models.Count * _orientations.Count;
        foreach (ref var share in shares)
            share /= count;
        Shares.MostProbable(shares, _phases, labels);
    }

    private void Add(
        WindowEngine engine, ReadOnlySpan<float> grey, BlockShape shape, Span1D planes, Orientation orientation, Span<float> sums, CancellationToken cancellationToken)
    {
        var turned = orientation.Of(shape);
        var grid = Room(ref _seen, (shape.Voxels * shape.Channels) + (shape.Voxels * _phases));
        var view = grid[..(shape.Voxels * shape.Channels)];
        var shares = grid[view.Length..];
        shares.Clear();
        orientation.Look(grey, shape, view);
        if (_overlap > 0)
        {
            var weights = Room(ref _weights, shape.Voxels);
            weights.Clear();
            engine.Run(view, turned, new Span1D(0, turned.Depth), new GaussianSink(turned, _phases, shares, weights), cancellationToken,
                engine.Overlapping(turned, Edge, _overlap));
            for (var i = 0; i < weights.Length; i++)
            {
                for (var phase = 0; phase < _phases; phase++)
                    shares[(i * _phases) + phase] /= weights[i];
            }
        }
        else
        {
            // Mirrored, the planes that count are others, and need not begin at a multiple of the alignment.
            var counted = orientation.MirrorPlanes ? new Span1D(0, turned.Depth) : planes;
            engine.Run(view, turned, counted, new LabelSink(turned, Room(ref _labels, shape.Voxels), shares), cancellationToken);
        }
        orientation.AddBack(shares, shape, _phases, sums);
    }

    private int Edge => _patchSize > 0 ? _patchSize : _models[0].Geometry.Dimensions == 3 ? OverlappingEdge3D : OverlappingEdge;

    // Each model has its own normalisation, and of the neighbours as many as it was trained with.
    private BlockShape Normalise(ReadOnlySpan<float> raw, BlockShape shape, TrainedModel model, IntensityStatistics? statistics, out ReadOnlySpan<float> grey)
    {
        var own = shape with { Channels = model.Inputs };
        var copy = Room(ref _normalised, own.Channels * shape.Voxels);
        raw.Slice((shape.Channels - own.Channels) / 2 * shape.Voxels, copy.Length).CopyTo(copy);
        var plane = shape.Height * shape.Width;
        for (var at = 0; at < copy.Length; at += plane)
            model.Normalisation.Apply(copy.Slice(at, plane), statistics);
        grey = copy;
        return own;
    }

    private static Span<T> Room<T>(ref T[] buffer, int length)
    {
        if (buffer.Length < length)
            buffer = new T[length];
        return buffer.AsSpan(0, length);
    }
}
