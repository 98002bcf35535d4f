using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Silk.NET.Windowing.Glfw;

/// <summary>Calls from other threads that wait for the thread of the window.</summary>
internal sealed class InvocationQueue
{
    private readonly ConcurrentQueue<(Delegate Call, object[] Arguments, TaskCompletionSource<object?> Result)> _pending = new();
    private int _thread = Environment.CurrentManagedThreadId;

    internal void BindToThisThread() => _thread = Environment.CurrentManagedThreadId;

    internal object? Invoke(Delegate call, object[] arguments, Action wake)
    {
        if (Environment.CurrentManagedThreadId == _thread)
            return Call(call, arguments);
        var result = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending.Enqueue((call, arguments, result));
        wake();
        return result.Task.GetAwaiter().GetResult();
    }

    internal void Run()
    {
        while (_pending.TryDequeue(out var next))
        {
            try
            {
                next.Result.SetResult(Call(next.Call, next.Arguments));
            }
#pragma warning disable CA1031 // It is thrown again where the call was made.
            catch (Exception e)
#pragma warning restore CA1031
            {
                next.Result.SetException(e);
            }
        }
    }

    private static object? Call(Delegate call, object[] arguments)
    {
        try
        {
            return call.DynamicInvoke(arguments);
        }
        catch (TargetInvocationException e) when (e.InnerException is not null)
        {
            ExceptionDispatchInfo.Capture(e.InnerException).Throw();
            throw;
        }
    }
}
