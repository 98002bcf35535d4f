namespace VolumeViewer.Sdk;

/// <summary>Writes volumes as files of some format.</summary>
public interface IVolumeWriter : IContribution
{
    /// <summary>File name endings with the dot, in lower case, such as ".tif".</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Whether it also writes a folder of slices, when the path names a folder: it ends in a separator, or exists as one.</summary>
    bool WritesFolders => false;

    /// <summary>Writes a volume under a temporary name beside <paramref name="path"/>, and renames it when it is complete.</summary>
    /// <exception cref="UserException">The format cannot hold this volume.</exception>
    /// <exception cref="IOException">The file cannot be written; nothing is left behind.</exception>
    void Write(IVolumeSource volume, string path, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default);
}
