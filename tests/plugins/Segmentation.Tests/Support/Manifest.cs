using System.Text.Json;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests;

/// <summary>Compares a plugin with its plugin.json.</summary>
internal static class Manifest
{
    public static void AssertKept(string folder, IPlugin plugin)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Repository.File($"plugins/{folder}/plugin.json")));
        var runs = new Runs(plugin);
        Assert.Equal(Promised("operations"), runs.Operations.Values.ToDictionary(each => each.Id, each => each.Title));
        Assert.Equal(Promised("live"), runs.LiveSegmenters.ToDictionary(each => each.Id, each => each.Title));
        Assert.Equal(Promised("samples"), runs.Samples.ToDictionary(each => each.Id, each => each.Title));
        Assert.Equal(plugin.GetType().Assembly.GetName().Name + ".dll", manifest.RootElement.GetProperty("assembly").GetString());

        Dictionary<string, string> Promised(string kind) => manifest.RootElement.GetProperty("contributions").TryGetProperty(kind, out var listed)
            ? listed.EnumerateArray().ToDictionary(each => each.GetProperty("id").GetString()!, each => each.GetProperty("title").GetString()!)
            : [];
    }
}
