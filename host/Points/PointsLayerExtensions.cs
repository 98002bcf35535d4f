using System.Collections.Immutable;
using System.Numerics;

using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Points;

/// <summary>What tables of points need of their layer.</summary>
internal static class PointsLayerExtensions
{
    /// <summary>Gives the points values, and the colormap the range of those that are finite.</summary>
    public static void ColorBy(this PointsLayer layer, ImmutableArray<float> values)
    {
        layer.Values = values;
        var finite = values.Where(float.IsFinite).DefaultIfEmpty().ToList();
        var (low, high) = (finite.Min(), finite.Max());
        layer.ContrastLimits = low < high ? new ContrastLimits(low, high) : new ContrastLimits(low, low + Math.Max(1, Math.Abs(low) * 1e-3f));
    }

    /// <summary>Where a place lies, (x, y, z) in voxels of the layer; the middle of the first voxel is 0.</summary>
    public static Vector3 VoxelOf(this PointsLayer layer, Vector3 place) => (place / layer.Spacing.ToVector3()) - new Vector3(0.5f);
}
