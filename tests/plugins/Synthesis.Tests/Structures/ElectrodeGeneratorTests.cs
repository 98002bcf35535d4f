using VolumeViewer.Plugins.Synthesis.Structures;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests;

public class ElectrodeGeneratorTests
{
    // Some 60 particles of 20 voxels across in 64 x 72 x 80 voxels.
    private static readonly ElectrodeParameters Small = new()
    {
        Shape = [64, 72, 80], VoxelSize = 0.25, MeanDiameter = 5, DiameterDeviation = 1.2, GreatestDiameter = 9, ActiveFraction = 0.55, BinderFraction = 0.13,
    };

    public static TheoryData<string> Kinds => [.. Enum.GetNames<ParticleKind>()];

    public static TheoryData<string> Placements => [.. Enum.GetNames<BinderPlacement>()];

    [Theory, MemberData(nameof(Kinds))]
    public void Generate_OfEveryKind_MeetsTheFractionsToTheVoxel(string kind)
    {
        using var electrode = Generate(Small with { Particles = Enum.Parse<ParticleKind>(kind) });
        AssertFractions(electrode, 0.55, 0.13);
    }

    [Theory, MemberData(nameof(Placements))]
    public void Generate_WithEveryPlacement_MeetsTheFractionsToTheVoxel(string placement)
    {
        using var electrode = Generate(Small with { Placement = Enum.Parse<BinderPlacement>(placement), ActiveFraction = 0.5 });
        AssertFractions(electrode, 0.5, 0.13);
    }

    [Fact]
    public void Generate_Of60PercentSpheresWithoutOverlap_KeepsAllCentresApart()
    {
        using var electrode = Generate(Small with { Particles = ParticleKind.Sphere, ActiveFraction = 0.6, BinderFraction = 0 });
        Assert.Equal(1, electrode.Packing.Scale);
        Assert.Equal(0, electrode.OverlapVoxels);
        var particles = electrode.Packing.Particles;
        Assert.True(particles.Length > 30);
        for (var i = 0; i < particles.Length; i++)
        {
            for (var j = i + 1; j < particles.Length; j++)
                Assert.True(Distance(particles[i].Centre, particles[j].Centre) >= particles[i].Radius + particles[j].Radius);
        }
    }

    // Every voxel of the drawn particles is looked up in all of them, around the box, by the equation of the ellipsoid alone.
    [Fact]
    public void Generate_OfEllipsoidsWithoutOverlap_DrawsEachVoxelInOneParticle()
    {
        using var electrode = Generate(Small with { Shape = [48], ActiveFraction = 0.58, BinderFraction = 0 });
        var wrong = 0;
        for (var z = 0; z < 48; z++)
        {
            for (var i = 0; i < 48 * 48; i++)
            {
                var p = new Point3(z + 0.5, (i / 48) + 0.5, (i % 48) + 0.5);
                var inside = electrode.Packing.Particles.Count(particle => Wrapped(p - particle.Centre, 48) is var q && q.Dot(particle.InverseShape * q) < 1);
                Assert.True(inside <= 1);
                wrong += (electrode.Labels.Slice(z)[i] == ElectrodeLabels.Active) == (inside == 1) ? 0 : 1;
            }
        }
        // Only voxels at surfaces that were moved to meet the fraction may differ.
        Assert.InRange(wrong, 0, 0.001 * 48 * 48 * 48);
    }

    [Fact]
    public void Generate_WithContacts_OverlapsAsDeepAsAllowedAndMeetsTheFraction()
    {
        using var electrode = Generate(Small with { Particles = ParticleKind.Sphere, ActiveFraction = 0.68, BinderFraction = 0.05, ContactDepth = 0.2 });
        AssertFractions(electrode, 0.68, 0.05);
        Assert.InRange(electrode.Packing.DeepestOverlap, 0.01, 0.2);
        Assert.InRange(electrode.Offset, -0.2, 0.2);
    }

