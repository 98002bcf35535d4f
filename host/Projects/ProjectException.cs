using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Projects;

/// <summary>A project file that cannot be opened: damaged, of a later version, or no project at all.</summary>
internal sealed class ProjectException(string path, string problem, Exception? inner = null) : UserException($"The project '{path}' cannot be opened: {problem}", inner)
{
    public string Path { get; } = path;
}
