using System.Numerics;
using VolumeViewer.Host.Rendering;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Rendering;

public sealed class DetailPlanTests
{
    private const long Budget = 64L << 20;

    // 1024 × 768 × 512 voxels shown whole with every 4³ made one.
    private static readonly VolumeShape Shape = new(512, 768, 1024);

    private static readonly TexturePlan Whole = TexturePlan.Make(Shape, Spacing.Isotropic(0.5), 1, 256, long.MaxValue);

    private static readonly (Vector3 Low, Vector3 High) Everything = (Vector3.Zero, Whole.Extent);

    [Fact]
    public void Choose_WhenAVolumeIsShownWhole_IsNothing()
    {
        var small = TexturePlan.Make(new VolumeShape(40, 50, 60), Spacing.Isotropic(1), 1, 2048, Budget);
        Assert.Null(DetailPlan.Choose(View(small, _ => { }), small, (Vector3.Zero, small.Extent), 1, 2048, Budget));
    }

    // All in sight on 300 pixels: a pixel covers more than four voxels, and nothing finer can be seen.
    [Fact]
    public void Choose_WithAllOfItInSight_IsNothing() =>
        Assert.Null(DetailPlan.Choose(View(Whole, _ => { }, 200), Whole, Everything, 1, 2048, Budget));

    [Fact]
    public void Choose_NearToACorner_IsFinestAndHoldsWhatIsSeen()
    {
        var view = View(Whole, camera =>
        {
            camera.Target = new Vector3(30, 20, 10);
            camera.Distance = 60;
            camera.Orientation = Quaternion.CreateFromAxisAngle(Vector3.UnitY, 0.2f);
        });
        var plan = DetailPlan.Choose(view, Whole, Everything, 1, 2048, Budget);
        Assert.NotNull(plan);
        Assert.Equal(1, plan.Factor);
        Assert.InRange(plan.Box.VoxelCount, 1, Budget);
        // Points on all lines of sight lie in it, where they lie in the volume.
        var seen = 0;
        for (var pixel = 0; pixel < 400; pixel++)
        {
            var ray = view.RayThrough(new Vector2((pixel % 20 * 20) + 10, (pixel / 20 * 20) + 10));
            for (var depth = 1f; depth < 1000; depth += 1.7f)
            {
                var voxel = ray.At(depth) / 0.5f;
                if (!Holds(new VoxelBox(0, 0, 0, Shape.Depth, Shape.Height, Shape.Width), voxel))
                    continue;
                seen++;
                Assert.True(Holds(plan.Box, voxel), $"{voxel} is seen but not in {plan.Box}");
            }
        }
        Assert.True(seen > 500);
    }

    [Fact]
    public void Choose_WithASmallBudget_IsCoarserButFinerThanTheWhole()
    {
        var view = View(Whole, camera => camera.Distance = 100);
        var (fine, tight) = (DetailPlan.Choose(view, Whole, Everything, 1, 2048, Budget * 8), DetailPlan.Choose(view, Whole, Everything, 1, 2048, Budget / 2));
        Assert.NotNull(fine);
        Assert.NotNull(tight);
        Assert.Equal(fine.Box, tight.Box);
        Assert.InRange(tight.Factor, fine.Factor + 1, 3);
    }

    [Fact]
    public void Choose_WithACropBox_HoldsNoMoreThanIt()
    {
        var view = View(Whole, camera => camera.Distance = 700, 2000);
        var crop = (new Vector3(100), new Vector3(140, 150, 160));
        var plan = DetailPlan.Choose(view, Whole, crop, 1, 2048, Budget);
        Assert.NotNull(plan);
        Assert.True(Holds(plan.Box, new Vector3(201)) && Holds(plan.Box, new Vector3(279, 299, 319)));
        // Up to a block more on either side.
        Assert.InRange(plan.Box.Width, 80, 80 + (2 * 64));
    }

    // A wall across the lines of sight hides the rest of the depth: what is left of it fits much finer.
    [Fact]
    public void Choose_WithASurface_HoldsItsBlocksOnly()
    {
        var view = View(Whole, camera => camera.Distance = 200);
        var wall = new List<Vector3>();
        for (var row = 0; row < 64; row++)
        {
            for (var column = 0; column < 64; column++)
            {
                var ray = view.RayThrough(new Vector2((column + 0.5f) * 400 / 64, (row + 0.5f) * 400 / 64));
                wall.Add(ray.At((100 - ray.Origin.Z) / ray.Direction.Z));
            }
        }
        wall.RemoveAll(point => point != Vector3.Clamp(point, Vector3.Zero, Whole.Extent));
        var plan = DetailPlan.Choose(view, Whole, Everything, 1, 2048, Budget, wall);
        var all = DetailPlan.Choose(view, Whole, Everything, 1, 2048, Budget);
        Assert.NotNull(plan);
        Assert.NotNull(all);
        Assert.All(wall, point => Assert.True(Holds(plan.Box, point / 0.5f)));
        // At z = 200 of 512 voxels, a quarter of a block and one block more at most.
        Assert.InRange(plan.Box.Depth, 32, 96);
        Assert.True(plan.Factor < all.Factor, $"{plan} against {all}");
        Assert.Null(DetailPlan.Choose(view, Whole, Everything, 1, 2048, Budget, []));
    }

    // What is so far away that a pixel covers a voxel of the whole needs no finer part.
    [Fact]
    public void Choose_WithAFarPart_LeavesItOut()
    {
        var view = View(Whole, camera =>
        {
            camera.Orientation = Quaternion.Identity;
            camera.Target = new Vector3(256, 192, 0);
            camera.Distance = 10;
        }, 60);
        var plan = DetailPlan.Choose(view, Whole, Everything, 1, 2048, Budget * 8);
        Assert.NotNull(plan);
        var last = view.MicrometresPerPixelAt(plan.Box.LastZ * 0.5f);
        Assert.InRange(plan.Box.LastZ, 1, 511);
        Assert.True(last >= 2 * 0.8, $"{plan.Box}: a pixel covers {last}");
    }

    [Fact]
    public void Choose_AfterASmallTurn_IsTheSame()
    {
        var (before, after) = (View(Whole, camera => camera.Distance = 60), View(Whole, camera =>
        {
            camera.Distance = 60;
            camera.Orbit(0.002f, 0.001f);
        }));
        Assert.Equal(DetailPlan.Choose(before, Whole, Everything, 1, 2048, Budget), DetailPlan.Choose(after, Whole, Everything, 1, 2048, Budget));
    }

    private static bool Holds(VoxelBox box, Vector3 voxel) =>
        voxel.X >= box.X && voxel.X < box.X + box.Width && voxel.Y >= box.Y && voxel.Y < box.Y + box.Height && voxel.Z >= box.Z && voxel.Z < box.Z + box.Depth;

    private static ViewProjection View(TexturePlan plan, Action<Camera> change, int pixels = 400)
    {
        var camera = new Camera();
        camera.Frame(plan.Extent);
        change(camera);
        return new ViewProjection(camera, pixels, pixels);
    }
}
