using System.Numerics;
using System.Runtime.InteropServices;

using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

/// <summary>What oblique slices show of layers that are held coarser than they are: read from the volume.</summary>
public sealed class ObliqueReadingTests
{
    // So deep that its slices are not in memory all at a time.
    private static readonly VolumeShape Deep = new(70, 9, 11);
    private static readonly VolumeShape Shape = new(14, 17, 20);
    private static readonly Spacing Anisotropic = new(1.5, 1, 0.5);

    public static TheoryData<SlabProjection, int, bool> Slabs
    {
        get
        {
            var data = new TheoryData<SlabProjection, int, bool> { { SlabProjection.Maximum, 0, false }, { SlabProjection.Maximum, 0, true } };
            foreach (var projection in Enum.GetValues<SlabProjection>())
            {
                data.Add(projection, 4, false);
                data.Add(projection, 4, true);
            }
            return data;
        }
    }

    private static ObliqueKey Key(Vector3 corner, int planes) => new(corner, new Vector3(0.2f, 0.05f, 0.6f), new Vector3(-0.05f, 0.1f, 0.04f), 60, 30, 2)
    {
        Planes = planes,
        PerPlane = planes > 1 ? new Vector3(-0.1f, 0.3f, 0.35f) : default,
        Interpolates = true,
    };

    // Interpolated linearly, a linear field is itself: each place has a known value, and so have those behind each other together.
    [Theory]
    [InlineData(SlabProjection.Maximum, 1, 0)]
    [InlineData(SlabProjection.Maximum, 9, 8)]
    [InlineData(SlabProjection.Minimum, 9, 0)]
    [InlineData(SlabProjection.Mean, 9, 4)]
    [InlineData(SlabProjection.Sum, 9, 4)]
    public void Read_OfALinearField_HasItsValuesAtEveryPlace(SlabProjection projection, int planes, int shown)
    {
        static double Field(Vector3 place) => 10 + (4 * place.X) + (3 * place.Y) + (5 * place.Z);
        var layer = Scenes.Image(Deep, (z, y, x) => (float)Field(new Vector3(x + 0.5f, y + 0.5f, z + 0.5f) * Anisotropic.ToVector3()), Anisotropic);
        var key = Key(new Vector3(1.5f, 1, 3), planes) with { Projection = projection, Weight = 1.5f };
        var values = MemoryMarshal.Cast<byte, float>(ObliqueImage.Read(layer.Volume, key, 0, CancellationToken.None));
        var looked = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var (column, row) = ((i % key.Columns) + 0.5f, (i / key.Columns) + 0.5f);
            var near = key.Corner + (key.PerColumn / 2 * column) + (key.PerRow / 2 * row);
            if (!IsWithin(near) || !IsWithin(near + (key.PerPlane * (planes - 1))))
                continue;
            looked++;
            Assert.Equal(Field(near + (key.PerPlane * shown)) * (projection == SlabProjection.Sum ? planes * 1.5 : 1), values[i], projection == SlabProjection.Sum ? 0.05 : 0.005);
        }
        Assert.True(looked > 1000, $"only {looked} places lie in the volume");

