using System.Text.Json;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Formats.Tests;

public sealed class FormatsPluginTests
{
    [Fact]
    public void Activate_BringsWhatTheManifestSays()
    {
        var context = new RecordingContext();
        new FormatsPlugin().Activate(context);

        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plugin.json")));
        var contributions = manifest.RootElement.GetProperty("contributions");
        Assert.Equal(Listed(contributions.GetProperty("readers")),
            context.All.OfType<IVolumeReader>().Select(reader => Line(reader.Id, reader.Title, reader.Extensions)));
        Assert.Equal(Listed(contributions.GetProperty("writers")),
            context.All.OfType<IVolumeWriter>().Select(writer => Line(writer.Id, writer.Title, writer.Extensions)));
        Assert.Equal(typeof(FormatsPlugin).Assembly.GetName().Name + ".dll", manifest.RootElement.GetProperty("assembly").GetString());
        Assert.Equal(SdkVersion.Current.ToString(3), manifest.RootElement.GetProperty("version").GetString());
    }

    private static IEnumerable<string> Listed(JsonElement entries) => entries.EnumerateArray().Select(entry => Line(
        entry.GetProperty("id").GetString()!,
        entry.GetProperty("title").GetString()!,
        entry.GetProperty("extensions").EnumerateArray().Select(e => e.GetString()!)));

    private static string Line(string id, string title, IEnumerable<string> extensions) => $"{id} | {title} | {string.Join(' ', extensions)}";

    private sealed class RecordingContext : IPluginContext
    {
        public List<IContribution> All { get; } = [];

        public string Folder => AppContext.BaseDirectory;

        public IDisposable Register<T>(T contribution) where T : class, IContribution
        {
            All.Add(contribution);
            return new MemoryStream();
        }
    }
}
