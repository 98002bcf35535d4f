using System.Text.Json.Nodes;

using VolumeViewer.Host.Projects;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Projects;

public sealed class MeasurementsPartTests
{
    [Fact]
    public void Read_OfWhatWasWritten_GivesTheSameMeasurementsAndNoStep()
    {
        var (viewer, other) = (new Viewer(), new Viewer());
        viewer.Measurements.Add(new Measurement(MeasurementKind.Profile, [new(0, 1.5, 2), new(3, 4, 1 / 3.0)], Axis.X) { Name = "a \"name\"", Color = new Rgba(1, 2, 3), Width = 7, Visible = false });
        viewer.Measurements.Add(new Measurement(MeasurementKind.Ruler, [new(0, 0, 0), new(1, 1, 1)], null));
        using var history = new UndoHistory(other);
        var text = new MeasurementsPart(viewer.Measurements, history).Write()!.ToJsonString();

        new MeasurementsPart(other.Measurements, history).Read(JsonNode.Parse(text));

        Assert.Equal(2, other.Measurements.Count);
        foreach (var (before, after) in viewer.Measurements.Zip(other.Measurements))
        {
            Assert.Equal(before.Points.ToArray(), after.Points.ToArray());
            Assert.Equal(before, after with { Points = before.Points });
        }
        Assert.Empty(history.Steps);
        Assert.DoesNotContain("length", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("""[{"kind":"angle","points":[],"plane":null}]""")]
    [InlineData("""[{"kind":"spiral","points":[],"plane":null}]""")]
    [InlineData("""{"kind":"ruler"}""")]
    public void Read_OfOtherThings_IsRefusedAndLeavesTheListAlone(string text)
    {
        var viewer = new Viewer();
        using var history = new UndoHistory(viewer);
        viewer.Measurements.Add(new Measurement(MeasurementKind.Ruler, [new(0, 0, 0), new(1, 1, 1)], null));

        Assert.Throws<FormatException>(() => new MeasurementsPart(viewer.Measurements, history).Read(JsonNode.Parse(text)));
        Assert.Single(viewer.Measurements);
        new MeasurementsPart(viewer.Measurements, history).Read(null);
        Assert.Empty(viewer.Measurements);
    }

    // The voxel size that the user stated is a property of the layer, and kept like the others.
    [Fact]
    public void Project_WithAStatedVoxelSize_KeepsItAndStillRefersToTheFile()
    {
        using var world = new ProjectWorld();
        var viewer = world.ViewerOnFiles();
        viewer.Layers[0].Spacing = new Spacing(4, 0.5, 0.25);
        viewer.Layers[1].Spacing = new Spacing(4, 0.5, 0.25);
        world.Save(viewer);

        var (opened, reading) = world.Open();

        Assert.Empty(reading.Notices);
        Assert.All(opened.Layers, layer => Assert.Equal(new Spacing(4, 0.5, 0.25), layer.Spacing));
        Assert.Equal(new Spacing(4, 0.5, 0.25), ((LabelsLayer)opened.Layers[1]).Labels.Spacing);
        Assert.False(Directory.Exists(ProjectPaths.DataFolder(world.Project)));
    }
}
