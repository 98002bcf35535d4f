using VolumeViewer.Plugins.Synthesis.Structures;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests;

public class ModelTests
{
    // Phases as asked to the voxel, and all pairs of phases touch.
    [Fact]
    public void Blobs_OfFourPhases_MeetTheFractionsAndTouchEachOther()
    {
        using var labels = Blobs.Generate(new() { Shape = [40, 44, 48], Fractions = [0.3, 0.25, 0.2], CorrelationLength = [1.2, 1.2, 1.6], VoxelSize = 0.2 }, new Work());
        Assert.Equal([0.3, 0.25, 0.2, 0.25], StructureReport.Fractions(labels), (a, b) => Math.Abs(a - b) < 1.5 / labels.Shape.VoxelCount);
        var touching = new HashSet<(byte, byte)>();
        for (var i = 1; i < labels.Slice(7).Length; i++)
            touching.Add((labels.Slice(7)[i - 1], labels.Slice(7)[i]));
        Assert.Equal(16, touching.Count);
    }

    // Two halves of a Gaussian field: both points in one with the probability ¼ + arcsin(exp(−r²/ℓ²))/2π.
    [Fact]
    public void Blobs_OfTwoHalves_HaveTheCorrelationInClosedForm()
    {
        using var labels = Blobs.Generate(new() { Shape = [72], Fractions = [0.5], CorrelationLength = [5], VoxelSize = 1 }, new Work());
        foreach (var r in new[] { 1, 3, 5, 8 })
            Assert.Equal(0.25 + (Math.Asin(Math.Exp(-r * r / 25.0)) / (2 * Math.PI)), Both(labels, 0, r), 0.012);
    }

    // Void of a Boolean model: exp(−λv); both of two points at r < 2R with exp(−λ(2v − lens)), where v ∪ v = v(1 + ¾(r/R) − (r/R)³/16) (Torquato, 2002).
    [Fact]
    public void OverlappingSpheres_AsAPoissonProcess_HaveTheFractionAndCorrelationInClosedForm()
    {
        var (labels, spheres) = OverlappingSpheres.Generate(new() { Shape = [100], Fraction = 0.4, MeanDiameter = 8, VoxelSize = 1, Exact = false }, new Work());
        using (labels)
        {
            var intensity = -Math.Log(0.6) / (4 * Math.PI / 3 * 64);
            Assert.InRange(spheres, (intensity * 1e6) - (4 * Math.Sqrt(intensity * 1e6)), (intensity * 1e6) + (4 * Math.Sqrt(intensity * 1e6)));
            Assert.Equal(0.6, StructureReport.Fractions(labels)[0], 0.015);
            foreach (var r in new[] { 1, 3, 6, 8, 12 })
            {
                var ratio = Math.Min(r / 4.0, 2);
                Assert.Equal(Math.Pow(0.6, 1 + (0.75 * ratio) - (Math.Pow(ratio, 3) / 16)), Both(labels, 0, r), 0.017);
            }
        }
    }

    [Fact]
    public void OverlappingSpheres_Exact_MeetTheFractionToTheVoxel()
    {
        var (labels, _) = OverlappingSpheres.Generate(new() { Shape = [50, 52, 54], Fraction = 0.9, MeanDiameter = 10, DiameterDeviation = 2, VoxelSize = 1 }, new Work());
        using (labels)
            Assert.Equal(0.9, StructureReport.Fractions(labels)[1], 1e-5);
    }

    // Against the definition, over all points and their images.
    [Fact]
    public void Voronoi_OfCells_GivesEachVoxelTheNearestPoint()
    {
        var parameters = new VoronoiParameters { Shape = [30, 33, 36], VoxelSize = 1, CellSize = 9, Kind = VoronoiKind.Cells, Phases = 5 };
        var (labels, count) = Voronoi.Generate(parameters, new Work());
        using (labels)
        {
            Assert.Equal(Math.Round(30 * 33 * 36 / 729.0), count);
            var box = Box.Of(labels.Shape, Edges.Periodic);
            var points = Voronoi.Points(count, box, parameters.Seed);
            var phaseOf = new Dictionary<int, byte>();
            for (var i = 0; i < 30 * 33 * 36; i += 31)
            {
                var (z, y, x) = (i / (33 * 36), i / 36 % 33, i % 36);
                var nearest = Enumerable.Range(0, count).MinBy(n => Distance(points[n], new Point3(z + 0.5, y + 0.5, x + 0.5), box));
                var phase = labels.Slice(z)[(y * 36) + x];
                Assert.Equal(phaseOf.TryAdd(nearest, phase) ? phase : phaseOf[nearest], phase);
            }
            Assert.True(phaseOf.Values.Distinct().Count() > 2);
        }
    }