    [Fact]
    public void Generate_OnOneThreadAndOnMany_GivesTheSameBytes()
    {
        var parameters = Small with
        {
            Shape = [30, 34, 38], MeanDiameter = 3, Particles = ParticleKind.Rough, InnerPorosity = 0.03, CrackedShare = 0.3, Placement = BinderPlacement.Energy, ContactDepth = 0.05, GreatestDiameter = 7,
        };
        using var one = ElectrodeGenerator.Generate(parameters, new Work(Threads: 1));
        using var many = ElectrodeGenerator.Generate(parameters, new Work(Threads: 7));
        using var other = Generate(parameters with { Seed = 2 });
        Assert.True(AreEqual(one.Labels, many.Labels));
        Assert.False(AreEqual(one.Labels, other.Labels));
    }

    // The fraction of the upper half over that of the lower one: the profile's means are 0.8 and 1.2.
    [Fact]
    public void Generate_WithAProfile_HasMoreParticlesWhereItIsGreater()
    {
        using var electrode = Generate(Small with { Shape = [120, 60, 60], ActiveFraction = 0.4, BinderFraction = 0, Edges = Edges.Layer, Profile = [0.6, 1.4], MeanDiameter = 3, DiameterDeviation = 0.5 });
        var halves = new double[2];
        for (var z = 0; z < 120; z++)
            halves[z / 60] += electrode.Labels.Slice(z).Count(ElectrodeLabels.Active);
        Assert.InRange(halves[1] / halves[0], 1.35, 1.65);
    }

    [Theory]
    [InlineData("Layer")]
    [InlineData("Walls")]
    public void Generate_BetweenWalls_KeepsAllParticlesInside(string edges)
    {
        using var electrode = Generate(Small with { Edges = Enum.Parse<Edges>(edges), ActiveFraction = 0.45 });
        foreach (var particle in electrode.Packing.Particles)
        {
            Assert.InRange(particle.Centre.Z, Math.Sqrt(particle.Shape.ZZ), 64 - Math.Sqrt(particle.Shape.ZZ));
            if (edges == "Walls")
                Assert.InRange(particle.Centre.X, Math.Sqrt(particle.Shape.XX), 80 - Math.Sqrt(particle.Shape.XX));
        }
    }

    [Fact]
    public void Generate_WithInnerPoresAndCracks_OpensThemInsideParticlesOnly()
    {
        var without = Small with { BinderFraction = 0 };
        using var whole = Generate(without);
        using var opened = Generate(without with { InnerPorosity = 0.08, CrackedShare = 0.5 });
        Assert.Equal(Math.Round(0.08 * opened.ParticleVoxels), opened.InnerPoreVoxels);
        Assert.InRange(opened.CrackVoxels / (double)opened.ParticleVoxels, 0.005, 0.2);
        var lost = 0L;
        for (var z = 0; z < 64; z++)
        {
            for (var i = 0; i < whole.Labels.Slice(z).Length; i++)
            {
                Assert.True(opened.Labels.Slice(z)[i] <= whole.Labels.Slice(z)[i]);
                lost += whole.Labels.Slice(z)[i] - opened.Labels.Slice(z)[i];
            }
        }
        Assert.Equal(opened.InnerPoreVoxels + opened.CrackVoxels, lost);
    }

