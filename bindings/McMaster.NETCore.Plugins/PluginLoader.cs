using System.Reflection;
using System.Runtime.Loader;

namespace McMaster.NETCore.Plugins;

/// <summary>Loads one plugin and its private dependencies into a context of its own.</summary>
public class PluginLoader : IDisposable
{
    private readonly PluginConfig _config;
    private readonly AssemblyWatcher? _watcher;
    private readonly Lock _reloading = new();
    private volatile PluginLoadContext _context;
    private volatile bool _disposed;

    /// <exception cref="InvalidOperationException">The main assembly is missing, or its .deps.json is damaged.</exception>
    public PluginLoader(PluginConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        _config = config;
        _context = new PluginLoadContext(config);
        if (config.EnableHotReload)
            _watcher = new AssemblyWatcher(Path.GetDirectoryName(config.MainAssemblyPath)!, config.ReloadDelay, ReloadUnlessDisposed);
    }

    public event PluginReloadedEventHandler? Reloaded;

    public bool IsUnloadable => _context.IsCollectible;

    public AssemblyLoadContext LoadContext => _context;

    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, bool isUnloadable, Type[] sharedTypes) =>
        CreateFromAssemblyFile(assemblyFile, isUnloadable, sharedTypes, _ => { });

    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, bool isUnloadable, Type[] sharedTypes, Action<PluginConfig> configure) =>
        CreateFromAssemblyFile(assemblyFile, sharedTypes, config =>
        {
            config.IsUnloadable = isUnloadable;
            configure(config);
        });

    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, Type[] sharedTypes) =>
        CreateFromAssemblyFile(assemblyFile, sharedTypes, _ => { });

    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, Type[] sharedTypes, Action<PluginConfig> configure) =>
        CreateFromAssemblyFile(assemblyFile, config =>
        {
            foreach (var assembly in (sharedTypes ?? []).Select(type => type.Assembly).Distinct())
                config.SharedAssemblies.Add(assembly.GetName());
            configure(config);
        });

    public static PluginLoader CreateFromAssemblyFile(string assemblyFile) => CreateFromAssemblyFile(assemblyFile, _ => { });

    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, Action<PluginConfig> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var config = new PluginConfig(assemblyFile);
        configure(config);
        return new PluginLoader(config);
    }

    public void Reload()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!IsUnloadable)
        {
            throw new InvalidOperationException(
                $"The plugin '{_config.MainAssemblyPath}' cannot be reloaded: its context is not unloadable. Create its loader with isUnloadable: true.");
        }
        lock (_reloading)
        {
            // The new one first: if the file is gone or half written, the old context goes on serving.
            var fresh = new PluginLoadContext(_config);
            var old = _context;
            _context = fresh;
            old.Unload();
        }
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Reloaded?.Invoke(this, new PluginReloadedEventArgs(this));
    }

    public Assembly LoadDefaultAssembly() => LoadAssemblyFromPath(_config.MainAssemblyPath);

    public Assembly LoadAssembly(AssemblyName assemblyName)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _context.LoadFromAssemblyName(assemblyName);
    }

    public Assembly LoadAssemblyFromPath(string assemblyPath)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _context.LoadFile(assemblyPath);
    }

    public Assembly LoadAssembly(string assemblyName) => LoadAssembly(new AssemblyName(assemblyName));

    public AssemblyLoadContext.ContextualReflectionScope EnterContextualReflection() => _context.EnterContextualReflection();

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _watcher?.Dispose();
        lock (_reloading)
        {
            if (_context.IsCollectible)
                _context.Unload();
        }
    }

    // A change may be reported while the loader is being disposed.
    private void ReloadUnlessDisposed()
    {
        if (!_disposed)
            Reload();
    }
}
