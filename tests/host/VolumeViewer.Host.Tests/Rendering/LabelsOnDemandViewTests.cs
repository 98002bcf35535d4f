using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>Labels that are read on demand look as those in memory do.</summary>
public sealed class LabelsOnDemandViewTests
{
    private static readonly VolumeShape Shape = new(9, 14, 17);

    [Theory]
    [InlineData(3, 1 << 20)]
    [InlineData(3, 300)]
    [InlineData(3, 30)]
    [InlineData(7, 300)]
    [InlineData(8, 300)]
    public void Grid_OfLabelsOnDemand_IsThatOfThoseInMemory(int phases, long budget)
    {
        using var labels = Random(phases);
        using var onDemand = OnDemand(labels);
        var plan = TexturePlan.Make(Shape, labels.Spacing, 1, 2048, budget);
        var (expected, grid) = (new LabelGrid(labels, plan), new LabelGrid(onDemand, plan));
        for (var z = 0; z < plan.Size.Depth; z++)
        {
            Assert.Equal(expected.Slice(z), grid.Slice(z));
            for (var i = 0; i < plan.Size.SliceLength; i++)
                Assert.Equal(MostFrequent(labels, plan, z, i / plan.Size.Width, i % plan.Size.Width), grid.Slice(z)[i]);
        }
    }

    [Fact]
    public void Grid_AsASketch_HasTheLabelsInTheMiddleOfBlocks()
    {
        using var labels = Random(3);
        using var onDemand = OnDemand(labels);
        var plan = TexturePlan.Make(Shape, labels.Spacing, 1, 2048, 90);
        Assert.Equal((3, 3, 3), (plan.FactorZ, plan.FactorY, plan.FactorX));
        var grid = new LabelGrid(onDemand, plan, isSketch: true);
        Assert.Equal(labels.Slice(4)[(7 * 17) + 10], grid.Slice(1)[(2 * plan.Size.Width) + 3]);
        // The last block of y has two voxels only, that of x too.
        Assert.Equal(labels.Slice(7)[(13 * 17) + 16], grid.Slice(2)[(4 * plan.Size.Width) + 5]);
    }

    [Fact]
    public void Vote_WhereTheCountsFindNoRoom_IsNone()
    {
        Assert.NotNull(BlockVote.For(7, 255));
        Assert.Null(BlockVote.For(8, 27));
        Assert.Null(BlockVote.For(4, 256));
        Assert.NotNull(BlockVote.For(3, 65535));
        Assert.Null(BlockVote.For(3, 65536));
        // As many of one label as there is room for do not spill into the next.
        var vote = BlockVote.For(7, 255)!;
        var (counts, winner) = (new ulong[1], new byte[] { 2 });
        vote.Count(Enumerable.Repeat((byte)2, 255).ToArray(), 255, counts);
        vote.Decide(counts, winner);
        Assert.Equal(2, winner[0]);
        Assert.Equal(255UL << 16, counts[0]);
    }

    [Fact]
    public void Planes_AfterEdits_HaveTheNewLabelsAndReadOnlyTheirSlices()
    {
        using var labels = Random(3);
        var reads = 0;
        using var layer = new LabelsLayer("labels", LabelVolume.OnDemand(Shape, labels.Phases, labels.Spacing, (z, slice) =>
        {
            Interlocked.Increment(ref reads);
            labels.Slice(z).CopyTo(slice);
        }, memoryBytes: 0));
        using var expected = new LabelsLayer("expected", Random(3));
        var planes = new LabelPlanes(layer);
        layer.Changed += (_, change) => planes.Invalidate(((LabelsChange)change).Box);
        PlaneKey across = new(Axis.Y, 5, 1, default), beside = new(Axis.X, 3, 1, default), along = new(Axis.Z, 4, 1, default);
        foreach (var key in (PlaneKey[])[across, beside, along])
            Assert.Equal(PlaneVoxels.Read(expected.Labels, key), planes.Read(key));

        var box = new VoxelBox(3, 4, 2, 2, 3, 5);
        layer.Fill(box, 1);
        expected.Fill(box, 1);
        reads = 0;
        Assert.Equal(PlaneVoxels.Read(expected.Labels, across), planes.Read(across));
        Assert.Equal(PlaneVoxels.Read(expected.Labels, beside), planes.Read(beside));
        Assert.Equal(PlaneVoxels.Read(expected.Labels, along), planes.Read(along));
        Assert.Equal(0, reads);
        Assert.Equal(PlaneVoxels.Read(expected.Labels, across with { First = 6 }), planes.Read(across with { First = 6 }));
        // All but the two that were painted on, and those that happen to be in memory.
        Assert.InRange(reads, 5, 7);
    }

