using System.Numerics;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>Rays along z through blocks of voxels, where every sample lies in the middle of a voxel: pictures are compared with the same sums of the voxels.</summary>
public sealed class ProjectionTests
{
    private static readonly VolumeShape Shape = new(8, 6, 9);

    private static byte Noise(int z, int y, int x) => (byte)(40 + ((((z * 7919) + (y * 104729) + (x * 1299709)) >> 3) % 151));

    [GlTheory]
    [InlineData(ImageRenderMode.MaximumIntensity, false)]
    [InlineData(ImageRenderMode.MinimumIntensity, false)]
    [InlineData(ImageRenderMode.Average, false)]
    [InlineData(ImageRenderMode.AttenuatedMaximum, false)]
    [InlineData(ImageRenderMode.Additive, false)]
    [InlineData(ImageRenderMode.Additive, true)]
    public void DrawVolumeView_AlongZ_GivesTheProjectionOfTheVoxels(ImageRenderMode mode, bool isMoving)
    {
        // With steps of two voxels the sum is that of every other voxel twice: pairs of equal slices make it the same.
        var layer = Scenes.Image<byte>(Shape, (z, y, x) => Noise(isMoving ? z / 2 : z, y, x));
        layer.RenderMode = mode;
        layer.Attenuation = 0.4f;
        layer.OpacityCurve = [new(0, 0), new(1, 0.2f)];
        using var stage = new Stage(layer);
        // A sum is added to the ground.
        var ground = mode == ImageRenderMode.Additive ? stage.DrawBackground(180, 120) : null;
        var picture = stage.DrawVolume(180, 120, isMoving ? RenderQuality.Moving : RenderQuality.Full);
        for (var y = 0; y < Shape.Height; y++)
        {
            for (var x = 0; x < Shape.Width; x++)
            {
                var column = Enumerable.Range(0, Shape.Depth).Select(z => Noise(isMoving ? z / 2 : z, y, x) / 200.0).ToArray();
                Assert.Equal(Projected(mode, column, layer.Attenuation) + (ground is null ? 0 : ColorOf(stage, ground, x, y).R), ColorOf(stage, picture, x, y).R, 1.51);
            }
        }
    }

    [GlTheory]
    [InlineData(0.5f)]
    [InlineData(2f)]
    public void DrawVolumeView_WithGamma_RaisesThePlaceToIt(float gamma)
    {
        var layer = Scenes.Image<byte>(Shape, (_, _, _) => 100);
        layer.Gamma = gamma;
        foreach (var mode in new[] { ImageRenderMode.MaximumIntensity, ImageRenderMode.MinimumIntensity, ImageRenderMode.Average })
        {
            layer.RenderMode = mode;
            using var stage = new Stage(layer);
            Assert.Equal(255 * Math.Pow(0.5, gamma), stage.DrawVolume()[60, 45].R, 1.01);
        }
    }

    [GlFact]
    public void DrawSliceView_WithGamma_RaisesThePlaceToIt()
    {
        var layer = Scenes.Image<byte>(Shape, (_, _, _) => 50);
        layer.Gamma = 0.5f;
        using var stage = new Stage(layer);
        Assert.Equal(255 * Math.Pow(0.25, 0.5), stage.DrawSlice(Fitted(Axis.Z))[60, 45].R, 1.01);
    }

    [GlFact]
    public void DrawVolumeView_Translucent_TakesTheOpacityAtThePlaceWithGamma()
    {
        var layer = Scenes.Image<byte>(new VolumeShape(1, 20, 24), (_, _, _) => 50);
        layer.RenderMode = ImageRenderMode.Translucent;
        layer.OpacityCurve = [new(0, 0), new(1, 1)];
        layer.Colormap = new Colormap("white", "White", [new Rgba(255, 255, 255), new Rgba(255, 255, 255)]);
        layer.Gamma = 0.5f;
        using var stage = new Stage(layer);
        var background = stage.DrawBackground()[60, 45].R;
        Assert.Equal((255 * 0.5) + (background * 0.5), stage.DrawVolume()[60, 45].R, 1.5);
    }

    [GlFact]
    public void DrawVolumeView_AttenuatedWithoutAttenuation_IsTheMaximum()
    {
        var layer = Scenes.Image<byte>(Shape, Noise);
        layer.Attenuation = 0;
        layer.RenderMode = ImageRenderMode.AttenuatedMaximum;
        using var attenuated = new Stage(layer);
        var picture = attenuated.DrawVolume();
        layer.RenderMode = ImageRenderMode.MaximumIntensity;
        Assert.Equal(attenuated.DrawVolume().Rgba, picture.Rgba);
    }

