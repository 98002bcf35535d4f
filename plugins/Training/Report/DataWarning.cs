namespace VolumeViewer.Plugins.Training.Report;

/// <summary>Something about data that makes training on them worse than it could be.</summary>
/// <param name="What">A sentence, with the values.</param>
/// <param name="Advice">What to do.</param>
internal sealed record DataWarning(string What, string Advice);
