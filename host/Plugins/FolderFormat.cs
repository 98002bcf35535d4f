using McMaster.NETCore.Plugins;

using SkiaSharp;

using TorchSharp;

using VolumeViewer.Sdk;
using VolumeViewer.Sdk.Neural;

namespace VolumeViewer.Host.Plugins;

/// <summary>A plugin as a folder with assemblies and plugin.json.</summary>
internal sealed class FolderFormat : IPluginFormat
{
    // One type of each assembly that the host and its plugins must share for their types to be the same.
    private static readonly Type[] SharedTypes = [typeof(IPlugin), typeof(INetwork), typeof(torch), typeof(SKCanvas)];

    /// <inheritdoc/>
    public bool ListsAllContributions => true;

    /// <inheritdoc/>
    public bool Takes(PluginRoot root, string path) => File.Exists(Path.Combine(path, PluginManifest.FileName));

    /// <inheritdoc/>
    public PluginManifest ReadManifest(string path) => PluginManifest.Read(path);

    /// <inheritdoc/>
    public string? Missing(string path, PluginManifest manifest) => AssemblyClosure.Missing(path, manifest.Assembly);

    /// <inheritdoc/>
    public PluginCode Load(PluginEntry entry, string copy)
    {
        foreach (var (name, file) in PluginFiles.Enumerate(entry.Location))
        {
            var target = Path.Combine(copy, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        // Symbols hold no code and need no trust, but they put line numbers into the messages of a plugin's faults.
        foreach (var symbols in Directory.EnumerateFiles(entry.Location, "*.pdb"))
            File.Copy(symbols, Path.Combine(copy, Path.GetFileName(symbols)));
        if (PluginFiles.Read(copy).Hash != entry.Files.Hash)
            throw new PluginException("Its files changed while it was being loaded; it is looked at again once they rest.");
        return LoadAssembly(copy, entry.Manifest!.Assembly);
    }

    /// <summary>Loads the assembly of that name, lying complete in a folder that nobody changes.</summary>
    public static PluginCode LoadAssembly(string folder, string assemblyFile)
    {
        var loader = PluginLoader.CreateFromAssemblyFile(Path.Combine(folder, assemblyFile), isUnloadable: true, SharedTypes);
        try
        {
            var types = loader.LoadDefaultAssembly().GetExportedTypes().Where(type => !type.IsAbstract && typeof(IPlugin).IsAssignableFrom(type)).ToList();
            if (types.Count != 1)
            {
                throw new PluginException($"'{assemblyFile}' has {types.Count} public classes that implement {nameof(IPlugin)}; "
                    + "it must have exactly one, with a constructor without parameters.");
            }
            return new PluginCode((IPlugin)Activator.CreateInstance(types[0])!, loader);
        }
        catch
        {
            loader.Dispose();
            throw;
        }
    }
}
