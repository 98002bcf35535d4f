using System.Collections.Immutable;

using VolumeViewer.Host.Commands;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Settings;

/// <summary>What the user chose for the program as a whole.</summary>
internal sealed record AppSettings
{
    /// <summary>Whose keys commands have that are not in <see cref="Keys"/>.</summary>
    public KeyScheme KeyScheme { get; init; }

    /// <summary>Keys by the id of a command, where they are not those of <see cref="KeyScheme"/>; an empty list takes the command's keys away.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Keys { get; init; } = ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>Size of the interface, 1 for the design's own; 0 asks the system.</summary>
    public double TextScale { get; init; }

    /// <summary>Width of the layers' panel in units of the design.</summary>
    public double LeftWidth { get; init; } = 285;

    /// <summary>Width of the side panel in units of the design.</summary>
    public double RightWidth { get; init; } = 340;

    /// <summary>MiB that undo may hold in removed layers and differences of labels.</summary>
    public long UndoMemoryMebibytes { get; init; } = UndoHistory.DefaultMemoryBound >> 20;

    /// <summary>Seconds after a change until unsaved labels are copied for a restart; 0 for never.</summary>
    public int AutosaveSeconds { get; init; } = 30;

    /// <summary>Folders of plugins under development: trusted as they are, and watched.</summary>
    public ImmutableArray<string> DevelopmentFolders { get; init; } = [];

    /// <summary>Ids of plugins that are not to be loaded.</summary>
    public ImmutableArray<string> DisabledPlugins { get; init; } = [];

    /// <summary>Whether plugins are loaded, replaced and unloaded as their files change.</summary>
    public bool WatchPlugins { get; init; } = true;

    /// <summary>What draws the 3-D view.</summary>
    public RendererChoice Renderer { get; init; }

    /// <summary>What happens to running jobs of a plugin that is replaced.</summary>
    public PluginReplacement OnPluginReplaced { get; init; }
}
