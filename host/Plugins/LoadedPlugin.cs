using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace VolumeViewer.Host.Plugins;

/// <summary>The running code of one build of a plugin: its context, what it registered, and who is using it.</summary>
internal sealed class LoadedPlugin(PluginEntry entry, string copy)
{
    private readonly Lock _lock = new();
    private readonly List<IDisposable> _registrations = [];
    private readonly List<PluginLease> _leases = [];
    private PluginCode? _code;
    private bool _isClosed;

    public PluginEntry Entry { get; } = entry;

    /// <summary>The private copy of its code files.</summary>
    public string Copy { get; } = copy;

    /// <summary>The work that uses it now.</summary>
    public IReadOnlyList<PluginLease> Leases { get { lock (_lock) return [.. _leases]; } }

    /// <summary>Raised on the thread that gave the last lease back.</summary>
    public event Action? Idle;

    /// <summary>Whether an assembly belongs to this plugin.</summary>
    public bool Owns(System.Reflection.Assembly assembly) => AssemblyLoadContext.GetLoadContext(assembly) is { } context && ReferenceEquals(context, _code?.Loader?.LoadContext);

    public void Attach(PluginCode code) => _code = code;

    /// <exception cref="InvalidOperationException">The plugin was given up or unloaded meanwhile.</exception>
    public void Keep(IDisposable registration)
    {
        lock (_lock)
        {
            if (!_isClosed)
            {
                _registrations.Add(registration);
                return;
            }
        }
        registration.Dispose();
        throw new InvalidOperationException($"The plugin '{Entry.Id}' is not active any more, so it cannot register anything.");
    }

    /// <summary>Keeps the plugin from being replaced until the lease is disposed.</summary>
    /// <param name="user">What uses it, for the user: the title of a job.</param>
    /// <param name="cancel">Asks that work to end.</param>
    /// <param name="yields">Whether it ends by itself when the plugin shall be replaced.</param>
    public PluginLease Lease(string user, Action cancel, bool yields = false)
    {
        var lease = new PluginLease(user, cancel, GiveBack, yields);
        lock (_lock)
            _leases.Add(lease);
        return lease;
    }

    /// <summary>Takes back what was registered and lets go of the context.</summary>
    /// <returns>Watches whether the context dies; null where the plugin had none.</returns>
    public RetiredPlugin? Unload()
    {
        List<IDisposable> registrations;
        lock (_lock)
        {
            _isClosed = true;
            registrations = [.. _registrations];
            _registrations.Clear();
        }
        for (var i = registrations.Count - 1; i >= 0; i--)
            registrations[i].Dispose();
        var context = Release();
        return context is null ? null : new RetiredPlugin(Entry.Stamp, Entry.Name, context, Copy);
    }

    // Not inlined, so that no local of a caller keeps the context alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference? Release()
    {
        if (Interlocked.Exchange(ref _code, null) is not { } code)
            return null;
        if (code.Instance is IDisposable disposable)
        {
            try
            {
                disposable.Dispose();
            }
            // The edge where a plugin's code is called: it is going anyway.
            catch (Exception fault)
            {
                Entry.AddFault($"{fault.GetType().Name} while it was unloaded: {fault.Message}");
            }
        }
        if (code.Loader is null)
            return null;
        // A context that was told to unload loads nothing more; a job or a layer that still uses it may need another of its assemblies.
        foreach (var file in Directory.EnumerateFiles(Copy, "*.dll"))
            Preload(code.Loader.LoadContext, Path.GetFileNameWithoutExtension(file));
        var context = new WeakReference(code.Loader.LoadContext);
        code.Loader.Dispose();
        return context;
    }

    private static void Preload(AssemblyLoadContext context, string name)
    {
        try
        {
            context.LoadFromAssemblyName(new System.Reflection.AssemblyName(name));
        }
        catch (Exception problem) when (problem is IOException or BadImageFormatException)
        {
            // A native library: those are loaded by their users, and stay.
        }
    }

    private void GiveBack(PluginLease lease)
    {
        bool isIdle;
        lock (_lock)
            isIdle = _leases.Remove(lease) && _leases.Count == 0;
        if (isIdle)
            Idle?.Invoke();
    }
}
