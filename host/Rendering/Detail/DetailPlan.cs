using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>The part of a volume that is in sight, and how coarse it is to be shown: what a camera near a large volume sees finer than the whole of it fits the graphics memory.</summary>
/// <param name="Box">Voxels of the volume that are in sight; its edges lie on a raster of blocks, so that a small turn asks for the same box.</param>
/// <param name="Factor">How many voxels along each axis become one.</param>
internal sealed record DetailPlan(VoxelBox Box, int Factor)
{
    /// <summary>The raster that boxes lie on has so many blocks along each axis.</summary>
    public const int Blocks = 16;

    /// <summary>Chooses the finest detail that a camera can make use of and that fits.</summary>
    /// <param name="view">How the volume is looked at.</param>
    /// <param name="whole">How the whole volume is shown.</param>
    /// <param name="visible">What of the world is drawn, such as a crop box; (x, y, z), µm.</param>
    /// <param name="bytesPerVoxel">In the texture.</param>
    /// <param name="maxSize">The longest edge the driver takes, voxels.</param>
    /// <param name="budget">Bytes the detail may take.</param>
    /// <param name="surface">Points of the world where lines of sight end, if nothing is seen behind them; null where what lies behind is seen too.</param>
    /// <returns>Null where the whole is as fine as it can be seen, or nothing finer fits.</returns>
    public static DetailPlan? Choose(ViewProjection view, TexturePlan whole, (Vector3 Low, Vector3 High) visible, int bytesPerVoxel, int maxSize, long budget,
        IReadOnlyList<Vector3>? surface = null)
    {
        var coarsest = Math.Max(whole.FactorZ, Math.Max(whole.FactorY, whole.FactorX));
        if (coarsest == 1 || InSight(view, whole, visible, surface is null ? null : BlocksWith(surface, whole)) is not (var box, var nearest))
            return null;
        var edge = (float)whole.Spacing.Finest;
        var pixel = view.MicrometresPerPixelAt(nearest);
        for (var factor = Math.Max(1, (int)(pixel / edge)); factor < coarsest; factor++)
        {
            var (depth, rows, columns) = (Divide(box.Depth, factor), Divide(box.Height, factor), Divide(box.Width, factor));
            if (Math.Max(depth, Math.Max(rows, columns)) <= maxSize && (long)depth * rows * columns * bytesPerVoxel <= budget)
                return new DetailPlan(box, factor);
        }
        return null;
    }

    /// <summary>The same for what hides what lies behind it: where all that is in sight has no room as fine as it can be seen, the part about the surface that is seen, if that is finer.</summary>
    /// <param name="view">How the volume is looked at.</param>
    /// <param name="whole">How the whole volume is shown.</param>
    /// <param name="visible">What of the world is drawn, such as a crop box; (x, y, z), µm.</param>
    /// <param name="bytesPerVoxel">In the texture.</param>
    /// <param name="maxSize">The longest edge the driver takes, voxels.</param>
    /// <param name="budget">Bytes the detail may take.</param>
    /// <param name="surface">Finds points of the world where lines of sight end. The surface is that of the whole: what is too small for its voxels is not in it.</param>
    public static DetailPlan? ChooseSurface(ViewProjection view, TexturePlan whole, (Vector3 Low, Vector3 High) visible, int bytesPerVoxel, int maxSize, long budget, Func<IReadOnlyList<Vector3>> surface)
    {
        var all = Choose(view, whole, visible, bytesPerVoxel, maxSize, budget);
        if (!whole.IsReduced || all is { Factor: 1 })
            return all;
        var seen = Choose(view, whole, visible, bytesPerVoxel, maxSize, budget, surface());
        return seen is not null && (all is null || seen.Factor < all.Factor) ? seen : all;
    }

    // Whether each block holds one of the points, or lies beside one that does: between two points there may be more of a surface.
    private static bool[] BlocksWith(IReadOnlyList<Vector3> surface, TexturePlan whole)
    {
        var blocks = new bool[Blocks * Blocks * Blocks];
        foreach (var point in surface)
        {
            var place = point / whole.Extent * Blocks;
            var (low, high) = (Vector3.Clamp(place - new Vector3(0.25f), Vector3.Zero, new Vector3(Blocks - 1)), Vector3.Clamp(place + new Vector3(0.25f), Vector3.Zero, new Vector3(Blocks - 1)));
            for (var k = (int)low.Z; k <= (int)high.Z; k++)
            {
                for (var j = (int)low.Y; j <= (int)high.Y; j++)
                {
                    for (var i = (int)low.X; i <= (int)high.X; i++)
                        blocks[(((k * Blocks) + j) * Blocks) + i] = true;
                }
            }
        }
        return blocks;
    }

    // The box of the blocks that are in sight and that a finer part would show more of, and the least depth of one, µm.
    private static (VoxelBox Box, float Nearest)? InSight(ViewProjection view, TexturePlan whole, (Vector3 Low, Vector3 High) visible, bool[]? hasSurface)
    {
        var held = Math.Max(whole.Voxel.X, Math.Max(whole.Voxel.Y, whole.Voxel.Z));
        var shape = whole.Source;
        int[] z = Raster(shape.Depth), y = Raster(shape.Height), x = Raster(shape.Width);
        var voxel = whole.Spacing.ToVector3();
        (int Z, int Y, int X) low = (int.MaxValue, int.MaxValue, int.MaxValue), high = (0, 0, 0);
        var nearest = float.MaxValue;
        for (var block = 0; block < Blocks * Blocks * Blocks; block++)
        {
            var (k, j, i) = (block / (Blocks * Blocks), block / Blocks % Blocks, block % Blocks);
            var from = Vector3.Max(new Vector3(x[i], y[j], z[k]) * voxel, visible.Low);
            var to = Vector3.Min(new Vector3(x[i + 1], y[j + 1], z[k + 1]) * voxel, visible.High);
            if (hasSurface?[block] == false || from.X >= to.X || from.Y >= to.Y || from.Z >= to.Z || !view.Sees(from, to, out var depth)
                || view.MicrometresPerPixelAt(depth) >= held)
                continue;
            low = (Math.Min(low.Z, z[k]), Math.Min(low.Y, y[j]), Math.Min(low.X, x[i]));
            high = (Math.Max(high.Z, z[k + 1]), Math.Max(high.Y, y[j + 1]), Math.Max(high.X, x[i + 1]));
            nearest = Math.Min(nearest, depth);
        }
        return high.Z == 0 ? null : (new VoxelBox(low.Z, low.Y, low.X, high.Z - low.Z, high.Y - low.Y, high.X - low.X), nearest);
    }

    private static int[] Raster(int length) => [.. Enumerable.Range(0, Blocks + 1).Select(line => (int)((long)line * length / Blocks))];

    private static int Divide(int length, int factor) => (length + factor - 1) / factor;
}
