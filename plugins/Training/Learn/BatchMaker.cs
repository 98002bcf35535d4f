using VolumeViewer.Plugins.Training.Data;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Learn;

/// <summary>Cuts out and augments the patches of each step; the next step's while the network learns from this one's.</summary>
/// <remarks>A batch depends on nothing but the seed and the step, so an interrupted run goes on with the batches it would have had.</remarks>
internal sealed class BatchMaker
{
    private readonly IReadOnlyList<TrainingSlice> _slices;
    private readonly PatchSampler _sampler;
    private readonly int _patchSize;
    private readonly bool _augment;
    private readonly int _seed;
    private (int Number, IReadOnlyList<PatchOrigin> Patches) _epoch = (-1, []);
    private (int Step, Task<Batch> Batch)? _next;

    internal BatchMaker(IReadOnlyList<TrainingSlice> slices, PatchSampler sampler, int patchSize, bool augment, int seed) =>
        (_slices, _sampler, _patchSize, _augment, _seed) = (slices, sampler, patchSize, augment, seed);

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
        var voxels = _patchSize * _patchSize;
        var batch = new Batch(new float[_sampler.BatchSize * voxels], new long[_sampler.BatchSize * voxels]);
        var first = step % _sampler.StepsPerEpoch * _sampler.BatchSize;
        for (var i = 0; i < _sampler.BatchSize; i++)
        {
            var augmentation = _augment ? Augmentation.Draw(random) : Augmentation.None;
            var grey = batch.Grey.AsSpan(i * voxels, voxels);
            Cut(_epoch.Patches[first + i], augmentation, grey, batch.Labels.AsSpan(i * voxels, voxels));
            if (_augment)
                augmentation.ApplyToGrey(grey, random);
        }
        return batch;
    }

    private void Cut(PatchOrigin origin, Augmentation augmentation, Span<float> grey, Span<long> labels)
    {
        var slice = _slices[origin.Slice];
        // Reflected within the training rows, so that nothing of the validation region comes in.
        var rows = Mirror.Indices(origin.Y, _patchSize, slice.TrainingRows);
        var columns = Mirror.Indices(origin.X, _patchSize, slice.Width);
        for (var y = 0; y < _patchSize; y++)
        {
            for (var x = 0; x < _patchSize; x++)
            {
                var (sourceY, sourceX) = augmentation.Source(y, x, _patchSize);
                var from = (rows[sourceY] * slice.Width) + columns[sourceX];
                var to = (y * _patchSize) + x;
                grey[to] = slice.Grey[from];
                labels[to] = slice.Labels[from] is var label && label == LabelVolume.Unlabelled ? Losses.Ignored : label;
            }
        }
    }
}
