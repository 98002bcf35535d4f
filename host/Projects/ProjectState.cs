using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace VolumeViewer.Host.Projects;

/// <summary>What is known of the project in work beside its layers: where it stands, and what of it this version or these plugins cannot use.</summary>
internal sealed class ProjectState
{
    /// <summary>The version of the form of project files that is written.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The ending of project files.</summary>
    public const string Extension = ".vvproj";

    // Parts of layers' entries that were not understood.
    private readonly ConditionalWeakTable<Sdk.Layer, JsonObject> _leftOfLayers = [];

    /// <summary>The full path, or null while it has none.</summary>
    public string? Path { get; init; }

    /// <summary>Layers that are not there, in their order.</summary>
    public List<AbsentLayer> Absent { get; } = [];

    /// <summary>Entries of the viewer that were not understood.</summary>
    public JsonObject LeftOfViewer { get; set; } = [];

    /// <summary>Entries of the file that are the window's, such as results and key frames, and those that were not understood.</summary>
    public JsonObject Parts { get; set; } = [];

    /// <summary>Runs that are kept with the project.</summary>
    public List<History.OperationRecord> Records { get; } = [];

    /// <summary>Whether a path names a project.</summary>
    public static bool IsProject(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Entries of a layer's properties that were not understood.</summary>
    public JsonObject LeftOf(Sdk.Layer layer) => _leftOfLayers.TryGetValue(layer, out var left) ? left : [];

    public void SetLeft(Sdk.Layer layer, JsonObject left) => _leftOfLayers.AddOrUpdate(layer, left);
}
