using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Plugins.Source;

/// <summary>For operations that read and write nothing.</summary>
internal sealed class NoFiles : IVolumeIo
{
    public IVolumeSource Open(string path, CancellationToken cancellationToken = default) => throw new NotSupportedException(path);

    public void Save(IVolumeSource volume, string path, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(path);
}
