using VolumeViewer.Host.Commands;
using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Tests.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

[Collection(MeasuredAlone.Name)]
public sealed class ProjectWindowTests : IDisposable
{
    private readonly ProjectWorld _world = new();

    public void Dispose() => _world.Dispose();

    [DisplayFact]
    public void AProject_SavedChangedAndOpenedFromTheRecentList_IsAsItWasSaved()
    {
        var viewer = _world.ViewerOnFiles();
        byte[]? saved = null;
        var title = "";
        WindowScript.Run(_world.Services, viewer,
        [
            WindowScript.Do(loop =>
            {
                viewer.Layers[0].Opacity = 0.6f;
                viewer.Layout = ViewLayout.SliceZ;
                loop.Bench.Project.SaveTo(_world.Project);
            }),
            loop => loop.Bench.Project.State.Path == _world.Project && IsAtRest(loop),
            WindowScript.Do(loop =>
            {
                title = loop.Title;
                saved = PictureOf(loop);
                Assert.False(loop.Bench.Project.Unsaved.IsChanged);
                viewer.Layers[1].Visible = false;
                viewer.Layers[0].Opacity = 0.1f;
                viewer.Camera.Orbit(1, 0);
            }),
            loop => loop.Title.Contains('*') && IsAtRest(loop),
            WindowScript.Do(loop =>
            {
                Assert.NotEqual(saved, PictureOf(loop));
                CommandTable.Find("file.open-last").Run(new CommandTarget(loop.Bench, loop.Shell.Views, loop.Shell.State));
            }),
            loop => loop.Shell.Projects.Buttons.ContainsKey("Do not save"),
            WindowScript.Do(loop => new Pointer(TitleOf(loop)).Click(loop.Shell.Projects.Buttons["Do not save"].Center, Pointer.Left)),
            loop => loop.Bench.Project.Question is null && !loop.Bench.Project.IsBusy && viewer.Layers.Count == 2 && viewer.Layers[1].Visible,
            loop => IsAtRest(loop) && PictureOf(loop).SequenceEqual(saved!),
        ]);
        Assert.StartsWith("scan — ", title);
        Assert.Equal(0.6f, viewer.Layers[0].Opacity);
        Assert.True(viewer.Layers[1].Visible);
    }

    [DisplayFact]
    public void Quitting_WithChangesOfAProject_AsksAndCanBeTakenBack()
    {
        var viewer = _world.ViewerOnFiles();
        var stayed = false;
        WindowScript.Run(_world.Services, viewer,
        [
            WindowScript.Do(loop => loop.Bench.Project.SaveTo(_world.Project)),
            loop => loop.Bench.Project.State.Path is not null,
            WindowScript.Do(loop =>
            {
                viewer.Layers[0].Name = "changed";
                loop.Shell.State.WantsToQuit = true;
            }),
            loop => loop.Shell.Projects.Buttons.ContainsKey("Cancel"),
            WindowScript.Do(loop => new Pointer(TitleOf(loop)).Click(loop.Shell.Projects.Buttons["Cancel"].Center, Pointer.Left)),
            loop => stayed = loop.Bench.Project.Question is null && !loop.Shell.State.WantsToQuit,
        ]);
        Assert.True(stayed);
    }

    private static string TitleOf(WindowLoop loop) => loop.Title[(loop.Title.IndexOf("— ", StringComparison.Ordinal) is var at and >= 0 ? at + 2 : 0)..];

    private static bool IsAtRest(WindowLoop loop) => !loop.Bench.Watcher.AnyRunning && loop.Bench.Notices.Shown.Count == 0 && loop.Frames > 0 && !loop.Bench.Project.IsBusy;

    // The slice view without the notices that come and go below it.
    private static byte[] PictureOf(WindowLoop loop)
    {
        var shot = loop.Capture();
        var area = loop.Shell.Views.Pictures[0].Area;
        var (left, top, width, height) = ((int)area.Min.X + 40, (int)area.Min.Y + 40, (int)area.Width - 80, (int)area.Height - 80);
        var part = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
            shot.Rgba.AsSpan((((top + y) * shot.Width) + left) * 4, width * 4).CopyTo(part.AsSpan(y * width * 4));
        return part;
    }
}
