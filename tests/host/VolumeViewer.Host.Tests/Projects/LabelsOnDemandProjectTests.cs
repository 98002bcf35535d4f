using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Projects;

/// <summary>Labels that are too many for the memory come back from a project without being read into it.</summary>
public sealed class LabelsOnDemandProjectTests : IDisposable
{
    // Of 6 slices of 56 voxels two are kept.
    private readonly ProjectWorld _world = new(mostLabelsInMemory: 120);

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Open_OfLabelsInAFile_ReadsThemWhenTheyAreWanted()
    {
        var viewer = _world.ViewerOnFiles();
        var labels = (LabelsLayer)viewer.Layers[1];
        Assert.True(labels.Labels.IsOnDemand);
        labels.Phases = new PhaseTable([.. labels.Phases.Select(phase => phase with { Name = "the " + phase.Name, FileValue = phase.FileValue + 10 }), new Phase("added", default, 99)]);
        _world.Save(viewer);
        var (opened, reading) = _world.Open();
        Assert.Empty(reading.Notices);
        var back = (LabelsLayer)opened.Layers[1];
        Assert.True(back.Labels.IsOnDemand);
        Assert.Equal(labels.Phases, back.Phases);
        AssertSame(labels, back);
    }

    [Fact]
    public void Open_OfPaintedLabels_HasWhatWasPaintedAndMayBePaintedOnAgain()
    {
        var viewer = _world.ViewerOnFiles();
        viewer.Layers.LayerChanged += (_, change) => VoxelChanges.Note(change);
        var labels = (LabelsLayer)viewer.Layers[1];
        labels.Fill(new VoxelBox(1, 1, 1, 2, 3, 4), 1);
        _world.Save(viewer);
        var (opened, reading) = _world.Open();
        Assert.Empty(reading.Notices);
        var back = (LabelsLayer)opened.Layers[1];
        Assert.True(back.Labels.IsOnDemand);
        AssertSame(labels, back);

        // What is read is written anew, and then deleted, while the layer goes on reading it.
        opened.Layers.LayerChanged += (_, change) => VoxelChanges.Note(change);
        back.Fill(new VoxelBox(4, 0, 0, 1, 2, 2), LabelVolume.Unlabelled);
        _world.Save(opened, reading.State);
        Assert.Single(Directory.GetFiles(ProjectPaths.DataFolder(_world.Project)));
        AssertSame(back, (LabelsLayer)_world.Open().Viewer.Layers[1]);
        labels.Fill(new VoxelBox(4, 0, 0, 1, 2, 2), LabelVolume.Unlabelled);
        AssertSame(labels, back);
    }

    // In memory such a file would be refused while it is read; later that would be an error in the middle of drawing.
    [Fact]
    public void Open_OfAFileThatHasOtherLabelsByNow_ShowsTheseAndKeepsThemInTheProject()
    {
        var viewer = _world.ViewerOnFiles();
        _world.Save(viewer);
        viewer.Layers[1].Dispose();
        using (var other = new LabelVolume(viewer.Layers[0].Shape, PhaseTable.ForFileValues([0, 2, 7]), viewer.Layers[0].Spacing))
        {
            other.Slice(3)[5] = 1;
            other.Slice(5)[50] = 2;
            _world.Services.Io.Save(other, _world.Folder.File("work/labels.npy"));
        }
        for (var times = 0; times < 2; times++)
        {
            var (opened, reading) = _world.Open();
            Assert.Equal(times == 0 ? 1 : 0, reading.Notices.Count);
            var labels = (LabelsLayer)opened.Layers[1];
            Assert.True(labels.Labels.IsOnDemand);
            Assert.Equal((1, 2), (labels.Labels.Slice(3)[5], labels.Labels.Slice(5)[50]));
            _world.Save(opened, reading.State);
        }
    }

    private static void AssertSame(LabelsLayer expected, LabelsLayer actual)
    {
        for (var z = 0; z < expected.Shape.Depth; z++)
            Assert.Equal(expected.Labels.Slice(z).ToArray(), actual.Labels.Slice(z).ToArray());
    }
}
