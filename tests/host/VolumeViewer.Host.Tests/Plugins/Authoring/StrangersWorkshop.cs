using VolumeViewer.Host.Plugins;
using VolumeViewer.Host.Plugins.Authoring;

namespace VolumeViewer.Host.Tests.Plugins.Authoring;

/// <summary>A folder far from the repository with a plugin of each kind and the samples, all built at once against the built program.</summary>
public sealed class StrangersWorkshop : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StrangersWorkshop()
    {
        foreach (var kind in Enum.GetValues<PluginKind>())
            PluginTemplate.Write(PluginName.Parse($"My{kind}"), kind, _folder.Path, TestFolders.Program);
        foreach (var sample in (string[])["PrincipalAxes", "VoxReader"])
            CopySources(Path.Combine(TestFolders.Repository, "samples", "plugins", sample), Path.Combine(_folder.Path, sample));
        WrapOneFileNetwork();
        var projects = Directory.EnumerateFiles(_folder.Path, "*.csproj", SearchOption.AllDirectories).Select(file => $"""<Project Path="{Path.GetRelativePath(_folder.Path, file)}" />""");
        File.WriteAllText(_folder.File("All.slnx"), $"<Solution>{string.Concat(projects)}</Solution>");
        BuildLog = DotNet.Run(_folder.Path, "build", "All.slnx", "-c", "Release", "--nologo", "-tl:off", $"-p:VolumeViewerFolder={TestFolders.Program}");
        Plugins = Directory.CreateDirectory(_folder.File("built")).FullName;
        foreach (var built in Directory.EnumerateDirectories(_folder.Path).Select(folder => Path.Combine(folder, "plugins")).Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories).ToList())
            new PluginInstaller(Plugins).Install(built);
    }

    /// <summary>What the compiler said.</summary>
    public string BuildLog { get; }

    /// <summary>A folder with all the plugins.</summary>
    public string Plugins { get; }

    /// <summary>Where the plugins' sources are.</summary>
    public string Folder => _folder.Path;

    public void Dispose() => _folder.Dispose();

    private static void CopySources(string source, string target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(source, file);
            if (name.Split(Path.DirectorySeparatorChar) is var parts && (parts[0] == "plugins" || parts.Contains("bin") || parts.Contains("obj")))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(target, name))!);
            File.Copy(file, Path.Combine(target, name));
        }
    }

    // The file needs no project where the program compiles it; here a project stands around it.
    private void WrapOneFileNetwork()
    {
        var folder = PluginTemplate.Write(PluginName.Parse("TinyNet"), PluginKind.Network, _folder.Path, TestFolders.Program);
        Directory.Delete(Path.Combine(folder, "tests"), recursive: true);
        var source = Path.Combine(folder, "src", "TinyNet");
        foreach (var file in Directory.EnumerateFiles(source, "*.cs"))
            File.Delete(file);
        File.Copy(Path.Combine(TestFolders.Repository, "samples", "plugins", "OneFileNetwork", "TinyUNet.cs"), Path.Combine(source, "TinyUNet.cs"));
        var manifest = Path.Combine(source, PluginManifest.FileName);
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("{ \"id\": \"tiny-net\"", "{ \"id\": \"tiny-unet\"", StringComparison.Ordinal));
    }
}
