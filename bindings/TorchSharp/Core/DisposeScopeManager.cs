namespace TorchSharp;

/// <summary>The stack of open dispose scopes of one thread, and what happened in them.</summary>
public class DisposeScopeManager
{
    [ThreadStatic] private static DisposeScopeManager? _threadSingleton;

    internal static DisposeScopeManager ThreadSingleton => _threadSingleton ??= new DisposeScopeManager();

    public static ThreadDisposeScopeStatistics Statistics => ThreadSingleton.StatisticsInstance;

    internal ThreadDisposeScopeStatistics StatisticsInstance { get; } = new();

    internal DisposeScope? CurrentDisposeScope { get; private set; }

    internal DisposeScope? RegisterOnCurrentDisposeScope(torch.Tensor tensor)
    {
        if (CurrentDisposeScope is null)
        {
            StatisticsInstance.TensorStatistics.CreatedOutsideScopeCount++;
            return null;
        }
        StatisticsInstance.TensorStatistics.CreatedInScopeCount++;
        CurrentDisposeScope.Disposables.Add(tensor);
        return CurrentDisposeScope;
    }

    internal void DisposingOnCurrentScope(torch.Tensor tensor)
    {
        if (tensor.OwningDisposeScope is null)
            StatisticsInstance.TensorStatistics.DisposedOutsideScopeCount++;
        else
            StatisticsInstance.TensorStatistics.DisposedInScopeCount++;
    }

    internal DisposeScope NewDisposeScope() => CurrentDisposeScope = new DisposeScope(this);

    /// <summary>Takes a scope out of the stack, which need not be its top.</summary>
    internal void RemoveDisposeScope(DisposeScope scope)
    {
        if (ReferenceEquals(CurrentDisposeScope, scope))
        {
            CurrentDisposeScope = scope.OuterScope;
            return;
        }
        for (var inner = CurrentDisposeScope; inner is not null; inner = inner.OuterScope)
        {
            if (ReferenceEquals(inner.OuterScope, scope))
                inner.OuterScope = scope.OuterScope;
        }
    }
}
