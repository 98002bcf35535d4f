using System.Diagnostics;

using TorchSharp;
using TorchSharp.Modules;

using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

using static TorchSharp.torch;

namespace VolumeViewer.Plugins.Training.Live;

/// <summary>One network that learns from the strokes on one image.</summary>
internal sealed class LiveCnnSession : ILiveSession, ISliceRanking
{
    // The label that counts for nothing, as torch has it.
    private const long Ignored = -100;

    // The running means of batch normalisation follow by a tenth a step: before they are near, a prediction is worth nothing. After that they stay, and the
    // network learns as it predicts: the means of a few patches around strokes are not those of a slice, and what tells two greys apart would go with them.
    private const int FirstSteps = 30;

    private static readonly TimeSpan RefiningTurn = TimeSpan.FromMilliseconds(700);

    // Seeding and building go together, or two sessions that start at once would mix their random numbers.
    private static readonly Lock Building = new();

    private readonly LiveCnnParameters _parameters;
    private readonly Device _device;
    private readonly nn.Module<Tensor, Tensor> _network;
    private readonly Adam _optimiser;
    private readonly SliceCache _slices;
    private readonly StrokePatches _patches;
    private readonly RegionPredictor _predictor;
    private readonly HashSet<int> _labelled = [];
    private readonly int _patchSize;
    private int _steps;
    private int _left;

    internal LiveCnnSession(LiveContext context, LiveCnnParameters parameters, INetwork network, object options, NetworkGeometry geometry)
    {
        (_parameters, _device) = (parameters, parameters.Device.Find());
        lock (Building)
        {
            manual_seed(RandomSource.TorchSeed(parameters.Seed, RandomSource.Purpose.Weights, 0));
            _network = network.Build(inputs: 1, context.Phases.Count, options).to(_device);
        }
        _optimiser = optim.Adam(_network.parameters(), parameters.LearningRate);
        var normalisation = new Normalisation(NormalisationKind.VolumeZScore);
        _slices = new SliceCache(context.Image, slice => normalisation.Apply(slice, context.Statistics));
        // Rounded up to the alignment of the network.
        _patchSize = (parameters.PatchSize + geometry.Alignment - 1) / geometry.Alignment * geometry.Alignment;
        _patches = new StrokePatches(_slices, _patchSize);
        _predictor = new RegionPredictor(_network, geometry, _device, _slices);
    }

    /// <inheritdoc/>
    public void Learn(LiveStrokes strokes, VoxelBox changed, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        _patches.Take(strokes, changed);
        if (_patches.Phases < 2)
            throw new UserException("Paint strokes of at least two phases: a network learns from their difference.");
        _labelled.Clear();
        _labelled.UnionWith(strokes.Slices);
        _left = _parameters.StepsInPauses;
        var steps = Math.Max(_parameters.StepsPerStroke, FirstSteps - _steps);
        for (var step = 0; step < steps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Step();
            progress?.Report(new JobProgress((step + 1.0) / steps, $"step {_steps}"));
        }
    }

    /// <inheritdoc/>
    public bool Refine(IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (_left <= 0)
            return false;
        var clock = Stopwatch.StartNew();
        for (; _left > 0 && clock.Elapsed < RefiningTurn; _left--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Step();
            var done = _parameters.StepsInPauses - _left + 1.0;
            progress?.Report(new JobProgress(done / _parameters.StepsInPauses, $"learning on, step {_steps}"));
        }
        return true;
    }

    /// <inheritdoc/>
    public void Predict(LiveRegion region, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(region);
        _network.eval();
        _predictor.Fill(region, cancellationToken);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SliceSuggestion> RankSlices(int count, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RankSlices(_labelled, count, SliceRanking.FewSlices, progress, cancellationToken);

    /// <summary>As <see cref="ISliceRanking.RankSlices"/>, with a choice of what counts as labelled and of how many slices are looked at.</summary>
    internal IReadOnlyList<SliceSuggestion> RankSlices(IReadOnlySet<int> labelled, int count, int samples, IProgress<JobProgress>? progress, CancellationToken cancellationToken)
    {
        _network.eval();
        return new SliceRanking(_slices, _predictor).Rank(labelled, count, samples, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimiser.Dispose();
        _network.Dispose();
    }

    private void Step()
    {
        var (size, count) = (_patchSize, _parameters.BatchSize);
        var random = RandomSource.For(_parameters.Seed, RandomSource.Purpose.Patches, _steps++);
        var (grey, labels) = (new float[count * size * size], new long[count * size * size]);
        for (var patch = 0; patch < count; patch++)
            _patches.Draw(random, grey.AsSpan(patch * size * size, size * size), labels.AsSpan(patch * size * size, size * size), Ignored);
        using var scope = NewDisposeScope();
        _network.train(_steps <= FirstSteps);
        _optimiser.zero_grad();
        var logits = _network.call(tensor(grey, new long[] { count, 1, size, size }, device: _device));
        var loss = nn.functional.cross_entropy(logits, tensor(labels, new long[] { count, size, size }, device: _device), ignore_index: Ignored);
        loss.backward();
        _optimiser.step();
    }
}
