using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>What was registered, by contract and id.</summary>
internal sealed class ContributionRegistry
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Type, List<(IContribution Contribution, PluginEntry Owner)>> _byContract = [];

    /// <returns>Takes the contribution away again; a second Dispose is harmless.</returns>
    /// <exception cref="ArgumentException">There is a contribution of this contract and id already.</exception>
    public IDisposable Add(Type contract, IContribution contribution, PluginEntry owner)
    {
        lock (_lock)
        {
            if (!_byContract.TryGetValue(contract, out var list))
                _byContract[contract] = list = [];
            if (list.Find(entry => entry.Contribution.Id == contribution.Id) is { Owner: { } other })
                throw new ArgumentException($"The {contract.Name} '{contribution.Id}' is already there, from the plugin '{other.Id}'.");
            list.Add((contribution, owner));
        }
        return new Registration(() =>
        {
            lock (_lock)
                _byContract[contract].RemoveAll(entry => ReferenceEquals(entry.Contribution, contribution));
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
