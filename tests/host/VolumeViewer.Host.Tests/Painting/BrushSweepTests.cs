using VolumeViewer.Host.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Painting;

/// <summary>Which voxels a brush covers, against the definition voxel by voxel.</summary>
public sealed class BrushSweepTests
{
    private static readonly VolumeShape Shape = new(13, 17, 19);

    private static readonly Spacing Flat = new(2, 1, 0.5);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    public void Ball_InCubes_IsTheClosedForm(int diameter)
    {
        var tip = BrushTip.Ball(diameter, false, isRound: true, Spacing.Uncalibrated);
        var at = tip.Snap(new VoxelPlace(6.4, 8.3, 9.2));
        bool IsInside(int z, int y, int x)
        {
            var (offZ, offY, offX) = (z + 0.5 - at.Z, y + 0.5 - at.Y, x + 0.5 - at.X);
            return (4 * ((offZ * offZ) + (offY * offY) + (offX * offX))) <= diameter * diameter;
        }
        Assert.Equal(Voxels.Where(Shape, IsInside), Voxels.Of(new BrushSweep(tip, at, at, Shape)));
    }

    [Fact]
    public void Ball_InFlatVoxels_IsAnEllipsoidOfItsCounts()
    {
        // 8 voxels of the finest axis are 4 µm: 2, 4 and 8 voxels.
        var tip = BrushTip.Ball(8, false, isRound: true, Flat);
        Assert.Equal((2, 4, 8), (tip.Count(Axis.Z), tip.Count(Axis.Y), tip.Count(Axis.X)));
        Assert.Equal(tip, BrushTip.Ball(4, isMicrometres: true, isRound: true, Flat));
        var at = tip.Snap(new VoxelPlace(6.4, 8.3, 9.2));
        bool IsInside(int z, int y, int x) => Square((z + 0.5 - at.Z) / 1) + Square((y + 0.5 - at.Y) / 2) + Square((x + 0.5 - at.X) / 4) <= 1 + 1e-12;
        Assert.Equal(Voxels.Where(Shape, IsInside), Voxels.Of(new BrushSweep(tip, at, at, Shape)));
    }

    [Theory]
    [InlineData(Axis.Z)]
    [InlineData(Axis.Y)]
    [InlineData(Axis.X)]
    public void Square_OfSeveralSlices_IsABoxOfItsCounts(Axis across)
    {
        var tip = BrushTip.Flat(4, false, isRound: false, Spacing.Uncalibrated, across, 3);
        var at = tip.Snap(new VoxelPlace(6.4, 8.3, 9.2));
        var voxels = Voxels.Of(new BrushSweep(tip, at, at, Shape));
        Assert.Equal(4 * 4 * 3, voxels.Count);
        Assert.Equal(3, voxels.Select(voxel => across switch { Axis.Z => voxel.Z, Axis.Y => voxel.Y, _ => voxel.X }).Distinct().Count());
    }

    // The distance of every voxel from the way, in units of the radii, by trying many points of it.
    [Theory]
    [InlineData(true, null)]
    [InlineData(false, null)]
    [InlineData(true, Axis.Z)]
    [InlineData(true, Axis.Y)]
    [InlineData(true, Axis.X)]
    public void Sweep_AlongALine_CoversWhatTheBrushCoversOnTheWay(bool isRound, Axis? across)
    {
        var tip = across is { } axis ? BrushTip.Flat(5, false, isRound, Flat, axis, 1) : BrushTip.Ball(7, false, isRound, Flat);
        var from = tip.Snap(new VoxelPlace(3.2, 4.1, 5.3));
        var end = tip.Snap(new VoxelPlace(8.7, 12.6, 14.2));
        var to = across switch { Axis.Z => end with { Z = from.Z }, Axis.Y => end with { Y = from.Y }, Axis.X => end with { X = from.X }, _ => end };
        var (surely, perhaps) = (new HashSet<(int, int, int)>(), new HashSet<(int, int, int)>());
        for (var step = 0; step <= 400; step++)
        {
            var share = step / 400.0;
            foreach (var voxel in Voxels.Where(Shape, (_, _, _) => true))
            {
                var offZ = Math.Abs(voxel.Z + 0.5 - Mix(from.Z, to.Z, share)) / tip.Radius(Axis.Z);
                var offY = Math.Abs(voxel.Y + 0.5 - Mix(from.Y, to.Y, share)) / tip.Radius(Axis.Y);
                var offX = Math.Abs(voxel.X + 0.5 - Mix(from.X, to.X, share)) / tip.Radius(Axis.X);
                var distance = !isRound ? Math.Max(offZ, Math.Max(offY, offX)) : across switch
                {
                    Axis.Z => Math.Max(offZ, Math.Sqrt(Square(offY) + Square(offX))),
                    Axis.Y => Math.Max(offY, Math.Sqrt(Square(offZ) + Square(offX))),
                    Axis.X => Math.Max(offX, Math.Sqrt(Square(offY) + Square(offZ))),
                    _ => Math.Sqrt(Square(offZ) + Square(offY) + Square(offX)),
                };
                if (distance <= 1)
                    surely.Add(voxel);
                // Between two of the points tried it may be a little nearer.
                if (distance <= 1.02)
                    perhaps.Add(voxel);
            }
        }
        var covered = Voxels.Of(new BrushSweep(tip, from, to, Shape));
        Assert.True(surely.IsSubsetOf(covered), "The brush left out voxels that it passed over.");
        Assert.True(covered.IsSubsetOf(perhaps), "The brush covered voxels beside its way.");
    }

    [Fact]
    public void Sweep_BesideTheVolume_CoversNothing()
    {
        var tip = BrushTip.Ball(5, false, isRound: true, Spacing.Uncalibrated);
        var at = new VoxelPlace(-10.5, 4.5, 4.5);
        Assert.Null(new BrushSweep(tip, at, at, Shape).Box);
        var edge = new VoxelPlace(0.5, 0.5, 18.5);
        Assert.All(Voxels.Of(new BrushSweep(tip, edge, edge, Shape)), voxel => Assert.True(voxel.Z < 3 && voxel.Y < 3 && voxel.X is > 15 and < 19));
    }

    private static double Square(double value) => value * value;

    private static double Mix(double from, double to, double share) => from + ((to - from) * share);
}
