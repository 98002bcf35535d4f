using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

using VolumeViewer.Host.Plugins;
using VolumeViewer.Host.Plugins.Source;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Plugins.Source;

public class SourceCompilerTests
{
    [Fact]
    public void Compile_ANetworkFile_GivesItsManifestFromHeaderAndClass()
    {
        var result = Compile("MyTiny.cs", Sources.Network);
        Assert.Empty(result.Diagnostics);
        var manifest = result.Manifest!;
        Assert.Equal(("tiny-net", "MyTiny", "1.2.0"), (manifest.Id, manifest.Name, manifest.Version));
        Assert.Equal("Two convolutions: fast, and not very good.", manifest.Description);
        Assert.Equal(["A. Author", "B. Author"], manifest.Authors);
        Assert.Equal("VolumeViewer.Source.MyTiny.dll", manifest.Assembly);
        Assert.True(VersionRange.Parse(manifest.Sdk).Contains(SdkVersion.Current));
        Assert.True(result.ListsAllContributions);
        Assert.Equal(new ManifestContribution { Id = "tiny-net", Title = "Tiny" }, Assert.Single(Assert.Single(manifest.Contributions).Value));
    }

    [Fact]
    public void Compile_APluginClass_ReadsTheIdsOfWhatItRegisters()
    {
        var result = Compile("Mean Grey_2.cs", Sources.Measurement);
        Assert.Empty(result.Diagnostics);
        Assert.Equal(("mean-grey-2", "0.0.0"), (result.Manifest!.Id, result.Manifest.Version));
        Assert.True(result.ListsAllContributions);
        Assert.Equal([("measure.mean-grey", "Mean grey"), ("measure.failing", "Fails")],
            result.Manifest.Contributions["operations"].Select(each => (each.Id, each.Title)));
        Assert.Equal(["nothing"], result.Manifest.Contributions["samples"].Select(each => each.Id));
    }

    [Fact]
    public void Compile_AnOperationClass_ReadsItsIdFromInitialiserAndGetter()
    {
        var result = Compile("Half.cs", Sources.Segmenter);
        Assert.Empty(result.Diagnostics);
        var only = Assert.Single(result.Manifest!.Contributions["operations"]);
        Assert.Equal(new ManifestContribution { Id = "segment.half", Title = "Half of the range" }, only);
    }

    [Fact]
    public void Compile_IdsThatAreOnlyKnownWhenItRuns_SaysThatTheListIsNotComplete()
    {
        var result = Compile("Half.cs", Sources.Segmenter.Replace("\"segment.half\"", "\"segment.\" + DateTime.Now.Year", StringComparison.Ordinal));
        Assert.True(result.Succeeded);
        Assert.False(result.ListsAllContributions);
        Assert.Empty(result.Manifest!.Contributions);
    }

