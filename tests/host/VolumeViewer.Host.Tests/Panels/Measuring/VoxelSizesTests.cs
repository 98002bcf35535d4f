using System.Numerics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels.Measuring;

public sealed class VoxelSizesTests
{
    private readonly Viewer _viewer = Scenes.Viewer("one", "two");

    [Fact]
    public void Set_OfAllLayers_StretchesTheWorldAndIsOneStepBack()
    {
        _viewer.Layers[1].Spacing = new Spacing(2, 2, 2, isCalibrated: false);
        _viewer.ResetView();
        using var history = new UndoHistory(_viewer);
        _viewer.Measurements.Add(new Measurement(MeasurementKind.Ruler, [new(0, 0, 0), new(0, 3, 4)], Axis.Z));
        history.EndGesture();

        VoxelSizes.Set(_viewer, history, _viewer.Layers[0], new Spacing(4, 0.5, 0.25), all: true);

        Assert.Equal((new Spacing(4, 0.5, 0.25), new Spacing(8, 1, 0.5)), (_viewer.Layers[0].Spacing, _viewer.Layers[1].Spacing));
        // Three voxels down and four to the right.
        Assert.Equal(Math.Sqrt(Math.Pow(1.5, 2) + 1), _viewer.Measurements[0].Length, 12);
        Assert.Equal("Voxel size of all layers to 4 × 0.5 × 0.25 µm", history.Undoable!.Title);
        history.Undo();
        Assert.False(_viewer.Layers[0].Spacing.IsCalibrated);
        Assert.Equal(5, _viewer.Measurements[0].Length, 12);
        history.Redo();
        Assert.Equal(new Spacing(8, 1, 0.5), _viewer.Layers[1].Spacing);
    }

    [Fact]
    public void Follow_OfTheLowestLayer_TakesCursorCameraAndBoxAlong()
    {
        _viewer.ResetView();
        _viewer.CropBox = new CropBox(Vector3.Zero, new Vector3(6, 5, 4));
        var (distance, cursor) = (_viewer.Camera.Distance, _viewer.Cursor);
        _viewer.Layers.LayerChanged += (_, change) => VoxelSizes.Follow(_viewer, (LayerPropertyChange)change);

        _viewer.Layers[1].Spacing = Spacing.Isotropic(3);
        Assert.Equal(cursor, _viewer.Cursor);
        _viewer.Layers[0].Spacing = Spacing.Isotropic(3);

        Assert.Equal(new WorldPoint(cursor.Z * 3, cursor.Y * 3, cursor.X * 3), _viewer.Cursor);
        Assert.Equal(distance * 3, _viewer.Camera.Distance, 3);
        Assert.Equal(new Vector3(18, 15, 12), _viewer.CropBox!.Value.High);
    }

    // What the bar of a view says follows the layer.
    [Fact]
    public void ScaleBar_AfterAChange_IsInMicrometres()
    {
        Assert.Equal("voxel", SliceSteps.Of(_viewer, Axis.Z)!.Value.Unit);
        var before = ScaleBar.Choose(0.1, 100, SliceSteps.Of(_viewer, Axis.Z)!.Value.IsCalibrated).Text;
        using var history = new UndoHistory(_viewer);
        VoxelSizes.Set(_viewer, history, _viewer.Layers[0], Spacing.Isotropic(0.05), all: true);

        // The view fits the scene, which is a twentieth as large now.
        var after = ScaleBar.Choose(0.1 * 0.05, 100, SliceSteps.Of(_viewer, Axis.Z)!.Value.IsCalibrated).Text;
        Assert.Contains("voxels", before, StringComparison.Ordinal);
        Assert.Contains("nm", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nm", "250", 0.25)]
    [InlineData("µm", " 0,39 ", 0.39)]
    [InlineData("mm", "1e-3", 1.0)]
    [InlineData("µm", "0", null)]
    [InlineData("µm", "-2", null)]
    [InlineData("µm", "wide", null)]
    [InlineData("µm", "∞", null)]
    public void Parse_OfATypedSize_GivesMicrometresOrNothing(string unit, string text, double? expected)
    {
        var size = LengthUnit.All.First(each => each.Name == unit).Parse(text);

        Assert.Equal(expected is null, size is null);
        if (expected is { } wanted)
            Assert.Equal(wanted, size!.Value, 12);
    }

    [Theory]
    [InlineData(0.25, true, "250 nm")]
    [InlineData(40.3064, true, "40.31 µm")]
    [InlineData(1500, true, "1.5 mm")]
    [InlineData(40.3064, false, "40.31 voxels")]
    [InlineData(1, false, "1 voxel")]
    public void Text_OfALength_HasTheUnitThatSuitsIt(double length, bool isCalibrated, string expected) => Assert.Equal(expected, Lengths.Text(length, isCalibrated));

    [Fact]
    public void Text_OfAreasAndVolumes_HasTheUnitThatSuitsThem()
    {
        Assert.Equal(("326 µm²", "2000 nm²", "0.5 mm²", "7 voxels²"), (Lengths.Area(326, true), Lengths.Area(2e-3, true), Lengths.Area(5e5, true), Lengths.Area(7, false)));
        Assert.Equal(("8029 µm³", "5000 nm³", "0.02 mm³"), (Lengths.Volume(8029, true), Lengths.Volume(5e-6, true), Lengths.Volume(2e7, true)));
    }
}
