using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>A writer as the host sees it.</summary>
internal sealed class GuardedWriter : IVolumeWriter, IGuarded
{
    private readonly IVolumeWriter _writer;
    private readonly Guard _guard;

    /// <exception cref="PluginFaultException">A property throws, or gives null.</exception>
    public GuardedWriter(IVolumeWriter writer, Guard guard)
    {
        (_writer, _guard) = (writer, guard);
        (Id, Title, Extensions, WritesFolders) = guard.Call("its writer was asked what it is",
            () => (writer.Id, writer.Title, writer.Extensions.ToList(), writer.WritesFolders));
    }

    /// <inheritdoc/>
    public PluginEntry Plugin => _guard.Plugin;

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public string Title { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; }

    /// <inheritdoc/>
    public bool WritesFolders { get; }

    /// <inheritdoc/>
    public void Write(IVolumeSource volume, string path, IProgress<JobProgress>? progress = null, CancellationToken cancellationToken = default) =>
        _guard.Call($"writing '{path}'", () => _writer.Write(volume, path, progress, cancellationToken));
}
