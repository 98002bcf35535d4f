namespace Architecture.Tests;

public class AssemblyReferenceTests
{
    private static readonly string Repository = BuiltFiles.Repository;

    private static readonly string HostFolder = BuiltFiles.HostFolder;

    public static TheoryData<string> ProgramAssemblies => new(Names(Directory.EnumerateFiles(HostFolder, "*.dll").Where(IsManagedAndOurs)));

    public static TheoryData<string> PluginFolders => new(Names(Directory.EnumerateDirectories(Path.Combine(HostFolder, "plugins"))));

    [Theory]
    [MemberData(nameof(ProgramAssemblies))]
    public void ProgramAssembly_References_OnlyWhatTheArrowsAllow(string file) => AssertArrows(Path.Combine(HostFolder, file));

    [Theory]
    [MemberData(nameof(PluginFolders))]
    public void Plugin_References_OnlyTheSdk(string folder)
    {
        var files = Directory.GetFiles(Path.Combine(HostFolder, "plugins", folder), "VolumeViewer.*.dll");
        Assert.NotEmpty(files);
        Assert.All(files, AssertArrows);
    }

    [Theory]
    [MemberData(nameof(PluginFolders))]
    public void PluginFolder_HoldsNoCopyOfWhatTheHostShares(string folder)
    {
        var shared = new[] { "VolumeViewer.Sdk.dll", "VolumeViewer.Sdk.Neural.dll", "TorchSharp.dll", "SkiaSharp.dll" };
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(HostFolder, "plugins", folder)).Select(Path.GetFileName).Intersect(shared));
    }

    [Fact]
    public void EveryPluginOfTheRepository_IsBuiltBesideTheHost()
    {
        var built = Names(Directory.EnumerateDirectories(Path.Combine(HostFolder, "plugins")));
        Assert.Equal(Names(Directory.EnumerateDirectories(Path.Combine(Repository, "plugins"))), built);
        Assert.True(File.Exists(Path.Combine(HostFolder, "VolumeViewer.Sdk.dll")));
    }

    [Theory]
    [InlineData("VolumeViewer.Sdk", "TorchSharp")]
    [InlineData("VolumeViewer.Sdk", "VolumeViewer.Sdk.Neural")]
    [InlineData("VolumeViewer.Sdk.Neural", "VolumeViewer.Host")]
    [InlineData("VolumeViewer.Host", "VolumeViewer.Plugins.Formats")]
    [InlineData("VolumeViewer.Plugins.Training", "VolumeViewer.Plugins.Networks")]
    [InlineData("VolumeViewer.Plugins.Training", "VolumeViewer.Host")]
    [InlineData("VolumeViewer.Plugins.Metrics", "Silk.NET.OpenGL")]
    [InlineData("TorchSharp", "VolumeViewer.Sdk")]
    public void ForbiddenArrow_IsFound(string assembly, string reference) =>
        Assert.Equal([reference], Arrows.Forbidden(assembly, ["System.Runtime", reference]));

    private static IEnumerable<string> Names(IEnumerable<string> paths) => paths.Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static void AssertArrows(string file)
    {
        var assembly = BuiltAssembly.Read(file);
        var wrong = Arrows.Forbidden(assembly.Name, assembly.References).ToList();
        Assert.True(wrong.Count == 0, $"{assembly.Name} references {string.Join(", ", wrong)}, which the design forbids.");
    }

    private static bool IsManagedAndOurs(string file)
    {
        var name = Path.GetFileName(file);
        return name.StartsWith("VolumeViewer", StringComparison.Ordinal)
            || Directory.Exists(Path.Combine(Repository, "bindings", Path.GetFileNameWithoutExtension(name)));
    }
}
