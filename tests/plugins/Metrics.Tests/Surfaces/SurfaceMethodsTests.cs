using VolumeViewer.Plugins.Metrics.Surfaces;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Metrics.Tests.Surfaces;

public class SurfaceMethodsTests
{
    // The middle of a plane through a cube of 24 voxels, where it is far from the cube's border.
    private const int Side = 24;

    private static readonly VolumeShape Cube = new(Side, Side, Side);

    // Areas of planes over their true ones. Faces: |nz| + |ny| + |nx|. Crofton: twice the mean of |cos| of the angles to the 13 directions with their weights,
    // by hand. Triangles through the middles of edges lie in these planes; so does the gradient, which is the whole step where it is summed along an axis.
    public static TheoryData<string, double, double> Planes => new()
    {
        { "100", 1, 0.926626 },
        { "110", 1.414214, 0.932623 },
        { "111", 1.732051, 0.961056 },
    };

    [Theory, MemberData(nameof(Planes))]
    public void Measure_OfALatticePlane_HasTheKnownBiasOfEachMethod(string normal, double faces, double crofton)
    {
        // Of planes through volumes of two sizes, the difference leaves the border's share out as far as it grows with the edge only.
        double Slope(Func<Dictionary<SurfaceMethod, double>, double> of)
        {
            double Area(int side) => of(Shapes.Areas(Plane(normal, side)));
            // A plane's area grows with the square of the side, what is missing at the border with the side: second differences are twice the square's factor.
            return (Area(20) - (2 * Area(16)) + Area(12)) / 32;
        }

        // What a plane through opposite edges or through six edges' middles has in a cube of side 1.
        var true_ = normal switch { "100" => 1.0, "110" => Math.Sqrt(2), _ => 3 * Math.Sqrt(3) / 4 };

        Assert.Equal(faces, Slope(areas => areas[SurfaceMethod.Faces]) / true_, 1e-5);
        Assert.Equal(crofton, Slope(areas => areas[SurfaceMethod.Crofton]) / true_, 1e-5);
        Assert.Equal(1, Slope(areas => areas[SurfaceMethod.MarchingCubes]) / true_, 1e-5);
        Assert.Equal(1, Slope(areas => areas[SurfaceMethod.Gradient]) / true_, 2e-3);
        Assert.Equal(1, Slope(areas => areas[SurfaceMethod.SmoothedMarchingCubes]) / true_, 2e-3);
    }

    [Fact]
    public void Measure_OfABox_CountsItsFaces()
    {
        // 10³ in 20³: 600 faces, 0.075 per voxel.
        using var labels = Shapes.Of(new VolumeShape(20, 20, 20), (z, y, x) => Math.Min(z, Math.Min(y, x)) >= 5 && Math.Max(z, Math.Max(y, x)) < 15);

        var table = Shapes.Report(labels).Tables().First();

        Assert.Equal("specific surface [1/voxel]", table.Columns[2].Heading);
        Assert.Equal(["outside", "faces", 0.075], table.Rows[0].Take(3));
        Assert.Equal(["inside", "faces", 0.075], table.Rows[5].Take(3));
        Assert.Equal(0.6, (double)table.Rows[5][5]!, 1e-12);
    }

    // TauFactor (Kench et al. 2023) has 52.01 %, 1.25 % and 0.01 % too much for this ball of radius 7, the last with scikit-image's marching cubes.
    [Fact]
    public void Measure_OfASmallBall_ErrsAsTheReferenceCode()
    {
        using var ball = Shapes.Ball(20, 7);
        var (areas, surface) = (Shapes.Areas(ball), 4 * Math.PI * 49);

        Assert.Equal(0.5201, (areas[SurfaceMethod.Faces] / surface) - 1, 5e-5);
        Assert.Equal(0.0125, (areas[SurfaceMethod.Gradient] / surface) - 1, 5e-5);
        Assert.Equal(0.0001, (areas[SurfaceMethod.SmoothedMarchingCubes] / surface) - 1, 5e-5);
    }

    // A ball of radius 16: faces over-read by half, binary marching cubes by 8 to 9 %; the others come within some per cent.
    [Fact]
    public void Measure_OfABall_HasTheKnownBiasOfEachMethod()
    {
        using var ball = Shapes.Ball(40, 16);
        var (areas, surface) = (Shapes.Areas(ball), 4 * Math.PI * 256);

        Assert.Equal(1.5, areas[SurfaceMethod.Faces] / surface, 0.02);
        Assert.Equal(1, areas[SurfaceMethod.Crofton] / surface, 0.01);
        Assert.Equal(1, areas[SurfaceMethod.Gradient] / surface, 0.03);
        Assert.Equal(1.09, areas[SurfaceMethod.MarchingCubes] / surface, 0.02);
        Assert.Equal(1, areas[SurfaceMethod.SmoothedMarchingCubes] / surface, 0.01);
    }

