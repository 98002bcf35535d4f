using System.Text.Json.Nodes;

namespace VolumeViewer.Host.Projects;

/// <summary>Something of the window that is kept with a project under a name of its own.</summary>
internal interface IProjectPart
{
    /// <summary>The entry of the project file.</summary>
    string Name { get; }

    /// <summary>What is to be kept, or null for nothing.</summary>
    JsonNode? Write();

    /// <summary>Takes up what a project has kept; null where it has nothing.</summary>
    /// <exception cref="FormatException">It does not fit.</exception>
    void Read(JsonNode? node);
}
