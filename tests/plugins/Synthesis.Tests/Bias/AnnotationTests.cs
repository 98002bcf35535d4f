using VolumeViewer.Plugins.Synthesis;
using VolumeViewer.Plugins.Synthesis.Bias.Annotate;
using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Tests.Bias;

public class AnnotationTests
{
    /// <summary>An annotator who makes no fault but those that a test adds.</summary>
    internal static readonly AnnotatorParameters Faultless = new() { ShiftSpread = 0, Jitter = 0, Missed = 0 };

    [Fact]
    public void Make_WithAllSettingsAtZero_IsTheTruth()
    {
        using var truth = Phantoms.Make(new(3, 20, 24), (z, y, x) => ((x * 7) + (y * 5) + (z * 3)) % 11 % 3, 3);
        using var labels = Make(truth, Faultless);
        Assert.Equal(truth.Bytes(), labels.Bytes());
    }

    // A slab of two faces grows by shift · area, however little of a voxel the shift is.
    [Theory]
    [InlineData(0.3, true)]
    [InlineData(1, true)]
    [InlineData(-0.7, true)]
    [InlineData(2.4, true)]
    [InlineData(0.3, false)]
    [InlineData(-1.6, false)]
    public void Make_OfASlab_SweepsShiftTimesArea(double shift, bool sliceBySlice)
    {
        using var truth = Phantoms.Make(new(24, 80, 40), (_, _, x) => x is >= 12 and < 28 ? 1 : 0);
        using var labels = Make(truth, Faultless with { Shifts = $"NMC/pore={shift}", SliceBySlice = sliceBySlice });
        Assert.Equal(shift, (labels.Count(1) - truth.Count(1)) / (2.0 * 24 * 80), 0.06);
    }