    // 72 % of equal spheres cannot be packed at random (they jam near 64 %), and yet the result is clear.
    [Fact]
    public void Generate_OfMoreThanFits_ShrinksTheParticlesUntilTheyFit()
    {
        using var electrode = Generate(Small with { Particles = ParticleKind.Sphere, ActiveFraction = 0.72, BinderFraction = 0, DiameterDeviation = 0, Shape = [56], MeanDiameter = 4 });
        Assert.InRange(electrode.Packing.Scale, 0.9, 0.985);
        Assert.InRange(electrode.ParticleVoxels / (double)electrode.Labels.Shape.VoxelCount, 0.58, 0.68);
        Assert.Equal(0, electrode.OverlapVoxels);
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "sum", "more than the whole" }, { "dense", "without overlap" }, { "large", "does not fit" }, { "small", "do not show" }, { "limits", "below the greatest" },
        { "cut", "lies nothing" }, { "profile", "negative value" }, { "steep", "greatest" }, { "shape", "three in the order" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void Generate_OfWhatCannotBe_SaysWhatToChange(string fault, string message)
    {
        var parameters = fault switch
        {
            "sum" => Small with { ActiveFraction = 0.7, BinderFraction = 0.31 },
            "dense" => Small with { ActiveFraction = 0.8, BinderFraction = 0 },
            "large" => Small with { MeanDiameter = 16, GreatestDiameter = null, DiameterDeviation = 1 },
            "small" => Small with { MeanDiameter = 0.4, DiameterDeviation = 0.1, ActiveFraction = 0.01 },
            "limits" => Small with { LeastDiameter = 6, GreatestDiameter = 5 },
            "cut" => Small with { LeastDiameter = 200, GreatestDiameter = 300 },
            "profile" => Small with { Profile = [1, -1] },
            "steep" => Small with { Profile = [0, 1] },
            _ => Small with { Shape = [10, 20] },
        };
        Assert.Contains(message, Assert.Throws<UserException>(() => Generate(parameters)).Message);
    }

    [Fact]
    public void Generate_WithBinderInAllPores_LeavesNone()
    {
        using var electrode = Generate(Small with { ActiveFraction = 0.5, BinderFraction = 0.5, Placement = BinderPlacement.Coating });
        AssertFractions(electrode, 0.5, 0.5);
    }

    [Fact]
    public void Generate_WhenCancelled_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ElectrodeGenerator.Generate(Small, new Work(new RecordedJob(cancellation.Token))));
    }

    [Fact]
    public async Task Sample_OfTheMenu_IsALabelledElectrode()
    {
        var layer = Assert.IsType<LabelsLayer>(Assert.Single(await ElectrodeOperation.Sample().Load(CancellationToken.None)));
        Assert.Equal(new VolumeShape(128, 128, 128), layer.Shape);
        Assert.Equal(["pore", "NMC", "CBD"], layer.Phases.Select(phase => phase.Name));
        layer.Dispose();
    }

    private static Electrode Generate(ElectrodeParameters parameters) => ElectrodeGenerator.Generate(parameters, new Work());

    private static void AssertFractions(Electrode electrode, double active, double binder)
    {
        var counts = new long[4];
        for (var z = 0; z < electrode.Labels.Shape.Depth; z++)
        {
            foreach (var label in electrode.Labels.Slice(z))
                counts[label]++;
        }
        var voxels = electrode.Labels.Shape.VoxelCount;
        Assert.Equal(Math.Round(active * voxels), counts[ElectrodeLabels.Active]);
        Assert.Equal(Math.Round(binder * voxels), counts[ElectrodeLabels.Binder]);
        Assert.Equal(0, counts[ElectrodeLabels.Inner]);
    }

    private static bool AreEqual(LabelVolume a, LabelVolume b) => Enumerable.Range(0, a.Shape.Depth).All(z => a.Slice(z).SequenceEqual(b.Slice(z)));

    private static double Distance(Point3 a, Point3 b)
    {
        var d = a - b;
        return new Point3(d.Z - (64 * Math.Round(d.Z / 64)), d.Y - (72 * Math.Round(d.Y / 72)), d.X - (80 * Math.Round(d.X / 80))).Length;
    }

    private static Point3 Wrapped(Point3 d, double length) =>
        new(d.Z - (length * Math.Round(d.Z / length)), d.Y - (length * Math.Round(d.Y / length)), d.X - (length * Math.Round(d.X / length)));
}
