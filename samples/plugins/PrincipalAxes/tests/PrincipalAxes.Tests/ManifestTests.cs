using System.Text.Json;

using VolumeViewer.Sdk;

namespace PrincipalAxes.Tests;

public class ManifestTests
{
    [Fact]
    public void PluginJson_Lists_WhatThePluginRegisters()
    {
        var context = new RecordingContext();
        new PrincipalAxesPlugin().Activate(context);
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plugin.json")));
        var listed = manifest.RootElement.GetProperty("contributions").EnumerateObject()
            .SelectMany(kind => kind.Value.EnumerateArray())
            .Select(contribution => contribution.GetProperty("id").GetString()!);
        Assert.Equal(listed.Order(), context.Registered.Order());
    }

    private sealed class RecordingContext : IPluginContext
    {
        public List<string> Registered { get; } = [];

        public string Folder => AppContext.BaseDirectory;

        public IDisposable Register<T>(T contribution) where T : class, IContribution
        {
            Registered.Add(contribution.Id);
            return new StringReader("");
        }
    }
}
