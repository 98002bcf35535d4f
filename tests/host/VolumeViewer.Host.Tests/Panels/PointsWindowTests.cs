using System.Numerics;

using VolumeViewer.Host.Commands;
using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Points in the real window, with real clicks and keys where there is a display.</summary>
[Collection("window")]
public sealed class PointsWindowTests
{
    [DisplayFact]
    public void Points_AddedMovedSelectedAndRemoved_AreSteppedBackOneByOne()
    {
        var viewer = Scenes.Viewer("a");
        var (first, moved, selected, left) = (Vector3.Zero, Vector3.Zero, 0, -1);
        PointsLayer? layer = null;
        Run(viewer,
            Do(_ => viewer.Layout = ViewLayout.SliceZ),
            Do(loop => new Pointer(loop.Title).Press("Shift+P")),
            loop => loop.Bench.Points.IsToolTaken && loop.Shell.Views.Pictures.Count == 1,
            Do(loop => new Pointer(loop.Title).Click(At(loop, 0.3f, 0.3f), Pointer.Left)),
            _ => (layer = viewer.Layers.OfType<PointsLayer>().SingleOrDefault()) is { Positions.Length: 1 },
            Do(_ => layer!.Size = 0.8f),
            Do(loop => new Pointer(loop.Title).Click(At(loop, 0.7f, 0.3f), Pointer.Left)),
            _ => layer!.Positions.Length == 2,
            Do(_ => first = layer!.Positions[0]),
            Do(loop => new Pointer(loop.Title).Press("S")),
            loop => loop.Bench.Hand.Tool == PointsTools.Select,
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.3f, 0.3f), isDown: true)),
            loop => loop.Bench.Points.Selected.SequenceEqual([0]),
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.3f, 0.6f))),
            _ => layer!.Positions[0] != first,
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.3f, 0.6f), isDown: false)),
            Do(_ => moved = layer!.Positions[0]),
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.2f, 0.2f), isDown: true)),
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.8f, 0.8f))),
            loop => (selected = loop.Bench.Points.Selected.Count) == 2,
            Do(loop => new Pointer(loop.Title).Drag(At(loop, 0.8f, 0.8f), isDown: false)),
            Do(loop => new Pointer(loop.Title).Press("Delete")),
            _ => (left = layer!.Positions.Length) == 0,
            Do(loop => new Pointer(loop.Title).Press("Ctrl+Z")),
            _ => layer!.Positions.Length == 2,
            Do(loop => new Pointer(loop.Title).Press("A")),
            loop => loop.Bench.Points.Selected.Count == 2,
            Do(loop => loop.Bench.WantedTab = SideTab.Points),
            loop => loop.Shell.Side.Points.Rows.ContainsKey(1),
            Do(loop => new Pointer(loop.Title).Click(loop.Shell.Side.Points.Rows[1].Min + new Vector2(6, 6), Pointer.Left)),
            loop => loop.Bench.Points.Selected.SequenceEqual([1]));

        // Straight down by three tenths of the view, and across the slice not at all.
        Assert.Equal((2, 0), (selected, left));
        Assert.True(moved.Y > first.Y + 0.2f && Math.Abs(moved.X - first.X) < 0.1f && moved.Z == first.Z, $"{first} to {moved}");
        // The click in the table brought the crosshair there, and nothing was lost to undoing.
        Assert.Equal(layer!.Positions[1].X, viewer.Cursor.X, 1e-4);
        Assert.Equal(moved, layer.Positions[0]);
    }

    [DisplayFact]
    public void NapariKeys_OfASelectedLayerOfPoints_TakeItsToolsAndNotThoseOfLabels()
    {
        var viewer = Scenes.Viewer("a");
        var taken = new List<string>();
        var left = -1;
        PointsLayer? layer = null;
        Func<WindowLoop, bool> Taken(ToolEntry tool) => loop =>
        {
            if (loop.Bench.Hand.Tool != tool)
                return false;
            taken.Add(tool.Id);
            return true;
        };
        Func<WindowLoop, bool> Press(string key) => Do(loop => new Pointer(loop.Title).Press(key));
        Run(viewer,
            Do(_ => viewer.Layout = ViewLayout.SliceZ),
            Do(loop => loop.Bench.Change(settings => settings with { KeyScheme = KeyScheme.Napari })),
            Do(loop => layer = loop.Bench.Points.AddLayer()),
            Press("2"), Taken(PointsTools.Add),
            Do(loop => new Pointer(loop.Title).Click(At(loop, 0.3f, 0.3f), Pointer.Left)),
            _ => layer!.Positions.Length == 1,
            Press("3"), Taken(PointsTools.Select),
            Press("4"), Taken(ToolTable.Navigate),
            Press("1"),
            _ => (left = layer!.Positions.Length) == 0,
            // With the image selected the digits are those of labels again.
            Do(_ => viewer.SelectedLayer = viewer.Layers[0]),
            Press("2"), Taken(ToolTable.Brush));

        Assert.Equal(["points.add", "points.select", "paint.navigate", "paint.brush"], taken);
        Assert.Equal(0, left);
    }

    private static Vector2 At(WindowLoop loop, float across, float down)
    {
        var area = loop.Shell.Views.Pictures.Single().Area;
        return area.Min + (area.Size * new Vector2(across, down));
    }
}
