using System.Text.Json;

namespace VolumeViewer.Host.Plugins;

/// <summary>What plugin.json says; read without running any code of the plugin. Its form is told by docs/plugin.schema.json.</summary>
internal sealed record PluginManifest
{
    public const string FileName = "plugin.json";

    private static readonly JsonDocumentOptions Json = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public required string Id { get; init; }

    /// <summary>Semantic, such as 1.2.0 or 1.2.0-beta.1.</summary>
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
    /// <exception cref="PluginException">It is missing or damaged, or something in it is wrong; tells all faults, each with its property.</exception>
    public static PluginManifest Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Parse(stream);
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new PluginException($"{FileName} cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Reads a manifest from its text.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="PluginException">Something in it is wrong.</exception>
    public static PluginManifest Parse(Stream text)
    {
        using var document = JsonDocument.Parse(text, Json);
        var faults = new List<string>();
        var manifest = ManifestReader.Read(document.RootElement, faults);
        return faults.Count == 0 ? manifest : throw new PluginException($"{FileName} cannot be read: {string.Join(" ", faults)}");
    }
}

/// <summary>One thing a plugin brings, as its manifest tells it.</summary>
internal sealed record ManifestContribution
{
    public required string Id { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Of a reader or writer: its file name endings with the dot, such as ".tif".</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];
}
