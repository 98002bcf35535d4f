using VolumeViewer.Host.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Painting;

/// <summary>Regions, against a search voxel by voxel.</summary>
public sealed class FloodFillTests
{
    private static readonly VolumeShape Shape = new(9, 11, 130);

    // Near the share at which regions begin to span the volume, so that they are large and full of holes; rows are longer than two words of bits.
    [Theory]
    [InlineData(false, 0.35)]
    [InlineData(true, 0.12)]
    [InlineData(false, 1.0)]
    public void Find_InRandomLabels_IsWhatNeighbourAfterNeighbourReaches(bool withCorners, double share)
    {
        using var labels = Voxels.Random(Shape, 7, share);
        var seed = Voxels.Of(labels, 1).First();
        var found = FloodFill.Find(labels, seed, VoxelBox.Of(Shape), VoxelFilter.None.Only(1), withCorners);
        var expected = Reached(Voxels.Of(labels, 1), seed, withCorners);
        Assert.Equal(expected, Voxels.Of(found));
        Assert.Equal(expected.Count, found.Count);
        Assert.All(expected, voxel => Assert.True(found.Has(voxel.Z, voxel.Y, voxel.X)));
    }

    [Theory]
    [InlineData(Axis.Z)]
    [InlineData(Axis.Y)]
    [InlineData(Axis.X)]
    public void Find_InASlice_StaysThere(Axis axis)
    {
        using var labels = Voxels.Random(Shape, 11, 0.6);
        var seed = Voxels.Of(labels, 1).First(voxel => voxel is { Z: 4, Y: > 4, X: > 60 });
        var box = VolumeViewer.Host.Panels.RegionFill.BoxOf(Shape, axis, seed);
        bool IsThere((int Z, int Y, int X) voxel) => axis switch { Axis.Z => voxel.Z == seed.Z, Axis.Y => voxel.Y == seed.Y, _ => voxel.X == seed.X };
        var found = FloodFill.Find(labels, seed, box, VoxelFilter.None.Only(1), withCorners: false);
        Assert.Equal(Reached([.. Voxels.Of(labels, 1).Where(IsThere)], seed, withCorners: false), Voxels.Of(found));
    }

    [Fact]
    public void Corners_JoinWhatOnlyTouches()
    {
        using var labels = new LabelVolume(new VolumeShape(2, 2, 2), PhaseTable.Numbered(2));
        labels.Slice(0)[0] = labels.Slice(1)[3] = 1;
        var box = VoxelBox.Of(labels.Shape);
        Assert.Equal(1, FloodFill.Find(labels, (0, 0, 0), box, VoxelFilter.None.Only(1), withCorners: false).Count);
        Assert.Equal(2, FloodFill.Find(labels, (0, 0, 0), box, VoxelFilter.None.Only(1), withCorners: true).Count);
    }

    [Fact]
    public void Find_WithGreys_StaysWithinTheirRange()
    {
        using var labels = new LabelVolume(new VolumeShape(1, 2, 100), PhaseTable.Numbered(2));
        using var grey = new Volume<ushort>(labels.Shape);
        for (var i = 0; i < 200; i++)
            grey.Slice(0)[i] = (ushort)(1000 + (i % 100));
        var filter = VoxelFilter.None.Within(GreyRows.Of(grey), 1009.5f, 1040.2f);
        Assert.Equal(2 * 31, FloodFill.Find(labels, (0, 0, 20), VoxelBox.Of(labels.Shape), filter, withCorners: false).Count);
        Assert.Null(FloodFill.Find(labels, (0, 0, 50), VoxelBox.Of(labels.Shape), filter, withCorners: false).Box);
    }

    [Fact]
    public void FindAll_IsEveryVoxelOfTheLabel()
    {
        using var labels = Voxels.Random(Shape, 3, 0.2);
        Assert.Equal(Voxels.Of(labels, 1), Voxels.Of(FloodFill.FindAll(labels, VoxelBox.Of(Shape), VoxelFilter.None.Only(1))));
    }

    [Fact]
    public void Find_WhenCancelled_Ends()
    {
        using var labels = Voxels.Random(new VolumeShape(60, 60, 200), 5, 0.5);
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        var seed = Voxels.Of(labels, 1).First(voxel => voxel.Z == 30);
        Assert.Throws<OperationCanceledException>(() => FloodFill.Find(labels, seed, VoxelBox.Of(labels.Shape), VoxelFilter.None.Only(1), withCorners: true, cancellationToken: cancel.Token));
    }

    private static HashSet<(int Z, int Y, int X)> Reached(HashSet<(int Z, int Y, int X)> open, (int Z, int Y, int X) seed, bool withCorners)
    {
        var (reached, next) = (new HashSet<(int, int, int)> { seed }, new Stack<(int Z, int Y, int X)>([seed]));
        while (next.TryPop(out var at))
        {
            for (var step = 0; step < 27; step++)
            {
                var (dz, dy, dx) = ((step / 9) - 1, (step / 3 % 3) - 1, (step % 3) - 1);
                var to = (at.Z + dz, at.Y + dy, at.X + dx);
                if ((withCorners || Math.Abs(dz) + Math.Abs(dy) + Math.Abs(dx) == 1) && open.Contains(to) && reached.Add(to))
                    next.Push(to);
            }
        }
        return reached;
    }
}
