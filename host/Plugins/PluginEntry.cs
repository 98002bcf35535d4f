using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins;

/// <summary>One build of a plugin, as its files were when it was found, and how it stands. Changed files make a new entry.</summary>
internal sealed class PluginEntry(PluginRoot root, string location, IPluginFormat format, PluginManifest? manifest, PluginFiles files)
{
    private readonly Lock _lock = new();
    private readonly List<string> _faults = [];
    private readonly List<(string Kind, ManifestContribution Contribution)> _registered = [];

    public PluginRoot Root { get; } = root;

    /// <summary>The plugin's folder or file.</summary>
    public string Location { get; } = location;

    /// <summary>The folder that the plugin's data lie in.</summary>
    public string Folder { get; } = Directory.Exists(location) ? location : Path.GetDirectoryName(location)!;

    public IPluginFormat Format { get; } = format;

    /// <summary>Null where it could not be read.</summary>
    public PluginManifest? Manifest { get; } = manifest;

    public string Id => Manifest?.Id ?? Path.GetFileNameWithoutExtension(Location);

    public string Name => Manifest?.Name ?? Id;

    /// <summary>Its code files with their hashes.</summary>
    public PluginFiles Files { get; } = files;

    /// <summary>Which plugin this is, exactly.</summary>
    public PluginStamp Stamp => new(Id, Manifest?.Version ?? "", Files.Hash);

    public PluginState State { get; private set; }

    /// <summary>Why the plugin is not active, or empty.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Whether its code was run and failed; it is not tried again until its files change or the user asks for it.</summary>
    public bool HasFailedToActivate { get; set; }

    /// <summary>What an active plugin is waiting for before its newer build takes its place, or empty.</summary>
    public string Waiting { get; set; } = "";

    /// <summary>The running code of an active plugin.</summary>
    public LoadedPlugin? Loaded { get; set; }

    /// <summary>Whether it may be activated.</summary>
    public bool IsUsable => State is PluginState.Discovered or PluginState.Active;

    /// <summary>Whether the user switched it off, rather than another plugin taking its place.</summary>
    public bool IsSwitchedOff(IEnumerable<string> disabled) => State == PluginState.Disabled && disabled.Contains(Id);

    /// <summary>What its code did wrong while it was active, the newest last.</summary>
    public IReadOnlyList<string> Faults { get { lock (_lock) return [.. _faults]; } }

    // Only one thread at a time may run the code that activates it.
    public Lock Activation { get; } = new();

    public void Set(PluginState state, string reason = "") => (State, Reason) = (state, reason);

    public void AddFault(string fault)
    {
        // A plugin that fails again and again tells nothing new.
        const int Most = 50;
        lock (_lock)
        {
            _faults.Add(fault);
            if (_faults.Count > Most)
                _faults.RemoveAt(0);
        }
    }

    /// <summary>What the manifest lists of a kind; after activation also what else was registered.</summary>
    public IReadOnlyList<ManifestContribution> Declared(string kind)
    {
        var declared = Manifest?.Contributions.GetValueOrDefault(kind) ?? [];
        lock (_lock)
            return [.. declared, .. _registered.Where(item => item.Kind == kind && !declared.Any(known => known.Id == item.Contribution.Id)).Select(item => item.Contribution)];
    }

    /// <summary>Notes what was registered, for those manifests that do not list all.</summary>
    public void NoteRegistered(string kind, ManifestContribution contribution)
    {
        lock (_lock)
            _registered.Add((kind, contribution));
    }

    /// <summary>Whether contributions of this contract may come from this plugin, judged by the manifest.</summary>
    public bool MayBring<T>() where T : class, IContribution =>
        !Format.ListsAllContributions || !ContributionKinds.Keys.TryGetValue(typeof(T), out var kind) || Declared(kind).Count > 0;
}
