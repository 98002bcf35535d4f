using VolumeViewer.Plugins.Training.Data;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Cuts out and augments the patches of each step; the next step's while the network learns from this one's.</summary>
/// <remarks>A batch depends on nothing but the seed and the step, so an interrupted run goes on with the batches it would have had.</remarks>
internal sealed class BatchMaker
{
    private readonly PatchCutter _cutter;
    private readonly PatchSampler _sampler;
    private readonly PatchShape _shape;
    private readonly IAugmenter _augmenter;
    private readonly int _seed;
    private (int Number, IReadOnlyList<PatchOrigin> Patches) _epoch = (-1, []);
    private (int Step, Task<Batch> Batch)? _next;

    internal BatchMaker(IReadOnlyList<TrainingVolume> volumes, PatchSampler sampler, PatchShape shape, IAugmenter augmenter, int seed) =>
        (_cutter, _sampler, _shape, _augmenter, _seed) = (new PatchCutter(volumes, shape), sampler, shape, augmenter, seed);

    /// <summary>The batch of a step; starts on the one after.</summary>
    internal Batch Take(int step)
    {
        // Blocks on purpose: the training loop stays on its thread, because torch keeps its worker threads and dispose scopes by thread.
        var batch = _next is { } prepared && prepared.Step == step ? prepared.Batch.GetAwaiter().GetResult() : Make(step);
        _next = (step + 1, Task.Run(() => Make(step + 1)));
        return batch;
    }

    internal Batch Make(int step)
    {
        var epoch = step / _sampler.StepsPerEpoch;
        if (_epoch.Number != epoch)
            _epoch = (epoch, _sampler.Epoch(epoch));
        var random = RandomSource.For(_seed, RandomSource.Purpose.Augmentation, step);
        var (greyLength, labelLength) = (_shape.GreyPlanes * _shape.PlaneLength, _shape.Depth * _shape.PlaneLength);
        var (grey, labels) = (new float[_sampler.BatchSize * greyLength], new long[_sampler.BatchSize * labelLength]);
        var first = step % _sampler.StepsPerEpoch * _sampler.BatchSize;
        for (var i = 0; i < _sampler.BatchSize; i++)
        {
            _augmenter.Fill(_cutter, _epoch.Patches[first + i], random, grey.AsSpan(i * greyLength, greyLength),
                labels.AsSpan(i * labelLength, labelLength));
        }
        return new Batch(grey, labels, _shape.GreyShape(_sampler.BatchSize), _shape.LabelShape(_sampler.BatchSize));
    }
}
