using VolumeViewer.Host.Painting;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Tests.Painting;

/// <summary>Sets of voxels to compare.</summary>
internal static class Voxels
{
    /// <summary>The voxels of a shape; runs that overlap or go back fail.</summary>
    public static HashSet<(int Z, int Y, int X)> Of(IVoxelShape shape)
    {
        var (voxels, runs) = (new HashSet<(int, int, int)>(), new List<VoxelRun>());
        if (shape.Box is not { } box)
            return voxels;
        for (var z = box.Z; z <= box.LastZ; z++)
        {
            for (var y = box.Y; y < box.Y + box.Height; y++)
            {
                runs.Clear();
                shape.AddRuns(z, y, runs);
                foreach (var (from, end) in runs)
                {
                    Assert.InRange(from, box.X, end - 1);
                    for (var x = from; x < end; x++)
                        Assert.True(voxels.Add((z, y, x)));
                }
            }
        }
        return voxels;
    }

    public static HashSet<(int Z, int Y, int X)> Where(VolumeShape shape, Func<int, int, int, bool> isInside) =>
        [.. from z in Enumerable.Range(0, shape.Depth)
            from y in Enumerable.Range(0, shape.Height)
            from x in Enumerable.Range(0, shape.Width)
            where isInside(z, y, x)
            select (z, y, x)];

    /// <summary>The voxels of a label.</summary>
    public static HashSet<(int Z, int Y, int X)> Of(LabelVolume labels, byte label) =>
        Where(labels.Shape, (z, y, x) => labels.Slice(z)[(y * labels.Shape.Width) + x] == label);

    /// <summary>Random labels of which about a share has label 1, the others 0.</summary>
    public static LabelVolume Random(VolumeShape shape, int seed, double share)
    {
        var (labels, random) = (new LabelVolume(shape, PhaseTable.Numbered(3)), new Random(seed));
        for (var z = 0; z < shape.Depth; z++)
        {
            foreach (ref var label in labels.Slice(z))
                label = (byte)(random.NextDouble() < share ? 1 : 0);
        }
        return labels;
    }
}
