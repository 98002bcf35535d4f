using System.Numerics;

namespace VolumeViewer.Sdk;

/// <summary>A place in the viewer's world, µm, in the order (z, y, x). Voxel (0, 0, 0) of every layer has its centre half a voxel from the origin.</summary>
public readonly record struct WorldPoint(double Z, double Y, double X)
{
    /// <summary>The place of a vector (x, y, z), µm.</summary>
    public static WorldPoint Of(Vector3 place) => new(place.Z, place.Y, place.X);

    /// <summary>As a vector (x, y, z), µm, in single precision.</summary>
    public Vector3 ToVector3() => new((float)X, (float)Y, (float)Z);

    /// <summary>The coordinate along one axis.</summary>
    public double Along(Axis axis) => axis switch { Axis.Z => Z, Axis.Y => Y, _ => X };

    /// <summary>The same place with one coordinate replaced.</summary>
    public WorldPoint With(Axis axis, double value) => axis switch
    {
        Axis.Z => this with { Z = value },
        Axis.Y => this with { Y = value },
        _ => this with { X = value },
    };

    /// <summary>Index of the voxel of a layer that holds this place along one axis; outside the layer it is below 0 or past the end.</summary>
    public int VoxelIndex(Axis axis, Layer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return (int)Math.Floor(Along(axis) / layer.Spacing.Along(axis));
    }
}