    // Half spaces whose normals do not lie along an axis.
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(3, 2, 1)]
    public void Make_OfATiltedPlane_SweepsAsMuchAsOfAStraightOne(int nx, int ny, int nz)
    {
        const double Shift = 0.4;
        var length = Math.Sqrt((nx * nx) + (ny * ny) + (nz * nz));
        using var truth = Phantoms.Make(new(32, 32, 32), (z, y, x) => (x * nx) + (y * ny) + (z * nz) < 16 * (nx + ny + nz) ? 1 : 0);
        // The plane's area in the inner box of 16³ voxels: those of three lattice planes over their thickness.
        var area = Inner(truth, (z, y, x) => Math.Abs(((x - 16) * nx) + ((y - 16) * ny) + ((z - 16) * nz)) <= 1 ? 1 : 0) / (3 / length);
        // The places within voxels are coherent, so that one annotator sweeps a little more or less.
        var swept = Enumerable.Range(0, 10).Average(number =>
        {
            using var labels = Annotation.Make(truth, Faultless with { Shifts = "NMC/pore=0.4", SliceBySlice = false }, number, [.. Enumerable.Range(0, 32)]).Labels;
            return Inner(truth, (z, y, x) => labels.Slice(z)[(y * 32) + x] - truth.Slice(z)[(y * 32) + x]);
        });
        Assert.Equal(Shift, swept / area, 0.04);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(-1.5)]
    public void Make_OfASphere_ChangesItsVolumeByTheClosedForm(double shift)
    {
        const double Radius = 17.5;
        using var truth = Sphere(48, Radius);
        using var labels = Make(truth, Faultless with { Shifts = $"pore/NMC={-shift}", SliceBySlice = false });
        var expected = 4 * Math.PI / 3 * (Math.Pow(Radius + shift, 3) - Math.Pow(Radius, 3));
        Assert.Equal(1, (labels.Count(1) - truth.Count(1)) / expected, 0.08);
    }

    [Fact]
    public void Make_InMicrometres_TakesTheVoxelSize()
    {
        using var truth = Phantoms.Make(new(40, 40, 40), (_, _, x) => x < 20 ? 1 : 0, spacing: new Spacing(0.5, 0.25, 0.25));
        using var labels = Make(truth, Faultless with { Shifts = "NMC/pore=0.5", InMicrometres = true });
        Assert.Equal(2, (labels.Count(1) - truth.Count(1)) / 1600.0, 0.05);
        using var uncalibrated = Phantoms.Make(new(2, 8, 8), (_, _, x) => x < 4 ? 1 : 0);
        Assert.Contains("how large its voxels are", Assert.Throws<UserException>(() => Make(uncalibrated, new() { InMicrometres = true })).Message);
    }

    // In space, a boundary across z moves by half as many voxels where voxels are twice as long in z.
    [Fact]
    public void Make_WithLongVoxels_MovesByFewerOfThem()
    {
        using var truth = Phantoms.Make(new(40, 48, 48), (z, _, _) => z < 20 ? 1 : 0, spacing: new Spacing(2, 1, 1));
        using var labels = Make(truth, Faultless with { Shifts = "NMC/pore=1.5", SliceBySlice = false });
        Assert.Equal(0.75, (labels.Count(1) - truth.Count(1)) / (48.0 * 48), 0.05);
    }

    // Along a straight boundary the wander has the variance asked for, and a sixth more from being cut into voxels.
    [Fact]
    public void Make_WithJitter_WandersByItsAmplitudeAndLength()
    {
        const double Amplitude = 2;
        const int Length = 8;
        using var truth = Phantoms.Make(new(24, 400, 40), (_, _, x) => x < 20 ? 1 : 0);
        using var labels = Make(truth, Faultless with { Jitter = Amplitude, JitterLength = Length });
        var places = Enumerable.Range(0, 24).Select(z => Enumerable.Range(0, 400)
            .Select(y => labels.Slice(z).Slice(y * 40, 40).Count((byte)1) - 20.0).ToArray()).ToArray();
        var all = places.SelectMany(each => each).ToArray();
        Assert.Equal(0, all.Average(), 0.2);
        Assert.Equal((Amplitude * Amplitude) + (1.0 / 6), Phantoms.Variance(all), 0.5);
        Assert.Equal(Amplitude * Amplitude * Math.Exp(-0.5), Covariance(Length), 0.5);
        Assert.Equal(Amplitude * Amplitude * Math.Exp(-2), Covariance(2 * Length), 0.5);

        double Covariance(int lag) => places.Average(row => Enumerable.Range(0, 400 - lag).Average(y => row[y] * row[y + lag]));
    }

    [Fact]
    public void Make_WithMissedObjects_FillsThemWithWhatIsAround()
    {
        using var truth = Phantoms.Make(new(4, 120, 120), (_, y, x) => x >= 98 ? 2 : x % 6 < 3 && y % 6 < 3 ? 1 : 0, 3);
        using var labels = Make(truth, Faultless with { Missed = 0.3, MissedBelow = 10 }, out var facts);
        Assert.Equal(4 * 17 * 20, facts.SmallObjects);
        Assert.Equal(0.3, facts.MissedObjects / (double)facts.SmallObjects, 0.03);
        // Where a dot touched the third phase, it touched more of the first.
        Assert.Equal(truth.Count(2), labels.Count(2));
        using var none = Make(truth, Faultless with { Missed = 1, MissedBelow = 9 }, out facts);
        Assert.Equal(4 * 20, facts.MissedObjects);
    }

    [Fact]
    public void Make_WithSwaps_TakesThatShareOfThePhase()
    {
        using var truth = Phantoms.Make(new(6, 160, 160), (_, y, x) => y < 120 ? 1 : x % 5 < 2 && y % 5 < 2 ? 2 : 0, 3);
        using var labels = Make(truth, Faultless with { Swaps = "NMC/pore=0.2;CBD/NMC=0.5", SwapLength = 5 }, out var facts);
        var swapped = Enumerable.Range(0, 6).Sum(z => labels.Slice(z)[..(120 * 160)].Count((byte)0));
        Assert.Equal(0.2, swapped / (6.0 * 120 * 160), 0.03);
        Assert.Equal(0.5, 1 - (labels.Count(2) / (double)truth.Count(2)), 0.05);
        Assert.Equal(swapped + truth.Count(2) - labels.Count(2), facts.SwappedVoxels);
    }

    [Fact]
    public void Make_WithGreyPreference_MovesTheBoundaryTowardsThePhaseThatTheGreySpeaksFor()
    {
        using var truth = new LabelsLayer("truth", Phantoms.Make(new(24, 48, 40), (_, _, x) => x < 20 ? 1 : 0));
        // Around the boundary everything is brighter by a quarter of the contrast in the upper half, and darker in the lower.
        var grey = new Volume<float>(truth.Shape);
        for (var z = 0; z < 24; z++)
        {
            for (var i = 0; i < truth.Shape.SliceLength; i++)
                grey.Slice(z)[i] = (i % 40 < 20 ? 200 : 100) + (Math.Abs((i % 40) - 19.5) > 8 ? 0 : i / 40 < 24 ? 25 : -25);
        }
        using var layer = new ImageLayer("grey", grey);
        var pull = GreyPull.Measure(layer, truth, default);
        using var labels = Annotation.Make(truth.Labels, Faultless with { GreyPreference = 1.5 }, 0, [.. Enumerable.Range(0, 24)], pull).Labels;
        var (above, below) = (0, 0);
        for (var z = 0; z < 24; z++)
        {
            above += labels.Slice(z)[..(20 * 40)].Count((byte)1) - 400;
            below += labels.Slice(z)[(28 * 40)..].Count((byte)1) - 400;
        }
        // Half the distance of the means is 50, so that the pull is ±1/2.
        Assert.Equal(0.75, above / 480.0, 0.1);
        Assert.Equal(-0.75, below / 480.0, 0.1);
    }

    [Fact]
    public void Make_OfSomeSlices_LeavesTheOthersUnlabelledAndIsWhatItWouldBeInTheWhole()
    {
        using var truth = Sphere(20, 7.3);
        var parameters = Faultless with { ShiftSpread = 1, Jitter = 0.7, Missed = 0.5, Swaps = "NMC/pore=0.1", Seed = 5 };
        using var whole = Make(truth, parameters);
        using var some = Annotation.Make(truth, parameters, 0, SliceList.Parse("3,9-10", 20)).Labels;
        for (var z = 0; z < 20; z++)
        {
            if (z is 3 or 9 or 10)
                Assert.Equal(whole.Slice(z).ToArray(), some.Slice(z).ToArray());
            else
                Assert.Equal(-1, some.Slice(z).IndexOfAnyExcept(LabelVolume.Unlabelled));
        }
        Assert.NotEqual(truth.Bytes(), whole.Bytes());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Make_OnOneThreadOrMany_GivesTheSame(bool sliceBySlice)
    {
        using var truth = Sphere(24, 8.3);
        var parameters = Faultless with
        {
            ShiftSpread = 1,
            Jitter = 0.7,
            Missed = 0.5,
            Swaps = "NMC/pore=0.1",
            SwapLength = 3,
            Seed = 5,
            SliceBySlice = sliceBySlice,
        };
        using var many = Make(truth, parameters);
        var single = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ExclusiveScheduler;
        using var one = await Task.Factory.StartNew(() => Make(truth, parameters), default, TaskCreationOptions.None, single);
        Assert.Equal(many.Bytes(), one.Bytes());
        using var other = Make(truth, parameters with { Seed = 6 });
        Assert.NotEqual(many.Bytes(), other.Bytes());
    }

    [Fact]
    public async Task Operation_GivesALayerAndARowPerAnnotator()
    {
        using var truth = new LabelsLayer("truth", Sphere(16, 6));
        using var result = await new Runs(new SynthesisPlugin()).Run("generate.annotations", "annotators=3 shift-spread=0.8 slices=4,8", null, ("in", truth));
        Assert.Equal(["annotator 1", "annotator 2", "annotator 3"], result.Layers.Select(layer => layer.Name));
        var table = result.Table("annotators");
        Assert.Equal(3, table.Rows.Select(row => row[1]).Distinct().Count());
        Assert.All(table.Rows, row => Assert.Equal(2L * 256, row[3]));
    }

    // Someone who sets nothing wants to see what annotators do, not the truth five times.
    [Fact]
    public async Task Operation_WithItsDefaults_GivesAnnotatorsWhoDifferFromTheTruthAndFromEachOther()
    {
        using var truth = new LabelsLayer("truth", Sphere(24, 8));
        using var result = await new Runs(new SynthesisPlugin()).Run("generate.annotations", "", null, ("in", truth));
        var bytes = result.Layers.Select(layer => Convert.ToHexString(((LabelsLayer)layer).Labels.Bytes())).ToList();
        Assert.Equal(5, bytes.Distinct().Count());
        Assert.DoesNotContain(Convert.ToHexString(truth.Labels.Bytes()), bytes);
        // They are people who take care: half a voxel of a ball of 16 voxels across.
        Assert.All(result.Table("annotators").Rows, row => Assert.InRange((double)row[4]!, 0.0005, 0.06));
    }

    [Theory]
    [InlineData("shifts=NMC=1", "PHASE/PHASE=NUMBER")]
    [InlineData("shifts=NMC/pore=1±x", "PHASE/PHASE=NUMBER")]
    [InlineData("shifts=NMC/glue=1", "no phase 'glue'")]
    [InlineData("shifts=NMC/pore=1;pore/NMC=1", "both ways round")]
    [InlineData("shifts=NMC/pore=1;NMC/pore=2", "named before")]
    [InlineData("swaps=NMC/pore=1.2", "from 0 to 1")]
    [InlineData("slices=9", "within the slices 0 to 3")]
    [InlineData("slices=a", "'a' is not a slice")]
    [InlineData("grey-preference=1", "--grey")]
    public async Task Operation_WithFaultyParameters_SaysWhatToGive(string parameter, string message)
    {
        using var truth = new LabelsLayer("truth", Phantoms.Make(new(4, 8, 8), (_, _, x) => x < 4 ? 1 : 0));
        var operation = new Runs(new SynthesisPlugin()).Operations["generate.annotations"];
        var pair = parameter.Split('=', 2);
        var context = new OperationContext(new RecordedJob(), new VolumeFilesIo(), null!) { Layers = new Dictionary<string, Layer> { ["in"] = truth } };
        var fault = await Assert.ThrowsAsync<UserException>(() => operation.RunAsync(context, operation.Parameters.Bind([KeyValuePair.Create(pair[0], pair[1])])));
        Assert.Contains(message, fault.Message);
    }

    private static LabelVolume Sphere(int edge, double radius)
    {
        var middle = (edge - 1) / 2.0;
        return Phantoms.Make(new(edge, edge, edge), (z, y, x) => Math.Pow(z - middle, 2) + Math.Pow(y - middle, 2) + Math.Pow(x - middle, 2) < radius * radius ? 1 : 0);
    }

    private static long Inner(LabelVolume volume, Func<int, int, int, int> value)
    {
        long sum = 0;
        for (var z = 8; z < volume.Shape.Depth - 8; z++)
        {
            for (var y = 8; y < volume.Shape.Height - 8; y++)
            {
                for (var x = 8; x < volume.Shape.Width - 8; x++)
                    sum += value(z, y, x);
            }
        }
        return sum;
    }

    private static LabelVolume Make(LabelVolume truth, AnnotatorParameters parameters) => Make(truth, parameters, out _);

    private static LabelVolume Make(LabelVolume truth, AnnotatorParameters parameters, out AnnotationStatistics facts)
    {
        (var labels, facts) = Annotation.Make(truth, parameters, 0, [.. Enumerable.Range(0, truth.Shape.Depth)]);
        return labels;
    }
}
