using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>
/// Reads voxels for eight rays. Positions are padded voxels in fixed point, half a voxel less than the place within the padded volume: whole numbers are
/// centres of voxels. Places outside give some value, but are no error.
/// </summary>
internal interface IPacketSampler
{
    /// <summary>A voxel's value is what <see cref="Linear(Vector256{int}, Vector256{int}, Vector256{int})"/> gives times this, plus <see cref="Shift"/>: left to the caller, who has other factors to multiply with.</summary>
    static abstract float Scale { get; }

    /// <inheritdoc cref="Scale"/>
    static abstract float Shift { get; }

    /// <summary>Interpolated between the eight voxels around.</summary>
    Vector256<float> Linear(Vector256<int> x, Vector256<int> y, Vector256<int> z);

    /// <summary>The same for sixteen rays.</summary>
    Vector512<float> Linear(Vector512<int> x, Vector512<int> y, Vector512<int> z);

    /// <summary>Has the voxels fetched that will be read soon.</summary>
    void Prefetch(in CornerPlaces places);

    /// <summary>Of the voxel that holds the place.</summary>
    Vector256<float> Nearest(Vector256<int> x, Vector256<int> y, Vector256<int> z);
}
