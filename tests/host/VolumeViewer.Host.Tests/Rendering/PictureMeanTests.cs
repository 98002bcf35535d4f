using System.Numerics;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class PictureMeanTests
{
    [GlFact]
    public void Add_OfShiftedPictures_MakesAnEdgeAsSmoothAsItsShareOfThePixel()
    {
        // A lit plate whose right edge runs through pixels: each is covered by as much as the edge says.
        var layer = Scenes.Labels(new VolumeShape(4, 40, 41), (_, _, x) => x < 21 ? 1 : 0);
        using var stage = new Stage(layer);
        stage.Renderer.Finish(stage.Viewer);
        stage.Target.Resize(97, 61);
        using var mean = stage.Renderer.CreateMean();
        for (var picture = 0; picture < PictureMean.Most; picture++)
        {
            var (jitter, shift) = PictureMean.ShiftOf(picture);
            stage.Renderer.DrawVolumeView(stage.Viewer, stage.Target, RenderQuality.Full, shift, jitter);
            mean.Add(stage.Target);
        }
        var smooth = new Picture(stage.Target.ReadRgba(), 97, 61);
        var edge = ViewProjection.Project(stage.Viewer.Camera, new Vector3(21, 20, 0), 97, 61).Pixel.X;
        var pixel = (int)edge;
        var (full, none) = (smooth[pixel - 2, 30].R, smooth[pixel + 2, 30].R);
        Assert.Equal(edge - pixel, (smooth[pixel, 30].R - none) / (double)(full - none), 0.1);
        Assert.True(full - none > 100);
    }

    [GlFact]
    public void Add_OfEqualPictures_LeavesThemAsTheyAre()
    {
        using var stage = new Stage(Scenes.Labels(new VolumeShape(4, 40, 41), (_, _, x) => x < 21 ? 1 : 2));
        var once = stage.DrawVolume(97, 61);
        using var mean = stage.Renderer.CreateMean();
        for (var picture = 0; picture < 5; picture++)
        {
            stage.DrawVolume(97, 61);
            mean.Add(stage.Target);
        }
        var rgba = stage.Target.ReadRgba();
        for (var i = 0; i < rgba.Length; i++)
            Assert.Equal(once.Rgba[i], rgba[i], 1.0);
        stage.DrawVolume(50, 40);
        mean.Add(stage.Target);
        Assert.Equal(1, mean.Count);
    }

    [Fact]
    public void ShiftOf_ManyPictures_IsSpreadEvenlyOverThePixel()
    {
        var shifts = Enumerable.Range(0, PictureMean.Most).Select(PictureMean.ShiftOf).ToList();
        Assert.Equal(default, shifts[0]);
        Assert.All(shifts, shift => Assert.True(Math.Abs(shift.Jitter.X) <= 0.5f && Math.Abs(shift.Jitter.Y) <= 0.5f && shift.Shift is >= 0 and < 1));
        Assert.Equal(0, shifts.Average(shift => shift.Jitter.X), 0.05);
        Assert.Equal(0, shifts.Average(shift => shift.Jitter.Y), 0.05);
        foreach (var (right, down) in new[] { (true, true), (true, false), (false, true), (false, false) })
            Assert.InRange(shifts.Count(shift => shift.Jitter.X >= 0 == right && shift.Jitter.Y >= 0 == down), 3, 6);
    }
}
