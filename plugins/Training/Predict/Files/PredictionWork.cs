using System.Security.Cryptography;
using System.Text;

using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Training.Predict.Files;

/// <summary>The folder that a prediction works in: the results so far, which parts are done, and of what. With it a prediction can go on after a kill.</summary>
internal sealed class PredictionWork : IDisposable
{
    private const string Ending = ".predicting";

    private readonly string _folder;
    private readonly bool _isKept;
    private readonly List<RawVolumeFile> _files = [];
    private readonly Lock _lock = new();
    private byte[] _done = [];
    private int _open;
    private bool _isGivenAway;

    private PredictionWork(string folder, bool isKept) => (_folder, _isKept) = (folder, isKept);

    /// <summary>Parts that were done before.</summary>
    internal int PartsDone => _done.Count(part => part != 0);

    /// <summary>Opens the work folder beside an output, or a temporary one.</summary>
    /// <param name="output">The file that the results go to, or null.</param>
    /// <param name="header">All that the results depend on.</param>
    /// <param name="parts">How many parts there are.</param>
    /// <param name="resume">Whether to take over what is there.</param>
    /// <exception cref="UserException">The folder cannot be made, or is that of another prediction.</exception>
    internal static PredictionWork Open(string? output, string header, int parts, bool resume)
    {
        var folder = output is null
            ? Path.Combine(Path.GetTempPath(), $"prediction-{Guid.NewGuid():N}{Ending}")
            : Path.TrimEndingDirectorySeparator(Path.GetFullPath(output)) + Ending;
        try
        {
            var head = Path.Combine(folder, "header.txt");
            var isThere = resume && File.Exists(head);
            if (isThere && File.ReadAllText(head) != header)
            {
                throw new UserException($"'{folder}' holds a prediction that was begun with another model, volume or other parameters, so it cannot go on. "
                    + "Repeat them, or delete the folder, or leave out --resume to start anew.");
            }
            if (!isThere)
            {
                if (Directory.Exists(folder))
                    Directory.Delete(folder, recursive: true);
                Directory.CreateDirectory(folder);
                File.WriteAllText(head + ".tmp", header);
                File.Move(head + ".tmp", head);
            }
            var work = new PredictionWork(folder, output is not null);
            work._done = isThere && File.Exists(work.DonePath) ? File.ReadAllBytes(work.DonePath) : [];
            Array.Resize(ref work._done, parts);
            File.WriteAllBytes(work.DonePath, work._done);
            return work;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"The prediction cannot work in '{folder}': {cause.Message} Free some space, or choose another place for the result.", cause);
        }
    }

    private string DonePath => Path.Combine(_folder, "done");

    /// <summary>A volume in a file of the folder; whoever gets it disposes it, and with the last of them the folder goes.</summary>
    internal RawVolumeFile Volume(string name, VolumeShape shape, Spacing spacing, VoxelType type)
    {
        var file = new RawVolumeFile(Path.Combine(_folder, name), shape, spacing, type, Closed);
        Interlocked.Increment(ref _open);
        _files.Add(file);
        return file;
    }

    internal bool IsDone(int part) => _done[part] != 0;

    /// <summary>Notes that all of a part was written. The system keeps what was written through a kill of the program.</summary>
    internal void Done(int part)
    {
        lock (_lock)
        {
            _done[part] = 1;
            using var file = File.OpenHandle(DonePath, FileMode.Open, FileAccess.Write);
            RandomAccess.Write(file, [1], part);
        }
    }

    /// <summary>From now on the volumes belong to whoever has them.</summary>
    internal void GiveAway(IReadOnlyCollection<RawVolumeFile> kept)
    {
        _isGivenAway = true;
        foreach (var file in _files.Except(kept))
            file.Dispose();
    }

    /// <summary>Closes the files of a prediction that did not end. Beside an output they stay, so that it can be resumed.</summary>
    public void Dispose()
    {
        if (_isGivenAway)
            return;
        foreach (var file in _files)
            file.Dispose();
        if (!_isKept)
            Delete();
    }

    /// <summary>SHA-256 of a text, in lower-case hex.</summary>
    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private void Closed()
    {
        if (Interlocked.Decrement(ref _open) == 0 && _isGivenAway)
            Delete();
    }

    private void Delete()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // What stays is found and overwritten by the next prediction to the same place.
        }
    }
}
