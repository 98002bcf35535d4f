using System.Runtime.InteropServices;
using SkiaSharp;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class HeadlessRendererTests
{
    private static readonly RenderOptions Bare = new()
    {
        ScaleBar = false,
        AxisNames = false,
        Legend = false,
        ColorBar = false,
        Crosshair = false,
        Supersampling = 1,
    };

    [GlFact]
    public void Render_FourUp_HasTheThreeSlicesInLineAndThe3DView()
    {
        // Red only at low x, low y and low z: upper left in each slice.
        using var picture = Render(Block(), ViewLayout.FourUp, 402, 302, Bare);
        Assert.Equal((402, 302), (picture.Width, picture.Height));
        var pixels = PictureOf(picture);
        var slices = new[] { (X: 0, Y: 0), (X: 202, Y: 0), (X: 0, Y: 152) };
        foreach (var (left, top) in slices)
        {
            var (middle, count) = pixels.FindWithin(left, top, 200, 150, Scenes.IsRed);
            Assert.True(count > 300);
            Assert.True(middle.X < left + 100 && middle.Y < top + 75);
        }
        Assert.True(pixels.FindWithin(202, 152, 200, 150, Scenes.IsRed).Count > 100);
        // The z view and the x view share y; the z view and the y view share x.
        Assert.Equal(FirstRed(x => Column(pixels, x, 0, 150)), FirstRed(x => Column(pixels, x, 152, 302)));
        Assert.Equal(FirstRed(y => Row(pixels, y, 0, 200)), FirstRed(y => Row(pixels, y, 202, 402)));
    }

    [GlTheory, InlineData(ViewLayout.SliceZ), InlineData(ViewLayout.SliceY), InlineData(ViewLayout.SliceX), InlineData(ViewLayout.Volume)]
    public void Render_ASingleView_FillsThePicture(ViewLayout layout)
    {
        using var picture = Render(Block(), layout, 200, 150, Bare);
        Assert.True(PictureOf(picture).Find(Scenes.IsRed).Count > 500);
    }

    [GlFact]
    public void Render_WithScaleBar_DrawsItInTheLengthItStates()
    {
        var layer = Scenes.Labels(new VolumeShape(40, 50, 60), (_, _, _) => 3, Spacing.Isotropic(0.5));
        using var with = Render(layer, ViewLayout.SliceZ, 500, 400, Bare with { ScaleBar = true });
        using var without = Render(layer, ViewLayout.SliceZ, 500, 400, Bare);
        var (a, b) = (PictureOf(with), PictureOf(without));
        // The row through the middle of the bar, which ends 12 · 400 / 560 from the lower and the right edge.
        var row = 400 - 12;
        var bar = Enumerable.Range(0, 500).Count(x => a[x, row] != b[x, row] && Scenes.IsBright(a[x, row]));
        var camera = new SliceCamera(Axis.Z);
        camera.Fit(Viewer.ExtentOf(layer), 500, 400);
        Assert.Equal(5 / camera.MicrometresPerPixel, bar, 2.0);
    }

    [GlFact]
    public void Render_WithLegendAndColourBar_AddsThem()
    {
        var image = Scenes.Image<byte>(new VolumeShape(4, 5, 6), (_, _, _) => 0);
        var labels = Scenes.Labels(new VolumeShape(4, 5, 6), (_, _, _) => 0);
        using var none = Render([image, labels], ViewLayout.SliceZ, 400, 300, Bare);
        using var legend = Render([image, labels], ViewLayout.SliceZ, 400, 300, Bare with { Legend = true });
        using var bar = Render([image, labels], ViewLayout.SliceZ, 400, 300, Bare with { ColorBar = true });
        Assert.Equal(0, PictureOf(none).Find(Scenes.IsRed).Count);
        Assert.True(PictureOf(legend).Find(Scenes.IsRed).Count > 20);
        Assert.True(PictureOf(legend).Find(Scenes.IsBlue).Count > 20);
        Assert.Equal(0, PictureOf(none).Find(Scenes.IsBright).Count);
        Assert.True(PictureOf(bar).Find(Scenes.IsBright).Count > 200);
    }

    [GlTheory, InlineData(40_000, 3), InlineData(40_000, 40_000)]
    public void Render_ALargerPictureThanTheDriverCanDraw_SaysToMakeItSmaller(int width, int height)
    {
        var failure = Assert.Throws<UserException>(() => Render(Block(), ViewLayout.Volume, width, height, Bare));
        Assert.Contains("make it smaller", failure.Message);
        Assert.Contains($"{width} × {height}", failure.Message);
    }

    [GlFact]
    public void Write_APicture_CanBeReadBack()
    {
        var folder = Directory.CreateTempSubdirectory("render-");
        try
        {
            using var picture = Render(Block(), ViewLayout.Volume, 64, 48, Bare);
            var path = Path.Combine(folder.FullName, "a.png");
            PngFile.Write(picture, path);
            using var back = SKBitmap.Decode(path);
            Assert.Equal((64, 48), (back.Width, back.Height));
            Assert.Equal(picture.GetPixel(20, 20), back.GetPixel(20, 20));
            Assert.Equal(["a.png"], folder.GetFiles().Select(file => file.Name));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Write_WhereThereIsNoFolder_SaysSoAndLeavesNothing()
    {
        using var picture = new SKBitmap(4, 3, SKColorType.Bgra8888, SKAlphaType.Premul);
        var path = Path.Combine(Path.GetTempPath(), $"absent-{Guid.NewGuid():n}", "a.png");
        Assert.Contains("a.png", Assert.Throws<UserException>(() => PngFile.Write(picture, path)).Message);
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    private static LabelsLayer Block() => Scenes.Labels(new VolumeShape(20, 20, 20), (z, y, x) => z < 12 && y < 9 && x < 9 ? 1 : 0);

    private static SKBitmap Render(Layer layer, ViewLayout layout, int width, int height, RenderOptions options) =>
        Render([layer], layout, width, height, options);

    private static SKBitmap Render(IEnumerable<Layer> layers, ViewLayout layout, int width, int height, RenderOptions options)
    {
        var viewer = new Viewer();
        foreach (var layer in layers)
            viewer.Layers.Add(layer);
        viewer.ResetView();
        viewer.Cursor = new WorldPoint(2, 2, 2);
        return HeadlessRenderer.Render(viewer, layout, width, height, options);
    }

    private static int FirstRed(Func<int, IEnumerable<Rgba>> line) => Enumerable.Range(0, 300).First(at => line(at).Any(Scenes.IsRed));

    private static IEnumerable<Rgba> Column(Picture picture, int x, int top, int bottom) => Enumerable.Range(top, bottom - top).Select(y => picture[x, y]);

    private static IEnumerable<Rgba> Row(Picture picture, int y, int left, int right) => Enumerable.Range(left, right - left).Select(x => picture[x, y]);

    private static Picture PictureOf(SKBitmap bitmap)
    {
        var bytes = new byte[bitmap.Width * bitmap.Height * 4];
        Marshal.Copy(bitmap.GetPixels(), bytes, 0, bytes.Length);
        for (var i = 0; i < bytes.Length; i += 4)
            (bytes[i], bytes[i + 2]) = (bytes[i + 2], bytes[i]);
        return new Picture(bytes, bitmap.Width, bitmap.Height);
    }
}
