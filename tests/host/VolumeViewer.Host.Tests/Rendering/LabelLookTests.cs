using System.Numerics;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>Outlines and unlabelled voxels of labels in slices, interpolation of images there.</summary>
public sealed class LabelLookTests
{
    private static readonly VolumeShape Shape = new(3, 20, 24);

    [GlTheory]
    [InlineData(1, 3.0, 1f)]
    [InlineData(3, 3.0, 1f)]
    [InlineData(3, 17.0, 1f)]
    [InlineData(20, 17.0, 1f)]
    [InlineData(2, 6.0, 2f)]
    public void ContourWidth_AtAnyZoom_IsThatManyPixels(int width, double pixelsPerVoxel, float pixelRatio)
    {
        // Red between two phases that are not drawn: only its outline is left.
        var layer = Scenes.Labels(Shape, (_, _, x) => x is >= 8 and < 15 ? 1 : 0);
        layer.ContourWidth = width;
        using var stage = new Stage(layer);
        var camera = new SliceCamera(Axis.Z) { CenterU = 12, CenterV = 10, MicrometresPerPixel = 1 / pixelsPerVoxel };
        stage.Renderer.Finish(stage.Viewer);
        stage.Target.Resize(200, 60);
        do
            stage.Renderer.DrawSliceView(stage.Viewer, camera, stage.Target, pixelRatio);
        while (!stage.Renderer.IsComplete);
        var picture = new Picture(stage.Target.ReadRgba(), 200, 60);
        var red = Enumerable.Range(0, 200).Where(x => Scenes.IsRed(picture[x, 30])).ToList();
        var wanted = (int)(width * pixelRatio);
        Assert.Equal(2 * wanted, red.Count);
        // Both edges lie inside the phase, which reaches from 8 to 15.
        Assert.Equal(Math.Round(100 + ((8 - 12) * pixelsPerVoxel)), red[0], 1.0);
        Assert.Equal(Math.Round(100 + ((15 - 12) * pixelsPerVoxel)) - 1, red[^1], 1.0);
        Assert.True(red[(red.Count / 2) - 1] - red[0] == wanted - 1);
    }

    [GlFact]
    public void ContourWidth_WhereTwoPhasesMeet_DrawsBothAndNothingInside()
    {
        var layer = Scenes.Labels(Shape, (_, _, x) => x < 12 ? 1 : 2);
        layer.ContourWidth = 2;
        using var stage = new Stage(layer);
        var picture = stage.DrawSlice(Fitted(120, 90), 120, 90);
        Assert.Equal((2, 2), (Enumerable.Range(0, 120).Count(x => Scenes.IsRed(picture[x, 45])), Enumerable.Range(0, 120).Count(x => Scenes.IsGreen(picture[x, 45]))));
    }

    [GlFact]
    public void ShowsUnlabelled_InASlice_HatchesThemAlone()
    {
        var layer = Scenes.Labels(Shape, (_, _, x) => x < 12 ? 0 : LabelVolume.Unlabelled);
        using var stage = new Stage(layer);
        var background = stage.DrawBackground();
        var picture = stage.DrawSlice(Fitted(120, 90));
        int Marked(int from, int to) => Enumerable.Range(from, to - from).Count(x => Math.Abs(picture[x, 45].R - background[x, 45].R) > 15);
        Assert.Equal(0, Marked(0, 60));
        Assert.InRange(Marked(60, 110), 4, 15);
        layer.ShowsUnlabelled = false;
        picture = stage.DrawSlice(Fitted(120, 90));
        Assert.Equal(0, Marked(0, 120));
    }

    [GlFact]
    public void Cubic_InASlice_IsTheCatmullRomCurveOfTheVoxels()
    {
        double[] values = [20, 60, 180, 40, 90, 150, 30, 120, 80, 100];
        var layer = Scenes.Image(new VolumeShape(2, 6, values.Length), (_, _, x) => (float)values[x]);
        (layer.Interpolate, layer.Cubic) = (true, true);
        using var stage = new Stage(layer);
        var camera = new SliceCamera(Axis.Z) { CenterU = 5, CenterV = 3, MicrometresPerPixel = 0.05 };
        var picture = stage.DrawSlice(camera, 160, 60);
        for (var pixel = 21; pixel < 135; pixel += 7)
        {
            var place = 5 + ((pixel + 0.5 - 80) * 0.05) - 0.5;
            var (cell, t) = ((int)Math.Floor(place), place - Math.Floor(place));
            var (a, b, c, d) = (values[cell - 1], values[cell], values[cell + 1], values[cell + 2]);
            var curve = b + (0.5 * t * (c - a + (t * ((2 * a) - (5 * b) + (4 * c) - d + (t * ((3 * (b - c)) + d - a))))));
            Assert.Equal(255 * Math.Clamp(curve / 200, 0, 1), picture[pixel, 30].R, 1.6);
        }
    }

    [Fact]
    public void Legend_OfAFewPhases_NamesThoseThatAreSeen()
    {
        var layer = Scenes.Labels(Shape, (_, _, _) => 1);
        Assert.Equal(["red", "green", "blue"], Legend.Of([layer], 10).Select(line => line.Text));
        Assert.Equal(Scenes.Red, Legend.Of([layer], 10)[0].Color);
        layer.Visible = false;
        Assert.Empty(Legend.Of([layer], 10));
    }

    [Fact]
    public void Legend_OfSeveralLayersAndTooManyPhases_HasHeadingsAndCountsTheRest()
    {
        LabelsLayer Layer(string name, int phases) => new(name, new LabelVolume(Shape, PhaseTable.Numbered(phases), Spacing.Isotropic(1)));
        var lines = Legend.Of([Layer("lower", 2), Layer("upper", 30)], 6);
        Assert.Equal(["upper", "phase 0", "phase 1", "phase 2", "phase 3", "and 28 more"], lines.Select(line => line.Text));
        Assert.Null(lines[0].Color);
        Assert.Equal(35 - 1, Legend.Of([Layer("lower", 2), Layer("upper", 30)], 40).Count);
    }

    private static SliceCamera Fitted(int width, int height)
    {
        var camera = new SliceCamera(Axis.Z);
        camera.Fit(new Vector3(Shape.Width, Shape.Height, Shape.Depth), width, height);
        return camera;
    }
}
