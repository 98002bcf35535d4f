using System.Diagnostics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>Tells how far a prediction is, how fast, and how long it will take. Safe to use from several threads.</summary>
/// <param name="job">Is told.</param>
/// <param name="total">Parts of all.</param>
/// <param name="before">Parts that an earlier run did.</param>
/// <param name="voxelsPerPart">About.</param>
/// <param name="part">What a part is called.</param>
internal sealed class PredictionProgress(IJobContext job, int total, int before, double voxelsPerPart, string part)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private int _done;

    /// <exception cref="OperationCanceledException">The job was cancelled.</exception>
    internal void Done(int parts = 1)
    {
        lock (_lock)
        {
            job.CancellationToken.ThrowIfCancellationRequested();
            _done += parts;
            var seconds = _clock.Elapsed.TotalSeconds;
            var left = TimeSpan.FromSeconds(seconds / _done * Math.Max(0, total - before - _done));
            job.Report(new JobProgress((double)(before + _done) / total,
                $"{part} {before + _done} of {total}, {_done * voxelsPerPart / seconds / 1e6:0.00} Mvoxel/s, {left:h\\:mm\\:ss} left"));
        }
    }
}
