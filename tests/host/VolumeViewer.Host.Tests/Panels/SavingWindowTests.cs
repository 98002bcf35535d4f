using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Figures and animations saved from their forms in the real window, with real keys where there is a display.</summary>
[Collection("window")]
public sealed class SavingWindowTests
{
    [Theory]
    [InlineData("fig", "fig.png")]
    [InlineData("fig.pdf", "fig.pdf")]
    [InlineData("fig.", "fig.png")]
    [InlineData("fig.v2", "fig.v2")]
    [InlineData("slices/", "slices/")]
    public void NamesWithoutAnEnding_GetTheOneThatWasOffered(string typed, string expected) =>
        Assert.Equal(expected, new FileRequest("Save", FileGoal.Save, "Save", "figure.png", _ => { }).WithEnding(typed));

    [DisplayFact]
    public void AFigureAndFrames_NamedAndEntered_AreWritten()
    {
        using var folder = new TemporaryFolder();
        var viewer = Scenes.Viewer("a");
        var (figure, frames, isAsked) = (folder.File("fig"), folder.File("frames"), false);
        Run(viewer,
            Do(_ => viewer.Layout = ViewLayout.SliceZ),
            loop => loop.Shell.Views.Pictures.Count == 1,
            Do(loop => loop.Bench.Export.Figure = loop.Bench.Export.Figure with { Width = 64 }),
            Do(loop => loop.Bench.Export.ShowFigure = true),
            loop => loop.Shell.Export.Buttons.ContainsKey("Save figure"),
            Do(loop => new Pointer(loop.Title).Click(loop.Shell.Export.Buttons["Save figure"].Center, Pointer.Left)),
            // The name has the keys, and what is typed takes the place of the one offered.
            loop => loop.Bench.FileRequest is not null && ImGuiNET.ImGui.GetIO().WantTextInput,
            Do(loop => new Pointer(loop.Title).Type(figure)),
            Do(loop => new Pointer(loop.Title).Press("Enter")),
            _ => File.Exists(figure + ".png"),
            // What is there is replaced only by a second time.
            Do(loop => loop.Bench.Export.SaveFigure()),
            _ => ImGuiNET.ImGui.GetIO().WantTextInput,
            Do(_ => File.WriteAllText(figure + ".png", "old")),
            Do(loop => new Pointer(loop.Title).Type(figure + ".png")),
            Do(loop => new Pointer(loop.Title).Press("Enter")),
            _ => !ImGuiNET.ImGui.GetIO().WantTextInput,
            Do(loop => isAsked = loop.Bench.FileRequest is not null && File.ReadAllText(figure + ".png") == "old"),
            Do(loop => new Pointer(loop.Title).Press("Enter")),
            loop => loop.Bench.FileRequest is null,
            loop => new FileInfo(figure + ".png").Length > 3 && !loop.Bench.Watcher.AnyRunning,
            Do(loop => loop.Bench.Export.Animation = loop.Bench.Export.Animation with { Width = 32, Height = 24, Frames = 3 }),
            Do(loop => loop.Bench.Export.WriteAnimation(frames + Path.DirectorySeparatorChar)),
            _ => Directory.Exists(frames) && Directory.GetFiles(frames, "*.png").Length == 3);

        Assert.True(isAsked);
        using var written = SkiaSharp.SKBitmap.Decode(figure + ".png");
        Assert.Equal(64, written.Width);
        Assert.Equal(3, Directory.GetFiles(frames, "*.png").Length);
    }
}
