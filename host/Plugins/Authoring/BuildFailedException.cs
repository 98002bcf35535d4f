namespace VolumeViewer.Host.Plugins.Authoring;

/// <summary>A plugin's project does not compile. The compiler's messages were shown as they came.</summary>
internal sealed class BuildFailedException(string project, IReadOnlyList<string> errors) : Exception(
    $"'{project}' was not built: {(errors.Count == 0 ? "see the messages above." : string.Join(Environment.NewLine, ["", .. errors]))}")
{
    /// <summary>The lines that tell of errors.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}
