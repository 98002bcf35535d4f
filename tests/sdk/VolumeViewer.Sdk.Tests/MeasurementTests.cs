using System.Text.Json;

namespace VolumeViewer.Sdk.Tests;

public sealed class MeasurementTests
{
    private static readonly Spacing Unequal = new(4, 0.5, 0.25);

    private static Measurement Of(MeasurementKind kind, params WorldPoint[] points) => new(kind, [.. points], Axis.Z);

    // 3 µm along one axis and 4 µm along the other are 5 µm, whatever the voxels are; in voxels it is something else.
    [Theory]
    [InlineData(0, 3, 4)]
    [InlineData(3, 0, 4)]
    [InlineData(4, 3, 0)]
    public void Length_OfAThreeFourFiveLine_IsFiveWhateverTheSpacing(double z, double y, double x)
    {
        var ruler = Of(MeasurementKind.Ruler, new WorldPoint(1, 2, 3), new WorldPoint(1 + z, 2 + y, 3 + x));

        Assert.Equal(5, ruler.Length, 12);
        Assert.Equal(Math.Sqrt(Math.Pow(z / 4, 2) + Math.Pow(y / 0.5, 2) + Math.Pow(x / 0.25, 2)), ruler.LengthInVoxels(Unequal), 12);
    }

    [Fact]
    public void Length_OfAPath_IsTheSumOfItsParts() =>
        Assert.Equal(5 + 12 + 1, Of(MeasurementKind.Path, new(0, 0, 0), new(0, 3, 4), new(12, 3, 4), new(12, 3, 5)).Length, 12);

    [Theory]
    [InlineData(1, 0, 90)]
    [InlineData(1, 1, 45)]
    [InlineData(0, 1, 0)]
    [InlineData(0, -2, 180)]
    [InlineData(1.7320508075688772, 1, 60)]
    public void Degrees_OfTwoArms_IsTheAngleBetweenThem(double y, double x, double expected) =>
        Assert.Equal(expected, Of(MeasurementKind.Angle, new(3, 0, 7), new(3, 0, 0), new(3, y, x)).Degrees, 10);

    [Fact]
    public void Degrees_OfAnArmWithoutLength_IsNoNumber()
    {
        Assert.True(double.IsNaN(Of(MeasurementKind.Angle, new(0, 0, 0), new(0, 0, 0), new(0, 0, 1)).Degrees));
        Assert.True(double.IsNaN(Of(MeasurementKind.Ruler, new(0, 0, 0), new(0, 0, 1)).Degrees));
    }

    [Fact]
    public void AreaAndVolume_OfRegions_AreTheirClosedForms()
    {
        WorldPoint one = new(2, 1, 1), other = new(2, 4, 9);
        Assert.Equal(24, Of(MeasurementKind.Rectangle, one, other).Area, 12);
        Assert.Equal(Math.PI * 4 * 1.5, Of(MeasurementKind.Ellipse, one, other).Area, 12);
        Assert.Equal(2 * 3 * 8, Of(MeasurementKind.Box, one, new WorldPoint(4, 4, 9)).Volume, 12);
        Assert.True(double.IsNaN(Of(MeasurementKind.Ruler, one, other).Area));
    }

    [Fact]
    public void Measurement_OfWrongPoints_IsRefusedWithTheNumberItNeeds()
    {
        var few = Assert.Throws<ArgumentException>(() => Of(MeasurementKind.Angle, new(0, 0, 0), new(0, 0, 1)));
        Assert.Contains("has 3 points, got 2", few.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Of(MeasurementKind.Ruler, new(0, 0, 0), new(0, 0, double.NaN)));
        Assert.Throws<ArgumentException>(() => new Measurement(MeasurementKind.Ellipse, [default, default], plane: null));
    }

    [Fact]
    public void Measurement_ThroughJson_IsTheSame()
    {
        var before = Of(MeasurementKind.Profile, new(0, 1, 2), new(3, 4, 5)) with { Name = "across", Width = 5, Visible = false };
        var after = JsonSerializer.Deserialize<Measurement>(JsonSerializer.Serialize(before))!;

        Assert.Equal(before with { Points = after.Points }, after);
        Assert.Equal(before.Points.ToArray(), after.Points.ToArray());
    }

    [Fact]
    public void List_AddedChangedAndRemoved_IsUndoneStepByStep()
    {
        var viewer = new Viewer();
        using var history = new UndoHistory(viewer);
        var first = viewer.Measurements.Add(Of(MeasurementKind.Ruler, new(0, 0, 0), new(0, 0, 1)));
        history.EndGesture();
        // A drag is many changes and one step.
        for (var x = 2; x < 9; x++)
            viewer.Measurements.Replace(viewer.Measurements[0] with { Points = [new(0, 0, 0), new(0, 0, x)] });
        history.EndGesture();
        viewer.Measurements.Remove(first.Id);

        Assert.Equal(["Measure 'Ruler 1'", "Change 'Ruler 1'", "Remove 'Ruler 1'"], history.Steps.Select(step => step.Title));
        history.Undo();
        Assert.Equal(8, Assert.Single(viewer.Measurements).Length);
        history.Undo();
        Assert.Equal(1, Assert.Single(viewer.Measurements).Length);
        history.Undo();
        Assert.Empty(viewer.Measurements);
        history.GoTo(2);
        Assert.Equal(8, Assert.Single(viewer.Measurements).Length);
    }
}
