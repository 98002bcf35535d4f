using VolumeViewer.Plugins.Synthesis.Imaging;
using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Tests;

public class TomogramTests
{
    private static readonly Runs Plugin = new(new SynthesisPlugin());

    private static readonly TomogramParameters Small = Phantoms.Clean with { Angles = 60 };

    /// <summary>Each part of the model, on.</summary>
    internal static Dictionary<string, TomogramParameters> Parts { get; } = new()
    {
        ["photons"] = Small with { Photons = 1000 },
        ["detector blur"] = Small with { DetectorBlur = 1 },
        ["smoothing"] = Small with { Smoothing = 1 },
        ["fringes"] = Small with { Fringes = 1 },
        ["fresnel fringes"] = Small with { Fringes = 1, FringeModel = FringeModel.Fresnel },
        ["hardening"] = Small with { BeamHardening = 0.3 },
        ["rings"] = Small with { Rings = 0.05 },
        ["bad projections"] = Small with { BadProjections = 0.1 },
        ["texture"] = Small with { Texture = 0.1 },
        ["inclusions"] = Small with { Inclusions = 2 },
        ["centre"] = Small with { CentreError = 2 },
        ["drift"] = Small with { SampleDrift = 2 },
        ["jitter"] = Small with { Jitter = 1 },
        ["grey drift"] = Small with { GreyDrift = 0.1 },
        ["everything"] = new TomogramParameters { Greys = [0, 1], Angles = 60, BeamHardening = 0.1, BadProjections = 0.1, Jitter = 0.2, Inclusions = 1, PhaseRetrieval = 0.5 },
        ["simple"] = new TomogramParameters { Greys = [0, 1], Model = ImagingModel.Simple, Smoothing = 0.7, Rings = 0.1 },
    };

    public static TheoryData<string> PartNames => [.. Parts.Keys];

    [Theory, MemberData(nameof(PartNames))]
    public async Task Make_OnOneThreadAndOnMany_GivesTheSameBytes(string part)
    {
        var labels = Phantoms.Disc(40, 12, depth: 9);
        var many = Phantoms.Scan(labels, Parts[part]);
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ExclusiveScheduler;
        var one = await Task.Factory.StartNew(() => Phantoms.Scan(labels, Parts[part]), default, TaskCreationOptions.None, scheduler);
        for (var z = 0; z < 9; z++)
            Assert.Equal(many.Slice(z), one.Slice(z));
    }

    [Theory, MemberData(nameof(PartNames))]
    public void Make_WithOnePart_DiffersFromTheCleanOne(string part)
    {
        var labels = Phantoms.Disc(40, 12, depth: 2);
        Assert.NotEqual(Phantoms.Scan(labels, Small).Slice(), Phantoms.Scan(labels, Parts[part]).Slice());
    }

    [Fact]
    public void Make_WithStrengthsOfNothing_IsTheCleanOneToTheBit()
    {
        var labels = Phantoms.Disc(40, 12, depth: 3);
        var clean = Phantoms.Scan(labels, Small);
        var off = Phantoms.Scan(labels, Small with
        {
            ReadNoise = 50,
            FringeModel = FringeModel.Fresnel,
            PhaseRetrieval = 1,
            Rings = 0.1,
            RingShare = 0,
            RingLength = 2,
            BadProjections = 0.5,
            BadProjectionError = 0,
            TextureLength = 3,
            InclusionRadius = 9,
            GreyDriftLength = 3,
            Noise = 1,
            Seed = 77,
        });
        for (var z = 0; z < 3; z++)
            Assert.Equal(clean.Slice(z), off.Slice(z));
    }

    [Fact]
    public void Make_WithAnotherSeed_HasOtherNoise()
    {
        var labels = Phantoms.Disc(40, 12);
        Assert.NotEqual(Phantoms.Scan(labels, Parts["photons"]).Slice(), Phantoms.Scan(labels, Parts["photons"] with { Seed = 2 }).Slice());
    }

