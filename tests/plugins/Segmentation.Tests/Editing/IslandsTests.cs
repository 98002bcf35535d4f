using VolumeViewer.Plugins.Segmentation.Editing;
using VolumeViewer.Sdk;

using static VolumeViewer.Plugins.Segmentation.Tests.Editing.Edits;

namespace VolumeViewer.Plugins.Segmentation.Tests.Editing;

public class IslandsTests
{
    [Theory]
    [InlineData(Neighbours.Faces, false)]
    [InlineData(Neighbours.Edges, false)]
    [InlineData(Neighbours.Corners, false)]
    [InlineData(Neighbours.Corners, true)]
    [InlineData(Neighbours.Faces, true)]
    internal void Pieces_OfRandomLabels_AreThoseOfAFlood(Neighbours neighbours, bool inSlices)
    {
        foreach (var seed in Enumerable.Range(1, 5))
        {
            using var layer = Random(new VolumeShape(5, 7, 12), seed, withUnlabelled: true);
            var (shape, labels) = (layer.Shape, layer.Labels);
            var runs = new LabelRuns(shape, z => labels.Slice(z), neighbours, inSlices, new ParallelOptions());
            var expected = Flood(labels, neighbours, inSlices);
            var pieces = new Dictionary<int, int>();
            var sizes = runs.Sizes();
            foreach (var (z, y, x) in Voxels(shape))
            {
                var (first, end) = runs.Row(z, y);
                var run = Enumerable.Range(first, end - first).Last(each => runs.Begin(each) <= x);
                Assert.InRange(x, runs.Begin(run), runs.End(run, end) - 1);
                Assert.Equal(labels.At(z, y, x), runs.ClassOf(run));
                var flood = expected[(z, y, x)];
                Assert.Equal(pieces.TryGetValue(flood, out var known) ? known : pieces[flood] = runs.PieceOf(run), runs.PieceOf(run));
                Assert.Equal(expected.Values.Count(each => each == flood), sizes[runs.PieceOf(run)]);
            }
            Assert.Equal(pieces.Count, pieces.Values.Distinct().Count());
        }
    }

    private static Dictionary<(int Z, int Y, int X), int> Flood(LabelVolume labels, Neighbours neighbours, bool inSlices)
    {
        var found = new Dictionary<(int Z, int Y, int X), int>();
        var number = 0;
        foreach (var start in Voxels(labels.Shape))
        {
            if (found.ContainsKey(start))
                continue;
            var next = new Stack<(int Z, int Y, int X)>([start]);
            found[start] = ++number;
            while (next.TryPop(out var at))
            {
                for (var step = 0; step < 27; step++)
                {
                    var (dz, dy, dx) = ((step / 9) - 1, (step / 3 % 3) - 1, (step % 3) - 1);
                    var other = (Z: at.Z + dz, Y: at.Y + dy, X: at.X + dx);
                    var far = Math.Abs(dz) + Math.Abs(dy) + Math.Abs(dx);
                    if (far > (int)neighbours + 1 || (inSlices && dz != 0) || other.Z < 0 || other.Y < 0 || other.X < 0
                        || other.Z >= labels.Shape.Depth || other.Y >= labels.Shape.Height || other.X >= labels.Shape.Width)
                        continue;
                    if (labels.At(other.Z, other.Y, other.X) == labels.At(start.Z, start.Y, start.X) && found.TryAdd(other, number))
                        next.Push(other);
                }
            }
        }
        return found;
    }

    [Theory]
    [InlineData("smaller-than=3 phases=active", "00000000,01110000,01100020,00000020,11100002")]
    [InlineData("smaller-than=3 phases=active replace-by=unlabelled", "000000..,01110000,01100020,00000020,11100002")]
    [InlineData("smaller-than=3 phases=active replace-by=binder", "00000022,01110000,01100020,00000020,11100002")]
    [InlineData("pieces=keep-largest phases=active", "00000000,01110000,01100020,00000020,00000002")]
    [InlineData("smaller-than=3 phases=binder", "00000011,01110000,01100000,00000000,11100000")]
    [InlineData("smaller-than=3 phases=binder neighbours=edges", "00000011,01110000,01100020,00000020,11100002")]
    [InlineData("smaller-than=0 smaller-than-volume=2.5 phases=active", "00000000,01110000,01100020,00000020,11100002")]
    public async Task Islands_OfASlice_GoAndBecomeWhatIsAsked(string parameters, string expected)
    {
        using var layer = Slice("00000011", "01110000", "01100020", "00000020", "11100002");
        Assert.Equal(expected.Split(','), Text(await Run("remove.islands", parameters, layer)));
    }

    [Fact]
    public async Task Islands_InsideIslands_BecomeWhatIsAroundAllOfThem()
    {
        // The middle one touches only the ring, which goes too.
        using var layer = Slice("0000000", "0011100", "0012100", "0011100", "0000000");
        Assert.All(Text(await Run("remove.islands", "smaller-than=9", layer)), row => Assert.Equal("0000000", row));
    }

    [Fact]
    public async Task Islands_Surrounded_BecomeTheLabelWithMostFaces()
    {
        using var layer = Slice("00222", "00122", "0..22");
        Assert.Equal("00222", Text(await Run("remove.islands", "smaller-than=2 phases=active", layer))[1]);
    }

    [Fact]
    public async Task Islands_WhereNothingStays_AreUnlabelled()
    {
        using var layer = Slice("01", "20");
        Assert.Equal(["..", ".."], Text(await Run("remove.islands", "smaller-than=9", layer)));
    }

    [Fact]
    public async Task Split_OfThreePieces_NamesThemBySize()
    {
        using var layer = Slice("11011101", "11000001", "11022200");
        var split = await Run("split.islands", "phase=active", layer);
        Assert.Equal(["pore", "active", "binder", "active 2", "active 3"], split.Phases.Select(phase => phase.Name));
        Assert.Equal(["11033304", "11000004", "11022200"], Text(split));
        Assert.Equal(["11033301", "11000001", "11022200"], Text(await Run("split.islands", "phase=active at-most=2", layer)));
        Assert.Contains("no piece of 99", await Refused("split.islands", "phase=active at-least=99", layer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phase=active", "0111100,0111100,0111111,0001101,0001111")]
    [InlineData("phase=active up-to=1", "0111100,0122100,0111111,0001101,0001111")]
    public async Task Holes_OfASlice_AreFilledButNotBays(string parameters, string expected)
    {
        using var layer = Slice("0111100", "0122100", "0111111", "0001101", "0001111");
        // The bay at the right is open through its corner only where corners count.
        expected = expected.Replace("0001101", "0001111", StringComparison.Ordinal);
        Assert.Equal(expected.Split(','), Text(await Run("fill.holes", parameters + " in-slices=true", layer)));
        // In three dimensions a single slice is open above and below.
        Assert.Equal(Text(layer.Labels), Text(await Run("fill.holes", parameters, layer)));
    }

    [Fact]
    public async Task Holes_OfAHollowCube_AreFilledInThreeDimensions()
    {
        using var layer = Layer(new VolumeShape(7, 7, 7), (z, y, x) => Math.Max(Math.Abs(z - 3), Math.Max(Math.Abs(y - 3), Math.Abs(x - 3))) switch { 2 => 1, < 2 => None, _ => 0 });
        var filled = await Run("fill.holes", "phase=active", layer);
        Assert.Equal(125, Greys.All(filled).Count(label => label == 1));
        Assert.DoesNotContain(None, Greys.All(filled));
    }
}
