using VolumeViewer.Host.Tests.CommandLine;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class PortableTests
{
    [GlTheory]
    [InlineData("Translucent")]
    [InlineData("Isosurface")]
    [InlineData("AttenuatedMaximum")]
    public void Render_WithoutTheWideInstructions_GivesTheSamePicture(string mode)
    {
        using var folder = new TemporaryFolder();
        var (wide, narrow) = (Render(folder.File("wide.png"), mode, "1"), Render(folder.File("narrow.png"), mode, "0"));
        Assert.Equal(wide, narrow);
        Assert.True(wide.Length > 500);
    }

    private static byte[] Render(string path, string mode, string hasAvx2)
    {
        // The runtime's own switch: what it leaves out is left out everywhere, as on a processor that lacks it.
        var run = ProgramRun.Of(new Dictionary<string, string?> { ["DOTNET_EnableAVX2"] = hasAvx2 },
            "render", Path.Combine(TestFolders.Samples, "qim3d-cement", "cement_128x128x128.tif"),
            "--renderer", "cpu", "--mode", mode, "--size", "64x48", "--isovalue", "60", "--out", path);
        Assert.True(run.ExitCode == 0, run.Errors);
        return File.ReadAllBytes(path);
    }
}
