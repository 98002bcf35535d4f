using VolumeViewer.Host.Operations;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Projects;

public sealed class DataPathTests
{
    [Theory]
    [InlineData("file:///data/my%20scan.tif", "/data/my scan.tif")]
    [InlineData("file://localhost/data/a.tif", "/data/a.tif")]
    [InlineData("folder/a.tif", "folder/a.tif")]
    [InlineData("/data/50%20.tif", "/data/50%20.tif")]
    public void Local_OfAPathOrFileUrl_GivesThePath(string given, string expected)
    {
        if (!OperatingSystem.IsWindows())
            Assert.Equal(expected, DataPath.Local(given));
    }

    [Theory]
    [InlineData("https://example.org/a.tif", "Download it")]
    [InlineData("s3://bucket/a.tif", "Download it")]
    public void Local_OfAnotherUrl_SaysWhatToDo(string given, string expected) => Assert.Contains(expected, Assert.Throws<UserException>(() => DataPath.Local(given)).Message);

    [Fact]
    public void OpenStack_OfFiles_PutsTheirSlicesOneAfterTheOther()
    {
        using var folder = new TemporaryFolder();
        using var services = new AppServices(Path.Combine(TestFolders.Program, "plugins"));
        for (var file = 0; file < 3; file++)
        {
            using var part = new Volume<byte>(new VolumeShape(file + 1, 2, 3));
            part[file, 1, 2] = (byte)(file + 10);
            services.Io.Save(part, folder.File($"part{file}.npy"));
        }
        var paths = Enumerable.Range(0, 3).Select(file => folder.File($"part{file}.npy")).ToList();
        using (var stack = services.Io.OpenStack(paths))
        {
            Assert.Equal(new VolumeShape(6, 2, 3), stack.Shape);
            var slice = new byte[6];
            stack.ReadSlice(5, slice);
            Assert.Equal(12, slice[5]);
        }
        using (var odd = new Volume<byte>(new VolumeShape(1, 2, 4)))
            services.Io.Save(odd, folder.File("odd.npy"));
        Assert.Contains("odd.npy", Assert.Throws<UserException>(() => services.Io.OpenStack([.. paths, folder.File("odd.npy")])).Message);
    }
}
