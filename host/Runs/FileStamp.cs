namespace VolumeViewer.Host.Runs;

/// <summary>Tells whether a file was written since the last look, by its time and length.</summary>
internal sealed class FileStamp(string path)
{
    private (DateTime Written, long Length) _known;

    /// <summary>Whether the file is there and is another than at the last look.</summary>
    public bool HasChanged()
    {
        var file = new FileInfo(path);
        var now = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
        if (now == _known)
            return false;
        _known = now;
        return file.Exists;
    }

    /// <summary>Takes the file for new at the next look.</summary>
    public void Forget() => _known = (DateTime.MaxValue, -1);
}
