using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Projects;

public sealed class MeasuringProjectTests
{
    [Fact]
    public void Project_WithAStatedVoxelSizeAndMeasurements_KeepsThemAndStillRefersToTheFiles()
    {
        using var world = new ProjectWorld();
        var viewer = world.ViewerOnFiles();
        var spacing = new Spacing(4, 0.5, 0.25);
        foreach (var layer in viewer.Layers)
            layer.Spacing = spacing;
        viewer.Measurements.Add(new Measurement(MeasurementKind.Profile, [new(0, 1.5, 2), new(3, 4, 1 / 3.0)], Axis.X) { Name = "a \"name\"", Color = new Rgba(1, 2, 3), Width = 7, Visible = false });
        viewer.Measurements.Add(new Measurement(MeasurementKind.Ruler, [new(0, 0, 0), new(1, 1, 1)], null));
        world.Save(viewer);

        var (opened, reading) = world.Open();

        Assert.Empty(reading.Notices);
        Assert.All(opened.Layers, layer => Assert.Equal(spacing, layer.Spacing));
        Assert.Equal(spacing, ((LabelsLayer)opened.Layers[1]).Labels.Spacing);
        Assert.False(Directory.Exists(ProjectPaths.DataFolder(world.Project)));
        Assert.Equal(2, opened.Measurements.Count);
        foreach (var (before, after) in viewer.Measurements.Zip(opened.Measurements))
        {
            Assert.Equal(before.Points.ToArray(), after.Points.ToArray());
            Assert.Equal(before, after with { Points = before.Points });
        }
    }
}
