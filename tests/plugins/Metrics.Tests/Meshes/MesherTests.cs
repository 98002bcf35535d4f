using VolumeViewer.Plugins.Metrics.Meshes;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Meshes;

public sealed class MesherTests
{
    private static readonly VolumeShape Shape = new(24, 26, 28);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 0.8, 0.5)]
    public void Make_OfASphereInGrey_HasItsAreaAndVolumeAndIsClosedAndFacesOutward(double dz, double dy, double dx)
    {
        const double radius = 9;
        var spacing = new Spacing(dz, dy, dx);
        var shape = new VolumeShape((int)(24 / dz), (int)(26 / dy), (int)(28 / dx));
        using var volume = new Volume<float>(shape, spacing);
        for (var z = 0; z < shape.Depth; z++)
        {
            for (var y = 0; y < shape.Height; y++)
            {
                for (var x = 0; x < shape.Width; x++)
                    volume[z, y, x] = (float)-Math.Sqrt(Math.Pow(((z + 0.5) * dz) - 12, 2) + Math.Pow(((y + 0.5) * dy) - 13, 2) + Math.Pow(((x + 0.5) * dx) - 14, 2));
            }
        }
        var mesh = Mesher.Make(new ImageField(volume), (float)-radius, isClosed: true);
        Assert.True(mesh.IsClosed());
        Assert.Equal(4 * Math.PI * radius * radius, mesh.Area, 4 * Math.PI * radius * radius * 0.01);
        Assert.Equal(4 / 3.0 * Math.PI * Math.Pow(radius, 3), mesh.Volume, 4 / 3.0 * Math.PI * Math.Pow(radius, 3) * 0.01);
    }

    // In a slice the surface is a line along which the image has the colour of the isovalue.
    [Theory]
    [InlineData("gray")]
    [InlineData("magma")]
    public async Task Isosurface_HasAColourThatIsSeenOnItsImage(string colormap)
    {
        var volume = new Volume<float>(Shape);
        for (var z = 8; z < 16; z++)
            volume.Slice(z)[(8 * 28)..(16 * 28)].Fill(100);
        using var image = new ImageLayer("grey", volume) { ContrastLimits = new ContrastLimits(0, 100), Colormap = Colormap.BuiltIn.Single(each => each.Id == colormap) };
        using var result = await new Runs(new MetricsPlugin()).Run("extract.isosurface", "isovalue=50", null, ("in", image));
        var (line, below) = (((SurfaceLayer)result.Layers[0]).Color, image.Colormap.At(0.5f));
        Assert.True(Math.Abs(line.R - below.R) + Math.Abs(line.G - below.G) + Math.Abs(line.B - below.B) > 150, $"{line} on {below}");
    }

    [Fact]
    public void Make_OfASphereInLabels_SmoothedHasTheAreaOfTheSphereThatTheGaussianLeaves()
    {
        // At half its height a Gaussian moves a surface by σ² times its mean curvature, 1 / r.
        const double radius = 10, sigma = 1.5, left = radius - (sigma * sigma / radius);
        using var labels = Labels(new VolumeShape(30, 30, 30), (z, y, x) => Math.Pow(z - 14.5, 2) + Math.Pow(y - 14.5, 2) + Math.Pow(x - 14.5, 2) < radius * radius);
        var mesh = Mesher.Make(new PhaseField(labels, 1, sigma), 0.5f, isClosed: true);
        Assert.True(mesh.IsClosed());
        Assert.Equal(4 * Math.PI * left * left, mesh.Area, 4 * Math.PI * left * left * 0.01);
        var steps = Mesher.Make(new PhaseField(labels, 1, sigma: 0), 0.5f, isClosed: true);
        Assert.True(steps.Area > mesh.Area * 1.03);
    }

    [Fact]
    public void Make_OfABoxAtTheWalls_IsTheBoxWithCutEdges()
    {
        // All of the volume: its walls, with the edges cut off halfway to the outermost voxels' middles.
        using var labels = Labels(new VolumeShape(4, 5, 6), (_, _, _) => true, new Spacing(2, 1, 0.5));
        var mesh = Mesher.Make(new PhaseField(labels, 1, 0), 0.5f, isClosed: true);
        Assert.True(mesh.IsClosed());
        Assert.Equal(0, mesh.Vertices.Min(vertex => vertex.X), 1e-6f);
        Assert.Equal(3, mesh.Vertices.Max(vertex => vertex.X), 1e-6f);
        Assert.Equal(5, mesh.Vertices.Max(vertex => vertex.Y), 1e-6f);
        Assert.Equal(8, mesh.Vertices.Max(vertex => vertex.Z), 1e-6f);
        Assert.InRange(mesh.Volume, 0.9 * 3 * 5 * 8, 3 * 5 * 8);
        Assert.Equal(0, Mesher.Make(new PhaseField(labels, 1, 0), 0.5f, isClosed: false).TriangleCount);
    }

    [Theory, InlineData(0), InlineData(0.8)]
    public void Make_OfNoise_IsClosedWhateverTheCellsAre(double sigma)
    {
        // Noise has every configuration, the ambiguous ones too. Where cells touch in an edge alone, four triangles meet there: what is left over is nothing.
        var random = new Random(7);
        using var labels = Labels(Shape, (_, _, _) => random.Next(2) == 1);
        var mesh = Mesher.Make(new PhaseField(labels, 1, sigma), 0.5f, isClosed: true);
        var edges = new Dictionary<(int, int), int>();
        for (var corner = 0; corner < mesh.Triangles.Length; corner++)
        {
            var edge = (mesh.Triangles[corner], mesh.Triangles[corner % 3 == 2 ? corner - 2 : corner + 1]);
            edges[edge] = edges.GetValueOrDefault(edge) + 1;
        }
        Assert.DoesNotContain(edges, edge => edge.Value != edges.GetValueOrDefault((edge.Key.Item2, edge.Key.Item1)));
        Assert.True(mesh.Volume > 0);
    }

    [Fact]
    public void Make_WithPermutedAxes_HasTheSameAreaAndVolume()
    {
        var random = new Random(3);
        var filled = new bool[9, 9, 9];
        for (var i = 0; i < 729; i++)
            filled[i / 81, i / 9 % 9, i % 9] = random.NextDouble() < 0.4;
        using var one = Labels(new VolumeShape(9, 9, 9), (z, y, x) => filled[z, y, x]);
        using var other = Labels(new VolumeShape(9, 9, 9), (z, y, x) => filled[y, x, z]);
        var (first, second) = (Mesher.Make(new PhaseField(one, 1, 1), 0.5f, true), Mesher.Make(new PhaseField(other, 1, 1), 0.5f, true));
        Assert.Equal(first.TriangleCount, second.TriangleCount);
        // Of several ways to cut a cell into triangles one is taken, and not the turned one in the turned cell.
        Assert.Equal(first.Volume, second.Volume, first.Volume * 0.02);
    }

    private static LabelVolume Labels(VolumeShape shape, Func<int, int, int, bool> isIn, Spacing? spacing = null)
    {
        var labels = new LabelVolume(shape, PhaseTable.Named("out", "in"), spacing ?? Spacing.Isotropic(1));
        for (var z = 0; z < shape.Depth; z++)
        {
            for (var i = 0; i < shape.SliceLength; i++)
                labels.Slice(z)[i] = (byte)(isIn(z, i / shape.Width, i % shape.Width) ? 1 : 0);
        }
        return labels;
    }
}
