using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Operations;

/// <summary>Reads and writes volumes through the readers and writers that the plugins bring.</summary>
internal sealed class VolumeIo(IContributions contributions) : IVolumeIo
{
    /// <inheritdoc/>
    public IVolumeSource Open(string path, CancellationToken cancellationToken = default) => Open(path, readerId: null, cancellationToken);

    /// <summary>Opens a file or folder with a reader of one's choice.</summary>
    /// <param name="path">The file or folder, also as a URL such as file:///data/scan.tif.</param>
    /// <param name="readerId">Of the reader, whatever the name of the file ends in; null takes the first that fits the name.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="UserException">It does not exist, no reader fits, or it is damaged.</exception>
    public IVolumeSource Open(string path, string? readerId, CancellationToken cancellationToken = default)
    {
        path = DataPath.Local(path);
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new UserException($"There is no file or folder '{path}'.");
        var readers = contributions.All<IVolumeReader>();
        if (readerId is not null)
        {
            var chosen = readers.FirstOrDefault(candidate => candidate.Id == readerId)
                ?? throw new UserException($"'{path}' cannot be opened: there is no reader '{readerId}'; there are: {string.Join(", ", readers.Select(each => each.Id))}.");
            return Guard(path, "opened", () => chosen.Open(path, cancellationToken));
        }
        var reader = readers.FirstOrDefault(candidate => candidate.CanRead(path)) ?? throw new UserException(readers.Count == 0
            ? $"'{path}' cannot be opened: no plugin that reads files is there."
            : $"'{path}' cannot be opened: no reader takes it. There are readers for {Extensions(readers.SelectMany(each => each.Extensions))}, and for folders of such files.");
        return Guard(path, "opened", () => reader.Open(path, cancellationToken));
    }

    /// <summary>Opens several files as one volume: the slices of each, one after the other.</summary>
    /// <exception cref="UserException">One cannot be read, or they do not fit together.</exception>
    public IVolumeSource OpenStack(IReadOnlyList<string> paths, string? readerId = null, CancellationToken cancellationToken = default)
    {
        var parts = new List<IVolumeSource>();
        try
        {
            foreach (var path in paths)
                parts.Add(Open(path, readerId, cancellationToken));
            return parts.Count == 1 ? parts[0] : StackSource.Of(paths, parts);
        }
        catch
        {
            parts.ForEach(part => part.Dispose());
            throw;
        }
    }

    /// <summary>All readers, and those among them that fit the name of a file or folder.</summary>
    public (IReadOnlyList<IVolumeReader> All, IReadOnlyList<IVolumeReader> Fitting) ReadersOf(string path)
    {
        var readers = contributions.All<IVolumeReader>();
        return (readers, [.. readers.Where(reader => reader.CanRead(path))]);
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
