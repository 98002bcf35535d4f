using System.Numerics;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>The processor draws the same pictures as OpenGL.</summary>
public sealed class AgreementTests
{
    private const int Width = 200, Height = 150;

    private static readonly VolumeShape Shape = new(26, 22, 30);

    private static readonly Spacing Uneven = new(1.5, 1, 0.8);

    [GlTheory]
    [InlineData(ImageRenderMode.MaximumIntensity)]
    [InlineData(ImageRenderMode.Translucent)]
    [InlineData(ImageRenderMode.Isosurface)]
    [InlineData(ImageRenderMode.AttenuatedMaximum)]
    [InlineData(ImageRenderMode.MinimumIntensity)]
    [InlineData(ImageRenderMode.Average)]
    [InlineData(ImageRenderMode.Additive)]
    public void DrawVolumeView_OfAnImage_IsAsWithOpenGLInEveryMode(ImageRenderMode mode)
    {
        foreach (var interpolate in new[] { true, false })
        {
            foreach (var orthographic in new[] { true, false })
            {
                var layer = Blob<byte>(value => (byte)value);
                (layer.RenderMode, layer.Interpolate, layer.Gamma) = (mode, interpolate, 0.8f);
                AssertAlike([layer], orthographic);
            }
        }
    }

    [GlTheory, InlineData(ImageRenderMode.MaximumIntensity), InlineData(ImageRenderMode.Translucent)]
    public void DrawVolumeView_InOwnColours_IsAsWithOpenGL(ImageRenderMode mode)
    {
        var layer = Blob<byte>(value => (byte)value);
        (layer.RenderMode, layer.Gamma, layer.Colormap) = (mode, 0.8f, ColorPoints.Parse("0.1=#102040,0.35=#ff8000,0.4=#00ff60,0.95=#ffffff"));
        AssertAlike([layer]);
    }

    [GlFact]
    public void DrawVolumeView_OfAnyVoxelType_IsAsWithOpenGL()
    {
        foreach (var mode in new[] { ImageRenderMode.Translucent, ImageRenderMode.Isosurface, ImageRenderMode.MaximumIntensity })
        {
            foreach (var layer in new[] { Blob<ushort>(value => (ushort)value), Blob<short>(value => (short)value), Blob<float>(value => value) })
            {
                layer.RenderMode = mode;
                AssertAlike([layer]);
            }
        }
    }

    [GlTheory, InlineData(255), InlineData(110)]
    public void DrawVolumeView_OfLabels_IsAsWithOpenGL(byte opacity)
    {
        var layer = Scenes.Labels(Shape, (z, y, x) => Distance(z, y, x) < 6 ? 1 : Distance(z, y, x) < 9 && x > 12 ? 2 : z < 4 ? 3 : 0, Uneven);
        layer.Phases = layer.Phases.With(2, layer.Phases[2] with { Color = Scenes.Green with { A = opacity } });
        AssertAlike([layer]);
        AssertAlike([layer], orthographic: true);
    }

    [GlTheory]
    [InlineData(LayerBlending.Additive)]
    [InlineData(LayerBlending.Opaque)]
    [InlineData(LayerBlending.Minimum)]
    public void DrawVolumeView_OfBlendedLayers_IsAsWithOpenGL(LayerBlending blending)
    {
        var (below, above) = (Blob<byte>(value => (byte)value), Blob<byte>(value => (byte)(200 - value)));
        (below.RenderMode, above.RenderMode, above.Blending, above.Opacity) = (ImageRenderMode.Isosurface, ImageRenderMode.Translucent, blending, 0.7f);
        AssertAlike([below, above]);
    }

    [GlFact]
    public void DrawVolumeView_CutByABoxAndPlanes_IsAsWithOpenGL()
    {
        var image = Blob<byte>(value => (byte)value);
        image.RenderMode = ImageRenderMode.Translucent;
        image.ClippingPlanes = [new ClippingPlane(new Vector3(12, 10, 16), new Vector3(1, 2, 0.5f))];
        var labels = Scenes.Labels(Shape, (z, y, x) => Distance(z, y, x) < 9 ? 1 : 0, Uneven);
        AssertAlike([image, labels], change: viewer =>
        {
            viewer.CropBox = new CropBox(new Vector3(3, 2, 4), new Vector3(22, 21, 33));
            viewer.ClippingPlanes = [new ClippingPlane(new Vector3(10, 10, 20), new Vector3(-0.3f, 0.2f, 1))];
        });
    }