    [Fact]
    public void Make_WithARing_ShowsItInTheMeanAroundTheAxis()
    {
        var labels = Phantoms.Labels(new VolumeShape(1, 96, 96), (_, _, _) => true);
        var parameters = Small with { Angles = 180, AirGrey = 0, Surroundings = Surroundings.Mirrored, Rings = 0.02, RingShare = 0.1 };
        var (clean, rings) = (Phantoms.Scan(labels, parameters with { Rings = 0 }).Slice(), Phantoms.Scan(labels, parameters).Slice());
        Assert.True(Roughness(rings) > 10 * Roughness(clean), $"{Roughness(rings)} and {Roughness(clean)}");
        // The rings are around the axis: the mean over angles keeps most of what they add.
        var added = Phantoms.Moments(rings.Zip(clean, (a, b) => (double)a - b)).Deviation;
        Assert.True(Roughness(rings) > 0.4 * added, $"{Roughness(rings)} of {added}");

        static double Roughness(float[] slice) => Phantoms.Moments(Enumerable.Range(5, 40).Select(radius =>
            Phantoms.MeanBetween(slice, radius - 0.5, radius + 0.5))).Deviation;
    }

    [Fact]
    public void Make_WithBeamHardening_DarkensTheMiddle()
    {
        var labels = Phantoms.Disc(96, 40);
        var parameters = Small with { Angles = 180, AttenuationPerGrey = 0.02 };
        var hard = Phantoms.Scan(labels, parameters with { BeamHardening = 0.2 }).Slice();
        var clean = Phantoms.Scan(labels, parameters).Slice();
        Assert.True(Phantoms.MeanBetween(hard, 0, 10) < Phantoms.MeanBetween(hard, 30, 36) - 0.05);
        Assert.Equal(Phantoms.MeanBetween(clean, 0, 10), Phantoms.MeanBetween(clean, 30, 36), 0.01);
    }

    [Fact]
    public void Make_WithFringes_HasADarkLineOutsideAndABrightOneInside()
    {
        var slice = Phantoms.Scan(Phantoms.Disc(96, 30), Small with { Angles = 180, Fringes = 1.5 }).Slice();
        Assert.True(Phantoms.MeanBetween(slice, 31, 33) < -0.05);
        Assert.True(Phantoms.MeanBetween(slice, 27, 29) > 1.05);
        Assert.Equal(1, Phantoms.MeanBetween(slice, 0, 20), 0.01);
    }

    [Fact]
    public void Make_WithTexture_ChangesThePhaseWithinAndLeavesAir()
    {
        var slice = Phantoms.Scan(Phantoms.Disc(96, 30), Small with { Angles = 180, Texture = 0.1, TextureLength = 4 }).Slice();
        var inside = Enumerable.Range(0, slice.Length).Where(i => Phantoms.Distance(i / 96, i % 96, 96) < 26).Select(i => (double)slice[i]);
        var outside = Enumerable.Range(0, slice.Length).Where(i => Phantoms.Distance(i / 96, i % 96, 96) is > 34 and < 44).Select(i => (double)slice[i]);
        Assert.Equal(0.1, Phantoms.Moments(inside).Deviation, 0.03);
        Assert.True(Phantoms.Moments(outside).Deviation < 0.02);
    }

    [Fact]
    public void Make_WithMorePhotons_HasLessNoiseByTheSquareRoot()
    {
        var labels = Phantoms.Disc(64, 28);
        var clean = Phantoms.Scan(labels, Small).Slice();
        Assert.Equal(2, Noise(2500) / Noise(10000), 0.15);

        double Noise(double photons) =>
            Phantoms.Moments(Phantoms.Scan(labels, Small with { Photons = photons, ReadNoise = 0 }).Slice().Zip(clean, (a, b) => (double)a - b)).Deviation;
    }

    [Fact]
    public void Make_WithGreyDrift_ChangesWholeSlices()
    {
        var labels = Phantoms.Disc(48, 20, depth: 40);
        var tomogram = Phantoms.Scan(labels, Small with { GreyDrift = 0.05, GreyDriftLength = 2 });
        var (mean, deviation) = Phantoms.Moments(Enumerable.Range(0, 40).Select(z => Phantoms.MeanBetween(tomogram.Slice(z), 0, 16)));
        Assert.Equal(1, mean, 0.04);
        Assert.Equal(0.05, deviation, 0.02);
    }

