using VolumeViewer.Host.Tests.Projects;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Files and folders that are dropped on the window, from where the window is told of them on.</summary>
[Collection("window")]
public sealed class DropWindowTests : IDisposable
{
    private readonly ProjectWorld _world = new();

    public void Dispose() => _world.Dispose();

    [DisplayFact]
    public void AFileAndAFolderOfSlices_Dropped_AreALayerEach()
    {
        var stack = Path.Combine(Path.GetDirectoryName(_world.Folder.File("stack/1.tif"))!);
        Directory.CreateDirectory(stack);
        for (var slice = 1; slice <= 3; slice++)
            _world.Services.Io.Save(Scenes.Ramp(new VolumeShape(1, 7, 9), Spacing.Uncalibrated), Path.Combine(stack, $"{slice}.tif"));
        var file = _world.Folder.File("single.npy");
        _world.Services.Io.Save(Scenes.Ramp(new VolumeShape(4, 5, 6), Spacing.Uncalibrated), file);
        var (viewer, isSeen, steps) = (new Viewer(), false, 0);

        Run(_world.Services, viewer,
            Do(loop => loop.Drop([file, stack])),
            loop => viewer.Layers.Count == 2 && !loop.Bench.Watcher.AnyRunning,
            loop => isSeen = loop.Shell.Views.Pictures.Count == 4,
            Do(loop => steps = loop.Bench.History.Steps.Count));

        Assert.Equal([new VolumeShape(3, 7, 9), new VolumeShape(4, 5, 6)], viewer.Layers.Select(layer => layer.Shape).OrderBy(shape => shape.Depth));
        Assert.True(isSeen);
        Assert.Equal(2, steps);
    }

    [DisplayFact]
    public void AProject_Dropped_IsOpened()
    {
        var (viewer, saved) = (new Viewer(), _world.ViewerOnFiles());
        var before = saved.Layers.Count;
        Run(_world.Services, saved,
            Do(loop => loop.Bench.Project.SaveTo(_world.Project)),
            loop => loop.Bench.Project.State.Path == _world.Project && !loop.Bench.Project.IsBusy);
        Run(_world.Services, viewer,
            Do(loop => loop.Drop([_world.Project])),
            loop => viewer.Layers.Count == before && loop.Title.StartsWith("scan", StringComparison.Ordinal));

        Assert.Equal(saved.Layers.Select(layer => layer.Name), viewer.Layers.Select(layer => layer.Name));
    }

    [DisplayFact]
    public void WhatCannotBeOpened_Dropped_IsToldAndTheRestOpens()
    {
        var (notes, empty, gone) = (_world.Folder.File("notes.txt"), _world.Folder.File("empty"), _world.Folder.File("gone.tif"));
        File.WriteAllText(notes, "no volume");
        Directory.CreateDirectory(empty);
        var file = _world.Folder.File("good.npy");
        _world.Services.Io.Save(Scenes.Ramp(new VolumeShape(4, 5, 6), Spacing.Uncalibrated), file);
        var viewer = new Viewer();
        List<string> told = [];
        string? asked = null;

        Run(_world.Services, viewer,
            Do(loop => loop.Drop([empty, gone, file, notes])),
            loop => viewer.Layers.Count == 1 && !loop.Bench.Watcher.AnyRunning && loop.Bench.Choosing is not null && loop.Bench.Notices.Shown.Count(notice => notice.IsError) == 2,
            Do(loop => (told, asked) = ([.. loop.Bench.Notices.Shown.Where(notice => notice.IsError).Select(notice => notice.Text)], loop.Bench.Choosing!.Path)));

        Assert.Equal("good", viewer.Layers[0].Name);
        Assert.Contains(told, text => text.Contains(empty, StringComparison.Ordinal));
        Assert.Contains(told, text => text.Contains(gone, StringComparison.Ordinal));
        Assert.Equal(notes, asked);
    }
}