    [GlFact]
    public void DrawVolumeView_OfALayerAboveTheBudget_IsAsWithOpenGL()
    {
        var layer = Blob<byte>(value => (byte)value);
        AssertAlike([layer], budget: Shape.VoxelCount / 3);
    }

    [GlFact]
    public void Pick_OnASurface_GivesThePlaceThatOpenGLGives()
    {
        var layer = Blob<byte>(value => (byte)value);
        layer.RenderMode = ImageRenderMode.Isosurface;
        using var gl = new Stage(RendererChoice.Gl, layer);
        using var cpu = new Stage(RendererChoice.Cpu, layer);
        foreach (var stage in new[] { gl, cpu })
            stage.Renderer.Finish(stage.Viewer);
        foreach (var pixel in new[] { new Vector2(100, 75), new Vector2(92, 80) })
        {
            // Drivers interpolate with weights of 8 bits, which moves a surface by a part of a voxel.
            var (expected, found) = (gl.Renderer.Pick(gl.Viewer, pixel, Width, Height), cpu.Renderer.Pick(cpu.Viewer, pixel, Width, Height));
            Assert.NotNull(expected);
            Assert.NotNull(found);
            Assert.Equal(expected.Value.X, found.Value.X, 0.15);
            Assert.Equal(expected.Value.Y, found.Value.Y, 0.15);
            Assert.Equal(expected.Value.Z, found.Value.Z, 0.15);
        }
        Assert.Null(cpu.Renderer.Pick(cpu.Viewer, new Vector2(2, 2), Width, Height));
    }

    private static float Distance(int z, int y, int x) => new Vector3(x - 14.2f, (y - 10.7f) * 1.1f, (z - 12.4f) * 0.9f).Length();

    // Bright inside, with ripples.
    private static ImageLayer Blob<T>(Func<float, T> convert) where T : unmanaged
    {
        var layer = Scenes.Image(Shape, (z, y, x) => convert(Math.Clamp(150 - (9 * Distance(z, y, x)) + (25 * MathF.Sin(x * 0.9f) * MathF.Cos(y * 0.7f)) + (z % 5), 0, 200)), Uneven);
        layer.Interpolate = true;
        layer.Colormap = Colormap.BuiltIn[1];
        return layer;
    }

    // Drivers round what they interpolate: colours may differ by a few of 255, and where a ray just meets or misses a surface wholly.
    private static void AssertAlike(Layer[] layers, bool orthographic = false, Action<Viewer>? change = null, long? budget = null)
    {
        var pictures = new[] { RendererChoice.Gl, RendererChoice.Cpu }.Select(choice =>
        {
            using var stage = new Stage(choice, layers);
            if (budget is { } bytes)
                stage.Renderer.TextureBudget = bytes;
            Assert.Equal(choice == RendererChoice.Cpu, stage.Renderer.UsesCpu);
            stage.Viewer.Camera.Orientation = Camera.DefaultOrientation;
            stage.Viewer.Camera.Orthographic = orthographic;
            change?.Invoke(stage.Viewer);
            return stage.DrawVolume(Width, Height).Rgba;
        }).ToList();
        var differences = pictures[0].Zip(pictures[1], (first, second) => Math.Abs(first - second)).ToList();
        Assert.True(differences.Average() < 0.25, $"The pictures differ by {differences.Average()} of 255 in the mean.");
        var share = differences.Count(difference => difference > 6) / (double)differences.Count;
        Assert.True(share < 0.008, $"{share:P2} of the pictures differ by more than 6 of 255.");
        // There is something to compare.
        Assert.True(pictures[1].Chunk(4).Select(pixel => (pixel[0], pixel[1], pixel[2])).Distinct().Count() > 20);
    }
}
