using VolumeViewer.Plugins.Synthesis.Imaging;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Tests;

public class ProjectionTests
{
    private static readonly TomogramParameters Clean = Phantoms.Clean with { AttenuationPerGrey = 1, ShowProjections = true };

    [Fact]
    public void Project_OnADisc_GivesTheChords()
    {
        const int Size = 128;
        const double Radius = 50;
        var lines = Phantoms.Scan(Phantoms.Disc(Size, Radius), Clean with { Angles = 12 }).Projections!;
        var centre = lines.Shape.Width / 2;
        var faults = new List<double>();
        for (var angle = 0; angle < lines.Shape.Depth; angle++)
        {
            for (var bin = 0; bin < lines.Shape.Width; bin++)
            {
                var chord = 2 * Math.Sqrt(Math.Max(0, (Radius * Radius) - ((bin - centre) * (bin - centre))));
                faults.Add(lines[angle, 0, bin] - chord);
            }
        }
        // The disc is made of voxels, so the ends of chords are wrong by parts of a voxel.
        Assert.True(faults.Average(Math.Abs) < 0.4, $"mean fault {faults.Average(Math.Abs)}");
        Assert.Equal(0, faults.Average(), 0.1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Project_OnASingleVoxel_GivesItsShadow(int oversampling)
    {
        // At 0° a voxel is a box, at 45° a triangle of height √2 and half width 1/√2; a bin has the mean over its width.
        var labels = Phantoms.Labels(new VolumeShape(1, 5, 5), (_, y, x) => y == 2 && x == 2);
        var lines = Phantoms.Scan(labels, Clean with { Angles = 4, DetectorOversampling = oversampling }).Projections!;
        var centre = lines.Shape.Width / 2;
        for (var bin = 0; bin < lines.Shape.Width; bin++)
        {
            var (low, high) = ((bin - centre - 0.5) / oversampling, (bin - centre + 0.5) / oversampling);
            Assert.Equal((Math.Clamp(high, -0.5, 0.5) - Math.Clamp(low, -0.5, 0.5)) * oversampling, lines[0, 0, bin], 0.02);
            Assert.Equal((Triangle(high) - Triangle(low)) * oversampling, lines[1, 0, bin], 0.02);
        }

        static double Triangle(double u)
        {
            var half = 1 / Math.Sqrt(2);
            var t = Math.Clamp(u, -half, half);
            return (Math.Sqrt(2) * t) - (Math.Sign(t) * t * t);
        }
    }

    [Fact]
    public void Project_AtEveryAngle_KeepsTheMass()
    {
        var spacing = new Spacing(1, 0.5, 0.8);
        var labels = Phantoms.Labels(new VolumeShape(2, 15, 22), (z, y, x) => ((7 * z) + (3 * y) + (5 * x * x)) % 4 == 0, spacing);
        var lines = Phantoms.Scan(labels, Clean with { Angles = 7, DetectorOversampling = 2 }).Projections!;
        for (var z = 0; z < 2; z++)
        {
            var area = labels.Slice(z).Count((byte)1) * 0.5 * 0.8;
            for (var angle = 0; angle < 7; angle++)
            {
                double sum = 0;
                for (var bin = 0; bin < lines.Shape.Width; bin++)
                    sum += lines[angle, z, bin] * 0.25;
                Assert.Equal(area, sum, 1e-4 * area);
            }
        }
    }

    [Fact]
    public void Project_WithMirroredSurroundings_SeesTheSameThroughAUniformSpecimen()
    {
        // A uniform box that goes on as its mirror image is a disc through its corners.
        var labels = Phantoms.Labels(new VolumeShape(1, 40, 60), (_, _, _) => true);
        var lines = Phantoms.Scan(labels, Clean with { Angles = 6, AirGrey = 0, Surroundings = Surroundings.Mirrored }).Projections!;
        var diameter = Math.Sqrt((40 * 40) + (60 * 60));
        for (var angle = 0; angle < 6; angle++)
            Assert.Equal(diameter, lines[angle, 0, lines.Shape.Width / 2], 1.0);
    }

    [Fact]
    public void Project_OfASpecimenThatWanders_MovesAlongTheDetector()
    {
        var labels = Phantoms.Disc(33, 3);
        var lines = Phantoms.Scan(labels, Clean with { Angles = 5, SampleDrift = 4, CentreError = 1.5 }).Projections!;
        for (var angle = 0; angle < 5; angle++)
        {
            double sum = 0, moment = 0;
            for (var bin = 0; bin < lines.Shape.Width; bin++)
            {
                sum += lines[angle, 0, bin];
                moment += lines[angle, 0, bin] * (bin - (lines.Shape.Width / 2));
            }
            Assert.Equal(1.5 + (4 * ((angle / 4.0) - 0.5)), moment / sum, 0.01);
        }
    }
}
