using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Panels;

/// <summary>Follows the plugins that come, change and go: what they bring is listed, those that wait for trust are asked about, an open form goes on with the newer build.</summary>
internal sealed class PluginNews : IDisposable
{
    private readonly Workbench _bench;
    private HashSet<PluginStamp>? _asked;
    private int _changed;

    public PluginNews(Workbench bench) => _bench = bench;

    /// <summary>Looks at what there is, and from now on at what changes.</summary>
    public void Begin()
    {
        Follow();
        Plugins.Changed += OnChanged;
        Plugins.Told += OnTold;
    }

    /// <summary>The operations the manifests list.</summary>
    public IReadOnlyList<OperationGroup> Operations { get; private set; } = [];

    /// <summary>The sample data the manifests list.</summary>
    public IReadOnlyList<(string Id, string Title)> Samples { get; private set; } = [];

    private PluginManager Plugins => _bench.Services.Plugins;

    public void Dispose()
    {
        Plugins.Changed -= OnChanged;
        Plugins.Told -= OnTold;
    }

    // Plugins change in bursts; the window follows once for all of them.
    private void OnChanged()
    {
        if (Interlocked.Exchange(ref _changed, 1) == 0)
            _bench.Post(Follow);
    }

    private void OnTold(string text, bool isFailure) => _bench.Post(() =>
    {
        if (isFailure)
            _bench.Notices.Fail(text);
        else
            _bench.Notices.Tell(text);
    });

    private void Follow()
    {
        Interlocked.Exchange(ref _changed, 0);
        Operations = OperationGroup.Of(Plugins);
        Samples = [.. Plugins.Listed<SampleData>().Select(entry => (entry.Contribution.Id, entry.Contribution.Title))];
        // One that was there at the start is found in the list; one that arrives asks.
        var waiting = Plugins.Plugins.Where(plugin => plugin.State == PluginState.NotTrusted).ToList();
        if (_asked is not null && waiting.Find(plugin => !_asked.Contains(plugin.Stamp)) is { } arrived)
            _bench.Trusting = arrived;
        _asked = [.. waiting.Select(plugin => plugin.Stamp), .. _asked ?? []];
        FollowForm();
        _bench.Remade.FollowPlugins();
        _bench.Live.FollowPlugins();
    }

    // The form of an operation whose plugin was replaced goes on with the newer one, and keeps what was filled in.
    private void FollowForm()
    {
        if (_bench.Form?.Operation is not { } operation || Plugins.OwnerOf(operation) is not { State: PluginState.Unloaded } owner)
            return;
        if (!Plugins.Listed<IOperation>().Any(entry => entry.Contribution.Id == operation.Id))
        {
            _bench.Form = null;
            _bench.Notices.Tell($"The form of '{operation.Title}' was closed: the plugin '{owner.Id}' is gone.");
            return;
        }
        var old = _bench.Form;
        _bench.Services.Jobs.Start($"Load {operation.Id}", _ => Task.Run(() => Plugins.Get<IOperation>(operation.Id)), newer => _bench.Post(() =>
        {
            if (ReferenceEquals(_bench.Form, old))
                _bench.Form = old.With(newer, _bench.Viewer);
        }));
    }
}