    [GlFact]
    public void DrawVolumeView_OfAnIsosurface_IsLitByTheNormalsOfTheSphere()
    {
        const float radius = 11;
        var middle = new Vector3(16, 16, 16);
        var layer = Scenes.Image(new VolumeShape(32, 32, 32), (z, y, x) => 100 + (10 * (radius - (new Vector3(x + 0.5f, y + 0.5f, z + 0.5f) - middle).Length())));
        layer.Interpolate = true;
        layer.RenderMode = ImageRenderMode.Isosurface;
        layer.Colormap = new Colormap("flat", "Flat", [new Rgba(128, 128, 128), new Rgba(128, 128, 128)]);
        using var stage = new Stage(layer);
        stage.Viewer.AmbientOcclusion = 0;
        var picture = stage.DrawVolume(240, 180);
        var perPixel = new ViewProjection(stage.Viewer.Camera, 240, 180).MicrometresPerPixel;
        double worst = 0;
        for (var y = -8; y <= 8; y += 2)
        {
            for (var x = -8; x <= 8; x += 2)
            {
                if (new Vector2(x, y).Length() > 8.5f)
                    continue;
                var pixel = new Vector2(120 + (x / perPixel), 90 + (y / perPixel));
                var (px, py) = ((int)MathF.Floor(pixel.X), (int)MathF.Floor(pixel.Y));
                var (u, v) = ((px + 0.5f - 120) * perPixel, (py + 0.5f - 90) * perPixel);
                var normal = new Vector3(u, v, -MathF.Sqrt((radius * radius) - (u * u) - (v * v))) / radius;
                worst = Math.Max(worst, Math.Abs(picture[px, py].R - (255 * Lit(128 / 255f, normal))));
            }
        }
        Assert.True(worst < 4, $"The shading is off by up to {worst} of 255.");
    }

    [GlTheory]
    [InlineData(0f)]
    [InlineData(1f)]
    public void DrawVolumeView_OfANarrowPit_IsDarkerTheStrongerTheOcclusion(float occlusion)
    {
        // A plate with a pit of 5 × 5 voxels, 16 deep.
        var layer = Scenes.Labels(new VolumeShape(24, 41, 41), (z, y, x) => Math.Abs(x - 20) <= 2 && Math.Abs(y - 20) <= 2 && z < 16 ? 0 : z < 2 ? 0 : 1);
        using var stage = new Stage(layer);
        stage.Viewer.AmbientOcclusion = occlusion;
        var picture = stage.DrawVolume(160, 160);
        var (pit, plate) = (picture[80, 80].R, picture[40, 80].R);
        if (occlusion == 0)
            Assert.InRange(pit - plate, -6, 6);
        else
            Assert.True(pit < plate * 0.6, $"The pit's ground is {pit}, the plate {plate}.");
    }

    private static double Projected(ImageRenderMode mode, double[] column, double attenuation)
    {
        double before = 0, seen = 0;
        switch (mode)
        {
            case ImageRenderMode.MinimumIntensity: return 255 * column.Min();
            case ImageRenderMode.Average: return 255 * column.Average();
            case ImageRenderMode.AttenuatedMaximum:
                foreach (var place in column)
                {
                    seen = Math.Max(seen, place * Math.Exp(-attenuation * before));
                    before += place;
                }
                return 255 * seen;
            // A fifth of the place is the opacity, and the colour is the place.
            case ImageRenderMode.Additive: return 255 * Math.Min(1, column.Sum(place => place * place * 0.2));
            default: return 255 * column.Max();
        }
    }

    private static Rgba ColorOf(Stage stage, Picture picture, int x, int y)
    {
        var (pixel, _) = ViewProjection.Project(stage.Viewer.Camera, new Vector3(x + 0.5f, y + 0.5f, 0), picture.Width, picture.Height);
        return picture[(int)pixel.X, (int)pixel.Y];
    }

    private static SliceCamera Fitted(Axis axis)
    {
        var camera = new SliceCamera(axis);
        camera.Fit(new Vector3(Shape.Width, Shape.Height, Shape.Depth), 120, 90);
        return camera;
    }

    // The lighting of lighting.glsl for a view along z with y down, without a surrounding.
    private static float Lit(float albedo, Vector3 normal)
    {
        var toEye = -Vector3.UnitZ;
        var up = -Vector3.UnitY;
        var lamp = Vector3.Normalize(toEye + (0.40f * up) - (0.15f * Vector3.UnitX));
        var diffuse = Math.Max(Vector3.Dot(normal, lamp), 0);
        var sky = 0.5f + (0.5f * Vector3.Dot(normal, up));
        var highlight = MathF.Pow(Math.Max(Vector3.Dot(normal, Vector3.Normalize(lamp + toEye)), 0), 28);
        return Math.Min(1, (albedo * (0.30f + (0.20f * sky) + (0.58f * diffuse))) + (0.12f * highlight));
    }
}
