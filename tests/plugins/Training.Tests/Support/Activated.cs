using VolumeViewer.Sdk;

namespace Training.Tests.Support;

/// <summary>Activates a plugin the way the host does, and keeps what it registers.</summary>
internal sealed class Activated : IPluginContext
{
    private readonly List<IContribution> _contributions = [];

    public Activated(IPlugin plugin) => plugin.Activate(this);

    public string Folder => AppContext.BaseDirectory;

    public IReadOnlyList<T> All<T>() where T : class, IContribution => [.. _contributions.OfType<T>()];

    public IDisposable Register<T>(T contribution) where T : class, IContribution
    {
        _contributions.Add(contribution);
        return new MemoryStream();
    }
}
