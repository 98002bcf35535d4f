using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>A file or folder in a listing.</summary>
internal sealed record FileEntry(string Path, bool IsFolder, long Bytes)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string Size => IsFolder ? "" : Lengths.Bytes(Bytes);
}

/// <summary>The folder a file dialog stands in, and what is in it; read in the background.</summary>
internal sealed class FileBrowser(Action changed)
{
    private Task<IReadOnlyList<FileEntry>> _listing = Task.FromResult<IReadOnlyList<FileEntry>>([]);

    public string Folder { get; private set; } = "";

    public bool IsReading => !_listing.IsCompleted;

    public IReadOnlyList<FileEntry> Entries => _listing.IsCompletedSuccessfully ? _listing.Result : [];

    /// <summary>Why the folder cannot be read, or null.</summary>
    public string? Fault => _listing.IsFaulted ? _listing.Exception!.InnerException!.Message : null;

    /// <summary>Goes to a folder; a path to a file or to nothing leads to the nearest folder that exists.</summary>
    public void Go(string path)
    {
        var folder = Path.GetFullPath(path.Length > 0 ? path : Directory.GetCurrentDirectory());
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { Length: > 0 } parent)
            folder = parent;
        Folder = folder;
        _listing = Task.Run(() =>
        {
            try
            {
                return List(folder);
            }
            finally
            {
                changed();
            }
        });
    }

    public void GoUp()
    {
        if (Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Folder)) is { Length: > 0 } parent)
            Go(parent);
    }

    /// <summary>Folders first, then files, both in the order people count in: 2 before 10.</summary>
    /// <exception cref="UserException">The folder cannot be read.</exception>
    public static IReadOnlyList<FileEntry> List(string folder)
    {
        try
        {
            var here = new DirectoryInfo(folder);
            return
            [
                .. here.EnumerateDirectories().Where(IsShown).OrderBy(entry => entry.Name, NaturalOrder.Instance)
                    .Select(entry => new FileEntry(entry.FullName, true, 0)),
                .. here.EnumerateFiles().Where(IsShown).OrderBy(entry => entry.Name, NaturalOrder.Instance)
                    .Select(entry => new FileEntry(entry.FullName, false, entry.Length)),
            ];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"'{folder}' cannot be read: {problem.Message}", problem);
        }
    }

    private static bool IsShown(FileSystemInfo entry) => entry.Name[0] != '.' && (entry.Attributes & (FileAttributes.Hidden | FileAttributes.System)) == 0;
}
