using VolumeViewer.Host.History;
using VolumeViewer.Host.Jobs;
using VolumeViewer.Host.Operations;
using VolumeViewer.Host.Plugins;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Plugins;

/// <summary>A folder of plugins with a manager over it, and what tests ask of them.</summary>
internal sealed class PluginWorld : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PluginWorld(PluginRootKind kind = PluginRootKind.BuiltIn, PluginPolicy? policy = null)
    {
        Root = new PluginRoot(Directory.CreateDirectory(_folder.File("plugins")).FullName, kind);
        Trust = new TrustStore(_folder.File("trust.json"));
        Manager = new PluginManager([Root], Trust, policy);
        Manager.Told += (text, _) =>
        {
            lock (Told)
                Told.Add(text);
        };
        Io = new VolumeIo(Manager);
        Runner = new OperationRunner(Manager, Io, new RunHistory(_folder.File("history")));
    }

    public PluginRoot Root { get; }

    public TrustStore Trust { get; }

    public PluginManager Manager { get; }

    public VolumeIo Io { get; }

    public OperationRunner Runner { get; }

    public List<string> Told { get; } = [];

    public string File(string name) => _folder.File(name);

    /// <summary>Copies the files of a fixture into the folder of a plugin, over those that are there.</summary>
    public void Copy(string fixture, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Root.Path, name)).FullName;
        foreach (var file in Directory.EnumerateFiles(TestFolders.Fixture(fixture)))
            System.IO.File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
    }

    public void Delete(string name) => Directory.Delete(Path.Combine(Root.Path, name), recursive: true);

    /// <summary>The first number in the first table of an operation's result.</summary>
    public async Task<object?> RunAsync(string operation, params KeyValuePair<string, string>[] parameters)
    {
        using var job = new Job(operation);
        var found = Manager.Get<IOperation>(operation);
        var result = await job.RunAsync(running => Runner.RunAsync(found, found.Parameters.Bind(parameters), new OperationInputs(), null, running));
        return result.Tables.Count > 0 ? result.Tables[0].Rows[0][0] : null;
    }

    /// <summary>Waits until something holds; fails with what was waited for when it takes too long.</summary>
    public static Task Until(Func<bool> condition, string what, double seconds = 10) => Until(condition, () => what, seconds);

    /// <summary>The same for what its plugins do; their states are told when it was in vain.</summary>
    public Task PluginsUntil(Func<bool> condition, string what) => Until(condition, () => $"{what}; there are: "
        + string.Join("; ", Manager.Plugins.Select(plugin => $"{plugin.Id} {plugin.Manifest?.Version} {plugin.State} {plugin.Reason} {plugin.Waiting}")) + "; told: " + string.Join(" | ", Told.ToArray()), 15);

    private static async Task Until(Func<bool> condition, Func<string> what, double seconds)
    {
        var end = DateTime.UtcNow.AddSeconds(seconds);
        while (!condition())
        {
            Assert.True(DateTime.UtcNow < end, $"Waited {seconds} s in vain: {what()}");
            await Task.Delay(20);
        }
    }

    public void Dispose()
    {
        Manager.Dispose();
        _folder.Dispose();
    }
}