    [GlTheory]
    [InlineData("gl")]
    [InlineData("cpu")]
    public void Draw_OfLabelsOnDemand_IsThePictureOfThoseInMemory(string renderer)
    {
        var choice = renderer == "gl" ? RendererChoice.Gl : RendererChoice.Cpu;
        var shape = new VolumeShape(16, 20, 24);
        var fine = Scenes.Labels(shape, (z, y, x) => ((x / 3) + (y / 4) + (z / 2)) % 4);
        using var onDemand = new LabelsLayer("labels", OnDemand(fine.Labels)) { Phases = fine.Phases };
        using var expected = new Stage(choice, fine);
        using var stage = new Stage(choice, onDemand);
        foreach (var each in (Stage[])[expected, stage])
        {
            each.Renderer.TextureBudget = 5 * 16 * 20 * 24 / 4;
            ((LabelsLayer)each.Viewer.Layers[0]).Fill(new VoxelBox(6, 8, 9, 4, 5, 6), 2);
        }
        Assert.Equal(expected.DrawRefined().Rgba, stage.DrawRefined().Rgba);
        foreach (var axis in (Axis[])[Axis.Z, Axis.Y, Axis.X])
            Assert.Equal(expected.DrawSlice(new SliceCamera(axis)).Rgba, stage.DrawSlice(new SliceCamera(axis)).Rgba);
    }

    private static LabelVolume Random(int phases)
    {
        var labels = new LabelVolume(Shape, PhaseTable.Numbered(phases));
        var random = new Random(11);
        for (var z = 0; z < Shape.Depth; z++)
        {
            foreach (ref var label in labels.Slice(z))
                label = random.Next(12) == 0 ? LabelVolume.Unlabelled : (byte)random.Next(phases);
        }
        return labels;
    }

    private static LabelVolume OnDemand(LabelVolume labels) =>
        LabelVolume.OnDemand(labels.Shape, labels.Phases, labels.Spacing, (z, slice) => labels.Slice(z).CopyTo(slice), 2L * labels.Shape.SliceLength);

    // Of equally frequent labels the lowest.
    private static byte MostFrequent(LabelVolume labels, TexturePlan plan, int z, int y, int x)
    {
        var counts = new int[256];
        for (var k = z * plan.FactorZ; k < Math.Min((z + 1) * plan.FactorZ, Shape.Depth); k++)
        {
            for (var j = y * plan.FactorY; j < Math.Min((y + 1) * plan.FactorY, Shape.Height); j++)
            {
                for (var i = x * plan.FactorX; i < Math.Min((x + 1) * plan.FactorX, Shape.Width); i++)
                    counts[labels.Slice(k)[(j * Shape.Width) + i]]++;
            }
        }
        // Of equally frequent ones that of the first voxel, else the lowest.
        var first = labels.Slice(z * plan.FactorZ)[(y * plan.FactorY * Shape.Width) + (x * plan.FactorX)];
        return first != LabelVolume.Unlabelled && counts[first] == counts.Max() ? first : (byte)Array.IndexOf(counts, counts.Max());
    }
}