    // Walls: no voxel that is nearer to a face than one that is solid is pore. Distances to faces by definition, over all points.
    [Theory]
    [InlineData("Faces")]
    [InlineData("Edges")]
    public void Voronoi_OfWallsAndStruts_FillsWhatIsNearestToThem(string kind)
    {
        var parameters = new VoronoiParameters { Shape = [28], VoxelSize = 1, CellSize = 10, Kind = Enum.Parse<VoronoiKind>(kind), Fraction = 0.15 };
        var (labels, count) = Voronoi.Generate(parameters, new Work());
        using (labels)
        {
            Assert.Equal(0.15, StructureReport.Fractions(labels)[1], 5e-5);
            var box = Box.Of(labels.Shape, Edges.Periodic);
            var points = Voronoi.Points(count, box, parameters.Seed);
            var (solid, pore) = (0.0, double.MaxValue);
            for (var i = 0; i < 28 * 28 * 28; i += 11)
            {
                var p = new Point3((i / 784) + 0.5, (i / 28 % 28) + 0.5, (i % 28) + 0.5);
                var distance = FaceDistance(points, p, box, kind == "Edges");
                if (labels.Slice(i / 784)[i % 784] == 1)
                    solid = Math.Max(solid, distance);
                else
                    pore = Math.Min(pore, distance);
            }
            Assert.True(solid <= pore + 1e-4, $"solid up to {solid}, pore from {pore}");
        }
    }

    // The shares of the squares of directions: 1/3 each where isotropic, 0, ½, ½ in the plane, (1 + 2S)/3 along an axis of order S.
    [Theory]
    [InlineData("Isotropic", 1, 1 / 3.0, 1 / 3.0)]
    [InlineData("InPlane", 1, 0, 0.5)]
    [InlineData("AlongY", 0.7, 0.1, 0.8)]
    [InlineData("AlongZ", 1, 1, 0)]
    public void Fibres_OfAnOrientation_RunThatWay(string orientation, double order, double z, double y)
    {
        var parameters = new FibresParameters
        {
            Shape = [60, 64, 68], VoxelSize = 1, Diameter = 3, Fraction = 0.25, Length = 30, Orientation = Enum.Parse<FibreOrientation>(orientation), Order = order,
        };
        var (labels, count, directions) = Fibres.Generate(parameters, new Work());
        using (labels)
        {
            Assert.True(count > 200);
            Assert.Equal(0.25, StructureReport.Fractions(labels)[1], 2e-6 * 3);
            Assert.Equal(z, directions.Average(each => each.Z * each.Z), 0.07);
            Assert.Equal(y, directions.Average(each => each.Y * each.Y), 0.07);
        }
    }

    // ⟨cos⟩ between pieces falls to 1/e over the bending length.
    [Fact]
    public void FibrePaths_ThatBend_ForgetTheirDirectionOverTheBendingLength()
    {
        var box = new Box(new Point3(100, 100, 100), true, true);
        var paths = new FibrePaths(FibreOrientation.Isotropic, 0, 40, seed: 3);
        var cosines = Enumerable.Range(0, 1000).Average(i =>
        {
            var pieces = paths.Draw(i, 42, 2, box).ToArray();
            return pieces[0].Along.Dot(pieces[20].Along);
        });
        Assert.Equal(Math.Exp(-1), cosines, 0.075);
    }

