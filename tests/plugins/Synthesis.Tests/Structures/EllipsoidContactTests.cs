using VolumeViewer.Plugins.Synthesis;
using VolumeViewer.Plugins.Synthesis.Structures;

namespace VolumeViewer.Plugins.Tests;

public class EllipsoidContactTests
{
    // Spheres of radii 2 and 3 at a distance of 10 touch when scaled by 2.
    [Fact]
    public void Factor_OfSpheres_IsTheDistanceOverTheSumOfRadii()
    {
        var factor = EllipsoidContact.Factor(Sphere(2).Shape, Sphere(3).Shape, new Point3(0, 6, 8), 0.5, 100, out var normal, out var touch);
        Assert.Equal(2, factor, 9);
        Assert.Equal(0, (touch - new Point3(0, 2.4, 3.2)).Length, 6);
        Assert.Equal(0, (normal - new Point3(0, 0.6, 0.8)).Length, 6);
    }

    // Along a common axis only that axis counts: (3 + 1.5) scaled by 2 is 9.
    [Fact]
    public void Factor_AlongACommonAxis_IsTheDistanceOverTheSumOfAxes()
    {
        var (first, second) = (Along(3, 2, 1), Along(1.5, 1.2, 0.7));
        Assert.Equal(2, EllipsoidContact.Factor(first.Shape, second.Shape, new Point3(9, 0, 0), 0.4, 100, out _, out _), 9);
    }

    // Where the two are scaled by the factor they touch: no point of the one is inside of the other, though it is at a slightly greater scale.
    [Fact]
    public void Factor_OfAnyEllipsoids_IsWhereSampledSurfacesTouch()
    {
        var random = new CounterRandom(3, 1);
        for (var n = 0; n < 20; n++)
        {
            var (first, second) = (Any(random, 10 * n), Any(random, (10 * n) + 5));
            var (z, y, x) = random.Direction((10 * n) + 9);
            var between = new Point3(5 * z, 5 * y, 5 * x);
            var factor = EllipsoidContact.Factor(first.Shape, second.Shape, between, 0.5, 1e9, out var normal, out var touch);
            Assert.Equal(1, normal.Length, 9);
            // The point lies on both, scaled by the factor.
            Assert.Equal(factor * factor, touch.Dot(first.InverseShape * touch), 1e-4 * factor * factor);
            Assert.Equal(factor * factor, (touch - between).Dot(second.InverseShape * (touch - between)), 1e-4 * factor * factor);
            Assert.False(Touch(first.Scaled(0.995 * factor), second.Scaled(0.995 * factor), between));
            Assert.True(Touch(first.Scaled(1.005 * factor), second.Scaled(1.005 * factor), between));
        }
    }

    // Points along a fine grid of directions on the first surface, refined around the one that lies deepest in the second.
    private static bool Touch(Particle first, Particle second, Point3 between)
    {
        var (best, at) = (double.MaxValue, new Point3(1, 0, 0));
        var (inverse, random) = (second.InverseShape, new CounterRandom(1, 1));
        for (var (round, width) = (0, 4.0); round < 12; round++, width /= 2)
        {
            var centre = at;
            for (var i = 0; i < 600; i++)
            {
                var (z, y, x) = random.Direction((round * 600) + i);
                var direction = (centre + (width * random.Uniform(100_000 + i) * new Point3(z, y, x))).Normalised();
                var p = (1 / Math.Sqrt(direction.Dot(first.InverseShape * direction)) * direction) - between;
                var level = p.Dot(inverse * p);
                if (level < best)
                    (best, at) = (level, direction);
            }
        }
        return best < 1;
    }

    private static Particle Sphere(double radius) => Along(radius, radius, radius);

    private static Particle Along(double a, double b, double c) => new(default, new Point3(a, b, c), new Point3(1, 0, 0), new Point3(0, 0, 1));

    private static Particle Any(CounterRandom random, long index)
    {
        var (z, y, x) = random.Direction(index);
        var along = new Point3(z, y, x);
        return new Particle(default, new Point3(1.5 + random.Uniform(index + 1), 1 + (0.5 * random.Uniform(index + 2)), 0.5 + (0.5 * random.Uniform(index + 3))), along, along.Across());
    }
}
