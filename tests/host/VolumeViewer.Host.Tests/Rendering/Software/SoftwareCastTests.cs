using System.Numerics;
using System.Runtime.Intrinsics;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>What the processor draws, without OpenGL.</summary>
public sealed class SoftwareCastTests
{
    private const int Size = 24;

    private static readonly VolumeShape Shape = new(7, Size, Size);

    private static byte Noise(int z, int y, int x) => (byte)(60 + ((((z * 7919) + (y * 104729) + (x * 1299709)) >> 3) % 190));

    [Fact]
    public void Cast_OfTheMaximumAlongZ_IsExactlyTheLargestVoxelOfEachColumn()
    {
        var layer = new ImageLayer("noise", Volume((z, y, x) => Noise(z, y, x))) { ContrastLimits = new ContrastLimits(0, 255) };
        foreach (var interpolate in new[] { false, true })
        {
            layer.Interpolate = interpolate;
            var frame = Cast(layer, Front(layer));
            for (var y = 0; y < Size; y++)
            {
                for (var x = 0; x < Size; x++)
                {
                    var expected = Enumerable.Range(0, Shape.Depth).Max(z => Noise(z, y, x));
                    Assert.Equal(expected, (int)(frame.Colors[((Size - 1 - y) * Size) + x] & 0xFF));
                }
            }
        }
    }

    [Fact]
    public void Cast_WithAnyNumberOfThreads_GivesTheSamePicture()
    {
        var layer = new ImageLayer("noise", Volume((z, y, x) => Noise(z, y, x))) { ContrastLimits = new ContrastLimits(0, 255), RenderMode = ImageRenderMode.Translucent };
        var view = Slanted(layer, 90, 70);
        var alone = Cast(layer, view, threads: 1);
        Assert.Equal(alone.Colors, Cast(layer, view, threads: 5).Colors);
        Assert.True(alone.Colors.Distinct().Count() > 50);
    }

    [Theory]
    [InlineData(ImageRenderMode.Translucent)]
    [InlineData(ImageRenderMode.Isosurface)]
    public void Cast_ThatLeapsOverEmptySpace_GivesThePictureOfEverySample(ImageRenderMode mode)
    {
        // Most of it is empty; what is seen stands in two corners.
        var shape = new VolumeShape(70, 60, 80);
        var volume = new Volume<byte>(shape, Spacing.Isotropic(1));
        for (var i = 0; i < 12; i++)
        {
            for (var j = 0; j < 12; j++)
            {
                for (var k = 0; k < 12; k++)
                    (volume[i, j, k], volume[55 + i, 45 + j, 64 + k]) = (Noise(i, j, k), Noise(k, j, i));
            }
        }
        var layer = new ImageLayer("corners", volume) { ContrastLimits = new ContrastLimits(0, 255), RenderMode = mode, Isovalue = 130 };
        var viewer = new Viewer();
        viewer.Layers.Add(layer);
        using var data = new SoftwareImage(layer, 2048, 1 << 28);
        Assert.True(data.Prepare(TimeSpan.FromSeconds(20)));
        var caster = (ImageCaster)data.CreateCaster(viewer, LayerBlending.Translucent, RenderQuality.Full)!;
        Assert.NotNull(caster.Scene.Empty);
        var store = new OctetStore(shape);
        for (var z = 0; z < shape.Depth; z++)
            store.Write(z, volume.Slice(z));
        var view = Slanted(layer, 160, 120);
        var (leaping, walking) = (Draw(caster, view), Draw(store.CreateCaster(caster.Scene with { Empty = null }), view));
        Assert.Equal(walking.Colors, leaping.Colors);
        Assert.True(leaping.Colors.Distinct().Count() > 50);
    }