    [Fact]
    public void Fibres_OnOneThreadAndOnMany_AreTheSame()
    {
        var parameters = new FibresParameters { Shape = [30, 40, 50], VoxelSize = 1, Diameter = 4, BendingLength = 30, Orientation = FibreOrientation.Isotropic };
        var (one, _, _) = Fibres.Generate(parameters, new Work(Threads: 1));
        var (many, _, _) = Fibres.Generate(parameters, new Work(Threads: 5));
        using (one)
        using (many)
            Assert.All(Enumerable.Range(0, 30), z => Assert.True(one.Slice(z).SequenceEqual(many.Slice(z))));
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "fractions", "more than the whole" }, { "length", "one, or three" }, { "sphere", "more than the volume" }, { "cells", "do not show" }, { "few", "4 at least" },
        { "thick", "as thick as" }, { "thin", "do not show" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void Generate_OfWhatCannotBe_SaysWhatToChange(string fault, string message)
    {
        Action generate = fault switch
        {
            "fractions" => () => Blobs.Generate(new() { Shape = [8], Fractions = [0.6, 0.5] }, new Work()),
            "length" => () => Blobs.Generate(new() { Shape = [8], CorrelationLength = [1, 2] }, new Work()),
            "sphere" => () => OverlappingSpheres.Generate(new() { Shape = [8], MeanDiameter = 2.5, VoxelSize = 0.2, Fraction = 0.99 }, new Work()),
            "cells" => () => Voronoi.Generate(new() { Shape = [8], CellSize = 0.1 }, new Work()),
            "few" => () => Voronoi.Generate(new() { Shape = [8], CellSize = 8 }, new Work()),
            "thick" => () => Fibres.Generate(new() { Shape = [8], Diameter = 7 }, new Work()),
            _ => () => Fibres.Generate(new() { Shape = [8], Diameter = 0.1 }, new Work()),
        };
        Assert.Contains(message, Assert.Throws<UserException>(generate).Message);
    }

    // Over all three axes.
    private static double Both(LabelVolume labels, byte label, int r)
    {
        var (n, count) = (labels.Shape.Depth, 0L);
        for (var z = 0; z < n; z++)
        {
            for (var y = 0; y < n; y++)
            {
                for (var x = 0; x < n; x++)
                {
                    if (labels.Slice(z)[(y * n) + x] != label)
                        continue;
                    count += labels.Slice((z + r) % n)[(y * n) + x] == label ? 1 : 0;
                    count += labels.Slice(z)[((y + r) % n * n) + x] == label ? 1 : 0;
                    count += labels.Slice(z)[(y * n) + ((x + r) % n)] == label ? 1 : 0;
                }
            }
        }
        return count / (3.0 * n * n * n);
    }

    private static double FaceDistance(Point3[] points, Point3 p, Box box, bool toEdge)
    {
        var images = points.SelectMany(point => Enumerable.Range(0, 27).Select(i =>
            point + new Point3(((i / 9) - 1) * box.Lengths.Z, ((i / 3 % 3) - 1) * box.Lengths.Y, ((i % 3) - 1) * box.Lengths.X))).ToArray();
        var nearest = images.MinBy(image => (image - p).Length);
        var planes = images.Where(image => image != nearest)
            .Select(image => (Normal: (image - nearest).Normalised(), Distance: ((image + nearest - (2 * p)).Dot((image - nearest).Normalised())) / 2))
            .OrderBy(plane => plane.Distance).Take(2).ToArray();
        if (!toEdge)
            return planes[0].Distance;
        var cosine = planes[0].Normal.Dot(planes[1].Normal);
        return Math.Sqrt((Math.Pow(planes[0].Distance, 2) + Math.Pow(planes[1].Distance, 2) - (2 * planes[0].Distance * planes[1].Distance * cosine))
            / Math.Max(1e-4, 1 - (cosine * cosine)));
    }

    private static double Distance(Point3 a, Point3 b, Box box)
    {
        var d = a - b;
        return new Point3(Least(d.Z, box.Lengths.Z), Least(d.Y, box.Lengths.Y), Least(d.X, box.Lengths.X)).Length;
    }

    private static double Least(double d, double length) => d - (length * Math.Round(d / length));
}
