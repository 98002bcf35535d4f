using System.Diagnostics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Predict;

/// <summary>Tells how far a prediction is, and how fast. Safe to use from several threads.</summary>
internal sealed class PredictionProgress
{
    private readonly IJobContext _job;
    private readonly int _total, _before;
    private readonly double _voxelsPerPart;
    private readonly string _part;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private int _done;

    /// <param name="job">Is told.</param>
    /// <param name="total">Parts of all.</param>
    /// <param name="before">Parts that an earlier run did.</param>
    /// <param name="voxelsPerPart">About.</param>
    /// <param name="part">What a part is called.</param>
    internal PredictionProgress(IJobContext job, int total, int before, double voxelsPerPart, string part)
    {
        (_job, _total, _before, _voxelsPerPart, _part) = (job, total, before, voxelsPerPart, part);
        // The pace counts from here.
        job.Report(new JobProgress((double)before / total, $"{part} {before} of {total}"));
    }

    /// <exception cref="OperationCanceledException">The job was cancelled.</exception>
    internal void Done(int parts = 1)
    {
        lock (_lock)
        {
            _job.CancellationToken.ThrowIfCancellationRequested();
            _done += parts;
            _job.Report(new JobProgress((double)(_before + _done) / _total,
                $"{_part} {_before + _done} of {_total}, {_done * _voxelsPerPart / _clock.Elapsed.TotalSeconds / 1e6:0.00} Mvoxel/s"));
        }
    }
}
