using System.Text.Json.Nodes;

namespace VolumeViewer.Host.Projects;

/// <summary>A layer of a project that could not be opened. It is written again as it was.</summary>
/// <param name="Entry">What the project says of it.</param>
/// <param name="Place">Its place in the order of layers.</param>
/// <param name="Reason">Why it is not there, for the user.</param>
/// <param name="IsDataMissing">Whether it would be there if its files were found.</param>
internal sealed record AbsentLayer(JsonObject Entry, int Place, string Reason, bool IsDataMissing)
{
    public string Name => (string?)Entry["properties"]?["name"] ?? (string?)Entry["id"] ?? "?";
}
