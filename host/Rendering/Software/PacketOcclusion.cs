using System.Numerics;
using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>How much of the sky over a surface is hidden by what stands near it; as occlusion.glsl.</summary>
internal static class PacketOcclusion
{
    private static readonly (float Distance, float Weight)[] Places = [(3, 0.9f), (6, 0.7f), (11, 0.5f), (18, 0.35f)];

    /// <summary>From 0 to 1.</summary>
    /// <param name="field">Says what is solid.</param>
    /// <param name="place">On the surface, in voxels.</param>
    /// <param name="normal">Of length 1.</param>
    /// <param name="perEdge">How many voxels along each axis the smallest edge of a voxel is.</param>
    public static Vector256<float> Covered<TSolid>(in TSolid field, in Packet3 place, in Packet3 normal, Vector3 perEdge)
        where TSolid : struct, IPacketSolid
    {
        // Two directions across the normal, after Duff et al. (2017).
        var one = Vector256<float>.One;
        var side = Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(normal.Z, Vector256<float>.Zero), one, -one);
        var a = -one / (side + normal.Z);
        var b = normal.X * normal.Y * a;
        var across = new Packet3(one + (side * normal.X * normal.X * a), side * b, -side * normal.X);
        var along = new Packet3(b, side + (normal.Y * normal.Y * a), -normal.Y);
        var open = Vector256<float>.Zero;
        for (var i = 0; i < 5; i++)
        {
            var aside = (i < 3 ? across : along) * Vector256.Create(i is 1 or 3 ? 0.866f : -0.866f);
            var way = (i == 0 ? normal : (normal * Vector256.Create(0.5f)) + aside) * Packet3.Of(perEdge);
            var through = one;
            foreach (var (distance, weight) in Places)
                through *= one - (Vector256.Create(weight) * field.SolidAt(place + (way * Vector256.Create(distance))));
            open += Vector256.Create(i == 0 ? 1f : 0.5f) * through;
        }
        return one - (open * Vector256.Create(1 / 3f));
    }

    /// <summary>Whether places, in µm, are cut away.</summary>
    public static Vector256<float> IsCutAway(LayerCut cut, in Packet3 position)
    {
        var (low, high) = (Packet3.Of(cut.Low), Packet3.Of(cut.High));
        var result = Vector256.LessThan(position.X, low.X) | Vector256.LessThan(position.Y, low.Y) | Vector256.LessThan(position.Z, low.Z)
            | Vector256.GreaterThan(position.X, high.X) | Vector256.GreaterThan(position.Y, high.Y) | Vector256.GreaterThan(position.Z, high.Z);
        for (var plane = 0; plane < cut.Planes.Count; plane++)
        {
            var each = cut.Planes[plane];
            result |= Vector256.LessThan(Packet3.Dot(position, Packet3.Of(new Vector3(each.X, each.Y, each.Z))), Vector256.Create(each.W));
        }
        return result;
    }
}
