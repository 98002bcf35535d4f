using McMaster.NETCore.Plugins;

using SkiaSharp;

using TorchSharp;

using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Host.Plugins;

/// <summary>Finds plugins, loads each on its first use into a context of its own, and knows what they bring.</summary>
internal sealed class PluginManager : IContributions, IDisposable
{
    /// <summary>The key in plugin.json under which a contract's contributions are listed.</summary>
    private static readonly Dictionary<Type, string> ManifestKeys = new()
    {
        [typeof(IOperation)] = "operations",
        [typeof(IVolumeReader)] = "readers",
        [typeof(IVolumeWriter)] = "writers",
        [typeof(INetwork)] = "networks",
        [typeof(Colormap)] = "colormaps",
        [typeof(SampleData)] = "samples",
    };

    // One type of each assembly that the host and its plugins must share for their types to be the same.
    private static readonly Type[] SharedTypes = [typeof(IPlugin), typeof(INetwork), typeof(torch), typeof(SKCanvas)];

    private readonly Lock _lock = new();
    private readonly ContributionRegistry _registry = new();
    private readonly List<PluginEntry> _plugins = [];

    /// <summary>Reads the manifests of the plugins in the sub-folders of <paramref name="folder"/>; runs none of their code.</summary>
    public PluginManager(string folder)
    {
        Folder = folder;
        if (!Directory.Exists(folder))
            return;
        foreach (var pluginFolder in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (File.Exists(Path.Combine(pluginFolder, PluginManifest.FileName)))
                _plugins.Add(Discover(pluginFolder));
        }
    }

    /// <summary>The folder whose sub-folders are plugins.</summary>
    public string Folder { get; }

    /// <summary>The plugins found, working or not.</summary>
    public IReadOnlyList<PluginEntry> Plugins => _plugins;

    /// <summary>The plugins' folder beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>Ids and titles of a kind of contribution as the manifests tell them, without loading anything.</summary>
    public IReadOnlyList<(ManifestContribution Contribution, PluginEntry Plugin)> Listed<T>() where T : class, IContribution =>
        [.. _plugins.Where(plugin => plugin.State is PluginState.Discovered or PluginState.Active)
            .SelectMany(plugin => Declared<T>(plugin).Select(contribution => (contribution, plugin)))];

    /// <inheritdoc/>
    public IReadOnlyList<T> All<T>() where T : class, IContribution
    {
        foreach (var plugin in _plugins.Where(plugin => !ManifestKeys.ContainsKey(typeof(T)) || Declared<T>(plugin).Count > 0))
            Activate(plugin);
        return [.. BuiltIn<T>(), .. _registry.All<T>().Select(entry => entry.Contribution)];
    }

    /// <inheritdoc/>
    public T Get<T>(string id) where T : class, IContribution
    {
        foreach (var plugin in _plugins.Where(plugin => Declared<T>(plugin).Any(contribution => contribution.Id == id)))
            Activate(plugin);
        if (BuiltIn<T>().Concat(_registry.All<T>().Select(entry => entry.Contribution)).FirstOrDefault(contribution => contribution.Id == id) is { } found)
            return found;

        var kind = ManifestKeys.GetValueOrDefault(typeof(T), typeof(T).Name);
        if (_plugins.Find(plugin => plugin.Reason.Length > 0 && Declared<T>(plugin).Any(contribution => contribution.Id == id)) is { } broken)
            throw new PluginException($"'{id}' comes from the plugin '{broken.Id}', which cannot be used: {broken.Reason}");
        var known = BuiltIn<T>().Select(contribution => contribution.Id).Concat(Listed<T>().Select(entry => entry.Contribution.Id)).ToList();
        throw new UserException(known.Count > 0
            ? $"There is no '{id}' among the {kind}; there are: {string.Join(", ", known)}."
            : $"There is no '{id}': no plugin brings {kind}. Plugins are looked for in '{Folder}'.");
    }

