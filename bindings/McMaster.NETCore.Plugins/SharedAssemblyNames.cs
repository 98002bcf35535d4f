using System.Reflection;

namespace McMaster.NETCore.Plugins;

/// <summary>Simple names of the assemblies that come from the default context, so that their types are one and the same on both sides.</summary>
internal sealed class SharedAssemblyNames
{
    private readonly PluginConfig _config;
    private readonly HashSet<string> _shared = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _private = new(StringComparer.OrdinalIgnoreCase);

    public SharedAssemblyNames(PluginConfig config)
    {
        _config = config;
        foreach (var name in config.PrivateAssemblies)
        {
            if (name.Name is { } simple)
                _private.Add(simple);
        }
        foreach (var name in config.SharedAssemblies)
            Add(name);
    }

    /// <summary>The host's assembly where the name is shared and the host has it, else null.</summary>
    public Assembly? Find(AssemblyName name)
    {
        var simple = name.Name!;
        bool isShared;
        lock (_shared)
            isShared = _config.PreferSharedTypes || _shared.Contains(simple);
        if (!isShared || _private.Contains(simple))
            return null;
        var assembly = TryLoad(name);
        if (assembly is not null && _config.IsLazyLoaded)
        {
            lock (_shared)
                _shared.UnionWith(assembly.GetReferencedAssemblies().Select(reference => reference.Name!));
        }
        return assembly;
    }

    // A shared assembly's own references are shared with it: its signatures speak of their types.
    private void Add(AssemblyName root)
    {
        var pending = new Queue<AssemblyName>([root]);
        while (pending.TryDequeue(out var name))
        {
            if (name.Name is not { } simple || !_shared.Add(simple) || _config.IsLazyLoaded)
                continue;
            foreach (var reference in TryLoad(name)?.GetReferencedAssemblies() ?? [])
                pending.Enqueue(reference);
        }
    }

    private Assembly? TryLoad(AssemblyName name)
    {
        try
        {
            return _config.DefaultContext.LoadFromAssemblyName(name);
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            // The host does not have it (or has an older version): then the plugin's own copy is the one to use.
            return null;
        }
    }
}
