using System.Numerics;

using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>Comparisons, the oblique slice and playing in the real window, with real drags and keys where there is a display.</summary>
[Collection("window")]
public sealed class ComparisonWindowTests
{
    [DisplayFact]
    public void Swipe_DividerDragged_ShowsTheFirstLeftOfItAndTheSecondRight()
    {
        var viewer = RedAndGreen();
        viewer.Layout = ViewLayout.SliceZ;
        var (area, picture, cursor) = (default(Rect), (Screenshot?)null, default(WorldPoint));
        Rect Area(WindowLoop loop) => loop.Shell.Views.Pictures.First(each => each.Axis == Axis.Z).Area;
        Run(viewer,
            Do(_ => Compare.Toggle(viewer, ComparisonMode.Swipe)),
            _ => true,
            _ => true,
            Do(loop => (area, cursor) = (Area(loop), viewer.Cursor)),
            Do(loop => new Pointer(loop.Title).Drag(area.Center, isDown: true)),
            _ => true,
            Do(loop => new Pointer(loop.Title).Drag(area.Center - new Vector2(60, 0))),
            _ => viewer.Comparison!.Position < 0.5f,
            Do(loop => new Pointer(loop.Title).Drag(area.Center - new Vector2(60, 0), isDown: false)),
            _ => true,
            Do(loop => picture = loop.Capture()));

        Assert.Equal((area.Width / 2) - 60, viewer.Comparison!.Position * area.Width, 1.5f);
        // The drag was the divider's: the crosshair stayed.
        Assert.Equal(cursor, viewer.Cursor);
        var divider = (int)(area.Min.X + (viewer.Comparison.Position * area.Width));
        Assert.True(IsRed(picture!, divider - 12, area.Center.Y + 40));
        Assert.True(IsGreen(picture!, divider + 12, area.Center.Y + 40));
        Assert.Equal(("red", "green"), (viewer.Comparison.First.Single().Name, viewer.Comparison.Second.Single().Name));
    }

    [DisplayFact]
    public void SideBySide_ZoomedAndScrolledInOnePicture_MovesBoth()
    {
        var viewer = RedAndGreen();
        viewer.Layout = ViewLayout.SliceZ;
        var areas = new List<Rect>();
        Screenshot? picture = null;
        var slice = viewer.Cursor.Z;
        Run(viewer,
            Do(_ => Compare.Toggle(viewer, ComparisonMode.SideBySide)),
            loop => loop.Shell.Views.Pictures.Count == 2,
            Do(loop => areas = [.. loop.Shell.Views.Pictures.Select(each => each.Area)]),
            Do(_ => slice = viewer.Cursor.Z),
            Do(loop => new Pointer(loop.Title).Click(areas[1].Center, Pointer.WheelDown)),
            _ => viewer.Cursor.Z > slice,
            Do(loop => picture = loop.Capture()));

        Assert.Equal(areas[0].Size, areas[1].Size);
        Assert.False(areas[0].Overlaps(areas[1]));
        for (var y = 30; y < areas[0].Height - 130; y += 23)
        {
            for (var x = 12; x < areas[0].Width - 12; x += 17)
                Assert.Equal(IsRed(picture!, areas[0].Min.X + x, areas[0].Min.Y + y), IsGreen(picture!, areas[1].Min.X + x, areas[1].Min.Y + y));
        }
        Assert.True(IsRed(picture!, areas[0].Center.X + 20, areas[0].Center.Y + 20));
    }

    [DisplayFact]
    public void Oblique_LineTurnedByItsHandle_TurnsTheSliceAboutTheAxis()
    {
        var viewer = RedAndGreen();
        viewer.Oblique = PlaneOrientation.AcrossAxis(Axis.Y);
        var area = default(Rect);
        var cursor = viewer.Cursor;
        Run(viewer,
            Do(_ => viewer.Layout = ViewLayout.Oblique),
            loop => loop.Shell.Views.ObliquePictures.Count == 1 && loop.Shell.Views.Pictures.Count == 4,
            Do(loop => (area, cursor) = (loop.Shell.Views.Pictures.First(each => each.Axis == Axis.Z).Area, viewer.Cursor)),
            // The slice across y is a level line in the slice across z, with handles three tenths of the shorter edge beside the middle.
            Do(loop => new Pointer(loop.Title).Drag(Handle(area, 0), isDown: true)),
            _ => true,
            Do(loop => new Pointer(loop.Title).Drag(Handle(area, MathF.PI / 6))),
            _ => viewer.Oblique.Across is null,
            Do(loop => new Pointer(loop.Title).Drag(Handle(area, MathF.PI / 6), isDown: false)),
            _ => true);

        Assert.Equal(0, viewer.Oblique.Normal.Z, 1e-4f);
        // Turned by 30° in the picture, x to the right and y down.
        Assert.Equal(MathF.Cos(MathF.PI / 6), Math.Abs(viewer.Oblique.Normal.Y), 0.03f);
        Assert.Equal(cursor, viewer.Cursor);
    }

    [DisplayFact]
    public void Play_ByItsButton_GoesThroughTheSlicesAndStops()
    {
        var viewer = RedAndGreen();
        var first = viewer.Cursor.Z;
        Run(viewer,
            loop => loop.Shell.Views.PlayButtons.ContainsKey(Axis.Z),
            Do(loop => first = viewer.Cursor.Z),
            Do(loop => new Pointer(loop.Title).Click(loop.Shell.Views.PlayButtons[Axis.Z].Center, Pointer.Left)),
            _ => viewer.Cursor.Z != first,
            Do(loop => new Pointer(loop.Title).Click(loop.Shell.Views.PlayButtons[Axis.Z].Center, Pointer.Left)),
            loop => loop.Shell.Views.Player.Playing is null);

        Assert.NotEqual(first, viewer.Cursor.Z);
    }

    private static Vector2 Handle(Rect area, float angle) =>
        area.Center + (new Vector2(MathF.Cos(angle), MathF.Sin(angle)) * Math.Min(area.Width, area.Height) * 0.3f);

    private static Viewer RedAndGreen()
    {
        var viewer = new Viewer();
        foreach (var (name, color) in new[] { ("red", new Rgba(220, 30, 30)), ("green", new Rgba(30, 220, 30)) })
        {
            var labels = new LabelVolume(new VolumeShape(20, 40, 40), new PhaseTable([new Phase(name, color, 0)]), Spacing.Isotropic(1));
            viewer.Layers.Add(new LabelsLayer(name, labels));
        }
        viewer.SelectedLayer = viewer.Layers[1];
        viewer.ResetView();
        return viewer;
    }

    private static bool IsRed(Screenshot picture, float x, float y) => At(picture, x, y) is ( > 150, < 90, < 90);

    private static bool IsGreen(Screenshot picture, float x, float y) => At(picture, x, y) is ( < 90, > 150, < 90);

    private static (byte R, byte G, byte B) At(Screenshot picture, float x, float y)
    {
        var at = (((int)y * picture.Width) + (int)x) * 4;
        return (picture.Rgba[at], picture.Rgba[at + 1], picture.Rgba[at + 2]);
    }
}
