using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Transfer;

/// <summary>The job of one training of a study: a part of the study's progress, and its name before what it tells.</summary>
/// <param name="study">The job of the study.</param>
/// <param name="name">Of the training.</param>
/// <param name="start">Share of the study that is done before.</param>
/// <param name="share">Of the study that this training is.</param>
internal sealed class StudyJob(IJobContext study, string name, double start, double share) : IJobContext
{
    public CancellationToken CancellationToken => study.CancellationToken;

    public void Report(JobProgress progress) => study.Report(new JobProgress(start + (share * progress.Fraction), $"{name}: {progress.Status}"));

    public void Log(string message) => study.Log($"{name}: {message}");

    public LiveSeries Series(string plot, string series, string xLabel = "") => study.Series(plot, $"{name}, {series}", xLabel);
}
