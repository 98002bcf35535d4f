using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Host.Plugins.TorchScript;

/// <summary>A network without code: a TorchScript file with its sidecar.</summary>
internal sealed class TorchScriptFormat : IPluginFormat
{
    /// <inheritdoc/>
    public bool ListsAllContributions => true;

    /// <inheritdoc/>
    public bool Takes(PluginRoot root, string path) =>
        root.Kind != PluginRootKind.BuiltIn && path.EndsWith(TorchScriptFile.Extension, StringComparison.OrdinalIgnoreCase) && File.Exists(path);

    /// <inheritdoc/>
    public IEnumerable<string> Paths(string path) => new[] { path, TorchScriptFile.SidecarOf(path) }.Where(File.Exists);

    /// <inheritdoc/>
    public PluginManifest ReadManifest(string path)
    {
        try
        {
            var file = TorchScriptFile.Read(path);
            return new PluginManifest
            {
                Id = file.Id,
                Name = file.Title,
                Version = "0.0.0",
                Sdk = $">={SdkVersion.Current.ToString(2)}",
                Assembly = Path.GetFileName(path),
                Description = file.Description,
                Contributions = new Dictionary<string, IReadOnlyList<ManifestContribution>>
                {
                    [ContributionKinds.Keys[typeof(INetwork)]] = [new ManifestContribution { Id = file.Id, Title = file.Title }],
                },
            };
        }
        catch (UserException problem) when (problem is not PluginException)
        {
            throw new PluginException(problem.Message, problem);
        }
    }

    /// <inheritdoc/>
    public string? Missing(string path, PluginManifest manifest) => null;

    /// <inheritdoc/>
    public PluginCode Load(PluginEntry entry, string copy)
    {
        foreach (var file in new[] { entry.Location, TorchScriptFile.SidecarOf(entry.Location) })
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return new PluginCode(new Plugin(TorchScriptFile.Read(Path.Combine(copy, Path.GetFileName(entry.Location)))), Loader: null);
    }

    private sealed class Plugin(TorchScriptFile file) : IPlugin
    {
        public void Activate(IPluginContext context) => context.Register<INetwork>(new TorchScriptNetwork(file));
    }
}
