using System.IO.Compression;
using System.Text;

using VolumeViewer.Host.Plugins;
using VolumeViewer.Host.Plugins.Authoring;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Plugins.Authoring;

public sealed class PluginInstallerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PluginInstaller _installer;

    public PluginInstallerTests() => _installer = new PluginInstaller(Installed());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Install_AFolder_MakesAPluginThatWorks()
    {
        var installed = _installer.Install(TestFolders.Fixture("FaultyOperation"));
        Assert.Equal(("faulty", "1.0.0", null), (installed.Manifest.Id, installed.Manifest.Version, installed.Replaced));
        using var manager = new PluginManager(Installed());
        Assert.Equal("test.divides", manager.Get<IOperation>("test.divides").Id);
        AssertNothingLeftBehind("faulty");
    }

    [Fact]
    public void Install_AnotherVersion_TakesThePlaceOfTheOld_WithAllItsFiles()
    {
        _installer.Install(TestFolders.Fixture("FaultyOperation"));
        File.WriteAllText(Installed("faulty", "left-over.txt"), "");
        var newer = Copy("FaultyOperation", manifest => manifest.Replace("1.0.0", "1.1.0", StringComparison.Ordinal));
        Assert.Equal("1.0.0", _installer.Install(newer).Replaced);
        Assert.Equal("1.1.0", PluginManifest.Read(Installed("faulty")).Version);
        Assert.False(File.Exists(Installed("faulty", "left-over.txt")));
        AssertNothingLeftBehind("faulty");
    }

    [Fact]
    public void Install_OfSomethingBroken_LeavesTheOldVersion()
    {
        _installer.Install(TestFolders.Fixture("FaultyOperation"));
        var broken = Zip(("plugin.json", Encoding.UTF8.GetBytes("{ \"id\": \"faulty\" }")));
        Assert.Throws<PluginException>(() => _installer.Install(broken));
        Assert.Equal("1.0.0", PluginManifest.Read(Installed("faulty")).Version);
        AssertNothingLeftBehind("faulty");
    }

    public static TheoryData<string, string, string> Unusable => new()
    {
        { "\">=0.1 <0.2\"", "\">=9.0\"", "asks for SDK >=9.0" },
        { "FaultyOperation.dll", "Other.dll", "has no 'Other.dll'" },
        { "FaultyOperation.dll", "../Other.dll", "\"assembly\"" },
        { "\"faulty\"", "\"../faulty\"", "\"id\"" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Install_OfAPluginThatCannotBeUsed_SaysWhy_AndWritesNothing(string old, string replacement, string reason)
    {
        var source = Copy("FaultyOperation", manifest => manifest.Replace(old, replacement, StringComparison.Ordinal));
        Assert.Contains(reason, Assert.Throws<PluginException>(() => _installer.Install(source)).Message, StringComparison.Ordinal);
        AssertNothingLeftBehind();
    }

    [Fact]
    public void Install_OfAnAssemblyThatIsNone_SaysSo()
    {
        var source = Copy("FaultyOperation", manifest => manifest);
        File.WriteAllText(Path.Combine(source, "FaultyOperation.dll"), "MZ, but no assembly");
        Assert.Contains("no .NET assembly", Assert.Throws<PluginException>(() => _installer.Install(source)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PackThenInstall_GivesTheSameFiles_AndPackingAgainTheSameBytes()
    {
        var (one, two) = (_folder.File("one.zip"), _folder.File("two.zip"));
        PluginArchive.Write(TestFolders.Fixture("FaultyOperation"), one);
        PluginArchive.Write(TestFolders.Fixture("FaultyOperation"), two);
        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(two));
        _installer.Install(one);
        Assert.Equal(PluginFiles.Read(TestFolders.Fixture("FaultyOperation")).Hash, PluginFiles.Read(Installed("faulty")).Hash);
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("faulty/../../evil.txt")]
    [InlineData("/evil.txt")]
    [InlineData("..\\evil.txt")]
    [InlineData("C:/evil.txt")]
    public void Install_AZipThatLeadsOut_WritesNothing(string name)
    {
        var zip = Zip([.. FixtureEntries(), (name, [1, 2, 3])]);
        Assert.Contains("leads out", Assert.Throws<PluginException>(() => _installer.Install(zip)).Message, StringComparison.Ordinal);
        AssertNothingLeftBehind();
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "evil.txt", SearchOption.AllDirectories));
    }

    [Fact]
    public void Install_AZipWithALink_IsRefused()
    {
        var zip = Zip(FixtureEntries());
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Update))
            archive.CreateEntry("faulty/link.dll").ExternalAttributes = unchecked((int)0xA1FF0000);
        Assert.Contains("link", Assert.Throws<PluginException>(() => _installer.Install(zip)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Install_AZipOfAbsurdlyManyFiles_IsRefused()
    {
        var zip = Zip([.. FixtureEntries(), .. Enumerable.Range(0, PluginFolder.MaxFiles).Select(i => ($"faulty/{i}", Array.Empty<byte>()))]);
        Assert.Contains("That is no plugin", Assert.Throws<PluginException>(() => _installer.Install(zip)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Install_AFileThatIsNoZip_OrAZipWithoutManifest_SaysSo()
    {
        File.WriteAllText(_folder.File("text.zip"), "no zip");
        Assert.Contains("no zip file", Assert.Throws<PluginException>(() => _installer.Install(_folder.File("text.zip"))).Message, StringComparison.Ordinal);
        Assert.Contains("no plugin.json", Assert.Throws<PluginException>(() => _installer.Install(Zip(("a/b.txt", [1])))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Remove_TakesThePluginAway_AndKnowsTheOthers()
    {
        _installer.Install(TestFolders.Fixture("FaultyOperation"));
        Assert.Contains("there are: faulty", Assert.Throws<UserException>(() => _installer.Remove("other", ["formats"])).Message, StringComparison.Ordinal);
        Assert.Contains("plugins disable formats", Assert.Throws<UserException>(() => _installer.Remove("formats", ["formats"])).Message, StringComparison.Ordinal);
        _installer.Remove("faulty", []);
        AssertNothingLeftBehind();
    }

    private string Installed(params string[] path) => Path.Combine([_folder.Path, "installed", .. path]);

    private void AssertNothingLeftBehind(params string[] expected) =>
        Assert.Equal(expected, Directory.Exists(Installed()) ? Directory.EnumerateFileSystemEntries(Installed()).Select(Path.GetFileName) : []);

    private string Copy(string fixture, Func<string, string> manifest)
    {
        _folder.AddPlugin("copy", fixture: fixture);
        var file = Path.Combine(_folder.File("copy"), PluginManifest.FileName);
        File.WriteAllText(file, manifest(File.ReadAllText(file)));
        return _folder.File("copy");
    }

    private static (string Name, byte[] Content)[] FixtureEntries() =>
        [.. PluginFolder.Files(TestFolders.Fixture("FaultyOperation")).Select(file => ($"faulty/{file.Name}", File.ReadAllBytes(file.File)))];

    private string Zip(params (string Name, byte[] Content)[] entries)
    {
        var path = _folder.File($"{Guid.NewGuid():N}.zip");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in entries)
        {
            using var stream = archive.CreateEntry(name).Open();
            stream.Write(content);
        }
        return path;
    }
}
