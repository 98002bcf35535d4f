using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class SurfaceViewTests
{
    private static readonly VolumeShape Shape = new(20, 20, 24);

    [GlFact]
    public void DrawVolumeView_OfPoints_ShowsBallsWithTheirSilhouette()
    {
        using var stage = new Stage(Points(new Vector3(8, 10, 10), new Vector3(18, 10, 10)));
        var perPixel = new ViewProjection(stage.Viewer.Camera, 240, 180).MicrometresPerPixel;
        var (middle, count) = stage.DrawVolume(240, 180).Find(Scenes.IsRed);
        // The darkest pixels of the rims do not count as red.
        Assert.Equal(2 * Math.PI * 9, count * perPixel * perPixel, 2 * Math.PI * 9 * 0.1);
        Assert.Equal(ViewProjection.Project(stage.Viewer.Camera, new Vector3(13, 10, 10), 240, 180).Pixel.X, middle.X, 1.5f);
        stage.Viewer.ClippingPlanes = [new ClippingPlane(new Vector3(8, 0, 0), -Vector3.UnitX)];
        Assert.Equal(Math.PI * 9 / 2, stage.DrawVolume(240, 180).Find(Scenes.IsRed).Count * perPixel * perPixel, Math.PI * 9 / 2 * 0.1);
    }

    [GlFact]
    public void DrawVolumeView_OfACutBall_ShowsAFlatDisc()
    {
        using var stage = new Stage(Points(new Vector3(12, 10, 10)));
        stage.Viewer.ClippingPlanes = [new ClippingPlane(new Vector3(12, 0, 10), new Vector3(0.2f, 0, 1))];
        var picture = stage.DrawVolume(240, 180);
        var (middle, _) = picture.Find(Scenes.IsRed);
        Assert.Single(Enumerable.Range(-8, 16).Select(away => picture[(int)middle.X + away, (int)middle.Y]).Distinct());
    }

    [GlFact]
    public void DrawVolumeView_OfASurface_HidesWhatIsBehindAndIsHidden()
    {
        var labels = Scenes.Labels(Shape, (z, _, x) => z < 4 && x < 12 ? 2 : z > 15 && x >= 12 ? 3 : 0);
        using var stage = new Stage(labels, Square(10));
        var picture = stage.DrawVolume();
        Assert.True(Scenes.IsGreen(picture[45, 45]));
        Assert.True(Scenes.IsRed(picture[75, 45]));
        stage.Viewer.Layers[1].Opacity = 0.5f;
        picture = stage.DrawVolume();
        Assert.True(Scenes.IsGreen(picture[45, 45]));
        Assert.True(picture[75, 45] is { R: > 60, B: > 50 });
        stage.Viewer.ClippingPlanes = [new ClippingPlane(new Vector3(12, 0, 0), -Vector3.UnitX)];
        stage.Viewer.Layers[0].Visible = false;
        stage.Viewer.Layers[1].Opacity = 1;
        picture = stage.DrawVolume();
        Assert.True(Scenes.IsRed(picture[45, 45]) && !Scenes.IsRed(picture[75, 45]));
    }

    [GlFact]
    public void Pick_OfASurfaceAndAPoint_GivesAPlaceOnThem()
    {
        using var stage = new Stage(Square(10), Points(new Vector3(6, 10, 5)));
        stage.Renderer.Finish(stage.Viewer);
        WorldPoint? At(float x) => stage.Renderer.Pick(stage.Viewer, ViewProjection.Project(stage.Viewer.Camera, new Vector3(x, 10, 10), 120, 90).Pixel, 120, 90);
        Assert.Equal(10, At(18)!.Value.Z, 0.05);
        Assert.Equal(2, At(6)!.Value.Z, 0.1);
    }

    [GlFact]
    public void DrawSliceView_OfASurfaceAndPoints_ShowsTheCutLineAndTheDiscs()
    {
        using var stage = new Stage(Square(10), Points(new Vector3(6, 10, 5)));
        stage.Viewer.Cursor = new WorldPoint(5, 10, 12);
        // Across x: z runs to the right, and the square is a line at z = 10.
        var camera = new SliceCamera(Axis.X);
        camera.Fit(stage.Viewer.Extent, 120, 90);
        var line = stage.DrawSlice(camera).Find(Scenes.IsRed);
        Assert.Equal(camera.ToPixel(10, 10, 120, 90).X, line.Middle.X, 1);
        Assert.InRange(line.Count, 60, 260);
        camera = new SliceCamera(Axis.Z);
        camera.Fit(stage.Viewer.Extent, 120, 90);
        var disc = stage.DrawSlice(camera).Find(Scenes.IsRed);
        Assert.Equal(camera.ToPixel(6, 10, 120, 90).X, disc.Middle.X, 1);
        Assert.Equal(Math.PI * 9, disc.Count * camera.MicrometresPerPixel * camera.MicrometresPerPixel, Math.PI * 9 * 0.25);
    }

    [GlFact]
    public void DrawVolumeView_OfValues_HasTheColoursOfTheColormap()
    {
        var square = Square(10);
        var mesh = square.Mesh;
        square.Mesh = new SurfaceMesh(mesh.Vertices, mesh.Triangles, values: [.. mesh.Vertices.Select(vertex => vertex.X)]);
        square.Colormap = new Colormap("g", "g", [Scenes.Green, Scenes.Blue]);
        square.ContrastLimits = new ContrastLimits(0, 24);
        using var stage = new Stage(square);
        var picture = stage.DrawVolume();
        Assert.True(Scenes.IsGreen(picture[35, 45]) && Scenes.IsBlue(picture[84, 45]));
    }

    [Fact]
    public void Section_OfATetrahedron_IsATriangle()
    {
        var mesh = new SurfaceMesh([Vector3.Zero, Vector3.UnitX, Vector3.UnitY, Vector3.UnitZ], [0, 2, 1, 0, 3, 2, 0, 1, 3, 1, 2, 3]);
        var (ends, values) = SurfaceSection.Of(mesh, Vector3.UnitZ, 0.5f);
        Assert.Equal(6, ends.Length);
        Assert.Empty(values);
        Assert.Equal(1 + Math.Sqrt(0.5), Enumerable.Range(0, 3).Sum(piece => Vector3.Distance(ends[piece * 2], ends[(piece * 2) + 1])), 1e-6);
        Assert.Empty(SurfaceSection.Of(mesh, Vector3.UnitZ, 2).Ends);
    }

    [Theory, InlineData("mesh.glsl", typeof(MeshBlock), 2), InlineData("sheet.glsl", typeof(SheetBlock), 3)]
    public void Block_InTheShader_IsAsLongAsItsStruct(string file, Type type, int vectors)
    {
        Assert.Equal(vectors, ShaderFiles.Read(file).Split("    vec4 ").Length - 1);
        Assert.Equal(16 * vectors, typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null));
    }

    private static PointsLayer Points(params Vector3[] places) => new("points", places, Shape, Spacing.Isotropic(1)) { Size = 6, Color = Scenes.Red };

    private static SurfaceLayer Square(float z)
    {
        ImmutableArray<Vector3> corners = [new(1, 1, z), new(23, 1, z), new(23, 19, z), new(1, 19, z)];
        return new SurfaceLayer("square", new SurfaceMesh(corners, [0, 2, 1, 0, 3, 2]), Shape, Spacing.Isotropic(1)) { Color = Scenes.Red };
    }
}
