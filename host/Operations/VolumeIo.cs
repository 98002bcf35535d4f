using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Operations;

/// <summary>Reads and writes volumes through the readers and writers that the plugins bring.</summary>
internal sealed class VolumeIo(IContributions contributions) : IVolumeIo
{
    /// <inheritdoc/>
    public IVolumeSource Open(string path, CancellationToken cancellationToken = default)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new UserException($"There is no file or folder '{path}'.");
        var readers = contributions.All<IVolumeReader>();
        var reader = readers.FirstOrDefault(candidate => candidate.CanRead(path)) ?? throw new UserException(readers.Count == 0
            ? $"'{path}' cannot be opened: no plugin that reads files is there."
            : $"'{path}' cannot be opened: no reader takes it. There are readers for {Extensions(readers.SelectMany(each => each.Extensions))}, and for folders of such files.");
        return Guard(path, "opened", () => reader.Open(path, cancellationToken));
    }

    /// <inheritdoc/>
    public void Save(IVolumeSource volume, string path, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var writer = Writer(path);
        Guard(path, "written", () =>
        {
            writer.Write(volume, path, progress, cancellationToken);
            return true;
        });
    }

    /// <summary>Tells before long work whether its result could be written.</summary>
    /// <exception cref="UserException">No writer fits, or the folder is not there.</exception>
    public void CheckTarget(string path)
    {
        Writer(path);
        OutputPath.Check(path);
    }

    private static string Extensions(IEnumerable<string> extensions) => string.Join(", ", extensions.Distinct().Order());

    private static T Guard<T>(string path, string verb, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"'{path}' cannot be {verb}: {problem.Message}", problem);
        }
    }

    private IVolumeWriter Writer(string path)
    {
        var writers = contributions.All<IVolumeWriter>();
        if (OutputPath.IsFolder(path))
        {
            return writers.FirstOrDefault(candidate => candidate.WritesFolders)
                ?? throw new UserException($"'{path}' is a folder, and there is no writer for folders of slices; give the name of a file.");
        }
        return writers.FirstOrDefault(candidate => candidate.Extensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)))
            ?? throw new UserException($"'{path}' cannot be written: there are writers for {Extensions(writers.SelectMany(each => each.Extensions))}. "
                + "Give a file name that ends in one of these.");
    }
}
