using System.Numerics;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class SlabTests
{
    private static readonly VolumeShape Shape = new(9, 8, 7);

    public static TheoryData<Axis, SlabProjection, int, bool> Slabs()
    {
        var data = new TheoryData<Axis, SlabProjection, int, bool>();
        foreach (var axis in new[] { Axis.Z, Axis.Y, Axis.X })
        {
            foreach (var projection in Enum.GetValues<SlabProjection>())
            {
                data.Add(axis, projection, 4, false);
                data.Add(axis, projection, 50, true);
            }
        }
        return data;
    }

    /// <summary>From the 3-D texture and, when that is coarser than the volume, from planes of full resolution: the same exact values.</summary>
    [GlTheory, MemberData(nameof(Slabs))]
    public void DrawSliceView_OfASlab_HasTheProjectedValues(Axis axis, SlabProjection projection, int voxels, bool isReduced)
    {
        var random = new Random(11);
        var layer = Scenes.Image(Shape, (_, _, _) => (ushort)random.Next(256));
        var top = projection == SlabProjection.Sum ? 255 * Math.Min(voxels, 9) : 255;
        layer.ContrastLimits = new ContrastLimits(0, top);
        var volume = (Volume<ushort>)layer.Volume;
        using var stage = new Stage(layer);
        if (isReduced)
            stage.Renderer.TextureBudget = Shape.VoxelCount / 2;
        stage.Viewer.Cursor = new WorldPoint(5.5, 4.5, 3.5);
        stage.Viewer.Slab = new Slab(voxels, projection);
        var camera = new SliceCamera(axis) { MicrometresPerPixel = 0.25, CenterU = 4.5, CenterV = 4.5 };
        var picture = stage.DrawSlice(camera, 36, 36);
        var middle = stage.Viewer.Cursor.VoxelIndex(axis, layer);
        var (first, last) = (Math.Max(0, middle - ((voxels - 1) / 2)), Math.Min(Shape.Along(axis) - 1, middle - ((voxels - 1) / 2) + voxels - 1));
        for (var v = 0; v < Shape.Along(camera.AxisV); v++)
        {
            for (var u = 0; u < Shape.Along(camera.AxisU); u++)
            {
                var values = Enumerable.Range(first, last - first + 1).Select(k => (double)ValueAt(volume, axis, k, u, v)).ToList();
                var expected = projection switch { SlabProjection.Maximum => values.Max(), SlabProjection.Minimum => values.Min(), SlabProjection.Sum => values.Sum() * 255 / top, _ => values.Average() };
                Assert.Equal(expected, picture[(u * 4) + 2, (v * 4) + 2].G, projection is SlabProjection.Mean or SlabProjection.Sum ? 1.01 : 0);
            }
        }
    }

    [GlFact]
    public void DrawSliceView_OfAnObliqueSlab_FindsTheBrightVoxelWithinItsThickness()
    {
        var layer = Scenes.Image<byte>(new VolumeShape(21, 21, 21), (z, y, x) => (z, y, x) is (13, 13, 13) ? (byte)200 : (byte)0);
        using var stage = new Stage(layer);
        stage.Viewer.Cursor = new WorldPoint(10.5, 10.5, 10.5);
        var camera = new ObliqueCamera { Orientation = PlaneOrientation.AcrossNormal(Vector3.One), MicrometresPerPixel = 0.1 };
        (camera.CenterU, camera.CenterV) = (Along(camera.Right), Along(camera.Down));
        // The voxel lies 3·√3 ≈ 5.2 µm along the normal: within a slab of 12 µm, and outside of one of 8.
        stage.Viewer.Slab = new Slab(12);
        var seen = stage.DrawSlice(camera, 60, 60);
        stage.Viewer.Slab = new Slab(8);
        var missed = stage.DrawSlice(camera, 60, 60);
        Assert.True(Scenes.IsBright(seen[30, 30]));
        Assert.Equal(0, missed.Find(Scenes.IsBright).Count);
        static double Along(Vector3 direction) => Vector3.Dot(direction, new Vector3(10.5f));
    }

    // Stored from −32768 on: each voxel of a sum has its part of the shift.
    [GlTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void DrawSliceView_OfASumOfSignedVoxels_IsTheirSum(bool isReduced)
    {
        var layer = Scenes.Image(Shape, (z, y, x) => (short)((z * 7) - (y * 3) - x));
        layer.ContrastLimits = new ContrastLimits(-300, 300);
        using var stage = new Stage(layer);
        if (isReduced)
            stage.Renderer.TextureBudget = Shape.VoxelCount;
        stage.Viewer.Cursor = new WorldPoint(4.5, 4.5, 3.5);
        stage.Viewer.Slab = new Slab(5, SlabProjection.Sum);
        var picture = stage.DrawSlice(new SliceCamera(Axis.Z) { MicrometresPerPixel = 0.25, CenterU = 4.5, CenterV = 4.5 }, 36, 36);
        for (var y = 0; y < 8; y++)
        {
            for (var x = 0; x < 7; x++)
                Assert.Equal(((5 * ((4 * 7) - (y * 3) - x)) + 300) * 255 / 600.0, picture[(x * 4) + 2, (y * 4) + 2].G, 1.01);
        }
    }

    [GlTheory]
    [InlineData(Axis.Z, 1)]
    [InlineData(Axis.Y, 4)]
    [InlineData(Axis.X, 50)]
    public void DrawSliceView_OfTheMostFrequentLabels_ShowsThoseCounted(Axis axis, int voxels)
    {
        var random = new Random(4);
        var layer = Scenes.Labels(Shape, (_, _, _) => random.Next(5) is var label and < 4 ? label : LabelVolume.Unlabelled);
        using var stage = new Stage(RendererChoice.Gl, layer);
        stage.Viewer.Cursor = new WorldPoint(5.5, 4.5, 3.5);
        stage.Viewer.Slab = new Slab(voxels) { ShowsMostFrequentLabel = true };
        var camera = new SliceCamera(axis) { MicrometresPerPixel = 0.25, CenterU = 4.5, CenterV = 4.5 };
        var picture = stage.DrawSlice(camera, 36, 36);
        Check();
        // What is painted changes them.
        layer.Fill(new VoxelBox(2, 1, 1, 5, 5, 4), 3);
        picture = stage.DrawSlice(camera, 36, 36);
        Check();

        void Check()
        {
            var middle = stage.Viewer.Cursor.VoxelIndex(axis, layer);
            var (first, last) = (Math.Max(0, middle - ((voxels - 1) / 2)), Math.Min(Shape.Along(axis) - 1, middle - ((voxels - 1) / 2) + voxels - 1));
            for (var v = 0; v < Shape.Along(camera.AxisV); v++)
            {
                for (var u = 0; u < Shape.Along(camera.AxisU); u++)
                {
                    var (right, down) = (u, v);
                    var labels = Enumerable.Range(first, last - first + 1).Select(k => LabelAt(layer, axis, k, right, down)).Where(label => label != LabelVolume.Unlabelled);
                    var expected = labels.GroupBy(label => label).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => (int)group.Key).FirstOrDefault(255);
                    var color = picture[(u * 4) + 2, (v * 4) + 2];
                    Assert.True((expected == 1) == Scenes.IsRed(color) && (expected == 2) == Scenes.IsGreen(color) && (expected == 3) == Scenes.IsBlue(color), $"Label {expected} at {u}, {v} is drawn as {color}.");
                }
            }
        }
    }

    [GlFact]
    public void DrawSliceView_OfTheMostFrequentLabelsAcrossAnObliquePlane_ShowsThoseOfTheSamples()
    {
        // Beside the middle there is more of the other label on both sides.
        using var stage = new Stage(Scenes.Labels(new VolumeShape(21, 21, 21), (z, y, x) => Math.Abs(z + y + x - 30) <= 1 ? 1 : 2));
        stage.Viewer.Cursor = new WorldPoint(10.5, 10.5, 10.5);
        var camera = new ObliqueCamera { Orientation = PlaneOrientation.AcrossNormal(Vector3.One), MicrometresPerPixel = 0.1 };
        (camera.CenterU, camera.CenterV) = (Vector3.Dot(camera.Right, new Vector3(10.5f)), Vector3.Dot(camera.Down, new Vector3(10.5f)));
        stage.Viewer.Slab = new Slab(8);
        Assert.True(Scenes.IsRed(stage.DrawSlice(camera, 60, 60)[30, 30]));
        stage.Viewer.Slab = new Slab(8) { ShowsMostFrequentLabel = true };
        Assert.True(Scenes.IsGreen(stage.DrawSlice(camera, 60, 60)[30, 30]));
    }

    [GlFact]
    public void DrawSliceView_OfLabelsInASlab_ShowsThoseInTheMiddle()
    {
        using var stage = new Stage(Scenes.Labels(Shape, (z, _, _) => z == 4 ? 1 : 2));
        stage.Viewer.Cursor = new WorldPoint(4.5, 4.5, 3.5);
        stage.Viewer.Slab = new Slab(5, SlabProjection.Mean);
        var picture = stage.DrawSlice(new SliceCamera(Axis.Z) { MicrometresPerPixel = 0.25, CenterU = 4.5, CenterV = 4.5 }, 36, 36);
        Assert.Equal(28 * 32, picture.Find(Scenes.IsRed).Count);
    }

    [GlTheory]
    [InlineData(Axis.Y)]
    [InlineData(Axis.X)]
    public void DrawSliceView_OfALayerShownCoarserIn3D_IsAtFullResolutionAcrossEveryAxis(Axis axis)
    {
        using var stage = new Stage(
            Scenes.Image<byte>(Shape, (z, _, _) => z % 2 == 0 ? (byte)0 : (byte)200),
            Scenes.Labels(Shape, (z, _, _) => z % 2 == 0 ? 1 : 0));
        stage.Renderer.TextureBudget = Shape.VoxelCount / 4;
        stage.Viewer.Cursor = new WorldPoint(4.5, 4.5, 3.5);
        var picture = stage.DrawSlice(new SliceCamera(axis) { MicrometresPerPixel = 0.25, CenterU = 4.5, CenterV = 4.5 }, 36, 36);
        for (var z = 0; z < Shape.Depth; z++)
        {
            var color = axis == Axis.Y ? picture[14, (z * 4) + 2] : picture[(z * 4) + 2, 14];
            Assert.Equal(z % 2 == 0, Scenes.IsRed(color));
            Assert.Equal(z % 2 != 0, Scenes.IsBright(color));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Slab_OfNoThickness_IsRefused(double thickness) => Assert.Throws<ArgumentOutOfRangeException>(() => new Slab(thickness));

    [Theory]
    [InlineData(0.2, 1, 1)]
    [InlineData(2.4, 1, 2)]
    [InlineData(2.5, 1, 3)]
    [InlineData(3, 0.5, 6)]
    public void VoxelsAcross_OfAThickness_IsRoundedAndAtLeastOne(double thickness, double spacing, int voxels) => Assert.Equal(voxels, new Slab(thickness).VoxelsAcross(spacing));

    private static byte LabelAt(LabelsLayer layer, Axis axis, int k, int u, int v)
    {
        var (z, y, x) = axis switch { Axis.Z => (k, v, u), Axis.Y => (v, k, u), _ => (u, v, k) };
        return layer.Labels.Slice(z)[(y * layer.Shape.Width) + x];
    }

    private static ushort ValueAt(Volume<ushort> volume, Axis axis, int k, int u, int v) => axis switch
    {
        Axis.Z => volume[k, v, u],
        Axis.Y => volume[v, k, u],
        _ => volume[u, v, k],
    };
}
