using System.Numerics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Points;

/// <summary>What is done with points is undone step by step, with their values.</summary>
public sealed class PointsDeskTests : IDisposable
{
    private readonly AppServices _services = new(Path.Combine(AppContext.BaseDirectory, "no such plugins"));
    private readonly Workbench _bench;

    public PointsDeskTests() => _bench = new Workbench(_services, Panels.Scenes.Viewer("a"));

    private PointsLayer Layer => Assert.IsType<PointsLayer>(_bench.Points.Target);

    public void Dispose()
    {
        _bench.Dispose();
        _services.Dispose();
    }

    [Fact]
    public void Add_WithoutALayer_MakesOneInTheSameStep()
    {
        _bench.Points.Add(new WorldPoint(1, 2, 3));
        Assert.Equal(new Vector3(3, 2, 1), Assert.Single(Layer.Positions));
        Assert.Equal(_bench.Viewer.Layers[0].Shape, Layer.Shape);
        Assert.Equal([0], _bench.Points.Selected);
        Assert.Equal("Add a point", _bench.History.Undoable?.Title);
        _bench.History.Undo();
        Assert.Null(_bench.Points.Target);
        Assert.Empty(_bench.Points.Selected);
        _bench.History.Redo();
        Assert.Single(Layer.Positions);
    }

    [Fact]
    public void RemoveSelected_OfPointsWithValues_IsUndoneWithTheValuesInTheirOrder()
    {
        for (var x = 0; x < 4; x++)
            _bench.Points.Add(new WorldPoint(0, 0, x));
        _bench.Points.ColorBy("x", (_, place) => place.X * 10);
        Assert.Equal((0, 30), (Layer.ContrastLimits.Low, Layer.ContrastLimits.High));
        _bench.Points.Select([1, 3, 99]);
        Assert.Equal([1, 3], _bench.Points.Selected);
        _bench.Points.RemoveSelected();
        Assert.Equal([0, 2], Layer.Positions.Select(place => place.X));
        Assert.Equal([0, 20], Layer.Values.ToArray());
        Assert.Empty(_bench.Points.Selected);
        _bench.History.Undo();
        Assert.Equal([0, 1, 2, 3], Layer.Positions.Select(place => place.X));
        Assert.Equal([0, 10, 20, 30], Layer.Values.ToArray());
        _bench.History.Undo();
        Assert.Empty(Layer.Values);
    }

    [Fact]
    public void Add_ToPointsWithValues_TakesTheValueOfTheSelectedOne()
    {
        for (var x = 0; x < 3; x++)
            _bench.Points.Add(new WorldPoint(0, 0, x));
        _bench.Points.ColorBy("number", (index, _) => index);
        _bench.Points.Select([1]);
        _bench.Points.Add(new WorldPoint(0, 0, 9));
        Assert.Equal([0, 1, 2, 1], Layer.Values.ToArray());
    }

    [Fact]
    public void MoveSelected_MovesThoseAlone_AndADragIsOneStep()
    {
        for (var x = 0; x < 3; x++)
            _bench.Points.Add(new WorldPoint(0, 0, x));
        var steps = _bench.History.Position;
        _bench.Points.Select([0, 2]);
        var origin = Layer.Positions;
        _bench.Points.MoveSelected(origin, new Vector3(0, 5, 0));
        _bench.Points.MoveSelected(origin, new Vector3(0, 7, 1));
        Assert.Equal([new Vector3(0, 7, 1), new Vector3(1, 0, 0), new Vector3(2, 7, 1)], Layer.Positions.ToArray());
        Assert.Equal(steps + 1, _bench.History.Position);
        Assert.Equal([0, 2], _bench.Points.Selected);
        _bench.History.Undo();
        Assert.Equal(origin.ToArray(), Layer.Positions.ToArray());
    }

    [Fact]
    public void Toggle_AndSelectAll_AreOfTheTargetAlone()
    {
        _bench.Points.Add(new WorldPoint(0, 0, 0));
        _bench.Points.Add(new WorldPoint(0, 0, 1));
        _bench.Points.Toggle(0);
        Assert.Equal([0, 1], _bench.Points.Selected);
        _bench.Points.Toggle(1);
        Assert.Equal([0], _bench.Points.Selected);
        _bench.Points.SelectAll();
        Assert.Equal([0, 1], _bench.Points.Selected);
        _bench.Points.AddLayer();
        Assert.Empty(_bench.Points.Selected);
    }
}
