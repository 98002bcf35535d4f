using System.Numerics;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>Two flat layers over one another, in slices and in 3-D.</summary>
public sealed class BlendingTests
{
    private static readonly VolumeShape Shape = new(4, 20, 24);

    [GlTheory]
    [InlineData(LayerBlending.Translucent, 0.5f, 120, 80, 30)]
    [InlineData(LayerBlending.Additive, 1f, 240, 160, 60)]
    [InlineData(LayerBlending.Additive, 0.5f, 220, 120, 40)]
    [InlineData(LayerBlending.Opaque, 1f, 40, 80, 40)]
    [InlineData(LayerBlending.Minimum, 1f, 40, 80, 20)]
    [InlineData(LayerBlending.Minimum, 0.5f, 148, 80, 20)]
    public void DrawnOverAnother_InASliceAndIn3D_IsTheirBlend(LayerBlending blending, float opacity, int red, int green, int blue)
    {
        var (below, above) = (Flat("below", new Rgba(200, 80, 20)), Flat("above", new Rgba(40, 80, 40)));
        (above.Blending, above.Opacity) = (blending, opacity);
        using var stage = new Stage(below, above);
        var expected = new Rgba((byte)red, (byte)green, (byte)blue);
        Assert.Equal(0, Distance(expected, stage.DrawSlice(Fitted())[60, 45]), 1.01);
        Assert.Equal(0, Distance(expected, stage.DrawVolume()[60, 45]), 1.01);
    }

    [GlFact]
    public void Minimum_OfTheLowestLayer_IsDrawnAsIfTranslucent()
    {
        var layer = Flat("only", new Rgba(200, 80, 20));
        layer.Blending = LayerBlending.Minimum;
        using var stage = new Stage(layer);
        Assert.Equal(0, Distance(new Rgba(200, 80, 20), stage.DrawSlice(Fitted())[60, 45]), 1.01);
    }

    [GlFact]
    public void Opaque_LabelsWithHiddenPhases_CoverWhatIsBelowInSlices()
    {
        var labels = Scenes.Labels(Shape, (_, _, x) => x < 12 ? 0 : 1);
        labels.Blending = LayerBlending.Opaque;
        using var stage = new Stage(Flat("below", new Rgba(200, 200, 200)), labels);
        var picture = stage.DrawSlice(Fitted());
        Assert.Equal(new Rgba(0, 0, 0), picture[40, 45] with { A = 255 });
        Assert.True(Scenes.IsRed(picture[80, 45]));
        labels.Blending = LayerBlending.Translucent;
        Assert.True(Scenes.IsBright(stage.DrawSlice(Fitted())[40, 45]));
    }

    [GlFact]
    public void Additive_OpaqueLabelsIn3D_AddToWhatIsBehind()
    {
        var labels = Scenes.Labels(Shape, (_, _, _) => 1);
        using var stage = new Stage(Flat("below", new Rgba(0, 100, 0)), labels);
        stage.Viewer.AmbientOcclusion = 0;
        var alone = stage.DrawVolume()[60, 45];
        labels.Blending = LayerBlending.Additive;
        var added = stage.DrawVolume()[60, 45];
        Assert.Equal(alone.R, added.R, 1.0);
        Assert.InRange(added.G, 100, 255);
        Assert.True(alone.G < 60);
    }

    [GlFact]
    public void Drawing_AfterABlendedLayer_IsNotBlendedAlike()
    {
        var (below, above, top) = (Flat("below", new Rgba(200, 80, 20)), Flat("above", new Rgba(40, 80, 40)), Flat("top", new Rgba(10, 20, 30)));
        above.Blending = LayerBlending.Minimum;
        using var stage = new Stage(below, above, top);
        Assert.Equal(0, Distance(new Rgba(10, 20, 30), stage.DrawSlice(Fitted())[60, 45]), 1.01);
        above.Blending = LayerBlending.Additive;
        Assert.Equal(0, Distance(new Rgba(10, 20, 30), stage.DrawVolume()[60, 45]), 1.01);
    }

    [GlTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void DrawVolumeView_OfAFilmWithinATranslucentImage_IsDimmedByWhatLiesBeforeItAlone(bool imageFirst)
    {
        // A film at the fifth of ten voxels: four of them dim it, whichever layer is the lower.
        var shape = new VolumeShape(10, 20, 24);
        var image = Scenes.Image<byte>(shape, (_, _, _) => 200);
        (image.RenderMode, image.OpacityCurve) = (ImageRenderMode.Translucent, [new(0, 0.15f), new(1, 0.15f)]);
        var labels = Scenes.Labels(shape, (z, _, _) => z < 4 ? 0 : 1);
        labels.Phases = labels.Phases.With(1, labels.Phases[1] with { Color = Scenes.Red with { A = 128 } });
        using var stage = new Stage(RendererChoice.Gl, imageFirst ? [image, labels] : [labels, image]);
        double Redness()
        {
            var picture = stage.DrawVolume();
            return Enumerable.Range(45, 30).SelectMany(x => Enumerable.Range(35, 20).Select(y => (double)picture[x, y].R - picture[x, y].G)).Average();
        }
        image.Visible = false;
        var alone = Redness();
        image.Visible = true;
        Assert.True(alone > 60);
        Assert.Equal(alone * Math.Pow(0.85, 4), Redness(), 4.0);
        // Layers that are cut differently are put over one another as wholes: the upper one before the other.
        labels.IgnoresClipping = true;
        stage.Viewer.CropBox = new CropBox(Vector3.Zero, new Vector3(24, 20, 9));
        Assert.Equal(imageFirst ? alone : alone * Math.Pow(0.85, 9), Redness(), 4.0);
    }

    private static double Distance(Rgba a, Rgba b) => Math.Max(Math.Abs(a.R - b.R), Math.Max(Math.Abs(a.G - b.G), Math.Abs(a.B - b.B)));

    private static ImageLayer Flat(string name, Rgba color)
    {
        var layer = Scenes.Image<byte>(Shape, (_, _, _) => 200);
        layer.Name = name;
        layer.Colormap = new Colormap(name, name, [color, color]);
        return layer;
    }

    private static SliceCamera Fitted()
    {
        var camera = new SliceCamera(Axis.Z);
        camera.Fit(new Vector3(Shape.Width, Shape.Height, Shape.Depth), 120, 90);
        return camera;
    }
}
