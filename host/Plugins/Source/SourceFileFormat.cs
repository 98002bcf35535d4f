using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Plugins.Source;

/// <summary>A plugin as one C# file without a project, compiled inside the program. What was compiled is kept by the hash of the source.</summary>
internal sealed class SourceFileFormat : IPluginFormat
{
    /// <inheritdoc/>
    public bool ListsAllContributions => false;

    /// <inheritdoc/>
    public bool Takes(PluginRoot root, string path) =>
        root.Kind != PluginRootKind.BuiltIn && path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && File.Exists(path);

    /// <inheritdoc/>
    public PluginManifest ReadManifest(string path)
    {
        try
        {
            return PluginManifest.Read(Compiled(path, PluginFiles.Read(path)));
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
        foreach (var file in Directory.EnumerateFiles(Compiled(entry.Location, entry.Files)))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return FolderFormat.LoadAssembly(copy, entry.Manifest!.Assembly);
    }

    // The compiler takes a second to start, so a source that did not change is compiled once for all starts of the program.
    private static string Compiled(string path, PluginFiles source)
    {
        var folder = Path.Combine(UserFolders.Data, "compiled", $"{SdkVersion.Current.ToString(2)}-{typeof(SourceFileFormat).Assembly.ManifestModule.ModuleVersionId:N}", source.Hash);
        if (File.Exists(Path.Combine(folder, PluginManifest.FileName)))
            return folder;
        var result = SourceCompiler.CompileToFolderAsync(path, folder, CancellationToken.None).GetAwaiter().GetResult();
        return result.Succeeded ? folder : throw new PluginException($"It does not compile:{Environment.NewLine}{result.ErrorText}");
    }
}
