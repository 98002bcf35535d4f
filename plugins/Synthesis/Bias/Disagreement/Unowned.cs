using VolumeViewer.Sdk;

namespace VolumeViewer.Plugins.Synthesis.Bias.Disagreement;

/// <summary>A volume by its file values alone, so that a copy is made of it which may be disposed.</summary>
internal sealed class Unowned(IVolumeSource source) : IVolumeSource
{
    public VolumeShape Shape => source.Shape;

    public Spacing Spacing => source.Spacing;

    public VoxelType VoxelType => source.VoxelType;

    public void ReadSlice(int z, Span<byte> destination) => source.ReadSlice(z, destination);

    public void ReadSlice(int z, Span<float> destination) => source.ReadSlice(z, destination);

    public void Dispose()
    {
        // It belongs to another.
    }
}
