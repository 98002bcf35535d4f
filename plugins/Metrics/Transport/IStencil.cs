using System.Runtime.Intrinsics;

namespace VolumeViewer.Plugins.Metrics.Transport;

/// <summary>
/// The conductances between each voxel and its six neighbours, in units of a cube face's along z. Implemented by structs, so that loops over voxels are
/// compiled for each of them. Fields are 0 wherever nothing flows and behind walls.
/// </summary>
internal interface IStencil
{
    /// <summary>Whether all faces across one axis that conduct conduct equally.</summary>
    bool IsUniform { get; }

    /// <summary>For eight voxels from index <paramref name="i"/>: what flows in for this field, and the sum of conductances; that is 0 where nothing flows.</summary>
    void Apply(ref float field, nuint i, out Vector256<float> inflow, out Vector256<float> diagonal);

    /// <summary>The sum of conductances of eight voxels.</summary>
    Vector256<float> Diagonal(nuint i);

    /// <summary>Whether a voxel takes part.</summary>
    bool Conducts(int i);

    /// <summary>Conductance between a voxel and the next along an axis (0 is z, 1 is y, 2 is x); 0 if one of them takes no part.</summary>
    float Face(int i, int axis);

    /// <summary>The greatest conductance of a face across an axis.</summary>
    float Greatest(int axis);

    /// <summary>Conductance between a voxel that takes part, in the first or last plane, and the wall; 0 in a periodic volume.</summary>
    float Wall(int i);
}
