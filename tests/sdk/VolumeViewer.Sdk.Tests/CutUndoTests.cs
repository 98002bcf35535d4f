using System.Numerics;

namespace VolumeViewer.Sdk.Tests;

public sealed class CutUndoTests : IDisposable
{
    private static readonly ClippingPlane Plane = new(Vector3.One, Vector3.UnitX);

    private readonly Viewer _viewer = new();
    private readonly UndoHistory _history;

    public CutUndoTests() => _history = new UndoHistory(_viewer);

    public void Dispose() => _history.Dispose();

    [Fact]
    public void Undo_OfClippingPlanesAndCropBox_PutsThemBackAndRedoAgain()
    {
        _viewer.ClippingPlanes = [Plane];
        _history.EndGesture();
        _viewer.CropBox = new CropBox(Vector3.Zero, Vector3.One);

        Assert.Equal(["Add a clipping plane", "Crop"], _history.Steps.Select(step => step.Title));
        Assert.True(_history.Undo());
        Assert.Null(_viewer.CropBox);
        Assert.True(_history.Undo());
        Assert.Empty(_viewer.ClippingPlanes);
        Assert.True(_history.GoTo(2));
        Assert.Equal(Plane, Assert.Single(_viewer.ClippingPlanes));
        Assert.Equal(new CropBox(Vector3.Zero, Vector3.One), _viewer.CropBox);
    }

    [Fact]
    public void Titles_OfChangesOfPlanes_SayWhatTheUserDid()
    {
        void Do(ClippingPlane plane)
        {
            _viewer.ClippingPlanes = [plane];
            _history.EndGesture();
        }

        Do(Plane);
        Do(new ClippingPlane(Vector3.Zero, Vector3.UnitX));
        Do(new ClippingPlane(Vector3.Zero, -Vector3.UnitX));
        Do(new ClippingPlane(Vector3.Zero, Vector3.UnitY));
        Do(new ClippingPlane(Vector3.Zero, Vector3.UnitY, isOn: false));
        _viewer.ClippingPlanes = [];

        Assert.Equal(
            ["Add a clipping plane", "Move a clipping plane", "Flip a clipping plane", "Turn a clipping plane", "Switch a clipping plane off", "Remove a clipping plane"],
            _history.Steps.Select(step => step.Title));
    }

    [Fact]
    public void ADrag_OfAPlane_IsOneStep()
    {
        _viewer.ClippingPlanes = [Plane];
        _history.EndGesture();
        for (var way = 0; way < 5; way++)
            _viewer.ClippingPlanes = [new ClippingPlane(new Vector3(way, 0, 0), Vector3.UnitX)];

        Assert.Equal(2, _history.Steps.Count);
        _history.Undo();
        Assert.Equal(Plane, Assert.Single(_viewer.ClippingPlanes));
    }

    [Fact]
    public void AMovedCursor_IsNoStep()
    {
        _viewer.Cursor = new WorldPoint(1, 2, 3);
        _viewer.ClippingPlanes = [];
        Assert.Empty(_history.Steps);
    }

    [Fact]
    public void Step_OfBoxAndPlanes_IsTakenBackAtOnce()
    {
        _viewer.ClippingPlanes = [Plane];
        _viewer.CropBox = new CropBox(Vector3.Zero, Vector3.One);
        using (_history.Step("Clear"))
            (_viewer.CropBox, _viewer.ClippingPlanes) = (null, []);
        _history.Undo();
        Assert.NotNull(_viewer.CropBox);
        Assert.Single(_viewer.ClippingPlanes);
    }
}
