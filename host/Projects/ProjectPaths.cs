namespace VolumeViewer.Host.Projects;

/// <summary>Paths within projects: from the project's folder, with forward slashes, so that a project can be carried to another machine with its data.</summary>
internal static class ProjectPaths
{
    /// <summary>The folder beside a project that holds what has no file of its own.</summary>
    public static string DataFolder(string project) => Path.ChangeExtension(project, ".vvdata");

    /// <summary>A full path as it stands in a project.</summary>
    public static string ToProject(string project, string full) => Path.GetRelativePath(Path.GetDirectoryName(project)!, full).Replace('\\', '/');

    /// <summary>A path of a project as a full one.</summary>
    public static string ToFull(string project, string path) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, path));

    /// <summary>A name for a file in the folder of data: readable, and unlike any other.</summary>
    public static string NewDataName(string layer) =>
        $"{string.Concat(layer.Take(40).Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-'))}-{Guid.NewGuid().ToString("N")[..8]}{VoxelFile.Extension}";
}
