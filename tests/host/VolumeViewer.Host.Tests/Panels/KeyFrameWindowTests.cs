using SkiaSharp;

using VolumeViewer.Host.Export;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

using static VolumeViewer.Host.Tests.Panels.WindowScript;

namespace VolumeViewer.Host.Tests.Panels;

/// <summary>The small pictures of key frames, in the real window.</summary>
[Collection("window")]
public sealed class KeyFrameWindowTests
{
    [DisplayFact]
    public void AddFrame_InSlicesAndIn3D_TakesAPictureOfEach()
    {
        var viewer = Scenes.Viewer("a");
        var (pictures, hasTextures) = (new List<string>(), false);
        Run(viewer,
            Do(_ => viewer.Layout = ViewLayout.SliceZ),
            loop => loop.Shell.Views.Pictures.Count == 1,
            Do(loop => loop.Bench.Export.AddFrame()),
            loop => loop.Bench.Export.Frames[0].Picture.Length > 0,
            Do(_ => viewer.Layout = ViewLayout.Volume),
            loop => loop.Shell.Views.Pictures is [(null, _)],
            Do(loop => loop.Bench.Export.AddFrame()),
            loop => loop.Bench.Export.Frames[1].Picture.Length > 0,
            Do(loop => loop.Bench.Export.ShowAnimation = true),
            loop => (hasTextures = loop.Bench.Export.Frames.All(frame => loop.Bench.Export.TextureOf!(frame) != 0)),
            Do(loop => pictures.AddRange(loop.Bench.Export.Frames.Select(frame => frame.Picture))));

        Assert.True(hasTextures);
        Assert.NotEqual(pictures[0], pictures[1]);
        foreach (var picture in pictures)
        {
            using var bitmap = KeyFrame.Decode(picture);
            Assert.Equal((KeyFrame.PictureWidth, KeyFrame.PictureHeight), (bitmap!.Width, bitmap.Height));
            // The volume is in the middle, brighter than the ground beside it.
            Assert.True(Brightness(bitmap.GetPixel(bitmap.Width / 2, bitmap.Height / 2)) > Brightness(bitmap.GetPixel(2, 2)) + 30);
        }
    }

    // Rows rise in brightness downwards, so that turned by a quarter their brightness rises to the left.
    [DisplayFact]
    public void AddFrame_OfATurnedSlice_TakesThePictureTurned()
    {
        var (viewer, picture) = (Scenes.Viewer("a"), "");
        Run(viewer,
            Do(_ => viewer.Layout = ViewLayout.SliceZ),
            loop => loop.Shell.Views.Pictures.Count == 1,
            Do(loop => loop.Bench.Export.Views.Turns[Axis.Z] = default(SliceTurn).By(90)),
            _ => true,
            Do(loop => loop.Bench.Export.AddFrame()),
            loop => (picture = loop.Bench.Export.Frames[0].Picture).Length > 0);

        using var bitmap = KeyFrame.Decode(picture)!;
        var (middle, away) = (bitmap.Width / 2, bitmap.Height / 4);
        Assert.True(Brightness(bitmap.GetPixel(middle - away, bitmap.Height / 2)) > Brightness(bitmap.GetPixel(middle + away, bitmap.Height / 2)) + 15);
    }

    private static int Brightness(SKColor color) => (color.Red + color.Green + color.Blue) / 3;
}
