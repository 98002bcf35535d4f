namespace VolumeViewer.Sdk;

/// <summary>Reads and writes volumes through the readers and writers of all plugins.</summary>
public interface IVolumeIo
{
    /// <summary>Opens a file or folder with the reader that fits. The caller disposes the source.</summary>
    /// <exception cref="UserException">It does not exist, no reader fits, or it is damaged.</exception>
    IVolumeSource Open(string path, CancellationToken cancellationToken = default);

    /// <summary>Writes a volume with the writer that fits the file name.</summary>
    /// <exception cref="UserException">No writer fits, or the path cannot be written; nothing is left behind.</exception>
    void Save(IVolumeSource volume, string path, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default);
}
