using System.Runtime.Loader;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>A reader as the host sees it: one that fails to look at a path does not keep the others from opening it.</summary>
internal sealed class GuardedReader : IVolumeReader, IGuarded
{
    private readonly IVolumeReader _reader;
    private readonly Guard _guard;

    /// <exception cref="PluginFaultException">A property throws, or gives null.</exception>
    public GuardedReader(IVolumeReader reader, Guard guard)
    {
        (_reader, _guard) = (reader, guard);
        (Id, Title, Extensions) = guard.Call("its reader was asked what it is", () => (reader.Id, reader.Title, reader.Extensions.ToList()));
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
    public bool CanRead(string path)
    {
        try
        {
            return _reader.CanRead(path);
        }
        // The edge where a plugin's code is called; the next reader gets its chance.
        catch (Exception cause)
        {
            _guard.Fault($"its reader '{Id}' looked at '{path}'", cause);
            return false;
        }
    }

    /// <inheritdoc/>
    public IVolumeSource Open(string path, CancellationToken cancellationToken = default)
    {
        var source = _guard.Call($"opening '{path}'", () => _reader.Open(path, cancellationToken) ?? throw new InvalidOperationException("It gave null."));
        // The SDK's own volumes need no guard, and the host looks for their types.
        return AssemblyLoadContext.GetLoadContext(source.GetType().Assembly) == AssemblyLoadContext.Default ? source : new GuardedSource(source, path, _guard);
    }
}
