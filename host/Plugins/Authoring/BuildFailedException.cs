namespace VolumeViewer.Host.Plugins.Authoring;

/// <summary>A plugin's project does not compile. The message has the compiler's errors.</summary>
internal sealed class BuildFailedException(string project, IReadOnlyList<string> errors) : Exception(
    $"'{project}' was not built:{string.Concat(errors.Select(error => Environment.NewLine + error))}")
{
    /// <summary>The lines that tell of errors.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}
