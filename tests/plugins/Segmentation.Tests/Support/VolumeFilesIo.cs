using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests;

/// <summary>Opens files for an operation, as the host does.</summary>
internal sealed class VolumeFilesIo : IVolumeIo
{
    public IVolumeSource Open(string path, CancellationToken cancellationToken = default) =>
        Path.Exists(path) ? VolumeFiles.Open(path) : throw new UserException($"'{path}' does not exist.");

    public void Save(IVolumeSource volume, string path, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("These operations write no volumes.");
}
