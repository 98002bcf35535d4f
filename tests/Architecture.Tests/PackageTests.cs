using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;

namespace Architecture.Tests;

public sealed class PackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("volumeviewer-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("VolumeViewer.Sdk", "System.Numerics.Tensors")]
    [InlineData("VolumeViewer.Sdk.Neural", "VolumeViewer.Sdk,TorchSharp")]
    public void Pack_MakesAPackage_WithDocsReadmeLicenceAndDependencies(string id, string dependencies)
    {
        Pack(id);
        using var package = ZipFile.OpenRead(Directory.GetFiles(_folder, "*.nupkg").Single());
        var files = package.Entries.Select(entry => entry.FullName).ToList();
        Assert.Superset(new HashSet<string>([$"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml", "README.md"]), files.ToHashSet());
        Assert.Equal([$"lib/net10.0/{id}.dll"], files.Where(file => file.EndsWith(".dll", StringComparison.Ordinal)));

        using var stream = package.GetEntry($"{id}.nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().First();
        string? Text(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
        Assert.Equal((id, "MIT", "README.md", "VolumeViewer contributors"), (Text("id"), Text("license"), Text("readme"), Text("authors")));
        Assert.NotEmpty(Text("description")!);
        Assert.Null(metadata.Elements().FirstOrDefault(element => element.Name.LocalName is "repository" or "projectUrl"));

        var asked = metadata.Descendants().Where(element => element.Name.LocalName == "dependency")
            .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);
        Assert.Equal(dependencies.Split(',').Order(StringComparer.Ordinal), asked.Keys.Order(StringComparer.Ordinal));
        var versions = XDocument.Load(Path.Combine(BuiltFiles.Repository, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(element => element.Attribute("Include")!.Value, element => element.Attribute("Version")!.Value);
        Assert.All(asked, dependency => Assert.Equal(versions.GetValueOrDefault(dependency.Key, Text("version")!), dependency.Value));
    }

    private void Pack(string id)
    {
        var start = new ProcessStartInfo("dotnet",
            ["pack", Path.Combine(BuiltFiles.Repository, "sdk", id), "-c", BuiltFiles.Configuration == "debug" ? "Debug" : "Release", "--no-build", "-o", _folder, "--nologo", "-nodeReuse:false", "-tl:off"])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + errors.Result);
    }
}
