using VolumeViewer.Sdk;

using static VolumeViewer.Plugins.Segmentation.Tests.Editing.Edits;

namespace VolumeViewer.Plugins.Segmentation.Tests.Editing;

public class FillBetweenTests
{
    private const string Id = "fill.between-slices";

    // Coordinates along (axis, first other axis, second other axis).
    private static (int K, int A, int B) Turn(Axis axis, int z, int y, int x) => axis switch { Axis.Z => (z, y, x), Axis.Y => (y, z, x), _ => (x, z, y) };

    private static VolumeShape Shape(Axis axis, int k, int a, int b) => axis switch { Axis.Z => new(k, a, b), Axis.Y => new(a, k, b), _ => new(a, b, k) };

    [Theory]
    [InlineData(Axis.Z)]
    [InlineData(Axis.Y)]
    [InlineData(Axis.X)]
    public async Task Fill_BetweenTwoDiscs_GivesDiscsOfRadiiBetween(Axis axis)
    {
        double Radius(int k) => 6 + (k * 10 / 8.0);
        double Distance(int a, int b) => Math.Sqrt(Math.Pow(a - 20, 2) + Math.Pow(b - 22, 2));
        using var layer = Layer(Shape(axis, 9, 41, 45), (z, y, x) => Turn(axis, z, y, x) is var (k, a, b) && k is 0 or 8 && Distance(a, b) <= Radius(k) ? 1 : None);
        var filled = await Run(Id, $"axis={axis.ToString().ToLowerInvariant()}", layer);
        foreach (var (z, y, x) in Voxels(layer.Shape))
        {
            var (k, a, b) = Turn(axis, z, y, x);
            if (Distance(a, b) <= Radius(k) - 1)
                Assert.Equal(1, filled.At(z, y, x));
            else if (Distance(a, b) >= Radius(k) + 1)
                Assert.Equal(None, filled.At(z, y, x));
        }
    }

    [Fact]
    public async Task Fill_BetweenEqualSlicesOfSeveralPhases_GivesExactlyThese()
    {
        var slice = Random(new VolumeShape(1, 15, 17), 4, withUnlabelled: true).Labels.Slice(0).ToArray();
        using var layer = Layer(new VolumeShape(8, 15, 17), (z, y, x) => z is 1 or 6 ? slice[(y * 17) + x] : None, new Spacing(3, 1, 2));
        var filled = await Run(Id, "", layer);
        for (var z = 0; z < 8; z++)
            Assert.Equal(z is >= 1 and <= 6 ? slice : [.. Enumerable.Repeat(None, slice.Length)], filled.Slice(z).ToArray());
    }

    [Fact]
    public async Task Fill_OfTouchingPhases_LeavesNoGapAndMovesTheBorder()
    {
        using var layer = Layer(new VolumeShape(5, 3, 21), (z, _, x) => z is 0 or 4 ? x < (z == 0 ? 5 : 13) ? 0 : 1 : None);
        var filled = await Run(Id, "", layer);
        Assert.DoesNotContain(None, Greys.All(filled));
        for (var z = 0; z < 5; z++)
            Assert.Equal(5 + (2 * z), filled.Slice(z)[..21].ToArray().Count(label => label == 0));
    }

    [Fact]
    public async Task Fill_OfOnePhaseAmongOthers_GoesByItsSlicesOnlyAndOverOthersWhereAsked()
    {
        using var layer = Layer(new VolumeShape(5, 9, 9), (z, y, x) => z is 0 or 4 && y is > 2 and < 6 && x is > 2 and < 6 ? 1 : z == 2 && y > 3 ? 2 : None);
        var only = await Run(Id, "phases=active", layer);
        Assert.Equal((1, 2), (only.At(2, 3, 4), only.At(2, 5, 4)));
        Assert.Equal(1, only.At(1, 5, 4));
        var over = await Run(Id, "phases=active only-unlabelled=false", layer);
        Assert.Equal((1, 1, 2), (over.At(2, 3, 4), over.At(2, 5, 4), over.At(2, 7, 4)));
    }

    [Fact]
    public async Task Fill_WhereAPhaseEnds_ThinsOutMidway()
    {
        using var layer = Layer(new VolumeShape(9, 21, 21), (z, y, x) => z is 0 or 8 ? z == 0 && Math.Abs(y - 10) < 8 && Math.Abs(x - 10) < 8 ? 1 : 0 : None);
        var filled = await Run(Id, "", layer);
        var areas = Enumerable.Range(0, 9).Select(z => filled.Slice(z).Count((byte)1)).ToList();
        Assert.Equal(225, areas[0]);
        Assert.Equal(areas.OrderDescending(), areas);
        Assert.InRange(areas[2], 1, 200);
        Assert.All(areas[5..], area => Assert.Equal(0, area));
    }

    [Fact]
    public async Task Fill_WithSlicesNamed_GoesByTheseThoughOthersHaveLabels()
    {
        using var layer = Layer(new VolumeShape(5, 4, 9), (z, _, x) => z == 2 ? 0 : x < 4 ? 0 : 1);
        var filled = await Run(Id, "slices=0,4 only-unlabelled=false", layer);
        Assert.Equal(filled.Slice(0).ToArray(), filled.Slice(2).ToArray());
    }

    [Fact]
    public async Task Fill_WhereAValueStandsForUnlabelled_FillsIt()
    {
        using var layer = Layer(new VolumeShape(3, 2, 5), (z, _, x) => z != 1 && x < 3 ? 1 : 0);
        var filled = await Run(Id, "unlabelled-value=0", layer);
        Assert.Equal(["111..", "111.."], Text(filled, 1));
    }

    [Theory]
    [InlineData("", "Only 1 slice(s) across z")]
    [InlineData("slices=1,9", "'9' is no slice")]
    [InlineData("slices=one", "'one' is no slice")]
    [InlineData("phases=steel", "no phase 'steel'")]
    public async Task Fill_WithTooLittle_SaysWhat(string parameters, string expected)
    {
        using var layer = Layer(new VolumeShape(5, 4, 4), (z, _, _) => z == 1 ? 0 : None);
        Assert.Contains(expected, await Refused(Id, parameters, layer), StringComparison.Ordinal);
    }
}