    /// <summary>The plugin that brought a contribution, or null for what is built in.</summary>
    public PluginEntry? OwnerOf<T>(T contribution) where T : class, IContribution =>
        _registry.All<T>().FirstOrDefault(entry => ReferenceEquals(entry.Contribution, contribution)).Owner;

    /// <summary>Loads a plugin unless it is loaded already; a plugin that fails is marked with the reason, and nothing is thrown.</summary>
    public void Activate(PluginEntry plugin)
    {
        lock (_lock)
        {
            if (plugin.State != PluginState.Discovered)
                return;
            try
            {
                Load(plugin);
                plugin.State = PluginState.Active;
            }
            // The edge where a plugin's code is called: whatever it throws, the program goes on and says whose fault it was.
            catch (Exception failure)
            {
                Unload(plugin);
                plugin.State = PluginState.Failed;
                plugin.Reason = failure is PluginException ? failure.Message : $"{failure.GetType().Name} while it was loaded: {failure.Message}";
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var plugin in _plugins)
                Unload(plugin);
        }
    }

    private static IReadOnlyList<ManifestContribution> Declared<T>(PluginEntry plugin) =>
        ManifestKeys.TryGetValue(typeof(T), out var key) && plugin.Manifest?.Contributions.TryGetValue(key, out var declared) == true ? declared : [];

    private static IEnumerable<T> BuiltIn<T>() where T : class, IContribution => typeof(T) == typeof(Colormap) ? Colormap.BuiltIn.Cast<T>() : [];

    private static PluginEntry Discover(string folder)
    {
        try
        {
            var manifest = PluginManifest.Read(folder);
            var entry = new PluginEntry(folder, manifest);
            if (!VersionRange.Parse(manifest.Sdk).Contains(SdkVersion.Current))
            {
                entry.State = PluginState.Incompatible;
                entry.Reason = $"It asks for SDK {manifest.Sdk}, this program has {SdkVersion.Current}. "
                    + $"Install a version of '{manifest.Id}' for this SDK, or another version of the program.";
            }
            return entry;
        }
        catch (PluginException problem)
        {
            return new PluginEntry(folder, null) { State = PluginState.Failed, Reason = problem.Message };
        }
    }

    private static void Unload(PluginEntry plugin)
    {
        for (var i = plugin.Registrations.Count - 1; i >= 0; i--)
            plugin.Registrations[i].Dispose();
        plugin.Registrations.Clear();
        plugin.Loader?.Dispose();
        plugin.Loader = null;
    }

    private void Load(PluginEntry plugin)
    {
        var assemblyFile = Path.Combine(plugin.Folder, plugin.Manifest!.Assembly);
        if (!File.Exists(assemblyFile))
            throw new PluginException($"Its assembly '{plugin.Manifest.Assembly}' is missing from '{plugin.Folder}'. Build or install the plugin again.");
        // In memory, so that the file can be overwritten while the program runs.
        plugin.Loader = PluginLoader.CreateFromAssemblyFile(
            Path.GetFullPath(assemblyFile), isUnloadable: true, SharedTypes, config => config.LoadInMemory = true);
        var types = plugin.Loader.LoadDefaultAssembly().GetExportedTypes()
            .Where(type => !type.IsAbstract && typeof(IPlugin).IsAssignableFrom(type)).ToList();
        if (types.Count != 1)
        {
            throw new PluginException($"'{plugin.Manifest.Assembly}' has {types.Count} public classes that implement {nameof(IPlugin)}; "
                + "it must have exactly one, with a constructor without parameters.");
        }
        var instance = (IPlugin)Activator.CreateInstance(types[0])!;
        instance.Activate(new Context(this, plugin));
    }

    private sealed class Context(PluginManager manager, PluginEntry plugin) : IPluginContext
    {
        public string Folder => plugin.Folder;

        public IDisposable Register<T>(T contribution) where T : class, IContribution
        {
            ArgumentNullException.ThrowIfNull(contribution);
            var registration = manager._registry.Add(typeof(T), contribution, plugin);
            plugin.Registrations.Add(registration);
            return registration;
        }
    }
}