    [Fact]
    public void Measure_OfABallInFlatVoxels_IsAsInCubes()
    {
        using var ball = Shapes.Ball(48, 20, new Spacing(1.6, 1, 0.9));
        var (areas, surface) = (Shapes.Areas(ball), 4 * Math.PI * 400);

        Assert.Equal(1.5, areas[SurfaceMethod.Faces] / surface, 0.02);
        Assert.Equal(1, areas[SurfaceMethod.Crofton] / surface, 0.02);
        Assert.Equal(1, areas[SurfaceMethod.Gradient] / surface, 0.03);
        Assert.Equal(1.09, areas[SurfaceMethod.MarchingCubes] / surface, 0.03);
        Assert.Equal(1, areas[SurfaceMethod.SmoothedMarchingCubes] / surface, 0.02);
    }

    // Planes across each axis in voxels of 0.5 × 2 × 3 µm: the area is that of the cross-section, by Crofton with the weights of these voxels nearly.
    [Theory]
    [InlineData(0, 20 * 2 * 22 * 3)]
    [InlineData(1, 18 * 0.5 * 22 * 3)]
    [InlineData(2, 18 * 0.5 * 20 * 2)]
    public void Measure_OfPlanesInUnequalVoxels_IsTheCrossSection(int axis, double area)
    {
        using var labels = Shapes.Of(new VolumeShape(18, 20, 22), (z, y, x) => (axis == 0 ? z : axis == 1 ? y : x) < 9, new Spacing(0.5, 2, 3));

        var areas = Shapes.Areas(labels);

        Assert.Equal(area, areas[SurfaceMethod.Faces], 1e-6);
        Assert.Equal(area, areas[SurfaceMethod.Gradient], area * 1e-5);
        // Cells lie between voxels, so that marching cubes leaves half a voxel out along the border.
        var between = area * (axis == 0 ? 19.0 / 20 * 21 / 22 : axis == 1 ? 17.0 / 18 * 21 / 22 : 17.0 / 18 * 19 / 20);
        Assert.Equal(between, areas[SurfaceMethod.MarchingCubes], between * 1e-9);
    }

    [Fact]
    public void Measure_BesideUnlabelledVoxels_SeesNoSurface()
    {
        using var labels = LabelVolumes.Filled(Cube, PhaseTable.Numbered(2), (z, _, x) => x < 12 ? (byte)1 : z < 4 ? (byte)0 : LabelVolumes.None);

        var report = Shapes.Report(labels);

        Assert.All(report.Methods, areas => Assert.Equal(4 * Side, areas.Pairs[0].Sum(), 4.0 * Side * 0.3));
        Assert.Equal(4 * Side, report.Methods.Single(areas => areas.Method == SurfaceMethod.Faces).Pairs[0].Sum());
        Assert.Equal(3 * (Side - 1), report.Methods.Single(areas => areas.Method == SurfaceMethod.MarchingCubes).Pairs[0].Sum(), 1e-9);
        // The smoothed phase bends where the interface ends.
        Assert.Equal(4 * Side, report.Methods.Single(areas => areas.Method == SurfaceMethod.Gradient).Pairs[0].Sum(), 5.0);
    }

    [Fact]
    public void Measure_OfThreeLayers_GivesEachInterfaceItsArea()
    {
        using var labels = LabelVolumes.Filled(Cube, PhaseTable.Numbered(3), (_, y, _) => (byte)(y / 8));

        foreach (var areas in Shapes.Report(labels).Methods)
        {
            Assert.Equal(areas.Phases[1].Sum(), areas.Pairs[0].Sum() + areas.Pairs[2].Sum(), 1e-3);
            Assert.Equal(areas.Pairs[0].Sum(), areas.Pairs[2].Sum(), 1e-3);
            Assert.Equal(0, areas.Pairs[1].Sum(), 1e-3);
        }
    }

    // As long as no more than three phases meet, what the interfaces of a phase sum up to is its surface, by any method.
    [Fact]
    public void Measure_OfThreePhases_InterfacesSumUpToSurfaces()
    {
        var random = new Random(3);
        using var labels = LabelVolumes.Filled(new VolumeShape(9, 10, 70), PhaseTable.Numbered(3), (_, _, _) => (byte)random.Next(3));

        var methods = Shapes.Report(labels).Methods;

        foreach (var areas in methods.Where(areas => areas.Method is not (SurfaceMethod.MarchingCubes or SurfaceMethod.SmoothedMarchingCubes)))
        {
            Assert.Equal(areas.Phases[0].Sum(), areas.Pairs[0].Sum() + areas.Pairs[1].Sum(), areas.Phases[0].Sum() * 1e-5);
            Assert.Equal(areas.Phases[2].Sum(), areas.Pairs[1].Sum() + areas.Pairs[2].Sum(), areas.Phases[2].Sum() * 1e-5);
        }
    }

    private static LabelVolume Plane(string normal, int side) => Shapes.Of(new VolumeShape(side, side, side), (z, y, x) => normal switch
    {
        "100" => z < side / 2,
        "110" => z + y < side,
        _ => z + y + x < side * 3 / 2,
    });
}
