using System.Text.Json;
using System.Text.Json.Serialization;

namespace VolumeViewer.Host.Plugins;

/// <summary>What plugin.json says; read without running any code of the plugin.</summary>
internal sealed record PluginManifest
{
    public const string FileName = "plugin.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    public required string Id { get; init; }

    public required string Version { get; init; }

    /// <summary>The versions of the SDK it works with.</summary>
    public required string Sdk { get; init; }

    /// <summary>File name of the assembly that holds the plugin class, inside the plugin's folder.</summary>
    public required string Assembly { get; init; }

    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    public IReadOnlyList<string> Authors { get; init; } = [];

    public string Licence { get; init; } = "";

    /// <summary>What it brings, by kind ("operations", "readers" …).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ManifestContribution>> Contributions { get; init; } =
        new Dictionary<string, IReadOnlyList<ManifestContribution>>();

    /// <summary>Reads the manifest in a plugin's folder.</summary>
    /// <exception cref="PluginException">It is missing, damaged, or names a file outside the folder.</exception>
    public static PluginManifest Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        try
        {
            using var stream = File.OpenRead(file);
            var manifest = JsonSerializer.Deserialize<PluginManifest>(stream, Json) ?? throw new JsonException("the file holds null");
            if (manifest.Id.Length == 0)
                throw new JsonException("\"id\" is empty");
            // Only a bare file name cannot lead out of the folder.
            if (manifest.Assembly.Length == 0 || Path.GetFileName(manifest.Assembly) != manifest.Assembly)
                throw new PluginException($"plugin.json names the assembly '{manifest.Assembly}'; it must be a file name inside the plugin's own folder.");
            VersionRange.Parse(manifest.Sdk);
            return manifest with { Name = manifest.Name.Length > 0 ? manifest.Name : manifest.Id };
        }
        catch (Exception problem) when (problem is JsonException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new PluginException($"{FileName} cannot be read: {problem.Message}", problem);
        }
    }
}

/// <summary>One thing a plugin brings, as its manifest tells it.</summary>
internal sealed record ManifestContribution
{
    public required string Id { get; init; }

    public string Title { get; init; } = "";
}
