using SkiaSharp;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class ComparisonPictureTests
{
    private static readonly RenderOptions Bare = new() { AxisNames = false, ScaleBar = false, Legend = false, ColorBar = false, Crosshair = false, Supersampling = 1 };

    [GlTheory]
    [InlineData(0.5f, 100)]
    [InlineData(0.25f, 50)]
    [InlineData(0, 0)]
    [InlineData(1, 200)]
    public void Render_Swipe_ShowsTheFirstUpToTheDividerAndTheSecondFromThere(float position, int divider)
    {
        using var picture = Render(viewer => new Comparison(ComparisonMode.Swipe, [viewer.Layers[0]], [viewer.Layers[1]]) { Position = position });
        for (var x = 40; x < 160; x++)
            Assert.Equal(x < divider ? Scenes.Red : Scenes.Green, At(picture, x, 100));
    }

    [GlFact]
    public void Render_Checkerboard_AlternatesFields()
    {
        using var picture = Render(viewer => new Comparison(ComparisonMode.Checkerboard, [viewer.Layers[0]], [viewer.Layers[1]]) { FieldPixels = 20 });
        for (var y = 30; y < 170; y += 7)
        {
            for (var x = 30; x < 170; x += 7)
                Assert.Equal(((x / 20) + (y / 20)) % 2 == 0 ? Scenes.Red : Scenes.Green, At(picture, x, y));
        }
    }

    [GlFact]
    public void Render_SideBySide_ShowsTheSamePartOfBothAtOneScale()
    {
        using var picture = Render(viewer => new Comparison(ComparisonMode.SideBySide, [viewer.Layers[0]], [viewer.Layers[1]]));
        // The left picture takes columns 0 to 98, the right 101 to 199.
        for (var y = 0; y < 200; y++)
        {
            for (var x = 0; x < 99; x++)
            {
                Assert.Equal(At(picture, x, y) == Scenes.Red, At(picture, x + 101, y) == Scenes.Green);
                Assert.NotEqual(Scenes.Green, At(picture, x, y));
            }
        }
        Assert.Equal((Scenes.Red, Scenes.Green), (At(picture, 49, 100), At(picture, 150, 100)));
    }

    [GlFact]
    public void Render_WithOtherLayers_HasThemOnBothSidesUnlessTold()
    {
        Comparison Of(Viewer viewer) => new(ComparisonMode.Swipe, [], [viewer.Layers[1]]);
        using var with = Render(Of);
        using var without = Render(viewer => Of(viewer) with { ShowsOthers = false });
        Assert.Equal((Scenes.Red, Scenes.Green), (At(with, 60, 100), At(with, 140, 100)));
        Assert.NotEqual(Scenes.Red, At(without, 60, 100));
        Assert.Equal(Scenes.Green, At(without, 140, 100));
    }

    [GlFact]
    public void Render_Grid_HasAPictureForEveryLayer()
    {
        using var picture = Render(_ => new Comparison(ComparisonMode.Grid, [], []));
        // Two squares fit beside or above each other alike; they stand beside, each with its layer alone.
        Assert.Equal((Scenes.Red, Scenes.Green), (At(picture, 49, 100), At(picture, 150, 100)));
    }

    [GlFact]
    public void DrawVolumeView_OfOneSide_LeavesTheOtherOut()
    {
        using var stage = new Stage(Labels(1), Labels(2));
        stage.Viewer.Layers[1].Opacity = 1;
        stage.Viewer.Comparison = new Comparison(ComparisonMode.SideBySide, [stage.Viewer.Layers[0]], [stage.Viewer.Layers[1]]);
        var sides = ComparedSide.Of(stage.Viewer);
        stage.Renderer.Shows = sides[0].Shows;
        var first = stage.DrawVolume();
        stage.Renderer.Shows = sides[1].Shows;
        var second = stage.DrawVolume();
        Assert.True(first.Find(Scenes.IsRed).Count > 100);
        Assert.Equal(0, first.Find(Scenes.IsGreen).Count);
        Assert.True(second.Find(Scenes.IsGreen).Count > 100);
        Assert.Equal(0, second.Find(Scenes.IsRed).Count);
    }

    [Theory]
    [InlineData(ComparisonMode.Swipe, 101, 77)]
    [InlineData(ComparisonMode.Checkerboard, 101, 77)]
    [InlineData(ComparisonMode.Flicker, 5, 3)]
    public void Tiles_OfAnyMode_CoverThePictureOnce(ComparisonMode mode, int width, int height)
    {
        var seen = new int[width * height];
        foreach (var tile in ComparisonTile.Of(new Comparison(mode, [], []) { Position = 0.3f, FieldPixels = 16 }, width, height))
        {
            for (var y = tile.Y; y < tile.Y + tile.Height; y++)
            {
                for (var x = tile.X; x < tile.X + tile.Width; x++)
                    seen[(y * width) + x]++;
            }
        }
        Assert.All(seen, count => Assert.Equal(1, count));
    }

    [Theory]
    [InlineData(2, 900, 300, false)]
    [InlineData(5, 900, 300, true)]
    [InlineData(9, 300, 900, true)]
    public void Split_OfARoom_GivesEqualPlacesThatDoNotOverlap(int count, int width, int height, bool isGrid)
    {
        var places = PaneSplit.Of(count, width, height, 4, isGrid);
        Assert.Equal(count, places.Count);
        Assert.Single(places.Select(place => (place.Width, place.Height)).Distinct());
        foreach (var (x, y, w, h) in places)
        {
            Assert.True(x + w <= width && y + h <= height);
            Assert.Equal(1, places.Count(other => x < other.X + other.Width && other.X < x + w && y < other.Y + other.Height && other.Y < y + h));
        }
    }

    private static LabelsLayer Labels(int label) => Scenes.Labels(new VolumeShape(4, 20, 20), (_, _, _) => label);

    private static SKBitmap Render(Func<Viewer, Comparison> comparison)
    {
        using var lower = Labels(1);
        using var upper = Labels(2);
        var viewer = new Viewer();
        viewer.Layers.Add(lower);
        viewer.Layers.Add(upper);
        viewer.ResetView();
        viewer.Comparison = comparison(viewer);
        return HeadlessRenderer.Render(viewer, ViewLayout.SliceZ, 200, 200, Bare);
    }

    private static Rgba At(SKBitmap picture, int x, int y)
    {
        var color = picture.GetPixel(x, y);
        return new Rgba(color.Red, color.Green, color.Blue, color.Alpha);
    }
}