    [Fact]
    public void Cast_OfASphere_IsLitByItsNormals()
    {
        const int edge = 40;
        const float radius = 13;
        var (middle, shape) = (new Vector3(19.5f), new VolumeShape(edge, edge, edge));
        var volume = new Volume<float>(shape, Spacing.Isotropic(1));
        for (var z = 0; z < edge; z++)
        {
            for (var y = 0; y < edge; y++)
            {
                for (var x = 0; x < edge; x++)
                    volume[z, y, x] = 100 + (10 * (radius - (new Vector3(x, y, z) - middle).Length()));
            }
        }
        var white = new Colormap("white", "White", [new Rgba(200, 200, 200), new Rgba(200, 200, 200)]);
        var layer = new ImageLayer("sphere", volume) { ContrastLimits = new ContrastLimits(0, 200), RenderMode = ImageRenderMode.Isosurface, Isovalue = 100, Colormap = white };
        var view = Front(layer, edge * 4);
        var frame = Cast(layer, view, occlusion: 0);
        var hits = 0;
        for (var pixel = 0; pixel < frame.Width * frame.Height; pixel++)
        {
            // The middle of voxel (0, 0) is half a voxel from the corner of the world.
            var (x, y) = ((((pixel % frame.Width) + 0.5f) / 4) - 0.5f - middle.X, ((frame.Height - (pixel / frame.Width) - 0.5f) / 4) - 0.5f - middle.Y);
            var across = (x * x) + (y * y);
            Assert.False(across < (radius - 0.2f) * (radius - 0.2f) && frame.Depths[pixel] >= 1);
            Assert.False(across > (radius + 0.2f) * (radius + 0.2f) && frame.Depths[pixel] < 1);
            hits += frame.Depths[pixel] < 1 ? 1 : 0;
            if (across > radius * radius * 0.8f)
                continue;
            var normal = new Vector3(x, y, -MathF.Sqrt((radius * radius) - across)) / radius;
            var expected = PacketLight.Lit(view.Block, Packet3.Of(new Vector3(200 / 255f)), Packet3.Of(normal), Packet3.Of(Vector3.UnitZ), Vector256<float>.One).X[0];
            Assert.Equal(255 * expected, frame.Colors[pixel] & 0xFF, 2.0);
        }
        Assert.Equal(Math.PI * radius * radius, hits / 16.0, 6.0);
    }

    private static Volume<byte> Volume(Func<int, int, int, byte> valueAt)
    {
        var volume = new Volume<byte>(Shape, Spacing.Isotropic(1));
        for (var z = 0; z < Shape.Depth; z++)
        {
            for (var y = 0; y < Size; y++)
            {
                for (var x = 0; x < Size; x++)
                    volume[z, y, x] = valueAt(z, y, x);
            }
        }
        return volume;
    }

    // From the front without perspective, each side of the volume as many pixels.
    private static RayView Front(ImageLayer layer, int pixels = Size)
    {
        var extent = Viewer.ExtentOf(layer);
        var block = new ViewBlock
        {
            Eye = new Vector3(extent.X / 2, extent.Y / 2, -10),
            Parallel = 1,
            Right = new Vector3(extent.X / 2, 0, 0),
            Down = new Vector3(0, extent.Y / 2, 0),
            Forward = Vector3.UnitZ,
            Nearest = 5,
            Farthest = 15 + extent.Z,
        };
        return new RayView(block, pixels, pixels);
    }

    private static RayView Slanted(ImageLayer layer, int width, int height)
    {
        var camera = new Camera();
        camera.Frame(Viewer.ExtentOf(layer));
        return new RayView(new ViewProjection(camera, width, height).ToBlock(Viewer.ExtentOf(layer)), width, height);
    }

    private static SoftwareFrame Cast(ImageLayer layer, RayView view, int? threads = null, float occlusion = 0.6f)
    {
        var viewer = new Viewer { AmbientOcclusion = occlusion };
        viewer.Layers.Add(layer);
        using var renderer = new SoftwareRenderer(threads);
        Assert.True(renderer.Prepare(viewer, TimeSpan.FromSeconds(20)));
        var drawing = new SoftwareDrawing();
        Clear(drawing.Frame, view);
        renderer.Start(drawing, viewer, view, RenderQuality.Full, isUrgent: true);
        drawing.Wait();
        Assert.True(drawing.IsDone);
        Assert.False(drawing.IsCancelled);
        return drawing.Frame;
    }

    private static SoftwareFrame Draw(LayerCaster caster, RayView view)
    {
        var frame = new SoftwareFrame();
        Clear(frame, view);
        for (var tile = 0; tile < TileCaster.CountOf(frame); tile++)
            TileCaster.Draw(frame, view, [caster], tile);
        return frame;
    }

    private static void Clear(SoftwareFrame frame, RayView view)
    {
        frame.Resize(view.Width, view.Height);
        Array.Fill(frame.Colors, 0xFF000000);
        Array.Fill(frame.Depths, 1);
    }
}
