using System.Diagnostics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Study;

/// <summary>The progress of a study over its parts; one that is gone on with tells the time left, from what its own parts took.</summary>
internal sealed class StudyProgress(IJobContext job, int parts)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private double _skipped;
    private int _done;

    /// <summary>The job of the next part.</summary>
    internal IJobContext Part(string name) => new PartJob(this, job, name, _done);

    /// <summary>A part is done.</summary>
    /// <param name="wasThere">Whether it was done before the study was gone on with.</param>
    internal void Done(bool wasThere)
    {
        _done++;
        _skipped += wasThere ? 1 : 0;
    }

    private void Report(int part, string name, JobProgress progress)
    {
        var worked = part + progress.Fraction - _skipped;
        // Who shows the fraction reckons the time left by it, which is wrong only where parts took no time since they were there.
        var left = _skipped > 0 && worked > 0.02 ? _clock.Elapsed.TotalMinutes / worked * (parts - part - progress.Fraction) : double.NaN;
        job.Report(new JobProgress((part + progress.Fraction) / parts, $"{name}: {progress.Status}{(double.IsNaN(left) ? "" : $", about {left:0.#} min left for the study")}"));
    }

    private sealed class PartJob(StudyProgress study, IJobContext job, string name, int part) : IJobContext
    {
        public CancellationToken CancellationToken => job.CancellationToken;

        public void Report(JobProgress progress) => study.Report(part, name, progress);

        public void Log(string message) => job.Log($"{name}: {message}");

        public LiveSeries Series(string plot, string series, string xLabel = "") => job.Series(plot, $"{name}, {series}", xLabel);
    }
}
