using System.Reflection;
using System.Runtime.Loader;

namespace McMaster.NETCore.Plugins;

/// <summary>What a <see cref="PluginLoader"/> loads, and what it shares with the host.</summary>
public class PluginConfig
{
    private bool _isUnloadable;
    private bool _loadInMemory;

    /// <exception cref="ArgumentException">The path is empty or relative.</exception>
    public PluginConfig(string mainAssemblyPath)
    {
        if (string.IsNullOrEmpty(mainAssemblyPath))
            throw new ArgumentException("The plugin's main assembly has no path. Give the absolute path of its .dll.", nameof(mainAssemblyPath));
        if (!Path.IsPathRooted(mainAssemblyPath))
        {
            throw new ArgumentException(
                $"The plugin's main assembly '{mainAssemblyPath}' must be an absolute path. Pass it through Path.GetFullPath.", nameof(mainAssemblyPath));
        }
        MainAssemblyPath = mainAssemblyPath;
    }

    public string MainAssemblyPath { get; }

    public ICollection<AssemblyName> PrivateAssemblies { get; protected set; } = new List<AssemblyName>();

    public ICollection<AssemblyName> SharedAssemblies { get; protected set; } = new List<AssemblyName>();

    public bool PreferSharedTypes { get; set; }

    public bool IsLazyLoaded { get; set; }

    public AssemblyLoadContext DefaultContext { get; set; } =
        AssemblyLoadContext.GetLoadContext(typeof(PluginConfig).Assembly) ?? AssemblyLoadContext.Default;

    // A hot reload needs both: an old context that can go, and files that can be overwritten while it lives.
    public bool IsUnloadable
    {
        get => _isUnloadable || EnableHotReload;
        set => _isUnloadable = value;
    }

    public bool LoadInMemory
    {
        get => _loadInMemory || EnableHotReload;
        set => _loadInMemory = value;
    }

    public bool EnableHotReload { get; set; }

    public TimeSpan ReloadDelay { get; set; } = TimeSpan.FromMilliseconds(200);
}