        // Near the walls the outermost voxels are extended, not the field.
        static bool IsWithin(Vector3 place)
        {
            var voxel = place / Anisotropic.ToVector3();
            return voxel.X > 0.51f && voxel.Y > 0.51f && voxel.Z > 0.51f && voxel.X < 10.49f && voxel.Y < 8.49f && voxel.Z < 69.49f;
        }
    }

    [Fact]
    public void Read_BesideTheVolume_HasNothing()
    {
        var layer = Scenes.Image<byte>(Deep, (_, _, _) => 7, Anisotropic);
        var values = MemoryMarshal.Cast<byte, float>(ObliqueImage.Read(layer.Volume, Key(new Vector3(-4, 1, 3), planes: 1), 0, CancellationToken.None));
        Assert.Equal(ObliqueImage.Nothing, values[0]);
        Assert.Contains(7f, values.ToArray());
        Assert.All(MemoryMarshal.Cast<byte, float>(ObliqueImage.Read(layer.Volume, Key(new Vector3(0, 0, 200), planes: 3), 0, CancellationToken.None)).ToArray(), value => Assert.Equal(ObliqueImage.Nothing, value));
    }

    [Fact]
    public void Read_OfTheMostFrequentLabels_CountsEveryPlaceOnce()
    {
        var layer = Scenes.Labels(Deep, (z, y, x) => ((z * 7) + (y * 3) + (x * x / 5)) % 4, Anisotropic);
        layer.Fill(new VoxelBox(30, 0, 0, 9, 9, 11), LabelVolume.Unlabelled);
        var key = Key(new Vector3(0.3f, 0.2f, 1), planes: 40);
        var texels = ObliqueLabels.Read(layer.Labels, key, CancellationToken.None);
        var different = 0;
        for (var i = 0; i < texels.Length; i++)
        {
            var near = key.Corner + (key.PerColumn / 2 * ((i % key.Columns) + 0.5f)) + (key.PerRow / 2 * ((i / key.Columns) + 0.5f));
            var counts = new int[4];
            for (var plane = 0; plane < key.Planes; plane++)
            {
                var voxel = (near + (key.PerPlane * plane)) / Anisotropic.ToVector3();
                if (voxel.X < 0 || voxel.Y < 0 || voxel.Z < 0 || voxel.X >= 11 || voxel.Y >= 9 || voxel.Z >= 70)
                    continue;
                var label = layer.Labels.Slice((int)voxel.Z)[((int)voxel.Y * 11) + (int)voxel.X];
                if (label != LabelVolume.Unlabelled)
                    counts[label]++;
            }
            different += texels[i] == (counts.Max() == 0 ? LabelVolume.Unlabelled : Array.IndexOf(counts, counts.Max())) ? 0 : 1;
        }
        // On the walls of voxels rounding decides.
        Assert.InRange(different, 0, texels.Length / 100);
    }

    [Fact]
    public void Read_WhenCancelled_Ends()
    {
        var layer = Scenes.Image<byte>(Deep, (_, _, _) => 7, Anisotropic);
        Assert.Throws<OperationCanceledException>(() => ObliqueImage.Read(layer.Volume, Key(new Vector3(1, 1, 3), planes: 1), 0, new CancellationToken(canceled: true)));
    }

    // A texture in which several voxels are one is too coarse: the image comes from the volume itself.
    [GlTheory, MemberData(nameof(Slabs))]
    public void DrawSliceView_OfAnImageThatDoesNotFit_IsThatOfOneThatDoes(SlabProjection projection, int thickness, bool interpolates)
    {
        Stage Make(long budget)
        {
            var layer = Scenes.Image(Shape, (z, y, x) => (ushort)(((z * 70) + (y * 30) + (x * x)) % 256), Anisotropic);
            (layer.Interpolate, layer.ContrastLimits) = (interpolates, new ContrastLimits(0, projection == SlabProjection.Sum ? 1500 : 255));
            var stage = new Stage(layer);
            stage.Renderer.TextureBudget = budget;
            stage.Viewer.Cursor = new WorldPoint(9.3, 8.1, 4.7);
            stage.Viewer.Slab = thickness == 0 ? null : new Slab(thickness, projection);
            return stage;
        }

        using var whole = Make(long.MaxValue);
        using var coarse = Make(2 * Shape.VoxelCount / 8);
        var camera = new ObliqueCamera { Orientation = PlaneOrientation.AcrossNormal(new Vector3(1, -2, 0.7f)), CenterU = 0.1, CenterV = 0.2, MicrometresPerPixel = 0.1 };
        var (expected, picture) = (whole.DrawSlice(camera, 110, 90), coarse.DrawSlice(camera, 110, 90));
        Assert.NotEmpty(coarse.Renderer.Notices);
        Assert.True(expected.Find(color => color.A > 0 && color.G > 20).Count > 2000);
        // On the walls of voxels and of the volume rounding decides; drivers interpolate with eight bits.
        var different = Enumerable.Range(0, 110 * 90).Count(pixel => Math.Abs(picture[pixel % 110, pixel / 110].G - expected[pixel % 110, pixel / 110].G) > 3);
        Assert.InRange(different, 0, 150);

        // What changes is seen at once.
        var volume = (Volume<ushort>)((ImageLayer)coarse.Viewer.Layers[0]).Volume;
        for (var z = 0; z < Shape.Depth; z++)
            volume.Slice(z).Clear();
        ((ImageLayer)coarse.Viewer.Layers[0]).TellVoxelsChanged(VoxelBox.Of(Shape));
        Assert.Equal(0, coarse.DrawSlice(camera, 110, 90).Find(color => color.G > 60).Count);
    }

    // Every fourth voxel is of a label that would be all that 32 places across find.
    [GlTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void DrawSliceView_OfTheMostFrequentLabelsAcrossManyVoxels_CountsAllOfThem(bool isReduced)
    {
        var shape = new VolumeShape(9, 9, 128);
        using var stage = new Stage(Scenes.Labels(shape, (_, _, x) => x % 4 == 2 ? 1 : 2));
        if (isReduced)
            stage.Renderer.TextureBudget = shape.VoxelCount;
        stage.Viewer.Cursor = new WorldPoint(4.5, 4.5, 64);
        stage.Viewer.Slab = new Slab(128) { ShowsMostFrequentLabel = true };
        var camera = new ObliqueCamera { Orientation = PlaneOrientation.AcrossAxis(Axis.X).Turned(Vector3.UnitY, 1e-4f), MicrometresPerPixel = 0.1 };
        (camera.CenterU, camera.CenterV) = (Along(camera.Right), Along(camera.Down));
        Assert.Null(camera.Across);
        Assert.True(Scenes.IsGreen(stage.DrawSlice(camera, 60, 60)[30, 30]));

        float Along(Vector3 direction) => Vector3.Dot(direction, new Vector3(64, 4.5f, 4.5f));
    }
}
