using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Study;

/// <summary>The job of a step that counts as two parts.</summary>
internal sealed class DoubledJob(IJobContext part) : IJobContext
{
    public CancellationToken CancellationToken => part.CancellationToken;

    public void Report(JobProgress progress) => part.Report(progress with { Fraction = 2 * progress.Fraction });

    public void Log(string message) => part.Log(message);

    public LiveSeries Series(string plot, string name, string xLabel = "") => part.Series(plot, name, xLabel);
}