    public static TheoryData<string, int, string, string> Faults => new()
    {
        // Several errors of the compiler itself are in a test of their own.
        { Sources.Rest + "\nclass Q { int x = \"a\"; }", 5, "CS0029", "string" },
        { "#r \"Other.dll\"\n" + Sources.Rest, 1, "VV0002", "plugins new" },
        { "#:package Other@1.0\n" + Sources.Rest, 1, "VV0002", "plugins new" },
        { "#!/usr/bin/env dotnet\n" + Sources.Rest, 1, "VV0002", "Take this line away" },
        { "Console.WriteLine();\n" + Sources.Rest, 1, "VV0003", "outside of its classes" },
        { Sources.Rest + "\n" + Sources.Rest.Replace("class P", "class Q", StringComparison.Ordinal), 5, "VV0004", "'Q' is the file's second" },
        { Sources.Rest.Replace("public sealed", "internal sealed", StringComparison.Ordinal), 1, "VV0005", "'P' implements IPlugin, but is not public" },
        { Sources.Segmenter.Replace("public class", "class", StringComparison.Ordinal), 9, "VV0005", "'HalfSegmenter' is not public" },
        { "public class Nothing;", 0, "VV0006", "The file is no plugin" },
        { "", 0, "VV0006", "The file is no plugin" },
        { Sources.Rest.Replace("{\n", "{\n    public P(int x) { }\n", StringComparison.Ordinal), 1, "VV0007", "no public constructor" },
        { Sources.Segmenter.Replace("class HalfSegmenter", "class HalfSegmenter<T>", StringComparison.Ordinal), 9, "VV0007", "type parameters" },
        { "// id: My Plugin\n" + Sources.Rest, 1, "VV0001", "'my-plugin'" },
        { "\n// version: new\n" + Sources.Rest, 2, "VV0001", "'new' is no version" },
        { "// sdk: 0.1\n" + Sources.Rest, 1, "VV0001", "'0.1'" },
        { "using VolumeViewer.Host;\n" + Sources.Rest, 1, "CS0234", "Host" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Compile_AFaultyFile_SaysWhatAndOnWhichLine(string source, int line, string id, string message)
    {
        var result = Compile("Faulty.cs", source);
        Assert.False(result.Succeeded);
        Assert.Empty(result.Assembly);
        var error = Assert.Single(result.Diagnostics, diagnostic => diagnostic.IsError);
        Assert.Equal((id, line), (error.Id, error.Line));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(error.ToString(), result.ErrorText);
        Assert.StartsWith(line > 0 ? $"Faulty.cs({line}," : "Faulty.cs: error", result.ErrorText, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_ManyErrors_TellsAllInTheOrderOfTheLines()
    {
        var result = Compile("Many.cs", """
            public class A { int a = "text"; }
            public class B : Unknown { }
            public class C { void M() { undefined(); } string? s; int Unused() { int x; return 1; } }
            """);
        Assert.Equal([("CS0029", 1), ("CS0246", 2), ("CS0103", 3)], result.Diagnostics.Where(each => each.IsError).Select(each => (each.Id, each.Line)));
        Assert.Contains(result.Diagnostics, each => !each.IsError && each.Id == "CS0168" && each.Line == 3);
    }

    [Fact]
    public void Compile_AMissingBrace_IsTheCompilersToTell()
    {
        var result = Compile("Brace.cs", Sources.Rest[..^1]);
        Assert.Equal("CS1513", Assert.Single(result.Diagnostics).Id);
    }

    [Fact]
    public void Compile_WithWarnings_GivesThemWithTheAssembly()
    {
        var result = Compile("Warned.cs", Sources.Measurement
            .Replace("double sum = 0;", "double sum = 0; string text = null; int unused;", StringComparison.Ordinal)
            .Replace("Register<IOperation>(Failing())", "Register(new Operation<GreyParameters>(\"a.b\", \"A\", Fail))", StringComparison.Ordinal));
        Assert.True(result.Succeeded, result.ErrorText);
        Assert.Equal(["VV0008", "CS0219", "CS8600", "CS0168"], result.Diagnostics.Select(each => each.Id));
        Assert.Contains("Register<IOperation>", result.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.False(result.ListsAllContributions);
    }

    [Fact]
    public void Compile_TheSameTwice_GivesTheSameBytes_WithTheSourcesPathInTheSymbols()
    {
        var (first, second) = (Compile("Same.cs", Sources.Network), Compile("Same.cs", Sources.Network));
        Assert.Equal(first.Assembly, second.Assembly);
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(first.Symbols));
        var reader = symbols.GetMetadataReader();
        Assert.Contains("Same.cs", reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name)));
        using var assembly = new PEReader(new MemoryStream(first.Assembly));
        var metadata = assembly.GetMetadataReader();
        Assert.Equal("1.2.0.0", metadata.GetAssemblyDefinition().Version.ToString());
        Assert.DoesNotContain("VolumeViewer.Host", metadata.AssemblyReferences.Select(each => metadata.GetString(metadata.GetAssemblyReference(each).Name)));
    }

    [Fact]
    public async Task CompileAsync_WhenCancelled_Ends()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("Net.cs"), Sources.Network);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SourceCompiler.CompileToFolderAsync(folder.File("Net.cs"), folder.File("out"), cancelled.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => SourceCompiler.Compile("Net.cs", Sources.Network, cancelled.Token));
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public async Task CompileToFolderAsync_WritesWhatAPluginFolderHolds()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("Net.cs"), Sources.Network);
        var result = await SourceCompiler.CompileToFolderAsync(folder.File("Net.cs"), folder.File("out"), CancellationToken.None);
        Assert.True(result.Succeeded, result.ErrorText);
        Assert.Equal(["VolumeViewer.Source.Net.dll", "VolumeViewer.Source.Net.pdb", "plugin.json"],
            Directory.EnumerateFiles(folder.File("out")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        var manifest = PluginManifest.Read(folder.File("out"));
        Assert.Equal("tiny-net", Assert.Single(manifest.Contributions["networks"]).Id);
        Assert.Equal(result.Manifest!.Authors, manifest.Authors);
        Assert.Equal("1.2.0", manifest.Version);
    }

    [Fact]
    public async Task CompileToFolderAsync_OfAFaultyOrMissingFile_WritesNothing()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("Net.cs"), "class");
        Assert.False((await SourceCompiler.CompileToFolderAsync(folder.File("Net.cs"), folder.File("out"), CancellationToken.None)).Succeeded);
        Assert.False(Directory.Exists(folder.File("out")));
        var problem = await Assert.ThrowsAsync<UserException>(() => SourceCompiler.CompileAsync(folder.File("None.cs"), CancellationToken.None));
        Assert.Contains("None.cs", problem.Message, StringComparison.Ordinal);
    }

    private static SourceCompilation Compile(string path, string source) => SourceCompiler.Compile(path, source, CancellationToken.None);
}
