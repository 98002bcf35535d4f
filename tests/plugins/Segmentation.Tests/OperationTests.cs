using VolumeViewer.Plugins.Tests;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Segmentation.Tests;

public class OperationTests
{
    private static readonly Runs Plugin = new(new SegmentationPlugin());

    // Every operation, with parameters that fit two phases.
    public static TheoryData<string, string> Operations => new()
    {
        { "segment.multi-otsu", "phases=2" },
        { "segment.k-means", "phases=2 radius-voxels=0" },
        { "segment.volume-fractions", "fractions=0.3333,0.6667" },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Run_OnTwoGreys_TellsThemApart(string id, string parameters)
    {
        var volume = new Volume<ushort>(Greys.Box, new Spacing(3, 2, 1));
        for (var z = 0; z < 4; z++)
        {
            for (var i = 0; i < 30; i++)
                volume.Slice(z)[i] = (ushort)(i % 6 < 2 ? 700 : 900);
        }
        var result = await Plugin.Run(id, parameters, null, ("in", Greys.Layer(volume)));
        var labels = Greys.Labels(result);
        Assert.Equal(Greys.Box, labels.Shape);
        Assert.Equal(new Spacing(3, 2, 1), labels.Spacing);
        Assert.Equal([0L, 1L], labels.Phases.Select(phase => phase.FileValue));
        Assert.Equal(Greys.All(volume).Select(grey => grey == 700 ? (byte)0 : (byte)1), Greys.All(labels));
        var phases = result.Table("phases");
        Assert.Equal([40L, 80L], phases.Rows.Select((_, row) => phases.Cell(row, "voxels")));
        Assert.Equal(1 / 3.0, (double)phases.Cell(0, "volume fraction")!, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Run_BrightestFirst_TurnsTheNumbersRound(string id, string parameters)
    {
        var volume = Greys.Random(new VolumeShape(3, 7, 9), 2, random => random.NextSingle() + random.Next(2));
        // The fractions are given in the order of the phases, so that they turn round with them.
        var turned = parameters.Replace("0.3333,0.6667", "0.6667,0.3333");
        var rising = Greys.All(Greys.Labels(await Plugin.Run(id, parameters, null, ("in", Greys.Layer(volume)))));
        var falling = Greys.All(Greys.Labels(await Plugin.Run(id, turned + " brightest-first=true", null, ("in", Greys.Layer(volume)))));
        Assert.Equal(rising.Select(label => (byte)(1 - label)), falling);
        Assert.Contains((byte)1, rising);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Run_OnGaps_LeavesThemUnlabelledAndCountsThem(string id, string parameters)
    {
        var volume = Greys.Filled(Greys.Box, (z, y, x) => y == 1 ? float.NaN : y == 2 ? float.NegativeInfinity : x < 2 ? -5f : 5f);
        foreach (var median in new[] { "", " median-radius=1" })
        {
            var result = await Plugin.Run(id, parameters + median, null, ("in", Greys.Layer(volume)));
            var labels = Greys.Labels(result);
            Assert.Equal(Greys.All(volume).Select(grey => !float.IsFinite(grey) ? LabelVolume.Unlabelled : grey < 0 ? (byte)0 : (byte)1), Greys.All(labels));
            Assert.Equal(48L, result.Table("phases").Cell(2, "voxels"));
            Assert.Equal(2 / 3.0, (double)result.Table("phases").Cell(1, "volume fraction")!, 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Run_OnPermutedAxes_GivesPermutedLabels(string id, string parameters)
    {
        var volume = Greys.Random(Greys.Box, 8, random => (ushort)(random.Next(2) * 500 + random.Next(400)));
        var permuted = Greys.Filled(new VolumeShape(6, 4, 5), (z, y, x) => volume[y, x, z]);
        var smooth = parameters.Replace("radius-voxels=0", "radius-voxels=1") + " median-radius=1";
        var labels = Greys.Labels(await Plugin.Run(id, smooth, null, ("in", Greys.Layer(volume))));
        var others = Greys.Labels(await Plugin.Run(id, smooth, null, ("in", Greys.Layer(permuted))));
        for (var z = 0; z < 4; z++)
        {
            for (var y = 0; y < 5; y++)
            {
                for (var x = 0; x < 6; x++)
                    Assert.Equal(labels.Slice(z)[(y * 6) + x], others.Slice(x)[(z * 5) + y]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Run_WhenCancelledOnTheWay_Ends(string id, string parameters)
    {
        using var source = new CancellationTokenSource();
        var volume = Greys.Random(new VolumeShape(64, 5, 6), 1, random => random.NextSingle());
        var job = new RecordedJob(source.Token) { Reported = progress => { if (progress.Status == "labelling") source.Cancel(); } };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Plugin.Run(id, parameters, job, ("in", Greys.Layer(volume))));
        Assert.Contains(job.Progress, progress => progress.Status == "labelling");
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Run_ToItsEnd_ReportsProgressUpToOne(string id, string parameters)
    {
        IVolumeSource[] volumes = [Greys.Random(Greys.Box, 1, random => random.NextSingle()), Greys.Random(Greys.Box, 1, random => (byte)random.Next(200))];
        foreach (var volume in volumes)
        {
            var job = new RecordedJob();
            await Plugin.Run(id, parameters, job, ("in", Greys.Layer(volume)));
            Assert.Equal(0, job.Progress.First().Fraction);
            Assert.Equal(1, job.Progress.Max(progress => progress.Fraction), 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Run_OnConstantVolume_SaysThatThereIsOneGrey(string id, string parameters)
    {
        var constant = Greys.Layer(Greys.Filled(Greys.Box, (_, _, _) => 7.5f));
        var fault = await Assert.ThrowsAsync<UserException>(() => Plugin.Run(id, parameters, null, ("in", constant)));
        Assert.Contains("same grey", fault.Message);
        Assert.Contains("7.5", fault.Message);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Run_WithoutInput_NamesIt(string id, string parameters) =>
        Assert.Contains("'in' is missing", (await Assert.ThrowsAsync<UserException>(() => Plugin.Run(id, parameters, null))).Message);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Run_WhenASliceCannotBeRead_PassesTheFaultOnAsItIs(string id, string parameters) =>
        await Assert.ThrowsAsync<VolumeReadException>(() => Plugin.Run(id, parameters, null, ("in", Greys.Layer(new DamagedVolume()))));

    [Fact]
    public async Task MultiOtsu_OnThreeGreysWithNoise_FindsTheThresholdsBetween()
    {
        var shape = new VolumeShape(6, 40, 40);
        var truth = Greys.Random(shape, 21, random => (byte)random.Next(3));
        var noise = new Random(22);
        var volume = Greys.Filled(shape, (z, y, x) => (truth[z, y, x] * 100f) + (noise.NextSingle() * 60));
        var result = await Plugin.Run("segment.multi-otsu", "", null, ("in", Greys.Layer(volume)));
        Assert.Equal(Greys.All(truth), Greys.All(Greys.Labels(result)));
        // Greys end at 60 and 160; the next phases begin at 100 and 200.
        var thresholds = result.Table("thresholds");
        Assert.InRange((double)thresholds.Cell(0, "grey")!, 60, 100);
        Assert.InRange((double)thresholds.Cell(1, "grey")!, 160, 200);
    }

    [Fact]
    public async Task MultiOtsu_OnVectorsAndRemainders_LabelsByTheThresholdsOfItsTable()
    {
        var volume = Greys.Random(new VolumeShape(3, 9, 11), 6, random => (short)random.Next(-3000, 3000));
        var result = await Plugin.Run("segment.multi-otsu", "phases=6 bins=4096", null, ("in", Greys.Layer(volume)));
        var table = result.Table("thresholds");
        double[] thresholds = [.. table.Rows.Select((_, row) => (double)table.Cell(row, "grey")!)];
        Assert.Equal(5, thresholds.Length);
        Assert.Equal(Greys.All(volume).Select(grey => (byte)thresholds.Count(threshold => grey >= threshold)), Greys.All(Greys.Labels(result)));
    }

    [Fact]
    public async Task KMeans_WithLocalMean_IsSteadierAgainstNoiseThanGreyAlone()
    {
        var shape = new VolumeShape(12, 24, 24);
        var truth = Greys.Filled(shape, (_, _, x) => (byte)(x < 10 ? 0 : 1));
        var noise = new Random(3);
        var volume = Greys.Filled(shape, (z, y, x) => (truth[z, y, x] * 100) + (float)(120 * (noise.NextDouble() + noise.NextDouble() - 1)));
        var alone = await Wrong("radius-voxels=0");
        var steadied = await Wrong("radius-voxels=1");
        Assert.True(steadied < alone * 0.6, $"{steadied} wrong voxels with the local mean, {alone} without.");

        async Task<int> Wrong(string parameters)
        {
            var found = Greys.Labels(await Plugin.Run("segment.k-means", "phases=2 " + parameters, null, ("in", Greys.Layer(volume))));
            return Greys.All(found).Zip(Greys.All(truth)).Count(pair => pair.First != pair.Second);
        }
    }

    [Fact]
    public async Task VolumeFractions_OfDistinctGreys_AreReachedToTheVoxel()
    {
        var order = Enumerable.Range(0, 120).ToArray();
        new Random(5).Shuffle(order);
        var volume = Greys.Filled(Greys.Box, (z, y, x) => -0.25f * order[(z * 30) + (y * 6) + x]);
        var result = await Plugin.Run("segment.volume-fractions", "fractions=0.1,0.65,0.25", null, ("in", Greys.Layer(volume)));
        var table = result.Table("volume fractions");
        Assert.Equal([12L, 78L, 30L], result.Table("phases").Rows.Select((_, row) => result.Table("phases").Cell(row, "voxels")));
        Assert.Equal([0.1, 0.65, 0.25], table.Rows.Select((_, row) => (double)table.Cell(row, "achieved")!));
        Assert.Equal(Greys.All(volume).Select(grey => (byte)(grey < -26.75f ? 0 : grey < -7.25f ? 1 : 2)), Greys.All(Greys.Labels(result)));
    }

    [Fact]
    public void Plugin_RegistersWhatItsManifestPromises() => Manifest.AssertKept("Segmentation", new SegmentationPlugin());

    private sealed class DamagedVolume : IVolumeSource
    {
        public VolumeShape Shape => Greys.Box;

        public Spacing Spacing => Spacing.Uncalibrated;

        public VoxelType VoxelType => VoxelType.UInt8;

        public void ReadSlice(int z, Span<byte> destination) => throw new VolumeReadException("grey.tif", $"slice {z} is damaged.");

        public void ReadSlice(int z, Span<float> destination) => throw new VolumeReadException("grey.tif", $"slice {z} is damaged.");

        public void Dispose() { }
    }
}
