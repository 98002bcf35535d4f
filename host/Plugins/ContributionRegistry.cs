using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Host.Plugins;

/// <summary>What was registered, by contract and id.</summary>
internal sealed class ContributionRegistry
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Type, List<(IContribution Contribution, PluginEntry Owner)>> _byContract = [];

    /// <summary>Adds a contribution behind a guard against faults of its code.</summary>
    /// <returns>Takes the contribution away again; a second Dispose is harmless.</returns>
    /// <exception cref="ArgumentException">There is a contribution of this contract and id already, or it has no id.</exception>
    /// <exception cref="PluginFaultException">Its properties throw.</exception>
    public IDisposable Add(Type contract, IContribution contribution, PluginEntry owner)
    {
        if (!ContributionKinds.Keys.ContainsKey(contract))
        {
            throw new ArgumentException($"{contract.Name} is no kind of contribution; register under one of "
                + string.Join(", ", ContributionKinds.Keys.Keys.Select(kind => kind.Name)) + ".", nameof(contract));
        }
        var guard = new Guard(owner);
        IContribution guarded = contribution switch
        {
            IOperation operation when contract == typeof(IOperation) => new GuardedOperation(operation, guard),
            ILiveSegmenter segmenter when contract == typeof(ILiveSegmenter) => new GuardedLiveSegmenter(segmenter, guard),
            INetwork network when contract == typeof(INetwork) => new GuardedNetwork(network, guard),
            IVolumeReader reader when contract == typeof(IVolumeReader) => new GuardedReader(reader, guard),
            IVolumeWriter writer when contract == typeof(IVolumeWriter) => new GuardedWriter(writer, guard),
            _ => contribution,
        };
        var id = guard.Call("a contribution was asked for its id", () => guarded.Id);
        if (string.IsNullOrWhiteSpace(id))
            throw new ArgumentException($"A {contract.Name} has no id; give it one in kebab case.", nameof(contribution));
        lock (_lock)
        {
            if (!_byContract.TryGetValue(contract, out var list))
                _byContract[contract] = list = [];
            if (list.Find(entry => entry.Contribution.Id == id) is { Owner: { } other })
                throw new ArgumentException($"The {contract.Name} '{id}' is already there, from the plugin '{other.Id}'.", nameof(contribution));
            list.Add((guarded, owner));
        }
        return new Registration(() =>
        {
            lock (_lock)
                _byContract[contract].RemoveAll(entry => ReferenceEquals(entry.Contribution, guarded));
        });
    }

    public IReadOnlyList<(T Contribution, PluginEntry Owner)> All<T>() where T : class, IContribution
    {
        lock (_lock)
            return _byContract.TryGetValue(typeof(T), out var list) ? [.. list.Select(entry => ((T)entry.Contribution, entry.Owner))] : [];
    }

    private sealed class Registration(Action remove) : IDisposable
    {
        private Action? _remove = remove;

        public void Dispose() => Interlocked.Exchange(ref _remove, null)?.Invoke();
    }
}
