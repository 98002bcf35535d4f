using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>
/// Finds plugins, loads each on its first use into a context of its own, replaces it when its files change, and knows what all of them bring.
/// </summary>
internal sealed class PluginManager : IContributions, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Lock _applying = new();
    private readonly ContributionRegistry _registry = new();
    private readonly Dictionary<string, PluginSlot> _slots = new(StringComparer.Ordinal);
    private readonly List<RetiredPlugin> _retired = [];
    private readonly TrustStore _trust;
    private readonly IReadOnlyList<IPluginFormat> _formats = PluginFormats.All;
    private IReadOnlyList<PluginRoot> _roots;
    private PluginPolicy _policy;
    private PluginWatcher? _watcher;

    /// <summary>Reads what the plugins in these folders say about themselves; runs none of their code.</summary>
    public PluginManager(IReadOnlyList<PluginRoot> roots, TrustStore trust, PluginPolicy? policy = null)
    {
        (_roots, _trust, _policy) = (roots, trust, policy ?? new PluginPolicy());
        Rescan();
    }

    /// <summary>The plugins of one folder, taken for the program's own.</summary>
    public PluginManager(string folder) : this([new PluginRoot(folder, PluginRootKind.BuiltIn)], TrustStore.OfUser) { }

    /// <summary>Raised on any thread after plugins came, went, or changed their state.</summary>
    public event Action? Changed;

    /// <summary>Raised on any thread with a sentence for the user, and whether it tells of a failure.</summary>
    public event Action<string, bool>? Told;

    /// <summary>The plugins' folder beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>The folders that plugins are looked for in.</summary>
    public IReadOnlyList<PluginRoot> Roots => _roots;

    /// <summary>The same, for messages.</summary>
    public string Folder => string.Join("', '", _roots.Select(root => root.Path));

    /// <summary>The plugins found, working or not, in the order of their ids.</summary>
    public IReadOnlyList<PluginEntry> Plugins { get { lock (_lock) return [.. _slots.Values.Select(slot => slot.Current).OrderBy(plugin => plugin.Id, StringComparer.Ordinal)]; } }

    /// <summary>The builds that were unloaded, the newest first; those whose contexts are dead too.</summary>
    public IReadOnlyList<RetiredPlugin> Retired { get { lock (_lock) return [.. _retired.AsEnumerable().Reverse()]; } }

    /// <summary>Finds the plugin of an id.</summary>
    /// <exception cref="UserException">There is none; the message lists what there is.</exception>
    public PluginEntry Find(string id) => Plugins.OrderBy(plugin => plugin.State == PluginState.Disabled).FirstOrDefault(plugin => plugin.Id == id)
        ?? throw new UserException($"There is no plugin '{id}'; there are: {string.Join(", ", Plugins.Select(plugin => plugin.Id).Distinct())}. Plugins are looked for in '{Folder}'.");

    /// <summary>Ids and titles of a kind of contribution as the manifests tell them, without loading anything.</summary>
    public IReadOnlyList<(ManifestContribution Contribution, PluginEntry Plugin)> Listed<T>() where T : class, IContribution =>
        [.. Plugins.Where(plugin => plugin.IsUsable).SelectMany(plugin => plugin.Declared(ContributionKinds.Keys[typeof(T)]).Select(contribution => (contribution, plugin)))];

    /// <inheritdoc/>
    public IReadOnlyList<T> All<T>() where T : class, IContribution
    {
        foreach (var plugin in Plugins.Where(plugin => plugin.MayBring<T>()))
            Activate(plugin);
        return AllActive<T>();
    }

    /// <summary>As <see cref="All{T}"/>, of the plugins that are active already: never waits for a plugin's code.</summary>
    public IReadOnlyList<T> AllActive<T>() where T : class, IContribution => [.. BuiltIn<T>(), .. _registry.All<T>().Select(entry => entry.Contribution)];

    /// <inheritdoc/>
    public T Get<T>(string id) where T : class, IContribution
    {
        var kind = ContributionKinds.Keys.GetValueOrDefault(typeof(T), typeof(T).Name);
        bool Brings(PluginEntry plugin) => plugin.Declared(kind).Any(contribution => contribution.Id == id);
        foreach (var plugin in Plugins.Where(Brings))
            Activate(plugin);
        if (AllActive<T>().FirstOrDefault(contribution => contribution.Id == id) is { } found)
            return found;
        foreach (var plugin in Plugins.Where(plugin => !plugin.Format.ListsAllContributions))
            Activate(plugin);
        if (AllActive<T>().FirstOrDefault(contribution => contribution.Id == id) is { } hidden)
            return hidden;

        if (Plugins.FirstOrDefault(plugin => plugin.Reason.Length > 0 && Brings(plugin)) is { } broken)
            throw new PluginException($"'{id}' comes from the plugin '{broken.Id}', which cannot be used: {broken.Reason}");
        var known = BuiltIn<T>().Select(contribution => contribution.Id).Concat(Listed<T>().Select(entry => entry.Contribution.Id)).ToList();
        throw new UserException(known.Count > 0
            ? $"There is no '{id}' among the {kind}; there are: {string.Join(", ", known)}."
            : $"There is no '{id}': no plugin brings {kind}. Plugins are looked for in '{Folder}'.");
    }

    /// <summary>The plugin that brought a contribution, or null for what is built in.</summary>
    public PluginEntry? OwnerOf<T>(T contribution) where T : class, IContribution => contribution is IGuarded guarded ? guarded.Plugin
        : _registry.All<T>().FirstOrDefault(entry => ReferenceEquals(entry.Contribution, contribution)).Owner;

    /// <summary>The active plugin that an assembly belongs to, or null.</summary>
    public PluginEntry? OwnerOf(System.Reflection.Assembly assembly) => Plugins.FirstOrDefault(plugin => plugin.Loaded?.Owns(assembly) == true);

    /// <summary>Keeps an active plugin from being replaced while some work uses it.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="user">What the work is, for the user.</param>
    /// <param name="cancel">Asks that work to end.</param>
    /// <param name="yields">Whether it is asked to end as soon as the plugin shall be replaced.</param>
    /// <returns>Null if it is not active any more, or, for work that yields, about to be replaced.</returns>
    public PluginLease? Lease(PluginEntry plugin, string user, Action cancel, bool yields = false)
    {
        lock (_lock)
        {
            var isGoing = plugin.State != PluginState.Active || (yields && _slots.Values.Any(slot => ReferenceEquals(slot.Current, plugin) && slot.IsWaiting));
            return isGoing ? null : plugin.Loaded?.Lease(user, cancel, yields);
        }
    }

    /// <summary>Loads a plugin unless it is loaded already; a plugin that fails is marked with the reason, and nothing is thrown.</summary>
    public void Activate(PluginEntry plugin)
    {
        lock (plugin.Activation)
        {
            if (plugin.State != PluginState.Discovered || !IsAlone(plugin) || plugin.State != PluginState.Discovered)
                return;
            var (loaded, failure) = PluginActivation.Run(plugin, _registry, _policy.ActivationTimeout);
            lock (_lock)
            {
                (plugin.Loaded, var reason) = (loaded, failure);
                plugin.Set(loaded is null ? PluginState.Failed : PluginState.Active, reason);
                plugin.HasFailedToActivate = loaded is null;
            }
        }
        if (plugin.State == PluginState.Failed)
            Told?.Invoke($"The plugin '{plugin.Id}' cannot be used: {plugin.Reason}", true);
        Changed?.Invoke();
    }

    /// <summary>Looks at the folders again, at once.</summary>
    public void Rescan() => Apply(PluginScan.Look(_roots, _formats), arrivals: false);

    /// <summary>Follows the folders from now on: what comes is loaded, what changes is replaced, what goes is taken away.</summary>
    public void Watch() => _watcher ??= new PluginWatcher(() => PluginScan.Look(_roots, _formats), Follow);

    /// <summary>Whether it follows the folders.</summary>
    public bool IsWatching => _watcher is not null;

    /// <summary>Takes over other folders and decisions of the user.</summary>
    public void Configure(IReadOnlyList<PluginRoot> roots, PluginPolicy policy)
    {
        (_roots, _policy) = (roots, policy);
        foreach (var slot in SlotsWhere(slot => slot.Current.State == PluginState.Active && policy.Disabled.Contains(slot.Current.Id)))
            Replace(slot, PluginInspection.Again(slot));
        Rescan();
    }

    /// <summary>Trusts exactly these files of a plugin, from now on.</summary>
    /// <exception cref="UserException">It cannot be kept.</exception>
    public void Trust(PluginEntry plugin)
    {
        _trust.Trust(plugin.Stamp);
        Judge();
        Changed?.Invoke();
    }

    /// <summary>Takes the trust in every build of a plugin back; if it runs, it is unloaded.</summary>
    /// <returns>Whether any build was trusted.</returns>
    public bool Distrust(string id)
    {
        var any = _trust.Revoke(id);
        foreach (var slot in SlotsWhere(slot => slot.Current.Id == id && slot.Current is { Root.Kind: PluginRootKind.User, State: PluginState.Active }))
            Replace(slot, PluginInspection.Again(slot));
        Judge();
        Changed?.Invoke();
        return any;
    }

    /// <summary>Takes a plugin out of use until it is loaded again or its files change.</summary>
    public void Unload(PluginEntry plugin)
    {
        foreach (var slot in SlotsWhere(slot => ReferenceEquals(slot.Current, plugin)))
        {
            var resting = PluginInspection.Again(slot);
            resting.Set(PluginState.Unloaded, "It was unloaded by hand; load it again, or change its files.");
            Replace(slot, resting);
        }
    }

    /// <summary>Loads a plugin again that was unloaded or that failed.</summary>
    public void Load(PluginEntry plugin)
    {
        if (plugin.State is not (PluginState.Unloaded or PluginState.Failed or PluginState.Discovered))
            return;
        foreach (var slot in SlotsWhere(slot => ReferenceEquals(slot.Current, plugin)))
        {
            var fresh = PluginInspection.Again(slot);
            lock (_lock)
                slot.Current = fresh;
            Judge();
            Activate(fresh);
        }
    }

    /// <summary>Asks the jobs that keep a plugin from being replaced to end.</summary>
    public static void CancelJobs(PluginEntry plugin)
    {
        foreach (var lease in plugin.Loaded?.Leases ?? [])
            lease.Cancel();
    }

    /// <summary>Notes a fault of a plugin's code that no caller was there to catch.</summary>
    public void Blame(PluginEntry plugin, string doing, Exception cause)
    {
        Told?.Invoke(new Guard(plugin).Fault(doing, cause).Message, true);
        Changed?.Invoke();
    }

    public void Dispose()
    {
        Interlocked.Exchange(ref _watcher, null)?.Dispose();
        lock (_lock)
        {
            foreach (var slot in _slots.Values)
            {
                slot.Current.Loaded?.Unload();
                slot.Current.Loaded = null;
            }
        }
    }

    private static IEnumerable<T> BuiltIn<T>() where T : class, IContribution => typeof(T) == typeof(Colormap) ? Colormap.BuiltIn.Cast<T>() : [];

    private List<PluginSlot> SlotsWhere(Func<PluginSlot, bool> condition)
    {
        lock (_lock)
            return [.. _slots.Values.Where(condition)];
    }

    private void Follow(Dictionary<string, PluginScan.Found> found)
    {
        try
        {
            Apply(found, arrivals: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The files changed under the hands that read them: they are looked at again at the next change.
            Told?.Invoke($"The plugins' folders could not be followed: {problem.Message}", true);
        }
    }

    // Brings the slots to what was found. Arrivals are loaded at once, so that their faults are seen at once.
    private void Apply(Dictionary<string, PluginScan.Found> found, bool arrivals)
    {
        List<(PluginSlot Slot, PluginEntry Entry, bool IsNew)> came = [];
        lock (_applying)
        {
            foreach (var slot in SlotsWhere(slot => !slot.IsGone && !found.ContainsKey(slot.Current.Location)))
            {
                slot.IsGone = true;
                Retire(slot);
            }
            foreach (var (location, what) in found)
            {
                PluginSlot? slot;
                lock (_lock)
                    slot = _slots.GetValueOrDefault(location);
                if (slot is not null && slot.Stamp == what.Stamp && slot.Current.Root == what.Root)
                    continue;
                var entry = PluginInspection.Of(location, what);
                if (slot is null)
                {
                    lock (_lock)
                        _slots[location] = slot = new PluginSlot(entry, what.Stamp);
                    came.Add((slot, entry, true));
                    continue;
                }
                slot.Stamp = what.Stamp;
                slot.IsGone = false;
                if (entry.Files.Hash == (slot.Next ?? slot.Current).Files.Hash && slot.Current.Root == what.Root)
                    continue;
                // Half copied: what runs goes on until the new build is complete.
                if (slot.Current.State == PluginState.Active && entry.Format.Missing(location, entry.Manifest!) is { } missing)
                {
                    slot.Current.Waiting = $"Its files are being changed, and not complete yet: {missing}";
                    continue;
                }
                came.Add((slot, entry, false));
            }
            Judge();
        }
        foreach (var (slot, entry, isNew) in came)
        {
            if (!isNew)
                Replace(slot, entry, activates: arrivals);
            else if (arrivals)
                Arrive(entry, "is there");
        }
        Changed?.Invoke();
    }

    private void Arrive(PluginEntry entry, string how)
    {
        if (entry.State == PluginState.NotTrusted)
            Told?.Invoke($"The plugin '{entry.Id}' {how}; it is not trusted yet.", false);
        if (entry.State != PluginState.Discovered)
            return;
        Activate(entry);
        if (entry.State == PluginState.Active)
            Told?.Invoke($"The plugin '{entry.Id}' {entry.Manifest!.Version} {how}.", false);
    }

    private void Replace(PluginSlot slot, PluginEntry next, bool activates = false)
    {
        lock (_lock)
        {
            slot.Next = next;
            slot.ActivatesNext |= activates || slot.Current.State == PluginState.Active;
        }
        if (_policy.CancelJobsOnReplace)
            CancelJobs(slot.Current);
        Retire(slot);
    }

    // Lets go of the current build as soon as nothing uses it.
    private void Retire(PluginSlot slot)
    {
        PluginEntry old;
        PluginEntry? next;
        RetiredPlugin? retired;
        bool activates;
        foreach (var lease in slot.IsWaiting ? slot.Current.Loaded?.Leases ?? [] : [])
        {
            if (lease.Yields)
                lease.Cancel();
        }
        lock (_lock)
        {
            if (!slot.IsWaiting || (!_slots.TryGetValue(slot.Current.Location, out var known) || known != slot))
                return;
            old = slot.Current;
            if (old.Loaded is { Leases: { Count: > 0 } leases } loaded)
            {
                old.Waiting = $"{(slot.IsGone ? "Its files are gone; it is unloaded" : "A newer build is there; it is loaded")} when {Users(leases)} ended.";
                loaded.Idle += OnIdle;
                // Given back between the look and the subscription.
                if (loaded.Leases.Count == 0)
                    OnIdle();
                return;
            }
            retired = old.Loaded?.Unload();
            old.Loaded = null;
            (next, activates, slot.ActivatesNext) = (slot.Next, slot.ActivatesNext, false);
            if (next is null)
                _slots.Remove(old.Location);
            else
                (slot.Current, slot.Next) = (next, null);
            if (retired is not null)
                _retired.Add(retired);
        }
        old.Set(PluginState.Unloaded);
        Judge();
        if (next is null)
            Told?.Invoke($"The plugin '{old.Id}' was removed.", false);
        else if (activates)
            Arrive(next, next.Stamp == old.Stamp ? "was loaded again" : "was replaced by a newer build");
        // One of the same id may have waited for this one to go.
        foreach (var waiting in Plugins.Where(other => other.Id == old.Id && other != next && other.State == PluginState.Discovered))
            Arrive(waiting, "took its place");
        Changed?.Invoke();
        if (retired is not null)
        {
            Task.Run(() =>
            {
                retired.Prove();
                Changed?.Invoke();
            });
        }

        // Not on the thread that gave the lease back: it is in the middle of its job's end.
        void OnIdle() => Task.Run(() => Retire(slot));
    }

    // Another plugin of the same id has to go first: its contributions have the same ids.
    private bool IsAlone(PluginEntry plugin)
    {
        foreach (var slot in SlotsWhere(slot => slot.Current.Id == plugin.Id && slot.Current.Location != plugin.Location && slot.Current.State == PluginState.Active))
            Replace(slot, PluginInspection.Again(slot));
        return !Plugins.Any(other => other.Id == plugin.Id && other.Location != plugin.Location && other.State == PluginState.Active);
    }

    private static string Users(IReadOnlyList<PluginLease> leases) => string.Join(", ", leases.Select(lease => $"'{lease.User}'").Distinct());

    private void Judge() => PluginJudgement.OfAll(Plugins, _trust, _policy);
}
