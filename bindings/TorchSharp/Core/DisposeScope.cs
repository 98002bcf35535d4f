namespace TorchSharp;

/// <summary>Disposes at its end every tensor that its thread made while it was the innermost scope, but those moved out of it.</summary>
public sealed class DisposeScope : IDisposable
{
    private DisposeScopeManager? _manager;

    internal DisposeScope(DisposeScopeManager manager) => (_manager, OuterScope) = (manager, manager.CurrentDisposeScope);

    internal DisposeScope? OuterScope { get; set; }

    // Tensors compare by value in parts of their API; a scope must not.
    internal HashSet<IDisposable> Disposables { get; private set; } = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<IDisposable> DisposablesView => [.. Manager is null ? [] : Disposables];

    public int DisposablesCount => Manager is null ? 0 : Disposables.Count;

    private DisposeScopeManager Manager => _manager ?? throw new ObjectDisposedException(GetType().FullName);

    public T MoveToOuter<T>(T disposable)
        where T : IDisposable => MoveToOther(OuterScope, disposable);

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => MoveToOther(OuterScope, first, second);

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => MoveToOther(OuterScope, first, second, third);

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOuter((IEnumerable<IDisposable>)disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(OuterScope, disposables);

    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        MoveToOther(scope, new IDisposable[] { disposable });
        return disposable;
    }

    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        MoveToOther(scope, new IDisposable[] { first, second });
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        MoveToOther(scope, new IDisposable[] { first, second, third });
        return (first, second, third);
    }

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) => MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        _ = Manager;
        if (scope is null)
        {
            Detach(disposables);
            return;
        }
        foreach (var disposable in disposables)
        {
            if (Disposables.Remove(disposable))
                Add(scope, disposable);
        }
    }

    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        Detach(new IDisposable[] { disposable });
        return disposable;
    }

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        Detach(new IDisposable[] { first, second });
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        Detach(new IDisposable[] { first, second, third });
        return (first, second, third);
    }

    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    public void Detach(IEnumerable<IDisposable> disposables)
    {
        var statistics = Manager.StatisticsInstance.TensorStatistics;
        foreach (var disposable in disposables)
        {
            if (!Disposables.Remove(disposable))
                continue;
            statistics.DetachedFromScopeCount++;
            TensorOf(disposable).OwningDisposeScope = null;
        }
    }

    public void Attach(IDisposable disposable) => Attach((IEnumerable<IDisposable>)[disposable]);

    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var statistics = Manager.StatisticsInstance.TensorStatistics;
        var attached = disposables.ToList();
        foreach (var disposable in attached)
        {
            if (Add(this, disposable))
                statistics.AttachedToScopeCount++;
        }
        return attached;
    }

    public void DisposeEverything() => DisposeEverythingBut(Enumerable.Empty<IDisposable>());

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        _ = Manager;
        var all = Disposables;
        Disposables = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        foreach (var disposable in all)
        {
            if (!Disposables.Contains(disposable))
                disposable.Dispose();
        }
    }

    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut(new IDisposable[] { keep });
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut(new IDisposable[] { first, second });
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut(new IDisposable[] { first, second, third });
        return (first, second, third);
    }

    public void Dispose()
    {
        if (_manager is null)
            return;
        DisposeEverything();
        _manager.RemoveDisposeScope(this);
        _manager = null;
    }

    public void MarkAsDisposed(IDisposable disposable)
    {
        _ = Manager;
        Disposables.Remove(disposable);
        TensorOf(disposable).OwningDisposeScope = null;
    }

    public bool Contains(IDisposable disposable) => Disposables.Contains(disposable);

    /// <summary>Puts a tensor in the place of another one, whose handle it took over.</summary>
    internal static void ReplaceWith(torch.Tensor original, torch.Tensor replacement)
    {
        if (original.OwningDisposeScope is not { } scope || !scope.Disposables.Remove(original))
            return;
        original.OwningDisposeScope = null;
        Add(scope, replacement);
    }

    private static bool Add(DisposeScope scope, IDisposable disposable)
    {
        var tensor = TensorOf(disposable);
        if (tensor.OwningDisposeScope == scope)
            return false;
        scope.Disposables.Add(tensor);
        tensor.OwningDisposeScope?.Disposables.Remove(tensor);
        tensor.OwningDisposeScope = scope;
        return true;
    }

    private static torch.Tensor TensorOf(IDisposable disposable) => disposable as torch.Tensor
        ?? throw new InvalidOperationException($"A dispose scope manages tensors, not objects of type {disposable.GetType()}.");
}
