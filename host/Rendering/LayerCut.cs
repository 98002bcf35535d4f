using System.Numerics;
using VolumeViewer.Sdk;

namespace VolumeViewer.Host.Rendering;

/// <summary>What is cut away of one layer in 3-D: everything outside a box, and what lies behind planes. The same for all renderers.</summary>
/// <param name="Low">Corner of the box with the lowest (x, y, z), µm; far out where nothing crops.</param>
/// <param name="High">Corner with the highest.</param>
/// <param name="Planes">Each as its normal, to the side that stays, and the normal's product with a point of the plane: p stays where n · p ≥ w.</param>
/// <param name="Surplus">How many more planes the layer has than can be drawn.</param>
internal sealed record LayerCut(Vector3 Low, Vector3 High, IReadOnlyList<Vector4> Planes, int Surplus)
{
    /// <summary>The most planes that can cut one layer, its own and the viewer's together. The uniform block has room for no more.</summary>
    public const int MostPlanes = 16;

    // Far beyond any volume, yet without overflow where it is divided by the components of directions.
    private static readonly Vector3 Far = new(1e20f);

    /// <summary>The cut of a layer: the viewer's box and planes unless the layer ignores them, its own planes, and the faces of the slab that it may be shown as.</summary>
    public static LayerCut Of(Viewer viewer, Layer layer)
    {
        var planes = layer.IgnoresClipping ? layer.ClippingPlanes : viewer.ClippingPlanes.AddRange(layer.ClippingPlanes);
        var cutting = Depictions.SlabOf(layer).Concat(planes).Where(plane => plane.IsOn).Select(plane => new Vector4(plane.Normal, Vector3.Dot(plane.Normal, plane.Point))).ToList();
        var box = layer.IgnoresClipping ? null : viewer.CropBox;
        return new LayerCut(box?.Low ?? -Far, box?.High ?? Far, [.. cutting.Take(MostPlanes)], Math.Max(0, cutting.Count - MostPlanes));
    }

    /// <summary>Whether another cut cuts away the same.</summary>
    public bool IsLike(LayerCut other) => Low == other.Low && High == other.High && Planes.SequenceEqual(other.Planes);

    /// <summary>Whether a place (x, y, z) is drawn.</summary>
    public bool Holds(Vector3 place) => place == Vector3.Clamp(place, Low, High) && Planes.All(plane => Vector3.Dot(new Vector3(plane.X, plane.Y, plane.Z), place) >= plane.W);

    /// <summary>What the user should know where not all planes cut, or null.</summary>
    public string? Notice(string layer) => Surplus == 0 ? null
        : $"The layer '{layer}' is cut by the first {MostPlanes} of its {MostPlanes + Surplus} clipping planes, those for all layers counted: switch some off.";

    /// <summary>The block that shaders read.</summary>
    public ClipBlock ToBlock()
    {
        var block = new ClipBlock { Low = Low, High = High, Count = Planes.Count };
        for (var index = 0; index < Planes.Count; index++)
            block.Planes[index] = Planes[index];
        return block;
    }
}
