using System.Runtime.Intrinsics;

namespace VolumeViewer.Host.Rendering;

/// <summary>Reads values in the one way that a layer asks for. See <see cref="IPacketSampler"/>.</summary>
internal interface IVoxelReader
{
    static abstract float Scale { get; }

    static abstract float Shift { get; }

    Vector256<float> Read(Vector256<int> x, Vector256<int> y, Vector256<int> z);

    /// <summary>For sixteen rays.</summary>
    Vector512<float> Read(Vector512<int> x, Vector512<int> y, Vector512<int> z);

    /// <inheritdoc cref="IPacketSampler.Prefetch"/>
    void Prefetch(in CornerPlaces places);
}
