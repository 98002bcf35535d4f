using System.Text.Json;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests;

/// <summary>Compares a plugin with its plugin.json.</summary>
internal static class Manifest
{
    public static void AssertKept(string folder, IPlugin plugin)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Repository.File($"plugins/{folder}/plugin.json")));
        var promised = manifest.RootElement.GetProperty("contributions").GetProperty("operations").EnumerateArray()
            .ToDictionary(each => each.GetProperty("id").GetString()!, each => each.GetProperty("title").GetString()!);
        Assert.Equal(promised, new Runs(plugin).Operations.Values.ToDictionary(each => each.Id, each => each.Title));
        Assert.Equal(plugin.GetType().Assembly.GetName().Name + ".dll", manifest.RootElement.GetProperty("assembly").GetString());
    }
}