    [Fact]
    public void Make_BySimpleModel_HasTheNoiseAskedForWhateverItsCoarseness()
    {
        var labels = Phantoms.Labels(new VolumeShape(16, 40, 40), (_, _, _) => true);
        var parameters = new TomogramParameters { Model = ImagingModel.Simple, Greys = [0, 1], Noise = 0.1, Rings = 0, GreyDrift = 0, Smoothing = 1 };
        var tomogram = Phantoms.Scan(labels, parameters);
        var (mean, deviation) = Phantoms.Moments(Enumerable.Range(4, 8).SelectMany(z => tomogram.Slice(z)).Select(grey => (double)grey));
        Assert.Equal(1, mean, 0.02);
        Assert.Equal(0.1, deviation, 0.01);
    }

    [Fact]
    public async Task Run_OnNamedPhases_GivesUsualGreysTheTruthAndTables()
    {
        var phases = new PhaseTable([new("binder", PhaseTable.DefaultColor(0), 7), new("pore", PhaseTable.DefaultColor(1), 3), new("NMC", PhaseTable.DefaultColor(2), 9)]);
        var labels = new LabelVolume(new VolumeShape(2, 24, 30), phases, Spacing.Isotropic(0.1));
        for (var z = 0; z < 2; z++)
        {
            for (var i = 0; i < 24 * 30; i++)
                labels.Slice(z)[i] = (byte)(i % 30 / 10);
        }
        var result = await Plugin.Run("generate.tomogram", "angles=40 photons=0 fringes=0 voxels=u-int8 low=-0.5 high=1.5", null, ("in", new LabelsLayer("in", labels)));
        var (image, truth) = ((ImageLayer)result.Layers[0], (LabelsLayer)result.Layers[1]);
        Assert.Equal((VoxelType.UInt8, labels.Shape, labels.Spacing), (image.Volume.VoxelType, image.Shape, image.Spacing));
        Assert.Equal(labels.Slice(1).ToArray(), truth.Labels.Slice(1).ToArray());
        Assert.Equal(phases, truth.Phases);
        Assert.Equal([0.3, 0.0, 1.0], Enumerable.Range(0, 3).Select(row => (double)result.Table("greys").Cell(row, "ideal grey")!));
        var bytes = ((Volume<byte>)image.Volume).Slice(1);
        Assert.Equal((1 + 0.5) / 2 * 255, bytes[(12 * 30) + 25], 12.0);
        Assert.Equal(-0.5, result.Table("scan").Cell(0, "low"));
        Assert.Equal(3, result.Plots.Single().Series.Count);
    }

    [Fact]
    public async Task Run_WithTooFewGreys_NamesThePhases()
    {
        var fault = await Assert.ThrowsAsync<UserException>(() => Plugin.Run("generate.tomogram", "greys=1", null, ("in", new LabelsLayer("in", Phantoms.Disc(8, 3)))));
        Assert.Contains("1 values, but 2 phases (pore, solid)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OnNothingThatAbsorbs_SaysSo()
    {
        var fault = await Assert.ThrowsAsync<UserException>(() => Plugin.Run("generate.tomogram", "", null, ("in", new LabelsLayer("in", Phantoms.Disc(8, -1)))));
        Assert.Contains("no more than air", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithLimitsTheWrongWayRound_SaysSo()
    {
        var fault = await Assert.ThrowsAsync<UserException>(() =>
            Plugin.Run("generate.tomogram", "voxels=u-int16 low=1 high=0", null, ("in", new LabelsLayer("in", Phantoms.Disc(8, 3)))));
        Assert.Contains("low must be below high", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WhenCancelled_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        var job = new RecordedJob(cancellation.Token) { Reported = _ => cancellation.Cancel() };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Plugin.Run("generate.tomogram", "", job, ("in", new LabelsLayer("in", Phantoms.Disc(32, 9, depth: 30)))));
    }

    [Fact]
    public async Task Run_OnAVolume_ReportsRisingProgressToTheEnd()
    {
        var job = new RecordedJob();
        await Plugin.Run("generate.tomogram", "angles=20", job, ("in", new LabelsLayer("in", Phantoms.Disc(24, 9, depth: 20))));
        Assert.Equal(1, job.Progress.Max(progress => progress.Fraction), 1e-9);
        Assert.Equal(["projecting", "detecting", "reconstructing"], job.Progress.Select(progress => progress.Status).Distinct());
    }
}
