using VolumeViewer.Host.Panels;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>The real window, with real clicks where there is a display.</summary>
[Collection("window")]
public sealed class WindowTests
{
    [DisplayFact]
    public void Window_WithAVolume_ShowsItInAllFourViews()
    {
        List<(Axis? Axis, double Share)> seen = [];
        WindowScript.Run(Viewer(), loop =>
        {
            var views = loop.Shell.Views.Pictures;
            if (views.Count < 4)
                return false;
            var picture = loop.Capture();
            seen = [.. views.Select(view => (view.Axis, ShareOfBrightPixels(picture, view.Area)))];
            // The first picture in 3-D may be of a part of the slices.
            return seen.TrueForAll(view => view.Share > 0.1);
        });

        Assert.Equal(4, seen.Select(view => view.Axis).Distinct().Count());
        Assert.All(seen, view => Assert.True(view.Share > 0.1, $"Only {view.Share:P1} of the view '{view.Axis?.ToString() ?? "3-D"}' shows something."));
    }

    [DisplayFact]
    public void Window_ClickOnTheEye_HidesTheLayer()
    {
        var viewer = Viewer();
        var clicked = false;
        var shown = 0.0;
        WindowScript.Run(viewer, loop =>
        {
            var layer = viewer.Layers[0];
            if (!clicked && loop.Shell.Left.List.Eyes.TryGetValue(layer, out var eye))
            {
                clicked = true;
                new Pointer(loop.Title).Click(eye.Center, Pointer.Left);
            }
            if (layer.Visible)
                return false;
            var pictures = loop.Shell.Views.Pictures;
            shown = ShareOfBrightPixels(loop.Capture(), pictures.First(picture => picture.Axis == Axis.Z).Area);
            return shown < 0.05;
        });

        Assert.False(viewer.Layers[0].Visible);
        Assert.InRange(shown, 0, 0.05);
    }

    [DisplayFact]
    public void Window_WheelOverASlice_GoesToTheNext()
    {
        var viewer = Viewer();
        var scrolled = false;
        var before = viewer.Cursor;
        WindowScript.Run(viewer, loop =>
        {
            if (!scrolled && loop.Shell.Views.Pictures.FirstOrDefault(picture => picture.Axis == Axis.Y) is { Area.Width: > 0 } view)
            {
                scrolled = true;
                new Pointer(loop.Title).Click(view.Area.Center, Pointer.WheelDown);
            }
            return viewer.Cursor != before;
        });

        var layer = viewer.Layers[0];
        Assert.Equal(before.VoxelIndex(Axis.Y, layer) + 1, viewer.Cursor.VoxelIndex(Axis.Y, layer));
        Assert.Equal((before.Z, before.X), (viewer.Cursor.Z, viewer.Cursor.X));
    }

    [DisplayFact]
    public void Window_Screenshot_IsWrittenAsPng()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("window.png");
        var asked = false;
        WindowScript.Run(Viewer(), loop =>
        {
            if (!asked)
                (asked, loop.Bench.ScreenshotPath) = (true, path);
            return File.Exists(path);
        });

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(path)[..4]);
    }

    [DisplayFact]
    public void Window_WithoutPlugins_OpensEmpty()
    {
        var frames = 0;
        WindowScript.Run(new Viewer(), loop =>
        {
            frames = loop.Frames;
            return loop.Shell.Views.Pictures.Count == 0 && frames > 1;
        });

        Assert.True(frames > 1);
    }

    private static Viewer Viewer()
    {
        var viewer = new Viewer();
        viewer.Layers.Add(new ImageLayer("ramp", Scenes.Ramp(new VolumeShape(20, 25, 30), Spacing.Isotropic(0.5))));
        viewer.ResetView();
        return viewer;
    }

    private static double ShareOfBrightPixels(Screenshot picture, Rect area)
    {
        var (bright, all) = (0, 0);
        for (var y = (int)area.Min.Y; y < (int)area.Max.Y; y++)
        {
            for (var x = (int)area.Min.X; x < (int)area.Max.X; x++)
            {
                var at = ((y * picture.Width) + x) * 4;
                all++;
                if (picture.Rgba[at] + picture.Rgba[at + 1] + picture.Rgba[at + 2] > 120)
                    bright++;
            }
        }
        return (double)bright / all;
    }
}
